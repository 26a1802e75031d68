"""Mutation proof of the arithmetic: change one operation of the package at a time.

    python tests/mutate_code.py [MODULE…]

Without a module (such as words) all are changed. What is changed, and the tests that must notice,
stand in pyproject.toml (`tool.mutmut`); mutmut changes the bodies of functions, but neither the
tables and patterns beside them nor functions with a decorator, such as properties and what a cache
keeps. survivors.toml says which survivors can't matter, and why: of each the function and the lines
as the mutant has them. Exits with 1 where a mutant survives that it doesn't explain, or where it
explains one that doesn't survive; with 2 where the tests fail without any change.

After a run `mutmut browse` shows every mutant, and `mutmut run NAME` tests one again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files
from mutmut.utils.format_utils import orig_function_and_class_names_from_key

PROJECT = Path(__file__).parents[1]
EXPLAINED = Path(__file__).with_name("survivors.toml")
WORKERS = 2
CAUGHT = {"killed", "timeout", "segfault"}  # a segfault is how it calls the end of the time


def mutated(diff: str) -> str:
    """What a mutant has in place of the original, its lines joined by spaces."""
    lines = [line[1:].strip() for line in diff.splitlines()[2:] if line.startswith("+")]
    return " ".join(lines)


def place(path: Path, name: str) -> str:
    """The function that a mutant changes: intervals.Interval.root."""
    function, owner = orig_function_and_class_names_from_key(name)
    return ".".join(filter(None, [path.stem, owner, function]))


def main() -> int:
    os.chdir(PROJECT)
    modules = sys.argv[1:]
    # Verdicts of an earlier run would hide that a test has got weaker.
    shutil.rmtree("mutants", ignore_errors=True)
    command = [Path(sys.executable).with_name("mutmut"), "run", f"--max-children={WORKERS}"]
    command += [f"heshu.{module}.*" for module in modules]
    if subprocess.run(command, check=False).returncode:
        return 2
    explanations = {
        (function, mutant)
        for entry in tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["survivors"]
        for function, mutants in entry["mutants"].items()
        for mutant in mutants
        if not modules or function.partition(".")[0] in modules
    }
    explained, unexplained = set(), 0
    for path in walk_mutatable_files():
        verdicts = SourceFileMutationData(path=path)
        verdicts.load()
        if modules and path.stem not in modules:
            continue
        counts = Counter()
        for name, code in verdicts.exit_code_by_key.items():
            if status_by_exit_code[code] in CAUGHT:
                counts["caught"] += 1
                continue
            diff = get_diff_for_mutant(name, path=path)
            key = (place(path, name), mutated(diff))
            if key in explanations:
                counts["explained"] += 1
                explained.add(key)
            else:
                counts["unexplained"] += 1
                print(f"{status_by_exit_code[code]}: {name}\n{diff}")
        unexplained += counts["unexplained"]
        shares = ", ".join(f"{count:,} {share}" for share, count in counts.items())
        print(f"{path.name}: {counts.total():,} mutants, {shares}")
    idle = explanations - explained
    for function, mutant in sorted(idle):
        print(f"no mutant needs this explanation any more: {function}: {mutant}", file=sys.stderr)
    return 1 if unexplained or idle else 0


if __name__ == "__main__":
    sys.exit(main())
