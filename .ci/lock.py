"""Resolve the requirements anew into their lock files, with hashes, for every platform."""

import subprocess
import sys
from pathlib import Path

UV = str(Path(sys.executable).with_name("uv"))
OPTIONS = [
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-strip-extras"),
    *("--upgrade", "--no-header", "--no-annotate", "--quiet"),
    *("--no-emit-package", "reportbook", "--no-emit-package", "heshu"),
]

for name in ("requirements", "requirements-test", "requirements-lab", "requirements-uv"):
    command = [UV, "pip", "compile", *OPTIONS, f"{name}.txt", "--output-file", f"{name}.lock"]
    subprocess.run(command, check=True)
