"""Kernels for `make test`, forked from one process that has imported what chapters import.

Strict nbval gives each chapter a kernel of its own, which spends most of its time on importing the
same libraries and reading the same data. Jupyter has kernels launched by a provisioner; this one
(an entry point of `jupyter_client.kernel_provisioners`, chosen by
JUPYTER_DEFAULT_PROVISIONER_NAME=warm) forks them. One more fork draws the charts of all, since
what draws takes long to start and can't be forked itself. All else is ipykernel's.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial, partialmethod
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from reportbook import drawing
from reportbook.data.datapackage import ROOT

ORIGIN = "REPORTBOOK_KERNELS"  # names the process that kernels are forked from, and its checkout
PR_SET_PDEATHSIG = 1


class WarmProvisioner(LocalProvisioner):
    """Launches this Python's kernels as forks, and any other kernel as Jupyter does."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        if cmd[0] != sys.executable or "ipykernel_launcher" not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        arguments = cmd[cmd.index("ipykernel_launcher") + 1 :]
        with _asking() as pipe:
            pipe.send((arguments, str(kwargs.get("cwd") or Path.cwd())))
            self.process = Fork(pid=pipe.recv())
        self.pid = self.pgid = self.process.pid
        return self.connection_info


def begin() -> None:
    """Start the process that kernels are forked from, unless one is there: for this process and
    all that it starts. It ends when this one does."""
    if os.environ.get(ORIGIN, "").partition(" ")[2] != str(ROOT):  # another checkout's is no use
        name = f"reportbook-kernels-{os.getpid()}"
        os.environ[ORIGIN] = f"{name} {ROOT}"
        # As for a kernel: debuggable, and no module is taken from the working folder
        python = [sys.executable, "-Xfrozen_modules=off", "-P"]
        process = subprocess.Popen([*python, "-m", __name__, name])
        atexit.register(process.wait)
        atexit.register(process.kill)  # runs before the other


def _asking() -> Connection:
    begin()
    name = os.environ[ORIGIN].partition(" ")[0]
    for _ in range(1500):
        with contextlib.suppress(ConnectionRefusedError):  # it isn't listening yet
            return Client(f"\0{name}", "AF_UNIX")
        time.sleep(0.02)
    raise RuntimeError("no kernel can start: see the error above")


class Fork(SimpleNamespace):
    """A forked kernel, with what a provisioner asks of a process."""

    stdin = stdout = stderr = None

    def poll(self) -> int | None:
        """None while it runs; how it ended only its origin knows, and nobody asks."""
        with contextlib.suppress(ProcessLookupError):
            return os.kill(self.pid, 0)
        return 0

    def wait(self) -> int:
        while self.poll() is None:
            time.sleep(0.002)
        return 0

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)
        self.wait()  # who asks for the end would ask again only in a tenth of a second

    terminate = partialmethod(send_signal, signal.SIGTERM)


def _reap(*_: Any) -> None:
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _asked(name: str, *drawn: Any, itself: Callable[..., str] = drawing.vega) -> str:
    """What the process of drawings draws; this one does, where that has ended or can't."""
    with contextlib.suppress(EOFError, OSError), Client(f"\0{name}-drawings", "AF_UNIX") as pipe:
        pipe.send(drawn)
        return pipe.recv()
    return itself(*drawn)


def main(name: str) -> None:
    """Fork a kernel for each that asks, and tell its process id."""
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    listener = Listener(f"\0{name}", "AF_UNIX", backlog=16)
    import ipykernel.debugger  # noqa: F401  (every kernel does)
    from ipykernel.kernelapp import IPKernelApp

    # What chapters import, and the data that they all read
    from reportbook import charts, prose, tables  # noqa: F401
    from reportbook.data import datapackage, ledger

    with contextlib.suppress(datapackage.DataError):  # the chapters will say so
        ledger.judged()
    gc.freeze()  # what forks share is not looked through, and so not copied
    if not os.fork():  # draws for all: to start V8 takes as long as to draw a chapter's charts
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        listener.close()
        listener = Listener(f"\0{name}-drawings", "AF_UNIX", backlog=16)
        while True:
            with listener.accept() as pipe, contextlib.suppress(ValueError, EOFError, OSError):
                pipe.send(drawing.vega(*pipe.recv()))
    drawing.vega = partial(_asked, name)
    signal.signal(signal.SIGCHLD, _reap)
    while True:
        with listener.accept() as pipe:
            arguments, folder = pipe.recv()
            if pid := os.fork():
                pipe.send(pid)
                continue
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        listener.close()
        os.setsid()
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)
        # It ends with its origin, and says nothing of how to reach it
        options = [f"--IPKernelApp.parent_handle={os.getppid()}", "--HistoryManager.enabled=False"]
        IPKernelApp.launch_instance([*arguments, *options])
        return


if __name__ == "__main__":
    main(*sys.argv[1:])
