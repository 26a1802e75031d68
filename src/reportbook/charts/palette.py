"""What charts and pages share: colours, font and measures; imported without a chart library."""

from __future__ import annotations

from pathlib import Path

MIME = "application/vnd.vegalite.v6+json"
# The variable that says "off" where only a chart's specification is wanted: its PNG is for those
# who look at the stored notebook, and takes longer than all else that a chapter does
PICTURES = "REPORTBOOK_PICTURES"

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

# vl-convert draws and measures with a font that comes with the package, so that a chart is
# the same on every machine; pages set it in Arial, whose metrics it shares.
FONT = "Arimo"
FONTS = Path(__file__).parent / "fonts"

WIDTH = 660
NARROW = 340
