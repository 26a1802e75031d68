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

# Charts are drawn and measured with a font that comes with the package, so that they are the
# same on every machine; pages set it in Arial, whose metrics it shares.
FONT = "Arimo"
FONTS = Path(__file__).parent / "fonts"
FAMILY = f"{FONT}, Arial, 'Liberation Sans', Helvetica, sans-serif"

# The widths at which a chart is drawn: for a page and paper, and for a phone
WIDTH, NARROW = 660, 340
