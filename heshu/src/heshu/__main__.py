"""The command `heshu`."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    try:
        # Imported here, so that Ctrl-C ends the command in one line while it loads, too
        from heshu import command

        return command.run(arguments)
    except KeyboardInterrupt:
        if sys.stderr:
            print("heshu: interrupted", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
