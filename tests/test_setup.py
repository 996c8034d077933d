"""The two commands, as far as they can be tried without a network: what is pinned, what is said, what is found."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import chromium

ROOT = Path(__file__).resolve().parents[1]
MAKE = shutil.which("make") or "make"
SHELL_TOOLS = ("sh", "bash", "awk", "cat", "chmod", "cksum", "cp", "env", "mkdir", "rm", "test", "touch")

Program = Callable[[str, str], Path]


@pytest.fixture
def bare_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A PATH with nothing but a shell and its smallest tools. Call it with a name and a script to add a program."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in SHELL_TOOLS:
        if real := shutil.which(tool):
            (folder / tool).symlink_to(real)
    monkeypatch.setenv("PATH", str(folder))

    def add(name: str, script: str) -> Path:
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return program

    return add


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder that holds the project's Makefile and requirement files, and nothing that was installed."""
    folder = tmp_path / "a clone"
    folder.mkdir()
    for file in ("Makefile", "constraints.txt", "requirements.txt", "requirements-test.txt"):
        shutil.copyfile(ROOT / file, folder / file)
    return folder


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs make in a clone with an empty home and nothing of the environment but the PATH."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder.parent), "LC_ALL": "C"}
    return subprocess.run([MAKE, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def said_to_the_user(result: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines of stderr without make's own."""
    return [line for line in result.stderr.splitlines() if not line.startswith("make")]


def pins(*files: str) -> dict[str, str]:
    """From each pinned package's normalised name to its version."""
    found: dict[str, str] = {}
    for file in files:
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-")):
                requirement, version = line.split("==")
                found[canonicalize_name(requirement)] = version
    return found


def needed_by(roots: set[str]) -> Iterator[str]:
    """The normalised names of all packages that these need on this Python, themselves among them."""
    waiting, seen = sorted(roots), set[str]()
    while waiting:
        package = waiting.pop()
        if package in seen:
            continue
        seen.add(package)
        yield package
        for text in metadata.requires(package) or ():
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(canonicalize_name(requirement.name))


# --- what is pinned


def test_every_package_that_is_installed_is_pinned() -> None:
    direct = pins("requirements.txt", "requirements-test.txt")
    pinned = direct | pins("constraints.txt")
    assert not set(needed_by(set(direct))) - pinned.keys()


def test_what_is_installed_is_what_is_pinned() -> None:
    pinned = pins("requirements.txt", "requirements-test.txt", "constraints.txt")
    installed = {name: metadata.version(name) for name in needed_by(set(pins("requirements.txt", "requirements-test.txt")))}
    assert installed == {name: pinned[name] for name in installed}


@pytest.mark.parametrize(
    "rooms, files",
    [(("geo", "data", "dashboard"), ("requirements.txt",)), (("tests",), ("requirements.txt", "requirements-test.txt"))],
)
def test_what_is_imported_is_required(rooms: tuple[str, ...], files: tuple[str, ...]) -> None:
    """A package that only comes along with another may be gone with the other's next version."""
    distributions = metadata.packages_distributions()
    for path in (path for room in rooms for path in (ROOT / room).rglob("*.py")):
        for package in imported_packages(path) & distributions.keys():
            names = {canonicalize_name(name) for name in distributions[package]}
            assert names & pins(*files).keys(), f"{path.relative_to(ROOT)} imports {package}, which {files[-1]} does not name"


def imported_packages(path: Path) -> set[str]:
    """The first parts of all that a file imports."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {dotted.partition(".")[0] for dotted in plain | named}


def test_each_requirement_says_why_it_is_there() -> None:
    for file in ("requirements.txt", "requirements-test.txt"):
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        for before, line in pairwise(lines):
            if "==" in line:
                assert before.startswith("#") or "==" in before, f"{file}: no comment above {line!r}"


def test_the_page_needs_nothing_that_only_the_tests_need() -> None:
    assert not pins("requirements.txt").keys() & pins("requirements-test.txt").keys()


def test_the_npm_lock_has_a_hash_and_no_address_for_each_package() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for folder, package in packages.items():
        assert "resolved" not in package, f"{folder} says where it was downloaded"
        assert not folder or package["integrity"].startswith("sha512-"), f"{folder} has no hash"


def test_the_npm_lock_is_of_the_package_json_beside_it() -> None:
    asked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for group in ("dependencies", "devDependencies"):
        assert asked[group] == locked[""][group]
        assert asked[group] == {name: locked[f"node_modules/{name}"]["version"] for name in asked[group]}


def test_no_file_names_a_registry() -> None:
    files = ("Makefile", ".ci/run", ".npmrc", "package.json", "package-lock.json", "pyproject.toml", "data/assets.py",
             "constraints.txt", "requirements.txt", "requirements-test.txt")  # fmt: skip
    address = re.compile(r"index-url|find-links|registry\s*=\s*\S*//|registry\.[a-z]+\.|pypi\.(org|io)|files\.pythonhosted")
    for file in files:
        assert not address.search((ROOT / file).read_text(encoding="utf-8")), f"{file} names a registry's address"


# --- what make says


def test_make_alone_lists_the_commands(clone: Path) -> None:
    result = make(clone)
    assert result.returncode == 0
    listed = re.findall(r"^  make ([a-z-]+) ", result.stdout, flags=re.MULTILINE)
    documented = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert listed == documented
    assert {"run", "test", "lint", "bench", "evaluate", "evaluate-geometry", "clean", "help"} <= set(listed)


def test_contributing_lists_what_make_lists(clone: Path) -> None:
    listed = set(re.findall(r"^  make ([a-z-]+) ", make(clone).stdout, flags=re.MULTILINE)) - {"help"}
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert listed <= set(re.findall(r"`make ([a-z-]+)", table))


LINKED = [ROOT / name for name in ("README.md", "CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)


@pytest.mark.parametrize("page", LINKED, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    for link, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", page.read_text(encoding="utf-8")):
        target = (page.parent / link).resolve() if link else page
        assert target.exists(), f"{page.name}: {link}"
        if anchor:
            titles = re.findall("^#+ (.*)$", target.read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}, (
                f"{page.name}: #{anchor}"
            )


def test_make_says_in_one_line_that_there_is_no_python(clone: Path, bare_path: Program) -> None:
    bare_path("python3", "exit 1")
    result = make(clone, "run")
    assert result.returncode != 0
    assert len(said_to_the_user(result)) == 1
    assert "needs Python 3.11 to 3.14 and found none" in result.stderr
    assert not (clone / ".venv").exists()


def test_make_says_in_one_line_that_the_venv_module_is_missing(clone: Path, bare_path: Program) -> None:
    bare_path("python3", 'case "$2" in *ensurepip*) exit 1;; esac')
    result = make(clone, "run")
    assert result.returncode != 0
    assert said_to_the_user(result) == ["Hudna: python3 has no venv module. On Debian or Ubuntu: apt-get install python3-venv"]


def test_make_passes_over_a_python_that_does_not_fit(clone: Path, bare_path: Program) -> None:
    bare_path("python3", "exit 1")
    bare_path("python3.13", 'case "$2" in *ensurepip*) exit 1;; esac')
    bare_path("python3.12", '[ "$1" = -c ] || { echo "$@" > made; exit 1; }')
    make(clone, "setup")
    assert (clone / "made").read_text(encoding="utf-8") == "-m venv --clear .venv\n"


def test_make_installs_once_for_each_content_of_the_requirements(clone: Path, bare_path: Program) -> None:
    calls = clone / "calls"
    bare_path(
        "python3",
        '[ "$1" = -c ] && exit 0; echo "$@" >> calls; '
        '[ "$2" = venv ] && rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python; exit 0',
    )
    install = ["-m venv --clear .venv", "-m pip install -qq --disable-pip-version-check -r requirements.txt", "-m data assets"]

    def calls_of_make_setup() -> list[str]:
        calls.unlink(missing_ok=True)
        result = make(clone, "setup")
        assert result.returncode == 0, result.stderr
        return calls.read_text(encoding="utf-8").splitlines()

    assert calls_of_make_setup() == install
    assert calls_of_make_setup() == ["-m data assets"]
    (clone / "requirements.txt").touch()
    assert calls_of_make_setup() == ["-m data assets"]
    with (clone / "constraints.txt").open("a", encoding="utf-8") as constraints:
        constraints.write("another==1.0\n")
    assert calls_of_make_setup() == install
    (clone / ".venv" / "bin" / "python").unlink()
    assert calls_of_make_setup() == install


def test_make_run_reads_no_article_where_the_page_runs_already(clone: Path, bare_path: Program) -> None:
    bare_path(
        "python3",
        '[ "$1" = -c ] && exit 0; echo "$@" >> calls; [ "$2" = venv ] && mkdir -p .venv/bin && cp "$0" .venv/bin/python; '
        'case "$*" in *--check) echo "something already answers" >&2; exit 1;; esac; exit 0',
    )
    result = make(clone, "run", "PORT=8600")
    assert result.returncode != 0 and said_to_the_user(result) == ["something already answers"]
    calls = (clone / "calls").read_text(encoding="utf-8").splitlines()
    assert calls[-1] == "-m dashboard --port 8600 --check"
    assert not [call for call in calls if "ingest" in call or "boundaries" in call]


def test_make_says_what_to_do_when_pip_fails_and_tries_again_the_next_time(clone: Path, bare_path: Program) -> None:
    bare_path(
        "python3",
        'case "$2" in venv) mkdir -p .venv/bin && cp "$0" .venv/bin/python;; pip) echo "ERROR: no route" >&2; exit 1;; esac',
    )
    for _ in range(2):
        result = make(clone, "setup")
        assert result.returncode != 0
        said = said_to_the_user(result)
        assert said[0] == "ERROR: no route" and said[1].startswith("Hudna: pip could not install") and len(said) == 2


# --- the browser


def test_the_browser_that_is_named_is_used(tmp_path: Path, bare_path: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = bare_path("mine", "")
    bare_path("chromium", "")
    monkeypatch.setenv(chromium.VARIABLE, str(mine))
    assert chromium.find_chromium() == mine


def test_a_named_browser_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(chromium.VARIABLE, "/nowhere/chromium")
    with pytest.raises(chromium.NoChromiumError, match="names '/nowhere/chromium'"):
        chromium.find_chromium()


def test_nothing_is_installed_beside_a_browser_that_was_named(
    bare_path: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(chromium.VARIABLE, "/nowhere/chromium")
    monkeypatch.setattr(chromium, "install_chromium", lambda: pytest.fail("something was installed"))
    chromium.main()
    assert "names '/nowhere/chromium'" in capsys.readouterr().err


def test_an_installed_browser_is_used(bare_path: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    installed = bare_path("chromium-browser", "")
    assert chromium.find_chromium() == installed


@pytest.fixture
def no_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No browser is named or installed; returns where Playwright's would be."""
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    playwrights = tmp_path / "playwright" / "chrome"
    monkeypatch.setattr(chromium, "playwright_chromium", lambda: playwrights)
    return playwrights


def test_no_browser_is_an_error_that_says_what_to_do(bare_path: Program, no_browser: Path) -> None:
    with pytest.raises(chromium.NoChromiumError, match=f"Install one .*or set {chromium.VARIABLE}"):
        chromium.find_chromium()


def test_a_playwright_that_does_not_start_has_no_browser(bare_path: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setattr(sys, "executable", str(bare_path("python", "echo lost >&2; exit 1")))
    assert chromium.playwright_chromium() is None
    with pytest.raises(chromium.NoChromiumError):
        chromium.find_chromium()


def test_debians_package_is_installed_with_the_right_to(
    bare_path: Program, no_browser: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    debians = bare_path("apt-get", "").with_name("chromium")
    bare_path("apt-get", f'[ "$1" = update ] || {{ echo "$@" > {debians}; chmod +x {debians}; }}')
    chromium.main()
    assert chromium.find_chromium() == debians
    assert debians.read_text(encoding="utf-8") == "install --yes --no-install-recommends chromium libatomic1\n"
    assert "Debian's Chromium" in capsys.readouterr().out


def test_playwrights_browser_is_installed_where_apt_get_fails(
    bare_path: Program, no_browser: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    bare_path("apt-get", 'echo "E: Unable to locate package chromium"; exit 100')
    python = bare_path("python", f'mkdir -p {no_browser.parent}; echo "$@" > {no_browser}')
    monkeypatch.setattr(sys, "executable", str(python))
    chromium.main()
    assert no_browser.read_text(encoding="utf-8") == "-m playwright install chromium\n"
    assert "Unable to locate package" in capsys.readouterr().err


def test_without_the_right_to_apt_get_is_not_called(
    bare_path: Program, no_browser: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    bare_path("apt-get", f"touch {tmp_path}/called")
    bare_path("sudo", "exit 1")
    monkeypatch.setattr(sys, "executable", str(bare_path("python", "exit 1")))
    chromium.main()
    assert not (tmp_path / "called").exists()
    assert "no Chromium was found" in capsys.readouterr().err


def test_the_ci_script_runs_lint_and_the_tests() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    lines = script.read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith("bash") and "set -euo pipefail" in lines
    assert lines[-2:] == ["make lint", "make test"]
