"""The list, the zone, the articles: what each says, and that text from articles stays text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import escape

import pytest

from dashboard.draw.agreement_list import agreement_list
from dashboard.draw.article_list import article_list, unresolved_names
from dashboard.draw.attribution import attribution, boundaries_note
from dashboard.draw.headline import headline_in_words
from dashboard.draw.quotation import MOST_AROUND, quotation
from dashboard.draw.tray import unread_files
from dashboard.draw.zone_list import zone_list
from dashboard.draw.zone_panel import zone_panel
from dashboard.edition import BadFile, Edition, Moment
from dashboard.strings import text
from geo.actor import Party
from geo.article import Language
from geo.edtf import Edtf
from geo.footprint import Agreement, Source
from geo.ledger.zone import Period, Zone
from geo.span import Span
from geo.statement import Modality
from geo.status import Status
from tests.dashboard.markup import words

DAY = Moment(day=date(2017, 7, 15))


def test_the_list_holds_every_zone_under_its_agreement(edition: Edition) -> None:
    said = words(zone_list(edition, DAY, "en"))
    assert said.index("Ghouta talks") < said.index("Parts of Eastern Ghouta") < said.index("South-west ceasefire")
    assert "Daraa not on the map No date known" in said
    assert "Daraa Governorate Breaches reported" in said


def test_agreements_known_by_name_come_first(edition: Edition) -> None:
    ghouta = next(id for id, agreement in edition.agreements.items() if agreement.name_en == "Ghouta talks")
    for known in (True, False):
        named = {id: replace(agreement, known=(id == ghouta) is known) for id, agreement in edition.agreements.items()}
        said = words(zone_list(replace(edition, agreements=named), DAY, "en"))
        assert (said.index("Ghouta talks") < said.index("South-west ceasefire")) is known


def test_a_zone_that_nobody_reports_of_that_day_is_listed_as_such(edition: Edition) -> None:
    assert "Daraa Governorate Nothing reported for this day" in words(zone_list(edition, Moment(day=date(2017, 7, 3)), "en"))


def test_an_empty_store_explains_itself(edition: Edition) -> None:
    assert "No zones yet" in words(zone_list(replace(edition, zones={}, periods={}), Moment(day=None), "en"))
    assert "seeds" in words(article_list(replace(edition, articles={}), "ar"))


def test_the_panel_says_which_boundaries_drew_a_zone_and_how_far_to_trust_them(edition: Edition) -> None:
    zone = edition.zones["south/SY12"]
    measured = replace(edition.footprints[zone.id], agreement=Agreement(area="SY12", iou=0.876))
    said = words(zone_panel(replace(edition, footprints={zone.id: measured}), zone, DAY, "en"))
    assert "Of the land that Daraa Governorate has here or in the official boundaries, 88% is in both" in said
    official = replace(measured, sources=(Source.OFFICIAL,), agreement=None)
    notices = {"en": "Drawn by the publisher.", "ar": "رسمها الناشر."}
    changed = replace(edition, footprints={zone.id: official}, notices=notices)
    assert "official boundaries" in words(zone_panel(changed, zone, DAY, "en"))
    assert "Drawn by the publisher." in words(zone_panel(changed, zone, DAY, "en"))
    assert "رسمها الناشر." in words(zone_panel(changed, zone, DAY, "ar"))


def test_the_panel_says_how_else_articles_describe_the_truce(edition: Edition) -> None:
    zone = edition.zones["south/SY12"]
    assert "Also described as" not in words(zone_panel(edition, zone, DAY, "en"))
    twice = replace(zone, agreements=("south", "ghouta"))
    said = words(zone_panel(edition, twice, DAY, "en"))
    assert "Agreement South-west ceasefire Also described as Ghouta talks" in said
    assert "ويوصف أيضا بأنه" in words(zone_panel(edition, twice, DAY, "ar"))


def of_two_years(edition: Edition) -> tuple[Edition, Zone]:
    """Daraa's truce of 2017, and one of 2018 that a later article tells of and that leaves a town out."""
    zone = edition.zones["south/SY12"]
    told = next(line for line in zone.ledger if line.status is Status.IN_FORCE)
    (first, *rest) = [s for found in edition.statements.values() for s in found if s.id == told.statement]
    assert not rest
    later = replace(first, id="later", agreement="ghouta", excluded=("sy/daraa",))
    day = date(2018, 5, 1)
    line = replace(told, statement="later", article="later", true_from=day, reported_on=day, known_on=day, dated=None)
    both = replace(zone, agreements=("ghouta", "south"), ledger=(*zone.ledger, line), without=("sy/daraa",))
    article = replace(edition.articles[told.article], id="later")
    statements = {**edition.statements, "later": (later,)}
    changed = replace(
        edition, statements=statements, articles={**edition.articles, "later": article}, zones={**edition.zones, zone.id: both}
    )
    return changed, both


