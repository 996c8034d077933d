"""Zones fold statements; the ledger keeps two clocks; a zone can always be rebuilt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo.edtf import Edtf
from geo.statement import Modality
from geo.status import Status
from geo.zone import Zone, fold_zones, periods, zone_id
from tests.reading import article, reader

START = "دخل وقف إطلاق النار في مدينة الرستن حيز التنفيذ ظهر الأحد."
BREACH = "خرق القصف الهدنة في مدينة الرستن، وقال ناشطون إن خمسة أشخاص أصيبوا."
END = "انهارت الهدنة في مدينة الرستن وتجددت الاشتباكات."
TALKS = "يجري وفد روسي مفاوضات بشأن هدنة في مدينة الرستن وسط استمرار القصف."


def zones_of(*texts: tuple[str, str | None], agreement: str | None = "a") -> tuple[Zone, ...]:
    """The zones of texts published on days; `agreement` puts all their statements under one agreement."""
    articles = {f"article{i}": article(text, day, f"article{i}") for i, (text, day) in enumerate(texts)}
    statements = [s for a in articles.values() for s in reader().read(a).statements]
    if agreement:
        statements = [replace(s, agreement=agreement) for s in statements]
    return fold_zones(statements, articles)


def history(zone: Zone, known_on: date | None = None) -> list[tuple[str, str | None, str, bool]]:
    return [(str(p.start), str(p.end) if p.end else None, str(p.status), p.violated) for p in periods(zone, known_on=known_on)]


def test_a_status_holds_from_its_date_until_the_next() -> None:
    (zone,) = zones_of((START, "2017-08-07"), (END, "2017-09-01"))
    assert (zone.id, zone.area) == (zone_id("a", "sy/rastan"), "sy/rastan")
    assert history(zone) == [("2017-08-06", "2017-09-01", "in_force", False), ("2017-09-01", None, "ended", False)]


def test_what_was_not_published_yet_was_not_known() -> None:
    (zone,) = zones_of((START, "2017-08-07"), (END, "2017-09-01"))
    assert history(zone, date(2017, 8, 6)) == []
    assert history(zone, date(2017, 8, 20)) == [("2017-08-06", None, "in_force", False)]


def test_a_violation_ends_nothing() -> None:
    (zone,) = zones_of((START, "2017-08-07"), (BREACH, "2017-08-20"))
    assert history(zone) == [("2017-08-06", "2017-08-20", "in_force", False), ("2017-08-20", None, "in_force", True)]


def test_a_violation_alone_is_shown_as_one() -> None:
    (zone,) = zones_of((BREACH, "2017-08-20"))
    assert history(zone) == [("2017-08-20", None, "violated", True)]


def test_an_undated_article_stays_in_the_ledger_and_out_of_the_history() -> None:
    (zone,) = zones_of((END, None))
    assert [line.status for line in zone.ledger] == [Status.ENDED]
    assert zone.ledger[0].true_from is None and zone.ledger[0].known_on is None
    assert history(zone) == []


def test_the_order_of_reading_does_not_matter() -> None:
    texts = [(START, "2017-08-07"), (BREACH, "2017-08-20"), (END, "2017-09-01"), (TALKS, "2017-07-20")]
    statements, articles = [], {}
    for i, (text, day) in enumerate(texts):
        articles[f"article{i}"] = article(text, day, f"article{i}")
        statements += [replace(s, agreement="a") for s in reader().read(articles[f"article{i}"]).statements]
    assert fold_zones(statements, articles) == fold_zones(reversed(statements), articles)


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.POSSIBLE, Modality.CONDITIONAL])
def test_what_is_denied_or_doubted_is_listed_and_changes_no_status(modality: Modality) -> None:
    read = article(START, "2017-08-07", "x")
    statements = [replace(s, modality=modality) for s in reader().read(read).statements]
    (zone,) = fold_zones(statements, {"x": read})
    assert zone.ledger and periods(zone) == ()


def test_the_end_that_a_text_gives_is_the_first_day_without_the_status() -> None:
    read = article(START, "2017-08-07", "x")
    statements = [replace(s, until=Edtf.parse("2017-08-10")) for s in reader().read(read).statements]
    (zone,) = fold_zones(statements, {"x": read})
    assert history(zone) == [("2017-08-06", "2017-08-11", "in_force", False)]


def test_a_zone_is_partial_only_if_no_text_covers_it_whole() -> None:
    whole = ("تشمل الهدنة محافظة إدلب، ودخلت حيز التنفيذ.", "2017-08-07")
    part = ("تشمل الهدنة مدينة إدلب وأجزاء من محافظة حلب، ودخلت حيز التنفيذ.", "2017-08-07")
    partial = {z.area: (z.partial, z.beside) for z in zones_of(whole, part)}
    assert partial["SY02"] == (True, ("sy/idlib",))
    assert partial["SY07"] == (False, ())


def test_what_a_text_excepts_is_without_the_zone_unless_another_covers_it() -> None:
    (read,) = reader().read(article(START, "2017-08-07")).statements
    excepting = replace(read, excluded=("sy/talbiseh", "sy/homs"), agreement="a")
    covering = replace(read, id="other", areas=tuple(replace(a, area="sy/homs") for a in read.areas), agreement="a")
    zones = fold_zones([excepting, covering], {read.article: article(START, "2017-08-07")})
    assert {zone.area: zone.without for zone in zones} == {"sy/rastan": ("sy/talbiseh",), "sy/homs": ()}


def test_the_line_of_a_signing_begins_with_the_words_of_the_signing() -> None:
    text = (
        "وقعت الفصائل وروسيا اتفاق هدنة في 31 تموز. "
        "ودخلت الهدنة حيز التنفيذ الخميس. وتشمل الهدنة مدينتي الرستن وتلبيسة وسط هدوء نسبي."
    )
    zone = zones_of((text, "2017-08-04"))[0]
    lines = {line.status: line for line in zone.ledger}
    assert str(lines[Status.AGREED].dated) == "2017-07-31"
    assert "31 تموز" in lines[Status.AGREED].evidence[0].quote
    assert "31 تموز" not in lines[Status.IN_FORCE].evidence[0].quote
