"""Resolve what pyproject.toml and .ci/nine pin into lock files, for every platform, with hashes."""

import subprocess
import sys
from pathlib import Path

UV = str(Path(sys.executable).with_name("uv"))
OPTIONS = [
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-strip-extras"),
    *("--upgrade", "--no-header", "--no-annotate", "--quiet"),
    *("--no-emit-package", "reportbook", "--no-emit-package", "heshu"),
]
LOCKS = {
    "requirements": ["pyproject.toml", "--group", "install"],
    "requirements-test": ["pyproject.toml", "--group", "install", "--group", "test"],
    "requirements-lab": ["--group", "lab", "--group", "install"],
    "requirements-install": ["--group", "install"],
    "requirements-fonts": ["--group", "fonts"],
    ".ci/nine/requirements": [".ci/nine/requirements.txt"],
}

for name, sources in LOCKS.items():
    command = [UV, "pip", "compile", *sources, *OPTIONS, "--output-file", f"{name}.lock"]
    subprocess.run(command, check=True)
