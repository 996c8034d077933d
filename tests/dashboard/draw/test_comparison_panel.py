"""Two days compared, in words: the totals, the groups, and the sentence behind each change."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard.draw.change_appearance import change_appearances
from dashboard.draw.comparison_control import comparison_control, comparison_wording
from dashboard.draw.comparison_panel import MOST_LINES, comparison_panel
from dashboard.draw.timeline import timeline
from dashboard.edition import Edition, Moment
from geo.ledger.comparison import Side, compare
from geo.ledger.zone import Period
from geo.status import Status
from tests.dashboard.markup import words

SOUTH, GHOUTA, UNDATED = "south/SY12", "ghouta/eastern-ghouta", "ghouta/daraa"


def drawn(
    edition: Edition, earlier: date, later: date, language: str = "en", known: date | None = None, follows: bool = False
) -> str:
    def side(moment: Moment) -> Side:
        told = {zone: edition.period_on(zone, moment) for zone in edition.zones}
        assert moment.day
        return Side(day=moment.day, known_on=moment.known_on, periods={z: p for z, p in told.items() if p})

    first, second = (Moment(day=day, known_on=day if follows else known, follows=follows) for day in (earlier, later))
    compared = compare(edition.zones.values(), side(first), side(second), edition.footprints)
    return comparison_panel(edition, compared, second, language)


def group(html: str, change: str) -> str:
    """The part of the panel that holds the zones of one change, "" where there is none."""
    found = re.search(rf'<(section|details) class="change-group" data-change="{change}">', html)
    if not found:
        return ""
    return html[found.end() :].split('class="change-group"')[0]


def test_a_gained_truce_comes_with_both_statuses_and_its_sentence(edition: Edition) -> None:
    html = drawn(edition, date(2017, 7, 8), date(2017, 7, 12))
    said = words(html)
    assert "From 8 July 2017 to 12 July 2017" in said
    gained = group(html, "gained")
    assert "8 July 2017 Nothing reported for this day 12 July 2017 In force" in words(gained)
    assert "South-west ceasefire Daraa Governorate" in words(gained)
    assert "<mark>دخل حيز التنفيذ في 9 تموز 2017</mark>" in gained
    assert "publisher unknown · published about 10 July 2017 Read it in the article" in words(gained)


def test_a_described_truce_is_named_without_a_year(edition: Edition) -> None:
    """The year of its name is that of the texts which most articles name; a zone holds the truces of all years."""
    named = replace(edition.agreements["south"], known=False, name_en="Ceasefire · Daraa · 2025")
    changed = replace(edition, agreements={**edition.agreements, "south": named})
    gained = words(group(drawn(changed, date(2017, 7, 8), date(2017, 7, 12)), "gained"))
    assert "Ceasefire · Daraa Daraa Governorate" in gained and "2025" not in gained


def test_breaches_beside_a_truce_change_it_and_do_not_end_it(edition: Edition) -> None:
    html = drawn(edition, date(2017, 7, 12), date(2017, 7, 20))
    assert not group(html, "lost")
    assert "12 July 2017 In force 20 July 2017 In force Breaches reported" in words(group(html, "changed"))
    assert "broken by shelling" in words(group(html, "changed"))


def test_the_totals_say_how_much_land_and_what_is_not_counted(edition: Edition) -> None:
    said = words(drawn(edition, date(2017, 7, 8), date(2017, 7, 12)))
    core, possible = (int(km2.replace(",", "")) for km2 in re.search(r"Truce gained 1 ([\d,]+) to ([\d,]+) km²", said).groups())  # type: ignore[union-attr]
    assert 0 < core < possible
    assert re.search(r"Newly reported 1 at most [\d,]+ km²", said), "a part of a governorate has no core"
    assert "1 zone is not on the map, and its land is not counted." in said
    assert f"none on the map on 8 July 2017, {core:,} to {possible:,} km² on 12 July 2017" in said


def test_silence_after_a_report_is_called_no_loss(edition: Edition) -> None:
    html = drawn(edition, date(2017, 7, 20), date(2017, 8, 5))
    assert not group(html, "lost")
    silent = words(group(html, "no_longer_reported"))
    assert "It is not known to be lost." in silent
    assert "Parts of Eastern Ghouta 20 July 2017 Being negotiated 5 August 2017 Nothing reported for this day" in silent


def test_a_faded_status_says_what_it_was_before(edition: Edition) -> None:
    faded = Period(start=date(2017, 10, 13), end=None, status=Status.UNKNOWN, violated=False, faded_from=Status.IN_FORCE)
    held = replace(edition.periods[SOUTH][1], end=faded.start)
    told = replace(edition, periods={**edition.periods, SOUTH: (held, faded)})
    html = drawn(told, date(2017, 7, 20), date(2017, 11, 1))
    assert "Status unknown (before: In force)" in words(group(html, "no_longer_reported"))


def test_days_without_a_difference_say_so(edition: Edition) -> None:
    assert "Both days are the same day." in words(drawn(edition, date(2017, 7, 12), date(2017, 7, 12)))
    html = drawn(edition, date(2017, 7, 15), date(2017, 7, 16))
    assert "No change is reported between the two days." in words(html)
    assert "2 zones" in words(group(html, "unchanged"))
    assert "1 zone" in words(group(html, "unreported")) and "Daraa not on the map" in words(group(html, "unreported"))


def test_the_panel_says_by_whose_knowledge_it_compares(edition: Edition) -> None:
    known = drawn(edition, date(2017, 7, 8), date(2017, 7, 20), known=date(2017, 7, 12))
    assert "as known on 12 July 2017" in words(known) and not group(known, "changed")
    assert "In force Breaches" not in words(group(known, "gained"))
    then = drawn(edition, date(2017, 7, 8), date(2017, 7, 20), follows=True)
    assert "Each day as known on that day" in words(then)
    assert group(then, "newly_reported") and not group(then, "gained"), "on the 8th nobody knew of a truce to come"


def test_zones_of_one_sentence_are_told_together_and_long_ledgers_are_cut(edition: Edition) -> None:
    south = edition.zones[SOUTH]
    many = tuple(replace(south.ledger[0], statement=f"s1-{n}") for n in range(MOST_LINES + 2))
    twins = {id: replace(south, id=id, ledger=many) for id in (SOUTH, "south/twin")}
    told = replace(
        edition, zones=twins, periods={id: edition.periods[SOUTH][:1] for id in twins}, accounts={id: () for id in twins}
    )
    gained = group(drawn(told, date(2017, 7, 8), date(2017, 7, 12)), "gained")
    assert gained.count("<blockquote") == MOST_LINES
    assert gained.count('class="zone-item"') == 2
    assert "2 more sentences say so: open the zone." in words(gained)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_markup_in_an_article_stays_text(edition: Edition, language: str) -> None:
    hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
    articles = {id: replace(article, title=hostile, publisher=hostile) for id, article in edition.articles.items()}
    named = {id: replace(a, name_en=hostile, name_ar=hostile) for id, a in edition.agreements.items()}
    html = drawn(replace(edition, articles=articles, agreements=named), date(2017, 7, 8), date(2017, 7, 20), language)
    assert "<img" not in html and "<script" not in html
    assert html.count("&lt;script&gt;") >= 2


def test_the_control_knows_the_other_day_and_its_words(edition: Edition) -> None:
    times = timeline(edition)
    told = comparison_control(date(2017, 7, 12), times)
    assert told == {"day": "2017-07-12", "side": False}
    assert comparison_control(None, times) == {"day": "", "side": False}
    assert comparison_control(None, None) is None
    wording = comparison_wording("ar")
    assert wording["words"]["start"] == "قارن بين يومين"
    assert [row["status"] for row in wording["legend"]] == [str(change) for change in change_appearances()]