def test_a_zone_is_named_after_the_truce_of_the_day_as_it_was_known_then(edition: Edition) -> None:
    changed, zone = of_two_years(edition)

    def said(day: date, known_on: date | None) -> str:
        return words(zone_panel(changed, zone, Moment(day=day, known_on=known_on), "en"))

    assert "Agreement South-west ceasefire Also described as Ghouta talks" in said(date(2017, 7, 15), None)
    assert "Agreement Ghouta talks Also described as South-west ceasefire" in said(date(2018, 5, 2), None)
    then = said(date(2017, 7, 15), date(2017, 7, 15))
    assert "Agreement South-west ceasefire" in then and "Also described as" not in then


def test_the_panel_counts_the_sources_that_were_known_then(edition: Edition) -> None:
    changed, zone = of_two_years(edition)
    for known_on, count in ((None, "3 sources"), (date(2017, 7, 12), "1 source")):
        moment = Moment(day=date(2017, 7, 15), known_on=known_on)
        assert f"· {count}" in words(zone_panel(changed, zone, moment, "en"))


def test_the_panel_says_what_the_outline_leaves_out_by_later_words(edition: Edition) -> None:
    changed, zone = of_two_years(edition)
    for known_on, learnt in ((None, False), (date(2018, 5, 1), False), (date(2017, 7, 15), True)):
        moment = Moment(day=date(2017, 7, 15), known_on=known_on)
        later = "nobody had said by then that it leaves out Daraa."
        assert (later in words(zone_panel(changed, zone, moment, "en"))) is learnt
        assert ("إن التغطية تستثني درعا" in words(zone_panel(changed, zone, moment, "ar"))) is learnt


def test_the_panel_names_disputed_land(edition: Edition) -> None:
    zone = edition.zones["south/SY12"]
    disputed = replace(edition.footprints[zone.id], disputed=("golan",))
    changed = replace(edition, footprints={zone.id: disputed})
    assert "disputed: Occupied Golan" in words(zone_panel(changed, zone, DAY, "en"))
    assert "متنازع عليها: الجولان المحتل" in words(zone_panel(changed, zone, DAY, "ar"))
    assert "disputed" not in words(zone_panel(edition, zone, DAY, "en"))


def test_the_map_says_which_boundaries_drew_its_zones(edition: Edition) -> None:
    assert boundaries_note(edition, "en").endswith("86% of their land with the official ones")
    assert boundaries_note(replace(edition, cells_agreement=None), "en").endswith("approximate")
    first, *_ = edition.footprints
    official = replace(edition.footprints[first], sources=(Source.OFFICIAL,))
    noticed = replace(edition, footprints={first: official}, notices={"en": "No side is taken.", "ar": ""})
    assert "official" in boundaries_note(noticed, "en") and "approximate" not in boundaries_note(noticed, "en")
    assert "No side is taken." in attribution(noticed, "en")
    assert "No side is taken." not in attribution(replace(noticed, footprints=edition.footprints), "en")


