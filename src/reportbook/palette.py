"""What charts, pages and print share: colours, font and measures; needs no chart library."""

from __future__ import annotations

from pathlib import Path

# Name: on paper and light pages, on dark pages. Told apart under the common forms of
# colour blindness, and 4.5:1 or better against their page where they carry text.
PALETTE = {
    "ink": ("#1f2933", "#e6e9ec"),
    "muted": ("#5b6770", "#aab4bc"),
    "grid": ("#dfe3e6", "#3a434b"),
    "printed": ("#b5431f", "#f2936a"),
    "computed": ("#0f5c78", "#6cbcd8"),
    "context": ("#8b969e", "#7d8992"),
    "outside": ("#7a3b8f", "#c79ad6"),
    "paper": ("#ffffff", "#121619"),
}
INK, MUTED, GRID, PRINTED, COMPUTED, CONTEXT, OUTSIDE, PAPER = (
    light for light, _ in PALETTE.values()
)

# The faces of charts, pages and print, which `make fonts` cuts. Charts are measured and set in the
# sans and its Chinese companion; outside the book, where a viewer may lack these, in the faces that
# they were cut from or in one of the system.
FACES = Path(__file__).parent / "faces"
FONT, COMPANION = "Report Sans", "Report Sans SC"
SEMIBOLD = 600  # what stands out; print has this weight, pages all between it and the regular one
FAMILY = f"'{FONT}', 'Source Sans 3', 'Source Sans Pro', Arial, 'Liberation Sans', sans-serif"
CHINESE_FAMILY = (
    f"'{COMPANION}', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', "
    "sans-serif"
)

# The widths at which a chart is drawn: for a page and paper, and for a phone
WIDTH, NARROW = 660, 340
