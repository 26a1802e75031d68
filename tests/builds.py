"""Programs run on copies of the project, forked from a process that has imported what they import.

Each is `jupyter-book build`, `python -m` or `python -c`, run by the copy's own packages; a start of
its own would take longer than most of them. `python tests/builds.py` takes a line of JSON for each,
and tells its exit status when it has ended.
"""

import gc
import json
import os
import runpy
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory


def run(folder, command, variables):
    """Run a program in a copy; returns the finished process."""
    with TemporaryDirectory() as place:
        said = [str(Path(place, name)) for name in ("out", "err")]
        print(json.dumps([str(folder), command, variables, *said]), file=server().stdin)
        status = int(server().stdout.readline())
        texts = [Path(file).read_text(encoding="utf-8") for file in said]
    return subprocess.CompletedProcess(command, status, *texts)


@cache
def server():
    pipe = subprocess.PIPE
    command = [sys.executable, __file__]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1)


def main():
    """Import what all import, but for the packages of the project, which each copy has."""
    import altair  # noqa: F401
    import frictionless.resources  # noqa: F401
    import ipykernel.zmqshell  # noqa: F401
    import jupyter_book.cli.main
    import myst_nb.sphinx_ext  # noqa: F401
    import pandas  # noqa: F401
    import pikepdf  # noqa: F401
    import sphinx_external_toc  # noqa: F401
    import sphinxcontrib.bibtex  # noqa: F401
    import typst  # noqa: F401

    gc.freeze()  # nothing of this is garbage in a fork
    for line in iter(sys.stdin.readline, ""):
        folder, command, variables, out, err = json.loads(line)
        if pid := os.fork():
            print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
            continue
        for number, file in ((1, out), (2, err)):
            os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), number)
        os.chdir(folder)
        os.environ.update(variables)
        sys.path[:1] = variables["PYTHONPATH"].split(os.pathsep)  # in place of this folder
        status = 1
        try:
            if command[0] == "jupyter-book":
                sys.argv = command
                jupyter_book.cli.main.main(command[1:])
                status = 0
            else:
                status = python(*command[1:])
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
            if isinstance(end.code, str):
                print(end.code, file=sys.stderr)
        except BaseException:
            sys.excepthook(*sys.exc_info())
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def python(option, what, *arguments):
    """What `python -m` or `python -c` does; returns the exit status where nothing is raised."""
    sys.path.insert(0, os.getcwd())
    sys.argv = [option, *arguments]
    if option == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        exec(compile(what, "<string>", "exec"), {"__name__": "__main__"})
    return 0


if __name__ == "__main__":
    main()
