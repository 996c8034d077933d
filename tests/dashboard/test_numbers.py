"""Numbers are written in one way on every page: digits 0 to 9, a comma between thousands; years and ISO dates have none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.edition import Edition
from dashboard.strings import counted, number, percent, table
from dashboard.view import Page
from tests.dashboard.mounted import all_mounted
from tests.dashboard.test_pages import page  # noqa: F401

OTHER_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9\u066a-\u066c]")
UNGROUPED = re.compile(r"(?<![\w-])(?!(?:19|20)\d\d\b)\d{4,}")
BY_NAME = ("code", "a", "script", "style")  # hashes and addresses


class Said(HTMLParser):
    """What a page says by itself, without names of files and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "input":
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not set(self._inside) & set(BY_NAME):
            self.words.append(data)


def said(html: str) -> str:
    parser = Said()
    parser.feed(html)
    return " ".join(parser.words)


def strings_of(told: object) -> Iterator[str]:
    """Every text that a component is told."""
    match told:
        case str():
            yield told
        case dict():
            for value in told.values():
                yield from strings_of(value)
        case list():
            for value in told:
                yield from strings_of(value)


@pytest.fixture
def published(page: AppTest, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:  # noqa: F811
    """The page on an edition with thousands of zones, and what it publishes for the browser by name."""
    zone, period, drawn = (held["south/SY12"] for held in (edition.zones, edition.periods, edition.footprints))
    truces = ("south", "ghouta")
    zones = {f"z{n}": replace(zone, id=f"z{n}", truce=truces[n % 2], agreements=(truces[n % 2],)) for n in range(2_500)}
    periods = {f"z{n}": (replace(period[-1], start=date(2017, 1, 1) + timedelta(n % 99)),) for n in range(2_500)}
    large = dict.fromkeys(zones, replace(drawn, area_km2=6_550.4))
    grown = replace(
        edition, zones={**edition.zones, **zones}, periods={**edition.periods, **periods}, fades_after_days=1_200,
        accounts={**edition.accounts, **dict.fromkeys(zones, ())}, footprints={**edition.footprints, **large},
    )  # fmt: skip
    for module in ("dashboard.views.frame", "dashboard.views.hearing"):
        monkeypatch.setattr(f"{module}.current_edition", lambda: grown)
    told: dict[str, str] = {}
    for module in ("map_side", "text_side", "clocks"):
        monkeypatch.setattr(
            f"dashboard.views.{module}.publish", lambda name, content, **_: told.update({name: content}) or f"app/{name}.json"
        )
    return told


VIEWS = (
    *({"page": name} for name in Page),
    {"zone": "z7"}, {"only": "status:in_force", "q": "درعا"}, {"day": "2017-07-15", "compare": "2017-03-01"},
    {"article": "ar.txt", "statement": "s1"}, {"place": "sy/daraa", "places": "all"}, {"frame": "map", "zone": "z7"},
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: "-".join(view.values()))
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_mixes_ways_to_write_a_number(
    page: AppTest, published: dict[str, str], view: dict[str, str], language: str  # noqa: F811
) -> None:  # fmt: skip
    page.query_params.update({**view, "lang": language})
    page.run()
    assert not page.exception
    parts = [told for _, told in all_mounted(page)] + [json.loads(file) for file in published.values()]
    texts = [text for part in parts for text in strings_of(part) if not text.startswith("app/")]
    texts += [block.proto.body for block in page.main.get("html")]
    for text in texts:
        words = said(text)
        assert not OTHER_DIGITS.search(words)
        if not re.search(r"[0-9a-f]{12}|L\.map|\d-\d|^\d{4,}", text):
            assert not UNGROUPED.search(words), words


def test_the_words_of_the_page_hold_no_other_digits() -> None:
    for key, row in table().items():
        for language, words in row.items():
            assert not OTHER_DIGITS.search(words), (key, language)


def test_scripts_write_numbers_alike() -> None:
    """A script that writes numbers by a locale's default would take the digits of the visitor's own."""
    for script in (Path(__file__).parents[2] / "dashboard/static/page").glob("*.js"):
        text = script.read_text("utf-8")
        assert not re.search(r"toLocaleString\(\)|NumberFormat\(\)|DateTimeFormat\(\)", text), script.name
        assert all("nu-latn" in made for made in re.findall(r"Format\('ar[^']*'", text)), script.name


def test_numbers_have_commas_between_thousands() -> None:
    assert (number(999), number(12_345), number(6_550.4)) == ("999", "12,345", "6,550")
    assert counted("about.zones", 3_000, "ar").startswith("3,000")
    assert counted("about.zones", 3_000, "en").startswith("3,000")
    assert percent(0.856, "en") == "86%"
    assert percent(0.856, "ar").replace("\u200e", "") == "86%"