def test_the_panel_says_where_each_line_comes_from(edition: Edition) -> None:
    html = zone_panel(edition, edition.zones["south/SY12"], DAY, "en")
    said = words(html)
    assert "محافظة درعا" in said, "the other language's name stands beside"
    assert "Breaches reported on 15 July 2017 · since 14 July 2017" in said
    assert "Sponsors Russia" in said
    assert "Cells of its towns." in said
    assert "9 July 2017 In force reported, attributed to a source" in said
    assert "publisher unknown · published about 10 July 2017" in said
    assert "<mark>دخل حيز التنفيذ في 9 تموز 2017</mark>" in html
    assert '<blockquote lang="ar" dir="rtl">' in html
    assert '<blockquote lang="en" dir="ltr">' in html


def test_a_line_without_a_date_says_what_it_rests_on(edition: Edition) -> None:
    said = words(zone_panel(edition, edition.zones["ghouta/eastern-ghouta"], DAY, "en"))
    assert "as reported on 10 July 2017" in said
    before = words(zone_panel(edition, edition.zones["ghouta/eastern-ghouta"], Moment(day=date(2017, 7, 11)), "en"))
    assert "after the day shown" in before


def test_since_when_is_no_finer_than_the_text(edition: Edition) -> None:
    south = edition.zones["south/SY12"]
    vague = replace(south, ledger=(replace(south.ledger[0], dated=Edtf.parse("2017-07")), *south.ledger[1:]))
    assert "since July 2017" in words(zone_panel(edition, vague, Moment(day=date(2017, 7, 12)), "en"))
    undated = edition.zones["ghouta/eastern-ghouta"]
    reported = replace(undated, ledger=tuple(replace(line, true_from=line.known_on) for line in undated.ledger))
    assert "so reported since 10 July 2017" in words(zone_panel(edition, reported, DAY, "en"))


def test_what_was_not_known_yet_is_not_shown(edition: Edition) -> None:
    before = Moment(day=date(2017, 7, 15), known_on=date(2017, 7, 12))
    assert "Daraa Governorate In force" in words(zone_list(edition, before, "en"))
    said = words(zone_panel(edition, edition.zones["south/SY12"], before, "en"))
    assert "In force on 15 July 2017 · since 9 July 2017 · as known on 12 July 2017" in said
    assert said.count("after the day shown") == 1, "the breach became known on the 15th"


def test_a_faded_status_says_what_was_last_reported_and_when(edition: Edition) -> None:
    south = edition.zones["south/SY12"]
    faded = Period(start=date(2017, 10, 13), end=None, status=Status.UNKNOWN, violated=False, faded_from=Status.IN_FORCE)
    told = replace(edition, periods={**edition.periods, south.id: (*edition.periods[south.id], faded)})
    told = replace(told, periods={**told.periods, south.id: (replace(told.periods[south.id][1], end=faded.start), faded)})
    said = words(zone_panel(told, south, Moment(day=date(2017, 11, 1)), "en"))
    last = "last reported: Breaches reported, 15 July 2017; no report in the 90 days after"
    assert f"Status unknown on 1 November 2017 · {last}" in said


def test_a_zone_that_cannot_be_drawn_says_so(edition: Edition) -> None:
    said = words(zone_panel(edition, edition.zones["ghouta/daraa"], DAY, "en"))
    assert "The reference tables give this area no polygon." in said


def test_read_and_nothing_found_differs_from_not_read(edition: Edition) -> None:
    said = words(article_list(edition, "en"))
    assert "Read; nothing about a truce was found. (1 place name)" in said
    unread = replace(edition, statements={k: v for k, v in edition.statements.items() if k != "empty.txt"})
    assert "Not read yet." in words(article_list(unread, "en"))


