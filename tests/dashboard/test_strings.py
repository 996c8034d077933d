"""The page's words: every one in both languages, every one used, none missing."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from dashboard import messages
from dashboard.strings import LANGUAGES, counted, direction, number, plural_form, table, text
from geo.agreement import AgreementType
from geo.footprint import Method
from geo.gazetteer import Kind
from geo.statement import Modality
from geo.status import Status
from geo.toponym.reason import Because
from geo.toponym.resolution import Role

DASHBOARD = Path(__file__).parents[2] / "dashboard"


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("key", table())
def test_a_string_stands_in_both_languages_and_takes_the_same_values(key: str) -> None:
    row = table()[key]
    assert set(row) == set(LANGUAGES)
    assert all(words.strip() for words in row.values())
    english, arabic = fields(row["en"]), fields(row["ar"])
    # a dual or a singular says its number by its form
    assert english == arabic or key.endswith((".one", ".two"))


def test_arabic_strings_are_arabic() -> None:
    """A row copied from the other column would pass for translated; these hold names and code only."""
    same = {key for key, row in table().items() if not re.search("[\u0600-\u06ff]", row["ar"])}
    # the name of a language stands in that language, and a date range of figures has no words
    assert same == {"language.en"}


def test_in_arabic_what_runs_the_other_way_is_set_apart() -> None:
    """An address or a date of figures between Arabic words is shown back to front, unless a mark says which way it runs."""
    said = {key: row["ar"] for key, row in table().items()} | dict(messages.table())
    for key, words in said.items():
        for found in re.finditer(r"https?:|\d{4}-\d\d|©", words):
            assert words[found.start() - 1] in "\u200e\u2066\u2068", f"{key}: {found.group()} has no mark before it"


@pytest.mark.parametrize(
    ("prefix", "values"),
    [("status", Status), ("modality", Modality), ("type", AgreementType), ("method", Method), ("precision", range(1, 8)),
     ("month", range(1, 13)), ("role", Role), ("kind", Kind), ("reason", Because)],
)  # fmt: skip
def test_every_value_of_the_records_has_its_word(prefix: str, values: object) -> None:
    for value in values:  # type: ignore[attr-defined]
        assert table()[f"{prefix}.{value}"]["ar"]


def test_every_string_is_used() -> None:
    source = "\n".join(path.read_text("utf-8") for path in DASHBOARD.rglob("*.py"))
    built = {match for match in re.findall(r'f"([a-z._]+)\.\{', source)}
    counted_keys = set(re.findall(r'counted\(\s*"([a-z._]+)"', source))
    counted_keys |= set(re.findall(r'"((?:articles|compare|about)\.\w+|files)"', source))
    words = set(re.findall(r'"([a-z_.]+)"', source))
    for key in table():
        stem, _, last = key.rpartition(".")
        assert key in words or stem in built or stem in counted_keys or last in words, f"nothing shows {key!r}"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "قول واحد"),
        (2, "قولان"),
        (3, "3 أقوال"),
        (11, "11 قولاً"),
        (103, "103 أقوال"),
        (111, "111 قولاً"),
        (100, "100 قول"),
        (101, "101 قول"),
        (102, "102 قول"),
        (200, "200 قول"),
        (1000, "1,000 قول"),
    ],
)
def test_arabic_counts_by_its_own_rule(count: int, words: str) -> None:
    assert counted("articles.statements", count, "ar") == words


def test_the_forms_of_a_count_are_those_of_cldr() -> None:
    """CLDR's rule for Arabic (plurals.xml); where it has a form for none, what is counted stands as for a hundred."""
    few, many = set(range(3, 11)), set(range(11, 100))
    for count in range(1106):
        last = count % 100
        rule = "one" if count == 1 else "two" if count == 2 else "few" if last in few else "many" if last in many else "other"
        assert plural_form(count) == rule, count


def test_arabic_says_no_accusative_behind_whole_hundreds() -> None:
    stems = {key.removesuffix(".many") for key in table() if key.endswith(".many")}
    for stem in stems:
        for count in (0, 100, 101, 102, 200, 1000):
            assert "اً" not in counted(stem, count, "ar").split(number(count))[1].split()[0], stem


def test_direction() -> None:
    assert (direction("ar"), direction("en")) == ("rtl", "ltr")


def test_an_unknown_string_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("no.such.string", "en")
