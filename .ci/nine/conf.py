"""The book for plain Sphinx: the settings of `_config.yml` by the names that Sphinx has for them.

Jupyter Book 1.x holds Sphinx at 7 and will not move. This is what it does for the book, and all
that has to be kept if the book should leave it. A setting that isn't known here is an error, so
that the two can't drift apart.
"""

from pathlib import Path

import yaml
from sphinx.errors import ConfigError

ROOT = Path(__file__).parents[2]
settings = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))

# What Jupyter Book sets for every book
external_toc_path = "_toc.yml"
numfig = True
html_sourcelink_suffix = ""

html_title = settings.pop("title")
author = settings.pop("author")
bibtex_bibfiles = [str(ROOT / file) for file in settings.pop("bibtex_bibfiles")]
exclude_patterns = ["_build", *settings.pop("exclude_patterns")]
external_toc_exclude_missing = settings.pop("only_build_toc_files")
nb_execution_mode = settings["execute"].pop("execute_notebooks")
myst_enable_extensions = settings["parse"].pop("myst_enable_extensions")
html_baseurl = settings["html"].pop("baseurl", "")
globals().update(settings["sphinx"].pop("config"))

# Extensions of Jupyter Book's own, which the book doesn't load
settings["html"].pop("use_multitoc_numbering")
settings["latex"].pop("use_jupyterbook_latex")

if unknown := [f"{part}: {left}" for part, left in settings.items() if left]:
    raise ConfigError(f".ci/nine/conf.py doesn't know these of _config.yml: {unknown}")
