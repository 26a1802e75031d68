"""What the command says, in each form and language, and what its status is."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest

from heshu import answers, check, codes, command, messages, vocabulary
from heshu.__main__ import main
from heshu.documents import Document, markdown

WRONG = "企业由200家增加到300家，增长80%。\n"
SOUND = "企业由200家增加到300家，增长50%。\n"
CONDITIONAL = "企业由300家增加到467家，增长55%。\n"  # 55.7 %, cut off
TABLE = "|职工|人数（人）|\n|--|--|\n|男|60|\n|女|40|\n|合计|110|\n"


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def file(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return name

    return file


def interruptible():
    """For a new process: hear of interrupts, also where the tests run in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def run(*arguments):
    return main(["check", *arguments])


def test_findings_come_first_then_what_held_then_how_much_there_was(write, capsys):
    name = write("a.txt", f"{SOUND}\n{WRONG}共3家，增长7%。")
    assert run(name, "--lang", "en") == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "a.txt:3:16: growth inconsistent “200家增加到300家，增长80%”"
    assert told[1].endswith(" Right would be “增长50%”.")
    assert told[2] == "a.txt:1:16: growth consistent “200家增加到300家，增长50%”"
    assert told[3] == (
        "1 inconsistent, 0 doubtful, 0 consistent only on a condition, 0 not testable, "
        "1 consistent."
    )
    assert told[4] == "Of 3 rates and shares 2 tested; 8 figures, 0 of them unreadable."


def test_silence_is_no_clean_bill(write, capsys):
    assert run(write("a.txt", "增长7%。"), "--lang", "en") == 0
    assert "which is no clean bill" in capsys.readouterr().out


def test_what_can_not_be_read_is_named_with_its_place_and_the_reason(write, capsys):
    assert run(write("a.txt", "有\n三七家。每亩2.5筐。"), "--lang", "en") == 0
    said = (
        "Unreadable: 2:1 “三七家” (its numerals say no number or more than one), "
        "2:7 “2.5” (no unit that heshu knows follows it)."
    )
    assert said in capsys.readouterr().out


