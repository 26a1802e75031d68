"""Builds of copies of the project, forked from a process that has imported what all builds import.

Each is `jupyter-book build`, run by the copy's own packages; a start of its own would take longer
than most of them. `python tests/builds.py` takes a line of JSON for each build, and tells its exit
status when it has ended.
"""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory


def build(folder, arguments, variables):
    """Build a copy; returns the finished process."""
    command = ["jupyter-book", "build", ".", *arguments]
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
    """Import what builds import, but for the packages of the project, which each copy has."""
    import jupyter_book.cli.main
    import myst_nb.sphinx_ext  # noqa: F401
    import sphinx_external_toc  # noqa: F401
    import sphinxcontrib.bibtex  # noqa: F401

    for line in iter(sys.stdin.readline, ""):
        folder, command, variables, out, err = json.loads(line)
        if pid := os.fork():
            print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
            continue
        for number, file in ((1, out), (2, err)):
            os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), number)
        os.chdir(folder)
        os.environ.update(variables)
        sys.path[:0] = variables["PYTHONPATH"].split(os.pathsep)
        sys.argv = command
        status = 1
        try:
            jupyter_book.cli.main.main(command[1:])
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
            if isinstance(end.code, str):
                print(end.code, file=sys.stderr)
        except BaseException:
            sys.excepthook(*sys.exc_info())
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    main()
