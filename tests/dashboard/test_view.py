"""The view and its link: what a link may and may not do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.choices import apply, choose_day, choose_line, choose_zone, go_back
from dashboard.draw.timeline import Timeline, timeline
from dashboard.edition import Edition
from dashboard.facets import MOST_FILTERS
from dashboard.link import LINK_WORDS, view_of_link
from dashboard.search import MOST_LETTERS
from dashboard.view import Page, View
from geo.ledger.review import Concern
from geo.span import Span

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
        View(days=(date(2017, 7, 8), date(2017, 7, 12)), day=date(2017, 7, 9)),
        View(language="ar", hijri=True),
        View(map_only=True, zone=SOUTH, day=date(2017, 7, 12)),
        View(known_then=True, day=date(2017, 7, 12)),
        View(language="ar", day=date(2017, 7, 12), zone=SOUTH, article="ar.txt", statement="s1"),
        View(article="en.txt"),
        View(day=date(2017, 7, 12), compare=date(2017, 7, 20), zone=GHOUTA),
        View(day=date(2017, 7, 12), compare=date(2017, 7, 20), side=True),
        View(article="en.txt", span=Span(63, 77)),
        View(query='بالغوطة "a phrase" &=;%'),
        View(filters=(("status", "in_force"), ("status", "none"), ("outlet", ""), ("outlet", "The Example"))),
        View(article="en.txt", marks=True),
        View(places=True, place="sy/daraa"),
        View(page=Page.REVIEW, concern=Concern.UNDATED, order="newest"),
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
        ({"hijri": "yes"}, ("hijri",)),
        ({"frame": "menu"}, ("frame",)),
        *(({"range": ends}, ("range",)) for ends in ("..", "2017-07-08", "2017-07-12..2017-07-08", "2017-07-08..2031-01-01")),
        ({"compare": "1066-10-14"}, ("compare",)),
        ({"compare": "side:1066-10-14"}, ("compare",)),
        ({"article": "../../etc/passwd", "statement": "s1"}, ("article", "statement")),
        ({"article": "en.txt", "statement": "s1"}, ("statement",)),
        ({"statement": "s1"}, ("statement",)),
        ({"page": "admin"}, ("page",)),
        ({"q": "x" * (MOST_LETTERS + 1)}, ("q",)),
        ({"only": "status:peace"}, ("only",)),
        ({"page": "review", "kind": "boring", "order": "random", "item": "gone"}, ("kind", "order", "item")),
        ({"only": "<script>"}, ("only",)),
        ({"article": "en.txt", "span": "5-2"}, ("span",)),
        ({"article": "en.txt", "span": "0-99999"}, ("span",)),
        ({"article": "en.txt", "span": "-1-٣"}, ("span",)),
        ({"span": "0-5"}, ("span",)),
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


@given(link=st.dictionaries(st.sampled_from(sorted(LINK_WORDS)), st.text(max_size=12)))
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


def test_a_stretch_of_days_draws_the_day_into_it_and_a_zone_beyond_it_ends_it(edition: Edition, times: Timeline) -> None:
    near = apply({"do": "range", "range": "2017-07-10..2017-07-13"}, View(), edition, times)
    assert (near.days, near.day) == ((date(2017, 7, 10), date(2017, 7, 13)), date(2017, 7, 13))
    shown = near.times(times)
    assert shown and (shown.first, shown.last, shown.zoomed) == (date(2017, 7, 10), date(2017, 7, 13), True)
    early = apply({"do": "range", "range": "2017-07-03..2017-07-05"}, View(), edition, times)
    beyond = choose_zone(early, SOUTH, edition, times)
    assert (beyond.day, beyond.days) == (date(2017, 7, 9), None)
    assert apply({"do": "range", "range": "never"}, near, edition, times) == near
    assert apply({"do": "range", "range": ""}, near, edition, times).days is None


def test_a_bar_opens_its_zone_on_its_day(edition: Edition, times: Timeline) -> None:
    view = apply({"do": "zone", "zone": SOUTH, "day": "2017-07-12"}, View(page=Page.TIMELINE), edition, times)
    assert (view.page, view.zone, view.day) == (Page.MAP, SOUTH, date(2017, 7, 12))


def test_a_comparison_begins_on_the_eve_of_the_last_change(edition: Edition, times: Timeline) -> None:
    """The breach of the 14th is the last change up to the 15th; before the first change there is only the timeline's end."""
    begun = apply({"do": "compare", "day": ""}, View(), edition, times)
    assert (begun.compare, begun.moment(times).day) == (date(2017, 7, 13), date(2017, 7, 15))
    early = apply({"do": "compare", "day": ""}, View(day=date(2017, 7, 4)), edition, times)
    assert early.compare == times.first


