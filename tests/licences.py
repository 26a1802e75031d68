"""The licence of every installed dependency: `make licences` prints them."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

LOCKS = ("requirements.lock", "requirements-lab.lock")


def normalised(name: str) -> str:
    """A distribution's name as indexes write it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> set[str]:
    """The names of all distributions in the lock files."""
    root = Path(__file__).resolve().parents[1]
    return {
        normalised(name)
        for lock in LOCKS
        for name in re.findall(r"^([\w.-]+)==", (root / lock).read_text(), re.MULTILINE)
    }


def licence(distribution: Distribution) -> str:
    """What a distribution says: in its metadata, or in the first line of its licence file.

    "" where it says nothing.
    """
    metadata = distribution.metadata
    classifiers = [
        entry.rpartition(" :: ")[2]
        for entry in metadata.get_all("Classifier", [])
        if entry.startswith("License :: ") and entry != "License :: OSI Approved"
    ]
    stated = (metadata.get("License") or "").strip().partition("\n")[0]
    texts = [file for file in distribution.files or [] if file.name == "LICENSE"]
    first = texts[0].read_text().strip().partition("\n")[0] if texts else ""
    return metadata.get("License-Expression") or ", ".join(classifiers) or stated or first


def licences() -> dict[str, tuple[str, str]]:
    """Version and licence of each locked distribution that is installed here, by name."""
    known = locked()
    return {
        name: (distribution.version, licence(distribution))
        for distribution in sorted(
            distributions(), key=lambda found: found.metadata["Name"].lower()
        )
        if (name := normalised(distribution.metadata["Name"])) in known
    }


if __name__ == "__main__":
    for name, (version, stated) in licences().items():
        print(f"{name:32} {version:16} {stated or 'not stated'}")
    sys.exit(not all(stated for _, stated in licences().values()))