def test_unresolved_names_and_bad_files_are_listed(edition: Edition) -> None:
    assert "«القريتين»" in words(article_list(edition, "ar"))
    assert "broken.txt is empty: it holds no text" in words(unread_files(edition, ("unread",), "ar") or "")
    assert unresolved_names(edition, edition.articles["en.txt"]) == ()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_markup_in_an_article_stays_text(edition: Edition, language: str) -> None:
    hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
    article = replace(edition.articles["en.txt"], title=hostile, publisher=hostile, published_basis=hostile)
    attacked = replace(
        edition,
        articles={**edition.articles, "en.txt": article},
        agreements={k: replace(a, name_en=hostile, name_ar=hostile) for k, a in edition.agreements.items()},
        bad_files=(BadFile(file=hostile, reason=hostile),),
    )
    drawn = (
        zone_list(attacked, DAY, language) + zone_panel(attacked, attacked.zones["south/SY12"], DAY, language)
        + article_list(attacked, language) + str(unread_files(attacked, ("unread",), language))
    )  # fmt: skip
    assert "<img" not in drawn
    assert "<script" not in drawn
    assert drawn.count("&lt;script&gt;") >= 5


def test_a_quote_comes_with_its_sentence() -> None:
    source = "First. The truce holds in the south, he said. Last."
    found = quotation(source, Span(source.index("holds"), source.index(" in")))
    assert (found.before, found.quote, found.after) == ("The truce ", "holds", " in the south, he said.")
    assert not found.cut_before and not found.cut_after


def test_a_long_sentence_is_cut_between_words_and_says_so() -> None:
    source = "word " * 100 + "quote" + " word" * 100
    found = quotation(source, Span(500, 505))
    assert found.cut_before and found.cut_after
    assert found.before.startswith("word") and found.after.endswith("word")
    assert max(len(found.before), len(found.after)) <= MOST_AROUND


def bound(edition: Edition) -> Edition:
    """The edition with an article that names whom the truce of the south binds: a word in it is taken for that."""
    first = edition.statements["ar.txt"][0]
    text = edition.articles["ar.txt"].text
    start = text.index("مصدر مطلع")
    named = Party(actor="sy/jaysh", span=Span(start, start + len("مصدر مطلع")))
    statements = (replace(first, parties=(named,)), *edition.statements["ar.txt"][1:])
    return replace(edition, statements={**edition.statements, "ar.txt": statements})


@pytest.mark.parametrize(("language", "name"), [("en", "Jaysh <al-Islam>"), ("ar", "جيش <الإسلام>")])
def test_the_panel_names_the_parties_with_the_words_of_the_text(edition: Edition, language: str, name: str) -> None:
    zone = next(zone for zone in edition.zones.values() if zone.area == "SY12")
    panel = zone_panel(bound(edition), zone, DAY, language)
    assert escape(name) in panel and name not in panel
    assert "«مصدر مطلع»</bdi>" in panel and escape("قال مصدر مطلع إن وقف إطلاق النار") in panel
    assert text("zone.parties", language) in panel
    assert text("zone.parties", language) not in zone_panel(edition, zone, DAY, language), "nobody is named"


def test_parties_are_those_that_were_known_then(edition: Edition) -> None:
    zone = next(zone for zone in edition.zones.values() if zone.area == "SY12")
    zone = replace(zone, ledger=tuple(replace(line, known_on=date(2017, 7, 10)) for line in zone.ledger))

    def panel(known_on: date) -> str:
        return zone_panel(bound(edition), zone, Moment(day=DAY.day, known_on=known_on), "en")

    assert text("zone.parties", "en") in panel(date(2017, 7, 10))
    assert text("zone.parties", "en") not in panel(date(2017, 7, 9))


