"""A chapter run from top to bottom in this process, its outputs taken as a kernel would give them.

Strict nbval runs the same chapters in kernels of their own and compares: that a chapter needs
nothing of what others leave behind, and that nothing is told differently here, is tested there.
"""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import TextIOBase
from pathlib import Path
from typing import Any

import nbformat
from ipykernel.jsonutil import encode_images, json_clean
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from nbformat.v4 import new_output
from traitlets import Type
from traitlets.config import Config


class CellError(Exception):
    """A cell that raised: its number among the code cells, its source and the traceback."""


class Hook(DisplayHook):
    """Takes the value of a cell's last expression."""

    def write_output_prompt(self) -> None:
        """Nothing is printed."""

    def write_format_data(self, format_dict: dict, md_dict: dict | None = None) -> None:
        count = self.prompt_count
        self.shell.take("execute_result", format_dict, md_dict or {}, execution_count=count)

    def finish_displayhook(self) -> None:
        """Nothing is printed."""


class Publisher(DisplayPublisher):
    """Takes what a cell displays."""

    def publish(self, data: dict, metadata: dict | None = None, **_: Any) -> None:
        self.shell.take("display_data", data, metadata or {})


class Shell(InteractiveShell):
    """An IPython that collects the outputs of its cells."""

    displayhook_class = Type(Hook)
    display_pub_class = Type(Publisher)
    outputs: list[NotebookNode]
    fault: str = ""

    def take(self, kind: str, data: dict, metadata: dict, **more: Any) -> None:
        data = json_clean(encode_images(data))
        self.outputs.append(new_output(kind, data, metadata=json_clean(metadata), **more))

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        self.fault = "\n".join(stb)

    def run(self, source: str) -> list[NotebookNode]:
        """The outputs of one more cell. Raises CellError where it raised, or showed what did."""
        self.outputs, self.fault = [], ""
        streams = (Stream(self.outputs, name) for name in ("stdout", "stderr"))
        with redirect_stdout(next(streams)), redirect_stderr(next(streams)):
            result = self.run_cell(source, store_history=True)
        if not result.success or self.fault:
            raise CellError(self.fault or repr(result.error_before_exec or result.error_in_exec))
        return self.outputs


class Stream(TextIOBase):
    """What a cell prints, joined to what it printed just before."""

    def __init__(self, outputs: list[NotebookNode], name: str) -> None:
        self.outputs, self.label = outputs, name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        last = self.outputs[-1] if self.outputs else None
        if last is not None and last.output_type == "stream" and last.name == self.label:
            last.text += text
        elif text:
            self.outputs.append(new_output("stream", name=self.label, text=text))
        return len(text)


def shell() -> Shell:
    """The shell of this process, as new."""
    quiet = Config(
        {"HistoryManager": {"enabled": False}, "InteractiveShell": {"colors": "nocolor"}}
    )
    made = Shell.instance(config=quiet)
    made.reset(new_session=True)
    builtins.get_ipython = lambda: made  # as every kernel has it
    return made


def run(path: Path, notebook: NotebookNode, begun: Callable[[str], None]) -> None:
    """Run all code cells of a notebook in its folder, and put their outputs into it.

    `begun` is told the source of each cell before it runs. Raises CellError with the first that
    fails.
    """
    os.chdir(path.parent)
    sys.stdin = open(os.devnull)  # noqa: SIM115  (a chapter asks nobody)
    running = shell()
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, start=1):
        begun(cell.source)
        try:
            cell.outputs = running.run(cell.source)
        except CellError as error:
            told = f"code cell {number} of {len(code)} failed:\n{cell.source}\n{error}"
            raise CellError(told) from None
        cell.execution_count = number


def read(path: Path) -> NotebookNode:
    """The notebook of a chapter.

    Raises ValueError or what nbformat raises where it is damaged, of another format than 4, or
    names no kernel.
    """
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    if notebook.nbformat != 4:
        raise ValueError(f"nbformat {notebook.nbformat} instead of 4")
    nbformat.validate(notebook)
    if "kernelspec" not in notebook.metadata:
        raise ValueError("no kernelspec in its metadata")
    return notebook
