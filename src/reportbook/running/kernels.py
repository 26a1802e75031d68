"""Kernels that start at once: forks of one process that has imported what chapters import.

A kernel of its own for each chapter spends most of its time on importing the same libraries and
on reading the same data. `execute` and `make test` have their kernels launched here, by Jupyter's
own means for it, a provisioner (an entry point of `jupyter_client.kernel_provisioners`); all else
is ipykernel's.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from reportbook.charts.palette import PICTURES


class WarmProvisioner(LocalProvisioner):
    """Launches this Python's kernels as forks, and any other kernel as Jupyter does."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        if cmd[0] != sys.executable or "ipykernel_launcher" not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        arguments = cmd[cmd.index("ipykernel_launcher") + 1 :]
        self.process = Fork(arguments, str(kwargs.get("cwd") or Path.cwd()))
        self.pid = self.pgid = self.process.pid
        return self.connection_info


class Fork:
    """A forked kernel, with as much of a Popen's ways as its provisioner asks for."""

    origin: subprocess.Popen[str] | None = None  # of all forks, started with the first
    asking = threading.Lock()
    stdin = stdout = stderr = None

    def __init__(self, arguments: list[str], folder: str) -> None:
        with Fork.asking:
            Fork.begin()
            print(json.dumps([arguments, folder]), file=Fork.origin.stdin, flush=True)
            told = Fork.origin.stdout.readline()
            if not told:
                raise RuntimeError("no kernel can start: see the error above")
            self.pid = int(told)

    @staticmethod
    def begin() -> None:
        """Start the process that all forks come from, if there is none; it takes its time."""
        if Fork.origin is None or Fork.origin.poll() is not None:
            # -P as for a kernel: no module is taken from the working folder
            Fork.origin = subprocess.Popen(
                [sys.executable, "-P", "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,  # whoever interrupts the build means the build
            )

    @staticmethod
    def end() -> None:
        """End the process that all forks come from, and with it those that still run."""
        if Fork.origin:
            Fork.origin.kill()  # it has nothing to put in order
            Fork.origin.communicate()
            Fork.origin = None

    def poll(self) -> int | None:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self) -> int:
        while self.poll() is None:
            time.sleep(0.02)
        return 0

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


def reap(*_: Any) -> None:
    """Let ended kernels go at once; what they computed is then counted as their origin's."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def main() -> None:
    """Fork a kernel for each line of standard input, and tell its process id."""
    from ipykernel.kernelapp import IPKernelApp

    # Outputs that are made for pages, or to be compared, need no pictures
    os.environ.setdefault(PICTURES, "off")
    # What chapters import, and the data that they all read
    from reportbook.data import datapackage, ledger

    with contextlib.suppress(datapackage.DataError):  # the chapters will say so
        ledger.judged()
    signal.signal(signal.SIGCHLD, reap)
    for line in iter(sys.stdin.readline, ""):
        arguments, folder = json.loads(line)
        if pid := os.fork():
            print(pid, flush=True)
            continue
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)
        # A kernel ends with its origin, and says nothing of how to reach it
        IPKernelApp.launch_instance([*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"])
        return


if __name__ == "__main__":
    main()
