"""The view and its link: what a link may and may not do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.draw.timeline import Timeline, timeline
from dashboard.edition import Edition
from dashboard.state import Page, View, apply, choose_day, choose_line, choose_zone, go_back, view_of_link

SOUTH, GHOUTA, UNDATED = "south/SY12", "ghouta/eastern-ghouta", "ghouta/daraa"


@pytest.fixture
def times(edition: Edition) -> Timeline:
    found = timeline(edition)
    assert found
    return found


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(language="ar", page=Page.ARTICLES),
        View(day=date(2017, 7, 12), zone=SOUTH),
        View(known=date(2017, 7, 12)),
        View(known_then=True, day=date(2017, 7, 12)),
        View(language="ar", day=date(2017, 7, 12), zone=SOUTH, article="ar.txt", statement="s1"),
        View(article="en.txt"),
        View(article="en.txt", marks=True),
        View(places=True, place="sy/daraa"),
    ],
)
def test_a_link_opens_the_view_that_wrote_it(view: View, edition: Edition, times: Timeline) -> None:
    assert view_of_link(view.link(), edition, times) == (view, ())


@pytest.mark.parametrize(
    ("link", "lost"),
    [
        ({"lang": "<script>"}, ("lang",)),
        ({"zone": "gone"}, ("zone",)),
        ({"day": "yesterday"}, ("day",)),
        ({"day": "1066-10-14"}, ("day",)),
        ({"known": "1066-10-14"}, ("known",)),
        ({"known": "now"}, ("known",)),
        ({"article": "../../etc/passwd", "statement": "s1"}, ("article", "statement")),
        ({"article": "en.txt", "statement": "s1"}, ("statement",)),
        ({"statement": "s1"}, ("statement",)),
        ({"page": "admin"}, ("page",)),
        ({"marks": "some"}, ("marks",)),
        ({"places": "1", "place": "sy/atlantis"}, ("places", "place")),
    ],
)
def test_what_a_link_names_in_vain_is_told_and_ignored(
    link: dict[str, str], lost: tuple[str, ...], edition: Edition, times: Timeline
) -> None:
    view, told = view_of_link(link, edition, times)
    assert told == lost
    assert {key: value for key, value in view.link().items() if link.get(key) == value and key in lost} == {}


def test_unknown_parameters_are_not_ours(edition: Edition, times: Timeline) -> None:
    assert view_of_link({"utm_source": "x"}, edition, times) == (View(), ())


@given(
    link=st.dictionaries(
        st.sampled_from(["lang", "page", "day", "known", "zone", "article", "statement", "marks", "places", "place"]),
        st.text(max_size=12),
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # an edition is frozen: one does for all examples
def test_any_link_opens_a_view(edition: Edition, link: dict[str, str]) -> None:
    view, _ = view_of_link(link, edition, timeline(edition))
    assert view.zone is None or view.zone in edition.zones


def test_a_zone_moves_the_day_to_where_it_has_a_status(edition: Edition, times: Timeline) -> None:
    early = replace(View(), day=date(2017, 7, 3))
    assert choose_zone(early, SOUTH, edition, times).day == date(2017, 7, 9)
    late = replace(View(), day=date(2017, 8, 5))
    assert choose_zone(late, GHOUTA, edition, times).day == date(2017, 7, 31)
    assert choose_zone(late, SOUTH, edition, times).day == date(2017, 8, 5)


def test_a_zone_without_a_date_moves_nothing(edition: Edition, times: Timeline) -> None:
    assert choose_zone(View(), UNDATED, edition, times) == View(zone=UNDATED)


def test_a_link_to_a_zone_moves_the_day_unless_it_names_one(edition: Edition, times: Timeline) -> None:
    moved = replace(times, opening=date(2017, 8, 7))
    assert view_of_link({"zone": GHOUTA}, edition, moved)[0].day == date(2017, 7, 31)
    assert view_of_link({"zone": GHOUTA, "day": "2017-08-05"}, edition, moved)[0].day == date(2017, 8, 5)


def test_back_leads_from_the_article_to_its_zone_and_from_the_zone_to_the_list(edition: Edition, times: Timeline) -> None:
    zone = choose_zone(View(), SOUTH, edition, times)
    line = choose_line(zone, "ar.txt", "s1", edition)
    assert line.link()["statement"] == "s1"
    assert go_back(line) == zone
    assert go_back(zone).zone is None


def test_the_second_clock_stands_on_a_day_or_follows_the_first(edition: Edition, times: Timeline) -> None:
    by = apply({"do": "known", "known": "2017-07-12"}, View(), edition, times)
    assert by.moment(times).known_on == date(2017, 7, 12)
    then = apply({"do": "known", "known": "then"}, by, edition, times)
    assert (then.known, then.moment(times).known_on) == (None, times.opening)
    assert apply({"do": "known", "known": ""}, then, edition, times).moment(times).known_on is None


def test_a_zone_moves_the_day_to_where_it_was_known_then(edition: Edition, times: Timeline) -> None:
    """The truce of the 9th was not known before the 10th."""
    assert choose_zone(View(day=date(2017, 7, 3), known_then=True), SOUTH, edition, times).day == date(2017, 7, 10)


def test_a_place_lists_its_articles_or_opens_the_only_one(edition: Edition, times: Timeline) -> None:
    shown = apply({"do": "places", "places": "all"}, View(zone=SOUTH), edition, times)
    assert shown == View(zone=SOUTH, places=True)
    two = apply({"do": "place", "area": "sy/daraa"}, shown, edition, times)
    assert two == View(places=True, place="sy/daraa")
    one = apply({"do": "place", "area": "jo/amman"}, shown, edition, times)
    assert one == View(places=True, place="jo/amman", article="ar.txt")
    assert go_back(one) == View(places=True, place="jo/amman")
    assert go_back(go_back(one)) == View(places=True)
    assert apply({"do": "place", "area": "sy/atlantis"}, shown, edition, times) == shown
    assert choose_zone(two, SOUTH, edition, times).place is None


def test_a_day_off_the_timeline_is_refused(times: Timeline) -> None:
    assert choose_day(View(), "2031-01-01", times) == View()
    assert choose_day(View(), "2017-07-11", times).day == date(2017, 7, 11)


@pytest.mark.parametrize(
    "message",
    [{}, {"do": "zone"}, {"do": "zone", "zone": 7}, {"do": "zone", "zone": "gone"},
     {"do": "line", "article": "x", "statement": "y"},
     {"do": "known", "known": "1066-10-14"}, {"do": "day", "day": "x"}, {"do": "format disk"}],
)  # fmt: skip
def test_messages_that_mean_nothing_change_nothing(message: dict[str, object], edition: Edition, times: Timeline) -> None:
    assert apply(message, View(), edition, times) == View()


def test_messages_change_the_view(edition: Edition, times: Timeline) -> None:
    zone = apply({"do": "zone", "zone": SOUTH, "at": 1}, View(), edition, times)
    assert zone.zone == SOUTH
    line = apply({"do": "line", "article": "ar.txt", "statement": "s1", "at": 2}, zone, edition, times)
    assert (line.article, line.statement) == ("ar.txt", "s1")
    assert apply({"do": "close"}, line, edition, times) == zone
    assert apply({"do": "marks", "marks": "all"}, line, edition, times) == replace(line, marks=True)
    assert apply({"do": "marks", "marks": ""}, replace(line, marks=True), edition, times) == line
    listed = apply({"do": "article", "article": "en.txt"}, View(page=Page.ARTICLES), edition, times)
    assert (listed.page, listed.article) == (Page.MAP, "en.txt")
