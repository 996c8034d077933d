"""Who says what of a zone: copies are one source, and those who disagree stand together with their names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.draw.ledger import ledger, zone_mention
from dashboard.draw.parties import zone_parties
from dashboard.draw.zone_panel import zone_panel
from dashboard.edition import Edition, Moment
from geo.actor import Party
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.evidence.judgement import Standing
from geo.gazetteer import Area
from geo.ledger.contest import disagreements, entries, is_contested
from geo.ledger.review import Reviewed
from geo.ledger.zone import LedgerLine, Zone
from geo.span import Span
from geo.statement import Basis, Grounds, Modality
from geo.status import Status
from tests.dashboard.conftest import resolution, statement
from tests.dashboard.markup import words

SOUTH = "south/SY12"
DAY = date(2017, 7, 14)
MOMENT = Moment(day=DAY)
TEXTS = {
    Status.IN_FORCE: "The truce in Daraa is in force, a minister said.",
    Status.ENDED: "The truce in Daraa is over, a rebel spokesman said.",
    Status.VIOLATED: "Shells broke the truce in Daraa.",
    Status.AGREED: "A truce in Daraa was agreed.",
    Status.UNKNOWN: "Of the truce in Daraa nothing is known.",
}
QUOTES = {
    Status.IN_FORCE: "is in force", Status.ENDED: "is over", Status.VIOLATED: "broke the truce", Status.AGREED: "was agreed",
    Status.UNKNOWN: "nothing is known",
}  # fmt: skip
SAYS_SO = {Status.IN_FORCE: "a minister", Status.ENDED: "a rebel spokesman"}


def told(edition: Edition, *said: tuple[str, Status, date | None, date], modality: Modality = Modality.REPORTED) -> Edition:
    """The edition with a ledger of the test's own for the south: outlet, status, first day, day of publication.

    `modality` is that of the last.
    """
    articles, statements, lines = {}, {}, []
    for number, (outlet, status, start, known) in enumerate(said):
        text, id = TEXTS[status], f"{number}-{outlet}.txt"
        made = statement(
            f"t{number}", id, text, QUOTES[status], "SY12", status, modality if number == len(said) - 1 else Modality.REPORTED
        )
        voice = text.find(SAYS_SO.get(status, "?"))
        if voice >= 0:
            made = replace(made, attribution=Span(voice, voice + len(SAYS_SO[status])))
        articles[id] = Article(
            id=id, text=text, language=Language.ENGLISH, publisher=outlet, published=Edtf.parse(known.isoformat())
        )
        statements[id] = (made,)
        lines.append(LedgerLine(
            statement=made.id, article=id, status=status, modality=made.modality, true_from=start or known, true_until=None,
            reported_on=known, known_on=known, dated=Edtf.parse(start.isoformat()) if start else None, evidence=made.evidence,
        ))  # fmt: skip
    south = replace(edition.zones[SOUTH], ledger=tuple(lines))
    return replace(
        edition, articles={**edition.articles, **articles}, statements={**edition.statements, **statements},
        zones={**edition.zones, SOUTH: south},
    )  # fmt: skip


def groups(edition: Edition) -> list[list[str]]:
    """The contested groups, by the outlets in them."""
    found = disagreements(entries(edition.zones[SOUTH], edition.articles, {}))
    return [[edition.articles[e.line.article].publisher or "" for e in group] for group in found if is_contested(group)]


def drawn(edition: Edition, language: str = "en") -> str:
    return ledger(edition, edition.zones[SOUTH], MOMENT, language)


def test_two_statuses_of_one_day_are_contested_and_say_who_says_which(edition: Edition) -> None:
    both = told(edition, ("North Post", Status.IN_FORCE, DAY, DAY), ("South Post", Status.ENDED, DAY, DAY))
    assert groups(both) == [["North Post", "South Post"]]
    said = words(drawn(both))
    assert "In force reported, attributed to a source 14 July 2017 North Post, citing a minister" in said
    assert "Ended reported, attributed to a source 14 July 2017 South Post, citing a rebel spokesman" in said
    assert "موضع خلاف" in words(drawn(both, "ar"))
    assert "North Post، نقلاً عن a minister" in words(drawn(both, "ar"))


@pytest.mark.parametrize(
    ("first", "second", "apart", "contested"),
    [
        (Status.IN_FORCE, Status.VIOLATED, 0, True),
        (Status.IN_FORCE, Status.VIOLATED, 3, False),  # a breach three days on denies nothing
        (Status.AGREED, Status.IN_FORCE, 0, False),  # steps of one course
        (Status.IN_FORCE, Status.UNKNOWN, 0, False),
        (Status.IN_FORCE, Status.IN_FORCE, 0, False),
    ],
)
def test_what_goes_together_is_not_contested(
    edition: Edition, first: Status, second: Status, apart: int, contested: bool
) -> None:
    both = told(edition, ("A", first, DAY, DAY), ("B", second, DAY + timedelta(apart), DAY + timedelta(apart)))
    assert bool(groups(both)) is contested


def test_articles_of_one_day_disagree_on_whether_a_truce_that_began_before_stands(edition: Edition) -> None:
    before = DAY - timedelta(9)
    assert groups(told(edition, ("A", Status.IN_FORCE, before, DAY), ("B", Status.ENDED, None, DAY))) == [["A", "B"]]
    assert groups(told(edition, ("A", Status.IN_FORCE, before, DAY), ("B", Status.ENDED, None, DAY + timedelta(1)))) == []


def test_an_article_does_not_disagree_with_itself(edition: Edition) -> None:
    both = told(edition, ("A", Status.IN_FORCE, DAY, DAY), ("B", Status.VIOLATED, DAY, DAY))
    first, second = both.zones[SOUTH].ledger
    same = replace(both.zones[SOUTH], ledger=(first, replace(second, article=first.article, evidence=first.evidence)))
    assert groups(replace(both, zones={**both.zones, SOUTH: same})) == []


def test_a_denial_stands_with_what_it_denies(edition: Edition) -> None:
    later = DAY + timedelta(5)
    denied = told(
        edition, ("A", Status.AGREED, DAY, DAY), ("B", Status.VIOLATED, DAY, DAY + timedelta(1)),
        ("C", Status.VIOLATED, None, later), modality=Modality.DENIED,
    )  # fmt: skip
    assert groups(denied) == [["A", "B", "C"]], "A and B differ on their day, and C denies B"
    alone = told(edition, ("C", Status.VIOLATED, None, later), modality=Modality.DENIED)
    assert groups(alone) == [["C"]]
    assert "denied" in words(drawn(alone))


def test_one_text_in_three_outlets_is_one_source(edition: Edition) -> None:
    copied = told(
        edition, ("A", Status.ENDED, DAY, DAY), ("B", Status.ENDED, DAY, DAY + timedelta(1)),
        ("C", Status.ENDED, DAY, DAY + timedelta(2)),
    )  # fmt: skip
    (entry,) = entries(copied.zones[SOUTH], copied.articles, {})
    assert [copied.articles[line.article].publisher for line in entry.copies] == ["B", "C"]
    html = drawn(copied)
    assert html.count("<blockquote") == 1
    assert "the same text in 2 more outlets" in words(html)
    for outlet in "ABC":
        assert f">{outlet}<" in html, "each copy can still be opened"


def test_outlets_that_say_the_same_in_their_own_words_are_two_sources(edition: Edition) -> None:
    both = told(edition, ("A", Status.ENDED, DAY, DAY), ("B", Status.ENDED, DAY, DAY))
    last = both.articles["1-B.txt"]
    own = replace(last, text=last.text.replace("a rebel spokesman", "a local council"))
    assert len(entries(both.zones[SOUTH], {**both.articles, own.id: own}, {})) == 2


def test_a_line_says_why_its_words_mean_the_zone(edition: Edition) -> None:
    one = told(edition, ("A", Status.ENDED, DAY, DAY))
    text = one.articles["0-A.txt"].text
    named = replace(one, resolutions={**one.resolutions, "0-A.txt": (resolution(text, "Daraa", Area("SY12")),)})
    line = named.zones[SOUTH].ledger[0]
    assert zone_mention(named, named.zones[SOUTH], line) is not None
    assert "Why this place: «Daraa»" in words(drawn(named))
    assert zone_mention(one, one.zones[SOUTH], line) is None
    assert "Why this place" not in words(drawn(one))


def test_a_ledger_of_many_lines_is_drawn_once_each(edition: Edition) -> None:
    many = told(edition, *((f"outlet {n}", Status.ENDED if n % 2 else Status.IN_FORCE, DAY, DAY) for n in range(40)))
    zone = Zone(
        id="z", truce="south", agreements=("south",), area="SY12", partial=False, beside=(), ledger=many.zones[SOUTH].ledger
    )
    found = disagreements(entries(zone, many.articles, {}))
    assert [len(group) for group in found] == [2], "forty copies of two texts are two sources"


def test_copies_of_one_text_are_one_entry_that_names_its_outlets(edition: Edition) -> None:
    both = told(edition, ("A", Status.ENDED, DAY, DAY), ("B", Status.ENDED, DAY, DAY), ("C", Status.VIOLATED, None, DAY))
    own = both.articles["1-B.txt"]
    cut = replace(own, text=own.text.replace("The truce in", "A truce at"))
    articles = {**both.articles, own.id: cut}
    assert len(entries(both.zones[SOUTH], articles, {})) == 3
    origins = {"0-A.txt": "0-A.txt", "1-B.txt": "0-A.txt"}
    copied = replace(both, articles=articles, reviewed=Reviewed(origins=origins))
    html = words(drawn(copied))
    assert "the same text in 1 more outlet: B" in html
    assert "2 sources" in words(zone_panel(copied, copied.zones[SOUTH], MOMENT, "en"))
    assert "3 sources" in words(zone_panel(both, both.zones[SOUTH], MOMENT, "en"))


def test_what_editors_vouch_for_and_what_was_taken_back_says_so_in_words_and_signs(edition: Edition) -> None:
    one = told(edition, ("A", Status.ENDED, DAY, DAY))
    assert "line-marks" not in drawn(one)
    standings = {"t0": Standing(verified=True, edited=True, judgement="j")}
    html = drawn(replace(one, reviewed=Reviewed(standings=standings)))
    assert "✓ verified by an editor" in words(html) and "✎ edited by an editor" in words(html)
    (said,) = one.statements["0-A.txt"]
    doubted = replace(one, statements={"0-A.txt": (replace(said, grounds=Grounds(basis=Basis.WORDS, likelihood=0.97)),)})
    assert "? all words of the sentence together, no single one" in words(drawn(doubted))
    assert ">؟</span>" in drawn(doubted, "ar") and ">?<" not in drawn(doubted, "ar")
    assert "no single one" not in words(drawn(replace(doubted, reviewed=Reviewed(standings=standings))))
    signing = replace(one.zones[SOUTH].ledger[0], status=Status.AGREED)
    signed = replace(doubted, zones={SOUTH: replace(one.zones[SOUTH], ledger=(signing,))})
    assert "no single one" not in words(drawn(signed)), "the doubt is about another status"
    line = replace(one.zones[SOUTH].ledger[0], withdrawn_on=date(2017, 7, 20))
    gone = replace(one, zones={SOUTH: replace(one.zones[SOUTH], ledger=(line,))})
    assert "⊘ the article no longer says so since 20 July 2017" in words(drawn(gone))
    assert "لم يعد المقال يقول ذلك منذ" in words(drawn(gone, "ar"))


def test_a_line_whose_words_speak_of_a_wider_area_says_so_and_why_they_mean_that_one(edition: Edition) -> None:
    one = told(edition, ("A", Status.ENDED, DAY, DAY))
    assert "wider area" not in words(drawn(one))
    text = one.articles["0-A.txt"].text
    line = replace(one.zones[SOUTH].ledger[0], said_of="SY")
    of_syria = replace(
        one, zones={SOUTH: replace(one.zones[SOUTH], ledger=(line,))},
        resolutions={**one.resolutions, "0-A.txt": (resolution(text, "Daraa", Area("SY12")),)},
    )  # fmt: skip
    assert "⊇ said of the wider area: Syria" in words(drawn(of_syria))
    assert "⊇ قيل هذا عن المنطقة الأوسع: سوريا" in words(drawn(of_syria, "ar"))
    assert zone_mention(of_syria, of_syria.zones[SOUTH], line) is None, "the name of the zone is not what covers it"
    named = replace(of_syria, resolutions={"0-A.txt": (resolution(text, "Daraa", Area("SY")),)})
    assert zone_mention(named, named.zones[SOUTH], line) is not None


def test_what_was_taken_back_is_quoted_from_the_version_that_said_so(edition: Edition) -> None:
    one = told(edition, ("A", Status.ENDED, DAY, DAY), ("B", Status.ENDED, None, DAY + timedelta(1)))
    former = one.articles["0-A.txt"]
    changed = replace(
        former, text="Correction. Nobody said that the truce is over, wrote the outlet later.", publisher="A (corrected)"
    )
    party = Party(actor="RU", span=Span(former.text.index("a rebel spokesman"), former.text.index(" said.")))
    said = replace(one.statements[former.id][0], parties=(party,))
    line = replace(one.zones[SOUTH].ledger[0], withdrawn_on=DAY + timedelta(2), said_in=former)
    south = replace(one.zones[SOUTH], ledger=(line, *one.zones[SOUTH].ledger[1:]))
    gone = replace(
        one, articles={**one.articles, former.id: changed}, statements={**one.statements, former.id: (said,)},
        zones={SOUTH: south},
    )  # fmt: skip
    html = words(drawn(gone))
    assert "The truce in Daraa is over , a rebel spokesman said." in html and "«a rebel spokesman»" in html
    assert "Correction" not in html and "corrected" not in html
    before = Moment(day=DAY, known_on=DAY + timedelta(1))
    assert "«a rebel spokesman»" in words(zone_parties(gone, south, before, "en"))
    assert not zone_parties(gone, south, Moment(day=DAY), "en"), "nobody says so any more"
    assert [len(entry.copies) for entry in entries(south, gone.articles, {})] == [0, 0], "one of them is taken back"
    assert zone_mention(gone, south, line) is None
