"""Programs run on copies of the project, forked from a process that has imported what they import.

Each is `jupyter-book build`, `python -m` or `python -c`, run by the copy's own packages; a start of
its own would take longer than most of them, and so would that of each edition which
`reportbook.book` has built. `python tests/builds.py NAME` listens at that name, is sent each
program, and tells its exit status when it has ended.
"""

import atexit
import ctypes
import gc
import os
import runpy
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache, partial
from multiprocessing.connection import Client, Listener
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = str(Path(sys.executable).with_name("jupyter-book"))
PR_SET_PDEATHSIG = 1


def run(folder, command, variables, name=None):
    """Run a program in a copy; returns the finished process."""
    with TemporaryDirectory() as place:
        said = [str(Path(place, file)) for file in ("out", "err")]
        status = asked(name or server(), str(folder), command, os.environ | variables, *said)
        texts = [Path(file).read_text(encoding="utf-8") for file in said]
    return subprocess.CompletedProcess(command, status, *texts)


@cache
def server():
    """The name at which the process listens that programs of this one are forked from."""
    name = f"reportbook-builds-{os.getpid()}"
    process = subprocess.Popen([sys.executable, __file__, name])
    atexit.register(process.wait)
    atexit.register(process.kill)  # runs before the other
    return name


def asked(name, *program):
    """The exit status of a program that the process of this name is sent."""
    for _ in range(3000):
        with suppress(ConnectionRefusedError):  # it isn't listening yet
            pipe = Client(f"\0{name}", "AF_UNIX")
            break
        time.sleep(0.02)
    else:
        raise RuntimeError("no program can be forked: see the error above")
    with pipe:
        pipe.send(program)
        return pipe.recv()


def main(name):
    """Import what all import, but for the packages of the project, which each copy has."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    listener = Listener(f"\0{name}", "AF_UNIX", backlog=16)
    import altair  # noqa: F401
    import frictionless.resources  # noqa: F401
    import ipykernel.zmqshell  # noqa: F401
    import jupyter_book.cli.main  # noqa: F401
    import myst_nb.sphinx_ext  # noqa: F401
    import pandas  # noqa: F401
    import pikepdf  # noqa: F401
    import sphinx_external_toc  # noqa: F401
    import sphinxcontrib.bibtex  # noqa: F401
    import typst  # noqa: F401

    gc.freeze()  # nothing of this is garbage in a fork
    signal.signal(signal.SIGCHLD, reap)
    while True:
        with listener.accept() as pipe:
            if os.fork():
                continue
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            listener.close()
            program = pipe.recv()
            if pid := os.fork():
                pipe.send(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
                os._exit(0)
        forked(name, *program)


def reap(*_):
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def forked(name, folder, command, variables, out, err):
    """Be the program, to its end."""
    for number, file in ((1, out), (2, err)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    sys.path[:1] = variables["PYTHONPATH"].split(os.pathsep)  # in place of this folder
    subprocess.run = partial(edition, name, out, err, subprocess.run)
    status = 1
    try:
        if command[0] in ("jupyter-book", PROGRAM):
            import jupyter_book.cli.main

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


def edition(name, out, err, itself, command, **options):
    """What `subprocess.run` does, of `jupyter-book` without a start of its own."""
    if command[0] != PROGRAM:
        return itself(command, **options)
    variables = {**options.get("env", os.environ)}
    if options.get("stdout") == subprocess.PIPE:
        return run(options["cwd"], command, variables, name)
    if options.get("stdout") == subprocess.DEVNULL:
        out = os.devnull
    status = asked(name, str(options["cwd"]), command, variables, out, err)
    return subprocess.CompletedProcess(command, status)


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
    main(*sys.argv[1:])
