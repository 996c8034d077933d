"""The words and colours of exports: there in both languages, and the page's own where the page has them too."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from data.export.appearance import appearances
from data.export.words import LANGUAGES, words
from geo.agreement import AgreementType
from geo.footprint import Source
from geo.statement import Modality
from geo.status import Status

DASHBOARD = Path(__file__).resolve().parents[3] / "dashboard"


def test_every_word_is_there_in_both_languages_and_fills_in_the_same() -> None:
    for key, texts in words().items():
        assert set(texts) == set(LANGUAGES) and all(texts.values()), key
        fields = [{part.split("}")[0] for part in text.split("{")[1:]} for text in texts.values()]
        assert fields[0] == fields[1], key


def test_what_the_page_says_too_reads_the_same() -> None:
    page = tomllib.loads((DASHBOARD / "strings.toml").read_text(encoding="utf-8"))
    shared = words().keys() & page.keys()
    assert len(shared) > 40
    assert {key: words()[key] for key in shared} == {key: page[key] for key in shared}


@pytest.mark.parametrize(
    ("family", "values"),
    [("status", Status), ("modality", Modality), ("type", AgreementType), ("boundary", Source), ("boundaries", Source)],
)
def test_every_value_has_a_word(family: str, values: type) -> None:
    assert not [value for value in values if f"{family}.{value}" not in words()]  # type: ignore[attr-defined]


def test_statuses_look_as_on_the_page() -> None:
    page = tomllib.loads((DASHBOARD / "draw" / "appearance.toml").read_text(encoding="utf-8"))
    assert list(page) == [str(status) for status in appearances()] and set(page) == set(Status)
    for status, look in appearances().items():
        row = page[status]
        assert (look.colour, look.fill, look.line) == (row["light"], row["fill"], row["line"])
