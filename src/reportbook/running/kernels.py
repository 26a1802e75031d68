"""Kernels for `make test`, forked from one process that has imported what chapters import.

Strict nbval gives each chapter a kernel of its own, which spends most of its time on importing the
same libraries and reading the same data. Jupyter has kernels launched by a provisioner; this one
(an entry point of `jupyter_client.kernel_provisioners`, chosen by
JUPYTER_DEFAULT_PROVISIONER_NAME=warm) forks them. All else is ipykernel's.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner


class WarmProvisioner(LocalProvisioner):
    """Launches this Python's kernels as forks, and any other kernel as Jupyter does."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        if cmd[0] != sys.executable or "ipykernel_launcher" not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        arguments = cmd[cmd.index("ipykernel_launcher") + 1 :]
        print(json.dumps([arguments, str(kwargs.get("cwd") or Path.cwd())]), file=origin().stdin)
        told = origin().stdout.readline()
        if not told:
            raise RuntimeError("no kernel can start: see the error above")
        self.process = Fork(int(told))
        self.pid = self.pgid = self.process.pid
        return self.connection_info


@cache
def origin() -> subprocess.Popen[str]:
    """The process that this one's kernels are forked from; it ends when this one does."""
    # -P as for a kernel: no module is taken from the working folder
    command = [sys.executable, "-P", "-m", __name__]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1)


class Fork:
    """A forked kernel, with what a provisioner asks of a process."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """None while it runs; how it ended only its origin knows, and nobody asks."""
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


def _reap(*_: Any) -> None:
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def main() -> None:
    """Fork a kernel for each line of standard input, and print its process id."""
    from ipykernel.kernelapp import IPKernelApp

    # What chapters import, and the data that they all read
    from reportbook import charts, prose, tables  # noqa: F401
    from reportbook.data import datapackage, ledger

    with contextlib.suppress(datapackage.DataError):  # the chapters will say so
        ledger.judged()
    gc.freeze()  # what forks share is not looked through, and so not copied
    signal.signal(signal.SIGCHLD, _reap)
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
        # It ends with its origin, and says nothing of how to reach it
        IPKernelApp.launch_instance([*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"])
        return


if __name__ == "__main__":
    main()
