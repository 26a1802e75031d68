"""`python -m reportbook.translation`: find the messages anew, and merge them into the catalogues.

With `--check` nothing is written, and what is missing, changed or gone is printed.
"""

from __future__ import annotations

import sys

from reportbook.translation import extract


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        found = [*extract.problems()]
        print("\n".join(found))
        return 1 if found else 0
    for path in extract.update():
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