def test_leaving_a_comparison_returns_to_the_view_before_it(edition: Edition, times: Timeline) -> None:
    before = View(day=date(2017, 7, 12), zone=SOUTH, article="ar.txt", statement="s1")
    begun = apply({"do": "compare", "day": ""}, before, edition, times)
    assert (begun.zone, begun.article) == (None, None)
    wandered = apply({"do": "day", "day": "2017-07-20"}, begun, edition, times)
    wandered = apply({"do": "compare", "day": "2017-07-10"}, replace(wandered, language="ar"), edition, times)
    wandered = apply({"do": "zone", "zone": GHOUTA}, wandered, edition, times)
    assert apply({"do": "leave"}, wandered, edition, times) == replace(before, language="ar")
    linked, _ = view_of_link(wandered.link(), edition, times)
    assert apply({"do": "leave"}, linked, edition, times) == replace(linked, compare=None)


def test_a_zone_opened_in_a_comparison_keeps_its_days_and_leads_back_to_it(edition: Edition, times: Timeline) -> None:
    compared = View(day=date(2017, 7, 3), compare=date(2017, 7, 20))
    opened = apply({"do": "zone", "zone": SOUTH}, compared, edition, times)
    assert (opened.day, opened.compare) == (compared.day, compared.compare)
    assert apply({"do": "close"}, opened, edition, times) == compared


def test_both_days_may_have_a_map_of_their_own(edition: Edition) -> None:
    times = timeline(edition)
    linked, lost = view_of_link({"compare": "side"}, edition, times)
    assert (linked.compare, linked.side, lost) == (date(2017, 7, 13), True, ())
    assert linked.link()["compare"] == "side:2017-07-13"
    assert apply({"do": "side", "side": ""}, linked, edition, times) == replace(linked, side=False)
    assert apply({"do": "leave"}, linked, edition, times) == replace(linked, compare=None, side=False)
    assert apply({"do": "side", "side": "1"}, View(), edition, times) == View(), "without a comparison there is one day"


def test_without_dates_nothing_is_compared(edition: Edition) -> None:
    assert apply({"do": "compare", "day": ""}, View(), edition, None) == View()


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
     {"do": "compare", "day": "1066-10-14"}, {"do": "leave"},
     {"do": "filter", "facet": "status", "value": "peace"}, {"do": "filter", "facet": "x", "value": "y"},
     {"do": "open", "part": "door"}, {"do": "search", "query": 7}, {"do": "page", "page": "admin"},
     {"do": "span", "article": "en.txt", "span": "9-3"}, {"do": "span", "article": "gone", "span": "1-2"},
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


def test_a_link_keeps_those_of_its_filters_that_are_some(edition: Edition, times: Timeline) -> None:
    view, lost = view_of_link({"only": "status:in_force;status:peace"}, edition, times)
    assert view.filters == (("status", "in_force"),)
    assert lost == ("only",)


def test_any_name_of_an_outlet_comes_through_a_link(edition: Edition, times: Timeline) -> None:
    name = "100% ;a:b; & \u0627\u0644"
    article = replace(edition.articles["en.txt"], publisher=name)
    changed = replace(edition, articles={**edition.articles, "en.txt": article})
    view = apply({"do": "filter", "facet": "outlet", "value": name}, View(), changed, times)
    assert view.filters == (("outlet", name),)
    assert view_of_link(view.link(), changed, times) == (view, ())


def test_filters_are_taken_and_put_back(edition: Edition, times: Timeline) -> None:
    press = {"do": "filter", "facet": "status", "value": "in_force"}
    once = apply(press, View(), edition, times)
    assert once.filters == (("status", "in_force"),)
    assert apply(press, once, edition, times) == View()
    asked = replace(once, query="Daraa", zone=SOUTH)
    assert apply({"do": "show_all"}, asked, edition, times) == View(zone=SOUTH)


def test_no_link_grows_without_end(edition: Edition, times: Timeline) -> None:
    outlets = {f"{n:03}": replace(edition.articles["en.txt"], id=f"{n:03}", publisher=f"{n:03}") for n in range(100)}
    changed, view = replace(edition, articles=outlets), View()
    for outlet in outlets:
        view = apply({"do": "filter", "facet": "outlet", "value": outlet}, view, changed, times)
    view = apply({"do": "search", "query": " x" * 500}, view, changed, times)
    assert len(view.filters) == MOST_FILTERS
    assert len(view.query) <= MOST_LETTERS
    assert view_of_link(view.link(), changed, times) == (view, ())


def test_what_is_unfolded_is_no_part_of_a_link(edition: Edition, times: Timeline) -> None:
    opened = apply({"do": "open", "part": "filters"}, View(), edition, times)
    assert opened.opened == {"filters"}
    assert opened.link() == View().link()
    assert apply({"do": "open", "part": "filters"}, opened, edition, times) == View()


def test_words_lead_to_their_place_in_the_article_and_back(edition: Edition, times: Timeline) -> None:
    there = apply({"do": "span", "article": "en.txt", "span": "63-77"}, View(query="truce"), edition, times)
    assert (there.article, there.span) == ("en.txt", Span(63, 77))
    assert go_back(there) == View(query="truce")
    assert choose_line(there, "en.txt", "s4", edition).span is None
