"""A truce that ended and was made anew is told of as two, in all the places that it was told of together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geo.ledger.episode import Episode, episodes
from geo.ledger.zone import fold_zones
from tests.reading import article, reader

STARTS = ("A ceasefire took effect in Talbiseh on Wednesday, residents said.", "2018-08-02")
BOTH = ("Russia brokered the truce in the towns of Talbiseh and Rastan that came into force on Wednesday.", "2018-08-03")
ENDS = ("The ceasefire in Talbiseh collapsed on Saturday as government forces attacked the town.", "2019-01-20")
ANEW = ("A new ceasefire was signed in Talbiseh on Friday and took effect on Saturday.", "2019-03-02")
ANEW_IN_BOTH = ("A new ceasefire was signed in Talbiseh and Rastan on Friday and took effect on Saturday.", "2019-03-02")
ENDS_AGAIN = ("The ceasefire in Talbiseh ended on Saturday.", "2019-06-02")


def told(
    *texts: tuple[str, str], agreement: str | None = None, fades_after_days: int | None = None, armed: tuple[str, ...] = ()
) -> tuple[Episode, ...]:  # fmt: skip
    """The episodes of texts published on days; `agreement` puts all under one that is known by name."""
    articles = {f"article{i}": article(text, day, f"article{i}") for i, (text, day) in enumerate(texts)}
    statements = [s for a in articles.values() for s in reader().read(a).statements]
    if agreement:
        statements = [replace(s, agreement=agreement) for s in statements]
    known = {agreement} if agreement else set()
    zones, by_id = fold_zones(statements, articles), {s.id: s for s in statements}
    return episodes(zones, by_id, known, fades_after_days=fades_after_days, armed=armed)


def shown(*texts: tuple[str, str], agreement: str | None = None) -> list[tuple[str, tuple[str, ...], set[str]]]:
    """Id, areas and articles of each."""
    return [
        (e.id, tuple(zone.area for zone in e.zones), {line.article for zone in e.zones for line in zone.ledger})
        for e in told(*texts, agreement=agreement)
    ]  # fmt: skip


def test_a_signing_or_start_behind_an_end_begins_another_episode() -> None:
    assert shown(STARTS, BOTH, ENDS, ANEW, ENDS_AGAIN) == [
        ("described-ceasefire@sy/talbiseh:2018-08-01", ("sy/rastan", "sy/talbiseh"), {"article0", "article1", "article2"}),
        ("described-ceasefire@sy/talbiseh:2019-03-01", ("sy/talbiseh",), {"article3", "article4"}),
    ]


def test_what_is_told_of_two_places_anew_is_anew_in_both() -> None:
    """Nobody told an end in Rastan."""
    first, second = told(STARTS, BOTH, ENDS, ANEW_IN_BOTH, ENDS_AGAIN)
    assert [zone.area for zone in first.zones] == [zone.area for zone in second.zones] == ["sy/rastan", "sy/talbiseh"]
    assert (first.after, second.after) == (None, date(2019, 1, 19))


def test_a_report_that_looks_back_to_the_start_of_before_is_of_the_time_of_its_news() -> None:
    breach = ("Shelling hit Talbiseh on Monday in breach of the ceasefire that took effect on 1 August 2018.", "2019-03-05")
    assert [(id, articles) for id, _, articles in shown(STARTS, ENDS, ANEW, breach)] == [
        ("described-ceasefire@sy/talbiseh:2018-08-01", {"article0", "article1"}),
        ("described-ceasefire@sy/talbiseh:2019-03-01", {"article2", "article3"}),
    ]


def test_an_end_alone_a_breach_or_a_report_that_it_holds_begins_none() -> None:
    holds = ("The truce in Talbiseh is still in force, officers said.", "2019-01-31")
    breach = ("Shelling hit Talbiseh on Sunday in a breach of the ceasefire in the town.", "2019-02-11")
    assert len(told(STARTS, ENDS, holds, breach, ENDS_AGAIN)) == 1


def test_a_truce_that_holds_long_behind_an_end_is_another_whose_start_nobody_told() -> None:
    """Within two weeks the reports contradict each other; one that gives the day of the former start speaks of that truce."""
    holds = ("The truce in Talbiseh is holding, officers said.", "2019-02-04")
    longer = ("The ceasefire in Talbiseh has been extended until 1 March 2019, officers said.", "2019-02-04")
    for report in (holds, longer):
        first, second = told(STARTS, ENDS, report)
        assert (first.begun, second.begun, second.after) == (date(2018, 8, 1), date(2019, 2, 4), date(2019, 1, 19))
    assert len(told(STARTS, ENDS, (holds[0], "2019-02-02"))) == 1
    assert len(told(STARTS, ENDS, ("The ceasefire in Talbiseh that was signed in August 2018 is holding.", "2019-02-04"))) == 1
    assert len(told(STARTS, ENDS, holds, agreement="south-2017")) == 1
    assert len(told(STARTS, holds)) == 1, "nobody told an end"


RASTAN_NUSRA = ("A ceasefire between the army and Hayat Tahrir al-Sham took effect in Rastan on Wednesday.", "2018-08-02")
RASTAN_JAYSH = ("A ceasefire between the army and Jaysh al-Islam took effect in Rastan on Sunday.", "2018-08-13")
ARMED = ("sy/hayat-tahrir-al-sham", "sy/jaysh-al-islam")


def by_groups(*texts: tuple[str, str], agreement: str | None = None) -> list[tuple[str, set[str]]]:
    """Id and articles of each episode, armed groups told apart."""
    found = told(*texts, agreement=agreement, fades_after_days=90, armed=ARMED)
    return [(e.id, {line.article for zone in e.zones for line in zone.ledger}) for e in found]


def test_truces_of_other_armed_groups_are_others_though_none_ended() -> None:
    zone = "described-ceasefire@sy/rastan"
    holds = ("The truce in Rastan is in force, residents said.", "2018-08-15")
    breach = ("Shelling hit Rastan on Friday, breaching the truce between the army and Hayat Tahrir al-Sham.", "2018-08-18")
    over = ("The ceasefire in Rastan ended on Sunday.", "2018-09-03")
    assert by_groups(RASTAN_NUSRA, RASTAN_JAYSH, holds, breach, over) == [
        (f"{zone}:2018-08-01:sy/hayat-tahrir-al-sham", {"article0", "article3", "article4"}),
        (f"{zone}:2018-08-12:sy/jaysh-al-islam", {"article1", "article2"}),
    ]
    assert len(by_groups(RASTAN_NUSRA, RASTAN_JAYSH, agreement="south-2017")) == 1


def test_a_truce_of_which_one_text_names_more_groups_is_one() -> None:
    both = ("The truce in Rastan between the army, Hayat Tahrir al-Sham and Jaysh al-Islam is in force.", "2018-08-15")
    rebels = ("A ceasefire between the army and opposition factions took effect in Rastan on Wednesday.", "2018-08-02")
    assert [id for id, _ in by_groups(RASTAN_NUSRA, both, rebels)] == ["described-ceasefire@sy/rastan:2018-08-01"]
    first, second = by_groups(RASTAN_NUSRA, both, RASTAN_JAYSH)
    assert (first[1], second[1]) == ({"article0", "article1"}, {"article1", "article2"}), "one text may tell of both"


def test_truces_of_other_groups_hold_in_all_places_that_are_told_of_together() -> None:
    both = [(text.replace("in Rastan", "in Rastan and Talbiseh"), day) for text, day in (RASTAN_NUSRA, RASTAN_JAYSH)]
    found = told(*both, fades_after_days=90, armed=ARMED)
    assert [sorted(e.groups) for e in found] == [[group] for group in ARMED]
    assert all([zone.area for zone in e.zones] == ["sy/rastan", "sy/talbiseh"] for e in found)


def test_a_truce_that_ran_out_is_made_anew_and_one_that_was_made_longer_is_not() -> None:
    week = ("A seven-day ceasefire took effect in Talbiseh on Wednesday.", "2018-08-02")
    longer = ("The ceasefire in Talbiseh has been extended until 1 March 2019, officers said.", "2018-08-08")
    assert len(told(week, ANEW)) == 2
    assert len(told(week, longer, ANEW)) == 1


def test_a_day_of_a_start_long_behind_the_last_report_begins_another() -> None:
    later = ("A ceasefire took effect in Talbiseh on Saturday. It was signed on 1 March.", "2021-03-07")
    looks_back = ("The ceasefire in Talbiseh that took effect on 1 August 2018 is holding.", "2020-12-20")
    holds = ("The truce in Talbiseh is still in force, officers said.", "2021-03-07")
    first, second = told(STARTS, later, fades_after_days=90)
    assert (first.begun, second.begun, second.after) == (date(2018, 8, 1), date(2021, 3, 1), date(2018, 10, 31))
    assert len(told(STARTS, later)) == 1 == len(told(STARTS, holds, fades_after_days=90))
    assert len(told(STARTS, looks_back, later, fades_after_days=90)) == 1, "it was seen to hold in between"
    assert len(told(STARTS, later, agreement="south-2017", fades_after_days=90)) == 1


def test_one_known_by_name_is_one_in_all_its_zones_until_it_is_made_anew() -> None:
    elsewhere = ("The ceasefire in Douma is in force, residents said.", "2018-09-01")
    (once,) = told(STARTS, elsewhere, ENDS, agreement="south-2017")
    assert once.id == "south-2017" and len(once.zones) == 2
    agreed = ("The two sides agreed on a truce in Talbiseh.", "2019-02-20")
    assert len(told(STARTS, ENDS, agreed, agreement="south-2017")) == 1, "texts speak of what was agreed years later"
    assert [e.id for e in told(STARTS, elsewhere, ENDS, ANEW, agreement="south-2017")] == [
        "south-2017", "south-2017:2019-03-01",
    ]  # fmt: skip


def test_two_places_that_one_text_looks_back_to_are_not_therefore_one_truce() -> None:
    """One held for months before the other was made."""
    held = ("The truce in Talbiseh is still in force, officers said.", "2018-03-04")
    made = ("A ceasefire was signed in Rastan on Friday.", "2018-07-07")
    both = ("The ceasefire in Talbiseh and Rastan is holding, residents said.", "2018-08-20")
    assert [zones for _, zones, _ in shown(held, made, both)] == [("sy/rastan",), ("sy/talbiseh",)]
    assert [zones for _, zones, _ in shown(made, both)] == [("sy/rastan", "sy/talbiseh")]


def test_zones_that_a_text_tells_of_in_two_statements_of_one_agreement_are_one() -> None:
    text = article(BOTH[0], BOTH[1])
    (read,) = reader().read(text).statements
    apart = [replace(read, id=covered.area, areas=(covered,)) for covered in read.areas]
    found = episodes(fold_zones(apart, {text.id: text}), {s.id: s for s in apart})
    assert [len(episode.zones) for episode in found] == [2]
