"""The charts of the book: forms, colours, and the finish that gives a chart its words.

A chapter takes all of it from here: `charts.bands`, `charts.finish`, `charts.PRINTED`. Importing
it makes the book's theme and renderer Altair's own.
"""

from reportbook.charts import theme as theme
from reportbook.charts.chart import finish as finish
from reportbook.charts.chart import paragraphs as paragraphs
from reportbook.charts.chart import sources as sources
from reportbook.charts.forms import bands as bands
from reportbook.charts.forms import color as color
from reportbook.charts.forms import dots as dots
from reportbook.charts.forms import ends as ends
from reportbook.charts.forms import matrix as matrix
from reportbook.charts.forms import parts as parts
from reportbook.palette import COMPUTED, CONTEXT, GRID, INK, OUTSIDE, PRINTED  # noqa: F401
