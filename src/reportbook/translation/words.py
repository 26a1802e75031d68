"""The words of pages and print themselves, by gettext, in the language of the edition.

Sphinx knows the language of a build, and `_` asks for the translation that it has loaded. In an
English edition, and without a build, a message is its own translation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from reportbook.data.datapackage import ROOT

if TYPE_CHECKING:
    from babel.messages import Catalog

DOMAIN = "reportbook"
PACKAGE = ROOT / "src" / "reportbook"
# The settings of the book that readers see
SETTINGS = ("title", "author")


def _(message: str) -> str:
    """A word of the book in the language of the edition."""
    from sphinx.locale import get_translator  # not before it is needed: chapters have no Sphinx

    return get_translator(DOMAIN).gettext(message)


def extracted() -> dict[str, Catalog]:
    """Today's messages in code, templates and settings, without translations."""
    from babel.messages import Catalog
    from babel.messages.extract import extract_from_dir

    found = Catalog()
    settings = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    for name in SETTINGS:
        found.add(settings[name], locations=[("_config.yml", None)])
    methods = [("**.py", "python"), ("**.html", "jinja2")]
    for file, _line, message, comments, _context in sorted(
        extract_from_dir(PACKAGE, methods, keywords={"_": None}, comment_tags=["Translators:"])
    ):
        # Without lines, which would change with every edit above them
        place = (PACKAGE / file).relative_to(ROOT).as_posix()
        found.add(message, locations=[(place, None)], auto_comments=comments)
    return {DOMAIN: found}
