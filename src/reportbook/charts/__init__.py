"""The charts of the book: forms, colours, and the finish that gives a chart its words.

A chapter takes all of it from here: `charts.beside`, `charts.finish`, `charts.PRINTED`. Importing
it makes the book's theme and renderer Altair's own.
"""

from reportbook.charts import theme as theme
from reportbook.charts.chart import finish as finish
from reportbook.charts.chart import paragraphs as paragraphs
from reportbook.charts.chart import place as place
from reportbook.charts.chart import redrawn as redrawn
from reportbook.charts.chart import sources as sources
from reportbook.charts.chart import turned as turned
from reportbook.charts.counts import board as board
from reportbook.charts.counts import field as field
from reportbook.charts.counts import figures as figures
from reportbook.charts.counts import squares as squares
from reportbook.charts.counts import waffle as waffle
from reportbook.charts.courses import columns as columns
from reportbook.charts.courses import path as path
from reportbook.charts.courses import slope as slope
from reportbook.charts.forms import Form as Form
from reportbook.charts.forms import again as again
from reportbook.charts.grids import grid as grid
from reportbook.charts.rows import bars as bars
from reportbook.charts.rows import beside as beside
from reportbook.charts.rows import shares as shares
from reportbook.charts.rows import timeline as timeline
from reportbook.charts.rulers import cuts as cuts
from reportbook.charts.rulers import rulers as rulers
from reportbook.palette import COMPUTED, CONTEXT, GRID, INK, OUTSIDE, PRINTED  # noqa: F401
from reportbook.readings import Readings as Readings
