"""What the program says of what went wrong has words in Arabic, with the same fields, and no row is left that nothing says."""

from __future__ import annotations

import ast
import errno
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.messages import said, table
from dashboard.strings import isolated
from geo.errors import JudgementError
from geo.message import Message

ROOT = Path(__file__).parents[2]
# What only the command line says: no page calls these.
COMMANDS = {
    "data/assets.py", "data/tables/check.py", "data/evaluate/gold.py", "data/evaluate/geometry.py", "data/export/command.py",
    "data/reading/jobs.py", "data/reading/read.py", "data/reading/readings.py", "data/review/command.py",
    "data/terminal.py", "data/zones.py",
    "data/boundaries/fetch.py", "data/boundaries/published.py", "data/boundaries/publisher.py", "data/boundaries/sets.py",
    "data/gazetteer/geonames.py", "data/gazetteer/listing.py", "dashboard/__main__.py",
}  # fmt: skip
# Faults of the project's own tables, which whoever changes a table reads: they may name a line of it in the table's language.
OF_TABLES = {"ReferenceTableError", "FootprintError", "SpanError", "ListingError"}
SYSTEM = {os.strerror(code) for code in errno.errorcode}  # said by the system, in English where it speaks English
BUILT_IN = {"ValueError", "TypeError", "KeyError", "OSError", "RuntimeError", "IndexError", "AssertionError"}
FIELD = re.compile(r"\{(\w+)(?:!r|:,)?\}")


def sayings(path: Path) -> Iterator[tuple[int, ast.expr]]:
    """Where a module makes a message: the line, and the template that it gives."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            made = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if made in ("Message", "Refused", "Exhausted") or (made.endswith("Error") and made not in BUILT_IN | OF_TABLES):
                for given in node.args:
                    yield node.lineno, given


def said_on_pages() -> dict[str, str]:
    """Every template that a page may show, and a place that says it."""
    found = {}
    for room in ("geo", "data", "dashboard"):
        for path in sorted((ROOT / room).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            for line, given in sayings(path) if name not in COMMANDS else ():
                for one in (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,):
                    if isinstance(one, ast.Constant) and isinstance(one.value, str):
                        found[one.value] = f"{name}:{line}"
    return found


def test_every_sentence_that_a_page_may_show_has_words_in_arabic() -> None:
    missing = {place: words for words, place in said_on_pages().items() if words not in table()}
    assert not missing, f"no row in dashboard/messages.toml: {missing}"


def test_no_row_is_left_that_nothing_says() -> None:
    elsewhere = [
        ROOT / "data" / "drawing" / "outlines.py",
        ROOT / "data" / "drawing" / "provinces.py",
        ROOT / "data" / "drawing" / "topojson.py",
        ROOT / "data" / "reference" / "sources.toml",
    ]  # said by OF_TABLES, and of sources
    written = "".join(path.read_text(encoding="utf-8") for path in elsewhere)
    unused = table().keys() - said_on_pages().keys() - SYSTEM
    assert not [words for words in unused if f'"{words}"' not in written]


def test_both_languages_have_the_same_fields() -> None:
    different = [en for en, ar in table().items() if set(FIELD.findall(en)) != set(FIELD.findall(ar))]
    assert not different


def test_every_row_is_arabic() -> None:
    with_words = {en: FIELD.sub("", ar) for en, ar in table().items() if re.search(r"\w", FIELD.sub("", ar))}
    assert len(with_words) > 200
    assert not [en for en, ar in with_words.items() if not re.search("[ء-ي]", ar)]


@pytest.mark.parametrize("room", ["geo", "data", "dashboard"])
def test_a_template_is_no_f_string(room: str) -> None:
    """Words that are filled in before they are said cannot be said in another language."""
    for path in sorted((ROOT / room).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name not in COMMANDS:
            wrong = [line for line, given in sayings(path) if isinstance(given, ast.JoinedStr)]
            assert not wrong, f"{name}:{wrong}: give the template, and what fills it"


def test_a_sentence_with_its_values_is_said_in_both_languages() -> None:
    message = Message("is larger than the {most:,} bytes that {setting} allows", most=2_000_000, setting="HUDNA_X")
    assert said(message, "en") == message == "is larger than the 2,000,000 bytes that HUDNA_X allows"
    assert said(message, "ar") == f"أكبر من المسموح به (2,000,000 بايت، {isolated('HUDNA_X')})"


def test_a_sentence_within_a_sentence_is_said_too() -> None:
    message = Message("line {line}: {fault}", line=3, fault=Message("did you mean {key!r}?", key="title"))
    assert message == "line 3: did you mean 'title'?"
    assert said(message, "ar") == f"السطر 3: هل تقصد «{isolated('title')}»؟"


def test_words_of_others_stay_as_they_are_and_are_no_template() -> None:
    message = Message("cannot be read ({fault})", fault="{fault} {most:,} {0.__class__}")
    assert message == "cannot be read ({fault} {most:,} {0.__class__})"
    assert said(message, "ar") == f"لا تمكن قراءته ({isolated('{fault} {most:,} {0.__class__}')})"
    assert said("written by hand {x}", "ar") == "written by hand {x}"


def test_words_of_others_neither_end_a_sentence_nor_turn_it_nor_are_translated() -> None:
    message = Message("line {line}: {fault}", line=3, fault=Message("cannot be read ({fault})", fault="a\u2069\u202eb\n\ud800"))
    assert said(message, "ar") == "السطر 3: لا تمكن قراءته (\u2068a\\u2069\\u202eb\\n\\ud800\u2069)"
    key = Message("{key} is empty: leave the line out where the answer is not known", key="published")
    for same in (key, Message.parse(json.loads(json.dumps(key.plain())))):
        assert said(same, "ar").startswith(f"قيمة {isolated('published')} فارغة"), "the key is named as it is written"


def test_who_wrote_both_languages_is_heard_in_both() -> None:
    message = Message.in_both("From the feed.", "من الخلاصة.")
    assert (said(message, "en"), said(message, "ar")) == ("From the feed.", "من الخلاصة.")


def test_an_error_keeps_its_sentences_apart() -> None:
    error = JudgementError(
        Message("who says so? Write your name"), Message("there is no place {key!r}: choose one of the gazetteer", key="x")
    )
    assert str(error) == "who says so? Write your name\nthere is no place 'x': choose one of the gazetteer"
    assert [said(message, "ar") for message in error.messages] == [
        "من يقول هذا؟ اكتب اسمك", f"لا مكان باسم «{isolated('x')}»: اختر مكاناً من معجم الأماكن",
    ]  # fmt: skip
