"""Both READMEs say what heshu does: its example, its options, its benchmark."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import readme

from heshu import command

FOLDER = Path(__file__).parents[1]
READMES = {language: path.read_text(encoding="utf-8") for language, path in readme.READMES.items()}


@pytest.mark.parametrize("language", READMES)
def test_the_example_is_what_the_command_prints(language):
    text, printed = re.search(
        r"\$ echo (\S+) \| heshu check -\n(.*?)```", READMES[language], re.DOTALL
    ).groups()
    done = subprocess.run(
        [sys.executable, "-m", "heshu", "check", "-"],
        input=f"{text}\n".encode(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout.decode(), done.stderr) == (1, printed, b"")


@pytest.mark.parametrize("language", READMES)
def test_the_numbers_of_the_benchmark_are_those_that_it_printed(language):
    report = json.loads((FOLDER / "benchmark" / "results.json").read_text(encoding="utf-8"))
    text = READMES[language]
    assert text == readme.placed(text, report, language), "run python benchmark/measure.py --readme"


@pytest.mark.parametrize("language", READMES)
def test_every_option_and_status_is_told(language, capsys):
    with pytest.raises(SystemExit):
        command.run(["check", "--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    named = set(re.findall(r"`(--[a-z]+)", READMES[language]))
    assert options - {"--format"} == named - {"--format"} and "--format github" in READMES[language]
    assert all(f"| {status} |" in READMES[language] for status in (0, 1, 2, 130))


@pytest.mark.parametrize("language", READMES)
def test_links_lead_somewhere(language):
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", READMES[language]):
        assert link.startswith("https://") or (FOLDER / link).exists(), link