def test_parties_are_those_of_statements_that_stand(edition: Edition) -> None:
    held, back = bound(edition), date(2017, 7, 12)
    zones = {
        zone.id: replace(zone, ledger=tuple(replace(line, withdrawn_on=back) for line in zone.ledger))
        for zone in held.zones.values()
    }
    gone, south = replace(held, zones=zones), zones["south/SY12"]
    for known_on, named in ((None, False), (back, False), (date(2017, 7, 11), True)):
        moment = replace(DAY, known_on=known_on)
        for drawn in (zone_panel(gone, south, moment, "en"), agreement_list(gone, moment, "en")):
            assert ("Jaysh" in drawn) == named, known_on


def test_what_the_reference_tables_know_of_the_parties_counts(edition: Edition) -> None:
    known = {id: replace(agreement, parties=("SY",)) for id, agreement in edition.agreements.items()}
    zone = next(zone for zone in edition.zones.values() if zone.area == "SY12")
    for said in (zone_panel(replace(bound(edition), agreements=known), zone, DAY, "en"),
                 agreement_list(replace(bound(edition), agreements=known), DAY, "en")):  # fmt: skip
        assert "Parties Syrian government" in words(said) and "Jaysh" not in said


def test_the_agreements_page_names_the_parties(edition: Edition) -> None:
    assert "Parties Jaysh &lt;al-Islam&gt;" in words(agreement_list(bound(edition), DAY, "en"))


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.POSSIBLE, Modality.CONDITIONAL])
def test_what_is_denied_or_may_be_binds_nobody(edition: Edition, modality: Modality) -> None:
    held = bound(edition)
    doubted = tuple(replace(s, modality=modality) for s in held.statements["ar.txt"])
    zone = next(zone for zone in held.zones.values() if zone.area == "SY12")
    told = replace(held, statements={**held.statements, "ar.txt": doubted})
    assert "Jaysh" not in zone_panel(told, zone, DAY, "en") and "Jaysh" not in words(agreement_list(told, DAY, "en"))


def test_a_title_takes_its_own_direction(edition: Edition) -> None:
    arabic = next(article for article in edition.articles.values() if article.language == "ar")
    for title, language, way in (
        ("Truce holds in Douma.", "en", "ltr"), ("BBC: الهدنة صامدة في دوما.", "ar", "rtl"), ("2018", "ar", "rtl"),
    ):  # fmt: skip
        titled = replace(edition, articles={arabic.id: replace(arabic, title=title)})
        assert f'<h3 lang="{language}" dir="{way}">{title}</h3>' in article_list(titled, "ar")
    assert headline_in_words(replace(arabic, title="BBC: هدنة")) == "\u2067BBC: هدنة\u2069"
    english = replace(arabic, language=Language.ENGLISH, title="«الرستن» is calm")
    assert headline_in_words(english) == "\u2066«الرستن» is calm\u2069"


def test_a_truce_that_holds_after_its_known_end_says_that_tables_and_reports_differ(edition: Edition) -> None:
    south, day = edition.zones["south/SY12"], Moment(day=date(2017, 7, 12))
    note = "The reference tables give an end, 10 July 2017; the last report, of 10 July 2017, tells of none."

    def said(ended: str, moment: Moment = day, *, known: bool = True, language: str = "en") -> str:
        agreement = replace(edition.agreements["south"], ended=Edtf.parse(ended), known=known)
        told = replace(edition, agreements={**edition.agreements, "south": agreement})
        return words(zone_panel(told, south, moment, language))

    assert "In force on 12 July 2017" in said("2017-07-10") and note in said("2017-07-10")
    assert "نهايةً (10 تموز 2017)، ولا يذكر آخر خبر (10 تموز 2017) نهايةً له." in said("2017-07-10", language="ar")
    for ended in ("2017-07-12", "2017-07", "2017-07-10/.."):
        assert "reference tables" not in said(ended), "it may well not have ended yet"
    assert "reference tables" not in said("2017-07-10", known=False), "no table says so"
    silent = Moment(day=date(2017, 7, 3))
    assert "reference tables" not in said("2017-07-01", silent)
