"""What holds for every command: it says how it is used, stops quietly when nobody reads on, and tells of a full disk."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from data.__main__ import COMMANDS, main
from data.settings import PROJECT_ROOT

FULL = Path("/dev/full")


def run(*arguments: str, stdout: IO[bytes] | int, environment: Mapping[str, str]) -> tuple[int, str]:
    """The exit code of a command in a process of its own, and what it says on stderr."""
    ran = subprocess.run(
        [sys.executable, "-m", "data", *arguments], cwd=PROJECT_ROOT, stdout=stdout, stderr=subprocess.PIPE,
        env=dict(environment), timeout=120, check=False,
    )  # fmt: skip
    return ran.returncode, ran.stderr.decode()


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_says_how_it_is_used(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as told:
        main([name, "--help"])
    assert told.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: python -m data {name} ")


@pytest.mark.parametrize("name", ["settings", "assets", "evaluate-geometry", "boundaries", "check"])
def test_an_option_that_is_none_is_told_beside_the_usage(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as told:
        main([name, "--nope"])
    assert told.value.code == 2
    assert "unrecognized arguments: --nope" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["zones", "ingest", "check"])
def test_a_python_without_the_packages_is_told_in_a_sentence(name: str) -> None:
    """As the system's own: -S leaves out what is installed beside the standard library."""
    ran = subprocess.run(
        [sys.executable, "-S", "-m", "data", name],
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
        env={},
        timeout=120,
        check=False,
    )
    (told,) = ran.stderr.splitlines()
    assert ran.returncode == 1 and f"run `make setup`, then `.venv/bin/python -m data {name} …`" in told


def test_a_module_of_our_own_that_is_missing_is_no_word_on_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    command = replace(COMMANDS[0], module="data.nowhere")
    monkeypatch.setattr("data.__main__.COMMANDS", (command,))
    with pytest.raises(ModuleNotFoundError):
        main([command.name])


@pytest.mark.parametrize("page", sorted((PROJECT_ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_a_page_with_commands_says_which_python_is_meant(page: Path) -> None:
    """Debian has no `python`, and the system's `python3` lacks the packages."""
    words = page.read_text(encoding="utf-8")
    assert "python -m " not in words or "`.venv/bin/python`, started in the project's folder" in words.split("\n#", 1)[0]


def test_who_has_read_enough_sees_no_error() -> None:
    """What is told of a closed pipe by a command that prints more than fits into it: `python -m data settings | head -1`."""
    with subprocess.Popen(["true"], stdin=subprocess.PIPE) as reader:
        assert reader.stdin
        reader.wait()
        assert run("settings", stdout=reader.stdin, environment={}) == (0, "")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["settings"], ["read", "--in", "seeds"], ["read", "--in", "seeds", "--out", str(FULL)]])
def test_a_full_disk_is_told_in_a_sentence(arguments: list[str]) -> None:
    with FULL.open("wb") as full:
        code, told = run(*arguments, stdout=full, environment={})
    assert code == 1
    assert "the disk is full" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    "command", [["ingest"], ["read", "--in"], ["zones", "--store"], ["ingest", "seeds", "--dry-run", "--store"]]
)
def test_a_path_that_the_system_does_not_take_is_told_in_a_sentence(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Like a path in a locked folder, which these tests may have the right to look into."""
    name = "a" * 300
    assert main([*command, name]) == 1
    (told,) = capsys.readouterr().err.splitlines()
    assert name in told and "File name too long" in told


def test_a_ledger_takes_no_day(capsys: pytest.CaptureFixture[str]) -> None:
    """What would be ignored is refused."""
    with pytest.raises(SystemExit):
        main(["zones", "a@SY12", "--day", "2017-07-15"])
    assert "a ledger takes --known-on alone" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["zones"], ["export", "--format", "csv"], ["review"]])
def test_a_word_that_is_none_of_a_choice_is_told_with_the_choice(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*command, "--kind" if command == ["review"] else "--status", "nope"])
    assert "invalid choice: 'nope' (choose from '" in capsys.readouterr().err


@pytest.mark.parametrize("floors", [["--lower"], ["--write-floors", "--cases", "cases.jsonl"]])
def test_options_of_evaluate_that_do_nothing_together_are_refused(floors: list[str]) -> None:
    with pytest.raises(SystemExit) as told:
        main(["evaluate", *floors])
    assert told.value.code == 2