def test_quiet_prints_findings_alone(write, capsys):
    assert run(write("a.txt", SOUND), "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    assert run(write("b.txt", SOUND + WRONG), "-q") == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_figures_are_listed_on_request(write, capsys):
    name = write("a.txt", WRONG)
    run(name)
    assert "确数" not in capsys.readouterr().out
    run(name, "--figures", "--quiet")
    assert re.search(r"1:4 +200家 +200 +家 +确数 +数量\n", capsys.readouterr().out)


def test_strict_counts_what_holds_only_on_a_condition(write, capsys):
    name = write("a.txt", CONDITIONAL)
    assert run(name) == 0
    assert "有条件成立1处" in capsys.readouterr().out
    assert run(name, "--quiet") == 0
    assert capsys.readouterr().out == ""
    assert run(name, "--quiet", "--strict") == 1
    assert "有条件成立" in capsys.readouterr().out


@pytest.mark.parametrize(
    "locale, text, language",
    [
        ("C", WRONG, "zh"),
        ("en_US.UTF-8", WRONG, "zh"),
        ("zh_CN.UTF-8", "Growth: 增长3%", "zh"),
        ("en_US.UTF-8", "In the year after, it was reported as 增长3%.", "en"),
        ("", "nothing here is Chinese at all", "en"),
    ],
)
def test_chinese_is_spoken_where_the_locale_or_the_text_is(locale, text, language, monkeypatch):
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("LC_MESSAGES", "")
    monkeypatch.setenv("LANG", "")
    assert messages.preferred(text) == language


def test_complaints_and_help_are_chinese_in_a_chinese_locale(write, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run("none.txt") == 2 and run(write("a.pdf", "%PDF-1.4")) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("heshu: none.txt：") and "另存为" in told[1]
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    assert "只打印发现" in capsys.readouterr().out


def test_json_has_places_of_figures_and_relations(write, capsys):
    source = f"# 题\n\n**{WRONG.strip()}**\n\n{TABLE}"
    assert run(write("a.md", source), "--json", "--lang", "en") == 1
    content = json.loads(capsys.readouterr().out)
    growth, parts = content["relations"]
    rows = source.splitlines()
    for one in (growth, parts, *growth["figures"], *parts["figures"], *content["figures"]):
        assert rows[one["line"] - 1][one["column"] - 1 :]
    assert (growth["code"], growth["line"], growth["column"]) == ("growth", 3, 18)
    assert (parts["code"], parts["line"]) == ("parts", 9)
    assert parts["message"].endswith("Right would be “100人”.")
    document = Document(source, markdown.read(source))
    phrases = [document.text[one["start"] : one["end"]] for one in growth["figures"]]
    assert phrases == ["200家", "300家", "增长80%"]
    assert content["summary"] == {
        "figures": 6,
        "unreadable": 0,
        "rates": 1,
        "tested": 1,
        "inconsistent": 2,
        "doubtful": 0,
        "consistent only if": 0,
        "not testable": 0,
        "consistent": 0,
    }


def test_annotations_are_commands_of_github(write, capsys):
    name = write("a,b:c%.txt", f"\n{WRONG}{CONDITIONAL}{SOUND}")
    assert run(name, "--format", "github", "--lang", "en") == 1
    first, second = capsys.readouterr().out.splitlines()
    fields = "file=a%2Cb%3Ac%25.txt,title=heshu growth,line=2,col=16,endColumn=21"
    quoted = "“200家增加到300家，增长80%25”"
    assert first.startswith(f"::error {fields}::{quoted}%0AThe ends allow 50.0")
    assert second.startswith("::warning file=")
    run(name, "--format", "github", "--strict")
    assert capsys.readouterr().out.count("::error ") == 2


class Page(HTMLParser):
    """What a page holds: its elements, with their attributes, and its text."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.words, self.open = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.words.append(data)


SMUGGLED = "<script>alert(1)</script><img src=x onerror=y>&amp;\"'<!--\x1b"


def test_the_report_shows_the_text_and_each_finding_in_place(write, capsys, tmp_path):
    names = write("a.txt", SMUGGLED + WRONG + "末段。"), write("b.md", f"{TABLE}\n\n{SMUGGLED}")
    assert run(*names, "--html", "report.html", "--lang", "zh") == 1
    source = (tmp_path / "report.html").read_text(encoding="utf-8")
    page = Page(source)
    assert page.open == []
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "form"}
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name == "src" for name in attributes)
        assert attributes.get("href", "#").startswith("#")
    assert "url(" not in source and "@import" not in source and "\x1b" not in source
    words = "".join(page.words)
    assert "<script>alert(1)</script><img src=x onerror=y>&amp;\"'<!--\ufffd企业由" in words
    # Each link leads to the one element of its name
    names = [one["id"] for _, one in page.elements if "id" in one]
    links = {one["href"][1:] for _, one in page.elements if "href" in one}
    assert len(names) == len(set(names)) and links <= set(names)
    # The finding stands after its paragraph and before the next
    passage = words[words.index("原文") :]
    assert passage.index("增长80%") < passage.index("应为") < passage.index("末段")
    marked = [one for tag, one in page.elements if tag == "mark" and one["class"] != "open"]
    assert len(marked) - 3 == 3 + 3  # those of the legend apart
    policy = next(one["content"] for _, one in page.elements if "http-equiv" in one)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_a_report_that_can_not_be_written_is_told(write, capsys):
    assert run(write("a.txt", SOUND), "--html", "none/report.html") == 2
    assert capsys.readouterr().err == "heshu: none/report.html: No such file or directory\n"


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("code", codes.codes())
def test_every_code_is_explained_by_examples(code, language, capsys):
    assert main(["explain", code, "--lang", language]) == 0
    told = capsys.readouterr().out
    row = codes.codes()[code]
    assert row[codes.MEANING[language]] in told
    failing, holding = told.split("\n" + messages.say(language, "explain holds"))
    # A finding of another code may come before it, none after it
    wanted = messages.name(language, "verdict", row["gives"].split("; ")[-1])
    assert failing.rstrip().splitlines()[-1].startswith(f"    {code} {wanted}: ")
    assert row["example"] in failing and row["holds"] in holding
    assert f" {messages.say(language, 'verdict inconsistent')}: " not in holding


def test_codes_are_listed_and_an_unknown_one_is_refused(capsys):
    assert main(["explain"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(vocabulary.rows("codes"))
    assert main(["explain", "growth", "\x1b[31m"]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and "growth" in captured.err and "\x1b" not in captured.err


# Many files


@pytest.fixture
def many(write):
    return [write(f"{n:02}.txt", (WRONG if n % 5 == 0 else SOUND) * (30 - n)) for n in range(20)]


@pytest.mark.parametrize("form", [[], ["--json"], ["--draft"], ["--format", "github"]])
def test_many_files_come_out_in_their_order(form, many, capfd):
    wanted = run(*many, "none.txt", *form, "--jobs", "1"), capfd.readouterr()
    assert wanted[0] == 2
    assert (run(*many, "none.txt", *form, "--jobs", "3"), capfd.readouterr()) == wanted
    assert (run(*many, "none.txt", *form), capfd.readouterr()) == wanted


def test_many_files_make_one_report(many, tmp_path):
    pages = []
    for jobs in "12":
        assert run(*many, "--html", "report.html", "--jobs", jobs, "-q") == 1
        pages.append((tmp_path / "report.html").read_bytes())
    assert pages[0] == pages[1] and pages[0].count(b"<section") == 20


@pytest.mark.parametrize("jobs", ["0", "-1", "x", "1.5"])
def test_jobs_are_a_number(jobs, capsys):
    with pytest.raises(SystemExit):
        run("a.txt", "--jobs", jobs)


def test_a_process_that_is_ended_costs_its_own_file_alone(many, capfd, monkeypatch):
    """As a system without memory ends one."""
    checked = check.check

    def greedy(text):
        if text.count("\n") == 17:
            os.kill(os.getpid(), 9)
        return checked(text)

    monkeypatch.setattr(check, "check", greedy)
    assert run(*many, "--jobs", "2", "--lang", "en") == 2
    captured = capfd.readouterr()
    assert captured.err.count("\n") == 1 and "13.txt: the process that checked it" in captured.err
    assert [
        name for name in many if f"{name}: 0" in captured.out or f"{name}:1:" in captured.out
    ] == [name for name in many if name != "13.txt"]


def test_all_processors_are_used_where_files_are_many(many, monkeypatch):
    asked = []
    in_processes = command.in_processes

    def spy(task, names, jobs):
        asked.append(jobs)
        return in_processes(task, names, jobs)

    monkeypatch.setattr(command, "in_processes", spy)
    monkeypatch.setattr(command, "_processors", lambda: 3)
    run(*many, "-q")
    run(*many[:3], "-q")
    run(*many[:3], "-q", "--jobs", "2")
    assert asked == [3, 2]


def test_a_tally_counts_rates_that_a_verdict_was_reached_on():
    tally = answers.Tally()
    text = "企业由200家增加到300家，增长80%。100家企业营收50亿元，平均每家6000万元。占7%。"
    for one in answers.examine(Document(text)):
        tally.note(one)
    assert (tally.rates, tally.tested) == (2, 1)


# Around a run in many processes


@pytest.mark.parametrize(
    "shell, status, told",
    [
        (">&-", 2, "heshu: standard output is closed\n"),
        (">/dev/full", 2, "heshu: standard output: No space left on device\n"),
        ("| head -1; exit ${PIPESTATUS[0]}", 1, ""),
    ],
)
def test_output_of_many_processes_that_nobody_takes(shell, status, told, many, tmp_path):
    command = [sys.executable, "-m", "heshu", "check", "-j2", *many]
    done = subprocess.run(
        ["bash", "-c", f'"$@" {shell}', "bash", *command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (status, told)


def test_an_interrupt_ends_all_processes_in_one_line(write):
    names = [write(f"{n}.txt", SOUND * 40_000) for n in range(4)]
    process = subprocess.Popen(
        [sys.executable, "-m", "heshu", "check", "-j2", *names],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=interruptible,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and len(begun := children.read_text().split()) < 2:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert (process.returncode, told) == (130, b"heshu: interrupted\n")
    assert not [child for child in begun if Path(f"/proc/{child}").exists()]
