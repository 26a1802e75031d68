"""What can go wrong around a check: one line says so, and the status is right."""

import json
import os
import signal
import socket
import subprocess
import sys

import pytest

from heshu import check, inputs, output
from heshu.__main__ import main

SOUND = "企业由200家增加到300家，增长50%。\n"
WRONG = "企业由200家增加到300家，增长80%。\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sound.txt").write_text(SOUND, encoding="utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    return tmp_path


def run(*arguments, shell="", **options):
    """Run the command in a process of its own, its streams as a shell redirects them."""
    command = [sys.executable, "-m", "heshu", "check", *map(os.fspath, arguments)]
    if shell:
        command = ["bash", "-c", f'"$@" {shell}', "bash", *command]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 20} | options
    return subprocess.run(command, check=False, **options)


def interruptible():
    """For a new process: hear of interrupts, also where the tests run in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def told(capsys):
    """What was said to people."""
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    "number", ["1" + ",000" * 1500, "1" + " 000" * 1500, "1," * 3000, "9" * 6000, "一" * 6000]
)
def test_numbers_longer_than_python_converts_are_no_crash(number, folder):
    (folder / "long.txt").write_text(f"共{number}件，比重{number}.5%。\n{WRONG}", encoding="utf-8")
    assert main(["check", str(folder / "long.txt")]) == 1


def test_a_number_that_is_too_long_is_found_as_unreadable():
    (found,) = check.check(f"共1{',000' * 1500}件。")
    assert found.reading.kind == "unreadable"


@pytest.mark.parametrize("column", ["paragraph", "sentence"])
def test_long_numbers_in_a_claims_file_are_refused_with_their_place(column, folder, capsys):
    main(["check", "--draft", str(folder / "sound.txt")])
    head, row, *_ = capsys.readouterr().out.splitlines()
    cells = row.split(",")
    cells[head.split(",").index(column)] = "9" * 5000
    (folder / "claims.csv").write_text(f"{head}\n{','.join(cells)}\n", encoding="utf-8")
    claims = str(folder / "claims.csv")
    assert main(["check", str(folder / "sound.txt"), "--claims", claims]) == 2
    (line,) = told(capsys)
    assert f"row 2, column {column}: " in line and "Remedy: count from 1." in line


@pytest.mark.parametrize(
    "name, reason",
    [
        ("x" * 5000, "File name too long"),
        ("none.txt", "No such file or directory"),
        ("a\0b", "no name of a file holds NUL bytes"),
        ("", "No such file or directory"),
        ("sound.txt/below", "Not a directory"),
    ],
)
def test_a_name_that_leads_nowhere_has_its_reason_and_stops_no_other(
    name, reason, folder, capsys, monkeypatch
):
    monkeypatch.chdir(folder)
    assert main(["check", "--json", name, "wrong.txt"]) == 2
    captured = capsys.readouterr()
    assert json.loads(captured.out)["relations"][0]["verdict"] == "inconsistent"
    (line,) = captured.err.splitlines()
    assert line.endswith(f": {reason}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told_as_such(folder, capsys):
    closed = folder / "closed"
    closed.mkdir()
    (folder / "wrong.txt").chmod(0)
    closed.chmod(0)
    assert main(["check", str(folder), str(closed)]) == 2
    assert sum(line.endswith(": Permission denied") for line in told(capsys)) == 3


@pytest.mark.parametrize("error", [PermissionError, FileNotFoundError])
def test_a_folder_that_can_not_be_listed_or_goes_away_is_told_as_such(
    error, folder, capsys, monkeypatch
):
    """As while it is listed: the rest of the files is checked all the same."""
    (folder / "inner").mkdir()
    (folder / "inner" / "more.txt").write_text(SOUND, encoding="utf-8")
    number = {PermissionError: 13, FileNotFoundError: 2}[error]
    scandir = os.scandir

    def refuse(path):
        if os.fspath(path).endswith("inner"):
            raise error(number, os.strerror(number), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert main(["check", str(folder)]) == 2
    captured = capsys.readouterr()
    assert f"inner: {os.strerror(number)}" in captured.err
    assert captured.out.count("增长80%") and captured.out.count("增长50%")
    assert main(["check", str(folder / "inner")]) == 2
    assert told(capsys) == [f"heshu: {folder / 'inner'}: {os.strerror(number)}"]


def test_a_file_that_goes_away_after_it_was_listed_is_told_as_such(folder, capsys, monkeypatch):
    listed = inputs.files

    def files(*arguments):
        names = listed(*arguments)
        (folder / "sound.txt").unlink()
        return names

    monkeypatch.setattr(inputs, "files", files)
    assert main(["check", str(folder)]) == 2
    captured = capsys.readouterr()
    assert "sound.txt: No such file or directory" in captured.err
    assert "增长80%" in captured.out


def test_names_that_are_no_utf_8_or_would_move_the_cursor_are_shown_harmlessly(folder):
    for name in (b"\xff.txt", b"\x1b[31mred.txt", b"line\nbreak.txt", b"\xc2\x9bC1.txt"):
        with open(os.fsencode(folder) + b"/" + name, "w", encoding="utf-8") as file:
            file.write(SOUND)
    done = run(folder)
    assert done.returncode == 1 and b"Traceback" not in done.stderr
    assert b"\x1b" not in done.stdout and b"\xc2\x9b" not in done.stdout
    assert b"\\udcff.txt" in done.stdout and b"\\x1b[31mred.txt" in done.stdout
    assert b"line\\nbreak.txt" in done.stdout
    lines = run(folder, "--json").stdout.decode().splitlines()
    names = {os.fsencode(json.loads(line)["file"]) for line in lines}
    assert os.fsencode(folder) + b"/\xff.txt" in names and len(names) == 6


def test_claims_can_not_move_the_cursor_either(folder, capsys):
    main(["check", "--draft", str(folder / "sound.txt")])
    table = capsys.readouterr().out.replace("figure-1", "\x1b[31m").replace(",200家,", ",\x1b[0m,")
    (folder / "claims.csv").write_text(table, encoding="utf-8")
    claims = str(folder / "claims.csv")
    assert main(["check", str(folder / "sound.txt"), "--claims", claims]) == 1
    assert "\x1b" not in capsys.readouterr().out


@pytest.fixture
def special(folder):
    """A folder with what is no regular file, and would never end or never answer."""
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        place = os.getcwd()
        os.chdir(folder)
        listener.bind("socket.txt")
        os.chdir(place)
        (folder / "zero.txt").symlink_to("/dev/zero")
        yield folder


def test_what_is_no_regular_file_in_a_folder_is_passed_over(special, capsys):
    assert main(["check", str(special), "--json"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("name", ["pipe.txt", "socket.txt", "zero.txt", "/dev/zero", "/dev/null"])
def test_what_is_no_regular_file_is_refused_by_name(name, special, capsys):
    name, sound = str(special / name), str(special / "sound.txt")
    for arguments in ([name], [sound, "--claims", name]):
        assert main(["check", *arguments]) == 2
        captured = capsys.readouterr()
        assert captured.out == "" and captured.err.count("\n") == 1
        assert "isn't a regular file" in captured.err or "No such device" in captured.err


def test_a_file_beyond_the_limit_is_refused(folder, capsys, monkeypatch):
    large = folder / "large.txt"
    with large.open("wb") as file:
        file.truncate(inputs.LIMIT + 1)
    assert main(["check", str(large)]) == 2
    assert told(capsys) == [f"heshu: {large}: is larger than 32 MiB; split it"]
    monkeypatch.setattr(inputs, "LIMIT", len(SOUND.encode()))
    assert main(["check", str(folder / "sound.txt")]) == 0
    (folder / "sound.txt").write_text(SOUND + "\n", encoding="utf-8")
    assert main(["check", str(folder / "sound.txt")]) == 2


def test_standard_input_has_the_same_limit_and_may_be_closed():
    done = run("-", shell="</dev/zero")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1) and b"32 MiB" in done.stderr
    done = run("-", shell="<&-")
    assert done.returncode == 2
    assert done.stderr == b"heshu: -: standard input is closed\n"


@pytest.mark.parametrize(
    "form, shell, reason",
    [
        ([], ">&-", " is closed"),
        ([], ">/dev/full", ": No space left on device"),
        (["--json"], ">/dev/full", ": No space left on device"),
        (["--draft"], ">/dev/full", ": No space left on device"),
    ],
)
def test_output_that_can_not_be_written_is_told_in_one_line(form, shell, reason, folder):
    done = run(folder / "sound.txt", *form, shell=shell)
    assert done.returncode == 2
    assert done.stderr.decode() == f"heshu: standard output{reason}\n"


def test_where_nobody_hears_complaints_they_are_no_output(folder):
    for shell in ("2>&-", "2>/dev/full"):
        done = run("none.txt", folder / "wrong.txt", "--json", shell=shell)
        assert (done.returncode, len(done.stdout.splitlines())) == (2, 1)


@pytest.mark.parametrize("name, status", [("sound.txt", 0), ("wrong.txt", 1)])
def test_a_check_goes_on_when_the_reader_of_its_output_has_gone(name, status, folder):
    """The slip is the last thing in a text whose figures are far more than a pipe holds."""
    long = folder / "long.txt"
    long.write_text("共有企业5家。\n" * 4000 + (folder / name).read_text("utf-8"), "utf-8")
    done = run(long, "--figures", shell="| head -1; exit ${PIPESTATUS[0]}")
    assert (done.returncode, done.stdout.count(b"\n"), done.stderr) == (status, 1, b"")


def test_an_interrupt_ends_a_check_in_one_line():
    command = [sys.executable, "-m", "heshu", "check", "-"]
    pipe = subprocess.PIPE
    options = {"stdin": pipe, "stdout": pipe, "stderr": pipe, "preexec_fn": interruptible}
    with subprocess.Popen(command, **options) as process:
        # All but what a pipe holds has been read when this ends, and seconds of work are left
        process.stdin.write((SOUND * 100_000).encode())
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=20)
    assert (process.returncode, error) == (130, b"heshu: interrupted\n")


def test_an_error_of_heshu_itself_shows_its_traceback_and_stops_no_other(
    folder, capsys, monkeypatch
):
    checked = check.check

    def broken(text):
        if "50%" in text:
            raise ZeroDivisionError("ours")
        return checked(text)

    monkeypatch.setattr(output.check, "check", broken)
    assert main(["check", str(folder)]) == 2
    captured = capsys.readouterr()
    assert "sound.txt: an error of heshu itself:\nTraceback" in captured.err
    assert "ZeroDivisionError: ours" in captured.err and "增长80%" in captured.out


def test_too_little_memory_is_told_in_one_line(folder, capsys, monkeypatch):
    def greedy(text):
        raise MemoryError

    monkeypatch.setattr(output.check, "check", greedy)
    assert main(["check", str(folder / "sound.txt")]) == 2
    assert told(capsys) == [f"heshu: {folder / 'sound.txt'}: takes more memory than there is"]
