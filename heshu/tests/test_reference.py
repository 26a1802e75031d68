"""The reference is that of the code as it is."""

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "reference.py"


def test_the_reference_is_current():
    spec = importlib.util.spec_from_file_location("reference", SCRIPT)
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    assert reference.FILE.read_text(encoding="utf-8") == reference.reference(), (
        "run python reference.py"
    )
    for language, file in reference.READMES.items():
        text = file.read_text(encoding="utf-8")
        assert text == reference.readme(text, language), "run python reference.py"
