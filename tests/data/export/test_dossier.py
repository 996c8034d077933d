"""What a dossier holds, and what a filter leaves of it: the same fold as the page, on as much evidence as is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from dashboard import published, queries
from dashboard.draw.appearance import status_on
from dashboard.edition import Moment
from data.drawing.atlas import load_atlas
from data.export.dossier import Dossier, Filter, Selection, load_dossier, read_dossier, select
from data.settings import load_settings
from data.store import StoreWriter, open_reader, open_writer
from data.tables.reference import load_reference
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.errors import ExportError, StoreError
from geo.ledger.zone import fold_zones, period_on, periods, shown_status, zone_id
from geo.pipeline import Reader
from geo.statement import Modality
from geo.status import Status
from tests.data.export.sample_dossier import dossier as sample
from tests.reading import article

OUTLINES = load_settings().assets / "world-atlas" / "countries-10m.json"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return sample()


def zones(dossier: Dossier, **fields: object) -> list[str]:
    return [zone.id for zone in select(dossier, Filter(**fields)).zones]  # type: ignore[arg-type]


def test_without_a_filter_everything_is_handed_on(dossier: Dossier) -> None:
    selection = select(dossier)
    assert selection.zones == fold_zones(dossier.statements, dossier.articles)
    assert selection.statements == dossier.statements and selection.articles == dossier.articles
    assert set(selection.footprints) | set(selection.undrawn) == {zone.id for zone in selection.zones}
    assert "has no polygon" in selection.undrawn["described-1@qq/nowhere"]
    assert all(selection.periods[zone.id] == periods(zone) for zone in selection.zones)


def test_zones_and_agreements_choose_zones_and_what_speaks_of_them(dossier: Dossier) -> None:
    chosen = select(dossier, Filter(zones=("described-1@qq/a",)))
    assert [zone.id for zone in chosen.zones] == ["described-1@qq/a"] and chosen.zones_in_all == 4
    assert [statement.id for statement in chosen.statements] == ["s5"]
    assert list(chosen.articles) == ["plain"] and list(chosen.agreements) == ["described-1"]
    assert zones(dossier, agreements=("known-2017",)) == ["known-2017@QQ01", "known-2017@QQ02"]
    assert zones(dossier, agreements=("known-2017",), zones=("described-1@qq/a",)) == []


def test_a_day_keeps_what_is_reported_for_it(dossier: Dossier) -> None:
    assert zones(dossier, day=date(2017, 7, 7)) == ["described-1@qq/a", "known-2017@QQ01", "known-2017@QQ02"]
    assert zones(dossier, day=date(2017, 7, 6)) == ["described-1@qq/a"]
    assert zones(dossier, day=date(2010, 1, 1)) == []
    assert zones(dossier, day=date(2010, 1, 1), statuses=(Status.UNKNOWN,)) == zones(dossier)


def test_a_status_is_one_that_a_zone_has_on_the_day_or_ever(dossier: Dossier) -> None:
    assert zones(dossier, statuses=(Status.AGREED,)) == ["described-1@qq/a", "known-2017@QQ01", "known-2017@QQ02"]
    assert zones(dossier, statuses=(Status.AGREED,), day=date(2017, 7, 10)) == ["described-1@qq/a"]
    assert zones(dossier, statuses=(Status.VIOLATED,), day=date(2017, 7, 10)) == ["known-2017@QQ01", "known-2017@QQ02"]
    assert zones(dossier, statuses=(Status.IN_FORCE,), day=date(2017, 7, 10)) == ["known-2017@QQ01", "known-2017@QQ02"]
    assert zones(dossier, statuses=(Status.UNKNOWN,)) == ["described-1@qq/nowhere"]
    assert zones(dossier, statuses=(Status.UNKNOWN, Status.AGREED), day=date(2017, 7, 6))[:1] == ["described-1@qq/a"]


def test_what_was_known_on_a_day_is_folded_from_what_was_published_until_then(dossier: Dossier) -> None:
    assert zones(dossier, known_on=date(2017, 7, 9)) == []
    known = select(dossier, Filter(known_on=date(2017, 7, 10)))
    assert {statement.article for statement in known.statements} == {"../harm"}
    assert known.zones_in_all == 2, "an article without a date was known on no day that can be named"
    assert list(known.articles) == ["../harm"]


def test_an_article_stands_for_itself(dossier: Dossier) -> None:
    assert zones(dossier, articles=("plain",)) == ["described-1@qq/a", "described-1@qq/nowhere"]
    silent = select(dossier, Filter(articles=("silent",)))
    assert not silent.zones and list(silent.articles) == ["silent"], "read, and nothing found"


@pytest.mark.parametrize("field", ["zones", "agreements", "articles"])
def test_what_the_store_does_not_have_is_told(dossier: Dossier, field: str) -> None:
    with pytest.raises(ExportError, match=r"the store has no .* 'known-2017@QQ0l'"):
        select(dossier, Filter(**{field: ("known-2017@QQ0l",)}))
    with pytest.raises(ExportError, match=r"did you mean 'known-2017@QQ0[12]'"):
        select(dossier, Filter(zones=("known-2017@QQ0l",)))


def test_a_zone_that_the_chosen_evidence_does_not_give_is_none_and_no_mistake(dossier: Dossier) -> None:
    assert zones(dossier, zones=("known-2017@QQ01",), articles=("plain",)) == []


def test_silence_is_unknown(dossier: Dossier) -> None:
    denied = tuple(replace(statement, modality=Modality.DENIED) for statement in dossier.statements)
    selection = select(replace(dossier, statements=denied))
    assert {shown_status(selection.period_of(zone.id)) for zone in selection.zones} == {Status.UNKNOWN}


# --- from a store


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "hudna.sqlite"
    reader = Reader(load_reference())
    text = "دخلت الهدنة في مدينة درعا وريفها حيز التنفيذ ظهر الأحد 9 تموز 2017."
    with open_writer(path) as store:
        store.save(article(text), reader.read(article(text)), read_at=datetime(2026, 1, 2, tzinfo=UTC), seconds=0.1)
    return path


@pytest.fixture(scope="module")
def settings_in(stored: Path) -> Mapping[str, str]:
    """The settings that lead to the store, as the environment holds them."""
    return {"HUDNA_STORE": str(stored), "HUDNA_DATA_FOLDER": str(stored.parent)}


@pytest.fixture(scope="module")
def loaded(settings_in: Mapping[str, str]) -> tuple[Dossier, Selection]:
    """The dossier of the store, and all of it with its polygons."""
    with patch.dict(os.environ, settings_in):
        dossier = load_dossier(load_settings())
    return dossier, select(dossier)


def test_the_store_is_read_as_the_settings_say(loaded: tuple[Dossier, Selection]) -> None:
    dossier, selection = loaded
    assert list(dossier.articles) == ["test"] and dossier.statements
    assert dossier.reference_sha256 == load_reference().sha256 and "geonames" in dossier.sources and dossier.disputed
    assert len(selection.footprints) == len(selection.zones) > 0
    assert {"sd/north-darfur", "et/tigray"} < dossier.first_level.keys(), "units of their country's first level"
    assert not {"sd/kordofan", "ph/mindanao"} & dossier.first_level.keys(), "several units together"


def test_tables_that_are_loaded_already_are_not_loaded_again(
    settings_in: Mapping[str, str], loaded: tuple[Dossier, Selection], monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = load_reference()
    monkeypatch.delattr("data.export.dossier.load_reference")
    dossier = load_dossier(load_settings(settings_in), reference)
    assert dossier.gazetteer is reference.gazetteer and dossier.statements == loaded[0].statements


def test_zones_are_those_of_the_page(
    settings_in: Mapping[str, str], loaded: tuple[Dossier, Selection], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(published, "STATIC_FOLDER", tmp_path)
    with patch.dict(os.environ, settings_in):
        edition = queries.current_edition()
    _, selection = loaded
    assert edition.zones == {zone.id: zone for zone in selection.zones} and edition.zones
    assert edition.periods == selection.periods and edition.footprints == selection.footprints
    assert all(status_on(edition, zone, Moment(day=day)) == shown_status(period_on(selection.periods[zone], day))
               for zone in edition.zones for day in (date(2017, 7, 9), date(2018, 1, 1)))  # fmt: skip


def test_a_store_that_changes_each_time_is_told(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reference = load_reference()
    with open_reader(stored) as store:
        marks = iter(range(100))
        monkeypatch.setattr(store, "generation", lambda: str(next(marks)))
        with pytest.raises(StoreError, match="wait until the ingest is done"):
            read_dossier(store, reference, load_atlas(reference.gazetteer, OUTLINES))


# --- articles that change

HOMS, DARAA, NAWA = (f"https://levant.example/{name}" for name in ("homs", "daraa", "nawa"))
TRUCE = "The ceasefire in Rastan took effect on {} March 2018 and will last until {} March 2018, officers said."
PRICES = "Traders in the north of the country complained about the price of wheat."
LIVE = "A ceasefire between the army and the opposition took effect in Daraa city on Saturday, residents said."
LATER = "The markets of the south are busy. A ceasefire in Nawa was agreed on Friday, officers said."
HOLDS = "Update. The ceasefire in Nawa is in force, residents said."
CHANGES = (  # a page, the day of March 2018 that it bears, its text, and the day on which it was read
    (HOMS, 4, TRUCE.format(2, 10), 4), (DARAA, 4, LIVE, 5), (NAWA, None, PRICES, 6), (HOMS, 9, TRUCE.format(3, 25), 9),
    (DARAA, 10, LATER, 12), (NAWA, 7, HOLDS, 13), (HOMS, 9, PRICES, 20), (DARAA, 10, f"{LIVE} {LATER}", 21),
)  # fmt: skip


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreWriter]:
    """A store with articles that were corrected, taken back and published anew."""
    reads = Reader(load_reference())
    with open_writer(tmp_path_factory.mktemp("store") / "hudna.sqlite") as store:
        for id, published, text, seen in CHANGES:
            day = Edtf.day(date(2018, 3, published)) if published else None
            version = Article(id=id, text=text, language=Language.ENGLISH, published=day)
            store.save(version, reads.read(version), read_at=datetime(2018, 3, seen, 9, tzinfo=UTC), seconds=0.1)
        yield store


@pytest.fixture(scope="module")
def changed(changing: StoreWriter) -> Dossier:
    reference = load_reference()
    return replace(read_dossier(changing, reference, load_atlas(reference.gazetteer, OUTLINES)), fades_after_days=7)


def test_what_was_known_on_a_day_is_handed_on_as_the_zones_of_a_day_tell_it(
    changing: StoreWriter, changed: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.export.dossier._footprints", lambda atlas, zones: ({}, {}))
    days = [date(2018, 3, number) for number in range(1, 31)]
    compared = 0
    for known_on in (None, *days):
        for day in days:
            told = changing.zones_on(day, known_on=known_on, fades_after_days=7)
            selection = select(changed, Filter(day=day, known_on=known_on))
            held = {zone.id: selection.period_of(zone.id) for zone in selection.zones}
            assert {zone_id(zone.truce, zone.area): (zone.status, zone.violated, zone.faded_from) for zone in told} == {
                id: (period.status, period.violated, period.faded_from) for id, period in held.items() if period
            }, (day, known_on)
            compared += len(told)
    assert compared > 500


def test_an_article_is_known_since_its_first_version(changed: Dossier) -> None:
    then = select(changed, Filter(known_on=date(2018, 3, 5)))
    assert {zone.area for zone in then.zones} == {"sy/rastan", "sy/daraa"} and set(then.articles) == {HOMS, DARAA}
    assert set(select(changed, Filter(known_on=date(2018, 3, 13))).articles) == {HOMS, DARAA, NAWA}
