"""The recipe of the README for a corpus, on a local cluster of Dask."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from heshu.check import check
from heshu.relations import INCONSISTENT, Result

README = Path(__file__).parents[1] / "README.md"


def test_a_local_cluster_finds_what_one_process_finds(tmp_path):
    pytest.importorskip("distributed", reason="needs Dask: pip install distributed")
    (recipe,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "recipe.py").write_text(recipe, encoding="utf-8")
    wanted = []
    for number in range(45):
        path = tmp_path / "corpus" / f"{number % 3}" / f"{number:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"第一段。\n企业由200家增加到{300 + number % 4 * 20}家，增长60%。\n" * (number % 5)
        path.write_text(text, encoding="utf-8")
    for path in sorted((tmp_path / "corpus").rglob("*.txt")):
        for one in check(path.read_text(encoding="utf-8")):
            if isinstance(one, Result) and one.verdict == INCONSISTENT:
                wanted.append(
                    f"{path.name} {one.found[0].start} {one.code} {'…'.join(one.phrases)}"
                )
    done = subprocess.run(
        [sys.executable, "recipe.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == wanted and len(wanted) > 40
