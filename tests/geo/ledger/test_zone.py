"""Zones fold statements; the ledger keeps two clocks; a zone can always be rebuilt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.edtf import Edtf
from geo.ledger.zone import LedgerLine, Zone, accounts, fold_zones, last_report, lines_behind, period_on, periods, zone_id
from geo.statement import Modality
from geo.status import Status
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


def test_what_is_over_is_not_broken_any_more() -> None:
    (zone,) = zones_of((START, "2017-08-07"), (BREACH, "2017-08-20"), (END, "2017-09-01"))
    assert history(zone)[-1] == ("2017-09-01", None, "ended", False)


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


def test_reports_that_describe_a_truce_otherwise_tell_of_one_zone() -> None:
    """One names who brokered it, another a second town, the third comes a year later and only tells its end."""
    brokered = "دخل وقف إطلاق النار في مدينة الرستن حيز التنفيذ ظهر الأحد برعاية روسيا."
    both = "دخل وقف إطلاق النار في مدينتي الرستن وتلبيسة حيز التنفيذ."
    zones = zones_of((brokered, "2017-12-11"), (both, "2017-12-20"), (END, "2018-01-05"), (TALKS, "2018-01-07"), agreement=None)
    assert [zone.id for zone in zones] == [
        "described-ceasefire@sy/rastan", "described-ceasefire@sy/talbiseh", "described-talks-ceasefire@sy/rastan",
    ]  # fmt: skip
    rastan, talbiseh, talks = zones
    assert history(rastan)[-1] == ("2018-01-05", None, "ended", False) and history(talbiseh)[-1][2] == "in_force"
    assert rastan.agreements[1] == talbiseh.agreement  # of three that one article each names the newest is first
    assert history(talks)[-1][2] == "negotiating"


def test_what_one_truce_excepts_is_not_covered_for_it_by_another() -> None:
    """Another truce of the same type, elsewhere: the first still leaves the town out."""
    without = "دخل وقف إطلاق النار في محافظة حمص باستثناء مدينة الرستن حيز التنفيذ."
    town, governorate = sorted(zones_of((without, "2017-08-07"), (START, "2017-08-20"), agreement=None), key=lambda z: z.area)[
        ::-1
    ]
    assert (town.area, governorate.area) == ("sy/rastan", "SY04")
    assert governorate.without == ("sy/rastan",)


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


FIRST = date(2020, 1, 1)


def line(
    status: Status, start: int, known: int | None, until: int | None = None, reported: int | None = None
) -> LedgerLine:  # fmt: skip
    """A line true from one day on and known on another, both counted from FIRST; reported when it became known, or before."""
    reported = known if reported is None or known is None else min(reported, known)
    day = FIRST + timedelta(start)
    return LedgerLine(
        statement=f"{status}-{start}-{known}-{until}-{reported}", article="x", status=status, modality=Modality.ASSERTED,
        true_from=day,
        true_until=None if until is None else day + timedelta(until), dated=None, evidence=(),
        reported_on=None if reported is None else FIRST + timedelta(reported),
        known_on=None if known is None else FIRST + timedelta(known),
    )  # fmt: skip


def zone(*lines: LedgerLine) -> Zone:
    return Zone(id="z", truce="a", agreements=("a",), area="x", partial=False, beside=(), ledger=lines)


def days_of(zone: Zone, known_on: date | None = None, fades: int | None = None) -> dict[int, tuple[str, str]]:
    """By day from FIRST on, up to 100: the status, and what it faded from ("" where it did not)."""
    found = {}
    for period in periods(zone, known_on=known_on, fades_after_days=fades):
        end = period.end or FIRST + timedelta(100)
        for number in range((period.start - FIRST).days, min(100, (end - FIRST).days)):
            found[number] = (str(period.status), str(period.faded_from or ""))
    return found


def test_a_status_that_nobody_reports_any_more_fades_to_unknown() -> None:
    told = zone(line(Status.IN_FORCE, 0, 2), line(Status.VIOLATED, 5, 5))
    days = days_of(told, fades=10)
    assert days[14] == ("in_force", "")
    assert days[15] == ("unknown", "in_force")
    assert last_report(told, FIRST + timedelta(50)) == FIRST + timedelta(5)
    assert last_report(told, FIRST + timedelta(4)) == FIRST + timedelta(2)


def test_a_later_report_of_the_same_truce_vouches_for_the_days_between() -> None:
    """An article of day 40 on a truce since day 0 leaves no gap; one that only knows of day 40 does."""
    assert set(days_of(zone(line(Status.IN_FORCE, 0, 0), line(Status.IN_FORCE, 0, 40)), fades=10).values()) == {
        ("in_force", ""), ("unknown", "in_force"),
    }  # fmt: skip
    since = days_of(zone(line(Status.IN_FORCE, 0, 0), line(Status.IN_FORCE, 0, 40)), fades=10)
    assert since[30] == ("in_force", "") and since[50] == ("unknown", "in_force")
    gap = days_of(zone(line(Status.IN_FORCE, 0, 0), line(Status.IN_FORCE, 40, 40)), fades=10)
    assert [gap[day][0] for day in (9, 10, 39, 40, 49, 50)] == [
        "in_force", "unknown", "unknown", "in_force", "in_force", "unknown",
    ]  # fmt: skip


@pytest.mark.parametrize("status", [Status.ENDED, Status.REJECTED])
def test_an_end_does_not_fade(status: Status) -> None:
    assert set(days_of(zone(line(status, 0, 0)), fades=10).values()) == {(str(status), "")}


def test_a_status_whose_last_day_is_known_does_not_fade_before_it() -> None:
    days = days_of(zone(line(Status.IN_FORCE, 0, 0, until=60)), fades=10)
    assert set(days.values()) == {("in_force", "")} and max(days) == 59


def test_what_led_up_to_a_truce_does_not_come_back_when_the_truce_has_run_out() -> None:
    told = zone(line(Status.NEGOTIATING, 0, 0), line(Status.AGREED, 2, 2), line(Status.IN_FORCE, 3, 3, until=5))
    days = days_of(told)
    assert (days[1][0], days[2][0], days[7][0]) == ("negotiating", "agreed", "in_force") and 8 not in days
    again = zone(*told.ledger, line(Status.NEGOTIATING, 9, 9))
    assert days_of(again)[9][0] == "negotiating"


def test_a_truce_that_has_run_out_is_not_taken_up_by_what_was_told_of_it_before() -> None:
    began, longer = line(Status.IN_FORCE, 0, 0), line(Status.IN_FORCE, 11, 11, until=10)
    assert max(days_of(zone(began, line(Status.VIOLATED, 3, 3), longer))) == 20
    assert days_of(zone(began, longer, line(Status.IN_FORCE, 30, 30)))[30][0] == "in_force", "a later report counts"
    assert days_of(zone(line(Status.IN_FORCE, 0, 40), longer))[30][0] == "in_force", "it was seen since"
    assert days_of(zone(began, longer, line(Status.ENDED, 5, 5)))[30][0] == "ended", "an end does not come undone"


def test_a_breach_fades_by_its_own_report() -> None:
    broken = zone(line(Status.IN_FORCE, 0, 0), line(Status.VIOLATED, 5, 5), line(Status.IN_FORCE, 0, 60))
    held = periods(broken, fades_after_days=10)
    assert [(str(p.start - FIRST)[:2].strip(), p.violated) for p in held[:3]] == [("0:", False), ("5", True), ("15", False)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_reports_of_one_day_that_contradict_each_other_the_one_rules_that_claims_less(order: tuple[int, int]) -> None:
    told = (line(Status.IN_FORCE, 5, 5), line(Status.ENDED, 5, 5))
    assert days_of(zone(*(told[i] for i in order)))[5][0] == "ended"


@pytest.mark.parametrize(("text", "published", "expected"), [
    ("The ceasefire in Rastan ended on 3 August 2018, factions said.", "2018-08-05", ("2018-08-03", "ended")),
    ("قالت فصائل المعارضة إن الهدنة في مدينة الرستن انتهت في 3 آب 2018.", "2018-08-05", ("2018-08-03", "ended")),
    ("The ceasefire in Rastan was violated on 15 July 2018, a UN report said on Saturday.", "2018-09-01",
     ("2018-07-15", "violated")),
    ("A ceasefire in Rastan took effect in July 2018.", "2018-09-01", ("2018-07-31", "in_force")),
    ("A ceasefire in Rastan took effect earlier this month.", "2018-07-12", ("2018-07-12", "in_force")),
])  # fmt: skip
def test_a_status_begins_on_the_day_that_the_text_gives(text: str, published: str, expected: tuple[str, str]) -> None:
    (told,) = zones_of((text, published))
    assert history(told)[-1][:3:2] == expected


def test_the_end_of_a_truce_leaves_the_days_on_which_it_held() -> None:
    """The first report that comes in is of its end: that it held from its start on stands there, too."""
    (zone,) = zones_of(("A 72-hour truce in Rastan took effect on 30 July 2018.", "2018-08-05"))
    assert history(zone) == [("2018-07-30", "2018-08-03", "in_force", False), ("2018-08-03", None, "ended", False)]
    (broken,) = zones_of(("خرقت قوات النظام الهدنة السارية في الرستن منذ 9 تموز 2018.", "2018-08-05"))
    assert history(broken)[0] == ("2018-07-09", "2018-08-05", "in_force", False)


def test_an_end_without_a_day_follows_the_last_day_that_its_text_gives() -> None:
    (read,) = reader().read(article(END, "2017-09-01", "x")).statements
    (told,) = fold_zones([replace(read, until=Edtf.parse("2017-08-20"))], {"x": article(END, "2017-09-01", "x")})
    assert history(told) == [("2017-08-21", None, "ended", False)]


LINES = st.lists(
    st.builds(
        line,
        st.sampled_from([Status.AGREED, Status.IN_FORCE, Status.VIOLATED, Status.ENDED, Status.NEGOTIATING]),
        st.integers(0, 60), st.one_of(st.none(), st.integers(0, 60)), st.one_of(st.none(), st.integers(1, 20)),
        st.one_of(st.none(), st.integers(0, 60)),
    ),
    max_size=6, unique_by=lambda x: x.statement,
)  # fmt: skip


@given(lines=LINES, fades=st.integers(1, 30))
def test_fading_changes_only_what_nobody_vouches_for(lines: list[LedgerLine], fades: int) -> None:
    """Day by day: nothing changes before the first day that no line saw, and on such a day only what may fade."""
    told = zone(*lines)
    plain, faded = days_of(told), days_of(told, fades=fades)
    assert plain.keys() == faded.keys()
    saw = [(x.true_from, max(x.true_from, x.reported_on or x.true_from) + timedelta(fades)) for x in lines if x.true_from]
    unseen_yet = False
    for number, (status, _) in sorted(plain.items()):
        day = FIRST + timedelta(number)
        seen = any(since <= day < until for since, until in saw)
        unseen_yet = unseen_yet or not seen
        if status == "ended" or not unseen_yet:
            assert faded[number] == (status, "")
        elif not seen:
            fresh = (("agreed", ""), ("unknown", "agreed"))  # a signing is of another truce where the former has faded
            assert faded[number] in ((status, ""), ("unknown", status), *fresh)


def test_a_breach_of_a_truce_that_has_faded_stands_alone() -> None:
    broken = zone(line(Status.IN_FORCE, 0, 0), line(Status.VIOLATED, 8, 8), line(Status.VIOLATED, 60, 60))
    days = days_of(broken, fades=10)
    assert [days[day] for day in (0, 17, 18, 59)] == [("in_force", "")] * 2 + [("unknown", "in_force")] * 2
    assert [days[day] for day in (60, 69)] == [("violated", "")] * 2 and days[70] == ("unknown", "in_force")
    lasting = zone(line(Status.IN_FORCE, 0, 0, until=80), line(Status.VIOLATED, 60, 60))
    assert days_of(lasting, fades=10)[60] == ("in_force", ""), "a text gave its last day"
    again = zone(*broken.ledger, line(Status.IN_FORCE, 65, 65))
    assert days_of(again, fades=10)[65] == ("in_force", "")


@pytest.mark.parametrize(("told", "expected"), [
    ([(Status.IN_FORCE, 0, 0), (Status.AGREED, 20, 30)], "in_force"),
    ([(Status.EXTENDED, 0, 0), (Status.AGREED, 20, 30), (Status.AGREED, 21, 40)], "in_force"),
    ([(Status.IN_FORCE, 20, 20), (Status.AGREED, 20, 30)], "in_force"),
    ([(Status.IN_FORCE, 0, 0), (Status.VIOLATED, 5, 5), (Status.AGREED, 20, 20)], "in_force"),
    ([(Status.AGREED, 0, 0), (Status.IN_FORCE, 5, 5), (Status.AGREED, 20, 20)], "in_force"),
    ([(Status.IN_FORCE, 0, 0), (Status.ENDED, 10, 10), (Status.AGREED, 20, 20)], "agreed"),
    ([(Status.IN_FORCE, 0, 0), (Status.SUSPENDED, 10, 10), (Status.AGREED, 20, 20)], "agreed"),
    ([(Status.IN_FORCE, 0, 0), (Status.NEGOTIATING, 10, 10), (Status.AGREED, 20, 20)], "agreed"),
    ([(Status.IN_FORCE, 20, 20), (Status.ENDED, 20, 20), (Status.AGREED, 20, 30)], "agreed"),
    ([(Status.AGREED, 20, 20)], "agreed"),
])  # fmt: skip
def test_a_signing_that_is_told_again_does_not_undo_that_the_truce_holds(
    told: list[tuple[Status, int, int]], expected: str
) -> None:
    shown = {"in_force": {"in_force", "extended"}}.get(expected, {expected})
    days = days_of(zone(*(line(*x) for x in told)), fades=60)
    assert days[25][0] in shown


def test_a_signing_long_after_the_last_report_is_of_another_truce() -> None:
    told = zone(line(Status.IN_FORCE, 0, 0), line(Status.AGREED, 60, 60), line(Status.AGREED, 62, 62))
    days = days_of(told, fades=10)
    assert (days[59], days[60], days[63]) == (("unknown", "in_force"), ("agreed", ""), ("agreed", ""))
    assert days[72] == ("unknown", "agreed")
    assert [x.true_from for x in lines_behind(told, FIRST + timedelta(63), fades_after_days=10)] == [
        FIRST + timedelta(60), FIRST + timedelta(62),
    ]  # fmt: skip
    assert lines_behind(told, FIRST + timedelta(63)) == told.ledger[:1]


@pytest.mark.parametrize(("texts", "day", "expected"), [
    ([("A ceasefire in Rastan took effect on 9 July 2017.", "2017-07-10"),
      ("The ceasefire in Rastan agreed last July is still in force, officials said.", "2018-06-05")],
     "2017-08-15", "in_force"),
    ([("دخلت الهدنة في مدينة الرستن حيز التنفيذ اليوم.", "2024-11-27"),
      ("انسحبت القوات من مدينة الرستن بموجب اتفاق وقف إطلاق النار في الرستن الذي تم التوصل إليه الشهر الماضي.", "2024-12-10")],
     "2024-12-05", "in_force"),
    ([("A ceasefire in Rastan took effect on 9 July 2017.", "2017-07-10"),
      ("The ceasefire in Rastan collapsed.", "2017-08-01"),
      ("The factions agreed on a ceasefire in Rastan on 10 August 2017.", "2017-08-11")],
     "2017-08-12", "agreed"),
])  # fmt: skip
def test_texts_that_tell_of_the_signing_again(texts: list[tuple[str, str]], day: str, expected: str) -> None:
    (told,) = zones_of(*texts)
    found = period_on(periods(told, fades_after_days=90), date.fromisoformat(day))
    assert found and found.status == expected, told.ledger


def test_the_signing_of_a_truce_that_ended_does_not_follow_its_end() -> None:
    """Of "in July" the last day is counted, but none behind that on which the truce ended."""
    text = article(END, "2017-08-05", "x")
    (read,) = reader().read(text).statements
    ended = replace(read, signed=Edtf.parse("2017-07"), since=Edtf.parse("2017-07-19"))
    (told,) = fold_zones([ended], {"x": text})
    assert [(str(x.true_from), str(x.status)) for x in told.ledger] == [("2017-07-19", "agreed"), ("2017-07-19", "ended")]
    assert history(told) == [("2017-07-19", None, "ended", False)]
    (behind,) = fold_zones([replace(ended, signed=Edtf.parse("2017-07-25"))], {"x": text})
    assert str(behind.ledger[-1].true_from) == "2017-07-25", "a day that the text gives stands"


@given(lines=LINES)
def test_an_account_is_the_history_as_it_was_known_then(lines: list[LedgerLine]) -> None:
    told = zone(*lines)
    kept = accounts(told, fades_after_days=20)
    assert list(kept) == sorted(kept, key=lambda account: account.known_from)
    for number in range(-1, 62):
        day = FIRST + timedelta(number)
        then = [account.periods for account in kept if account.known_from <= day]
        assert (then[-1] if then else ()) == periods(told, known_on=day, fades_after_days=20)


@pytest.mark.parametrize("until", [None, "9999-12-31"])
def test_a_report_from_the_end_of_the_calendar_does_not_fade(until: str | None) -> None:
    """Some sites date what never expires 9999-12-31: one such article must not end the reading of all zones."""
    (statement,) = reader().read(article(START, "9999-11-20", "a")).statements
    dated = replace(statement, effective=Edtf.parse("9999-11-20"), until=Edtf.parse(until) if until else None)
    (told,) = fold_zones([dated], {"a": article(START, "9999-11-20", "a")})
    (period,) = periods(told, fades_after_days=90)
    assert (period.start, period.end, period.status) == (date(9999, 11, 20), None, Status.IN_FORCE)


def test_so_many_days_that_nothing_ever_fades() -> None:
    assert len(periods(zone(line(Status.IN_FORCE, 0, 2)), fades_after_days=10**12)) == 1
