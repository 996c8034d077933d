"""The pages in a session, without a browser: what is mounted, what the link says, what happens without a store."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.edition import Edition
from dashboard.view import Page
from dashboard.views import frame
from dashboard.views.components import PACKED_FROM
from geo.errors import PublishError, StoreError
from geo.message import Message
from tests.dashboard.mounted import mounted

HASH_BYTES = 100  # of a message that the browser has kept, with what goes around its hash
APP = Path(__file__).parents[2] / "dashboard" / "app.py"


@pytest.fixture
def page(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page on the test's edition, not yet run."""
    for module in ("dashboard.views.frame", "dashboard.views.hearing"):
        monkeypatch.setattr(f"{module}.current_edition", lambda: edition)
    monkeypatch.setattr("dashboard.views.map_side.tile_address", lambda: None)
    for module in ("map_side", "text_side", "clocks"):
        monkeypatch.setattr(f"dashboard.views.{module}.publish", lambda name, content, **_: f"app/static/drawn/{name}.json")
    yield AppTest.from_file(str(APP), default_timeout=30)
    queries.st.cache_resource.clear()


def test_the_page_opens_on_the_map_and_the_list(page: AppTest) -> None:
    page.run()
    assert not page.exception
    told = mounted(page, "zone_map")
    assert told["state"] == {"selected": None, "focus": None, "place": None}
    assert (told["time"]["day"], told["time"]["known"]) == ("2017-07-15", "")
    assert "Parts of Eastern Ghouta" in mounted(page, "panel")["html"]
    assert page.query_params == {"lang": "en"}


def test_a_rerun_moves_little_however_many_zones(page: AppTest, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thousands of zones, a step in time sends the statuses that changed and no names, shapes or days."""
    zone, period = edition.zones["south/SY12"], edition.periods["south/SY12"][-1]
    zones = {f"z{n}": replace(zone, id=f"z{n}", truce=f"a{n % 50}", agreements=(f"a{n % 50}",)) for n in range(3_000)}
    periods = {f"z{n}": (replace(period, start=date(2012, 1, 1) + timedelta(n)),) for n in range(3_000)}
    grown = replace(edition, zones=zones, periods=periods, accounts=dict.fromkeys(zones, ()), footprints={})
    for module in ("dashboard.views.frame", "dashboard.views.hearing"):
        monkeypatch.setattr(f"{module}.current_edition", lambda: grown)
    page.run()
    kept = {message for message in messages(page) if len(message) >= st.get_option("global.minCachedMessageSize")}
    page.query_params["day"] = "2016-01-01"
    page.run()
    assert not page.exception
    assert mounted(page, "zone_map")["time"]["day"] == "2016-01-01"
    assert "data-statuses" in mounted(page, "panel")["html"]
    # what the browser keeps from the run before goes as its hash
    assert sum(HASH_BYTES if message in kept else len(message) for message in messages(page)) < 10_000


def messages(page: AppTest) -> list[bytes]:
    kinds = ("bidi_component", "html", "button_group")
    return [element.proto.SerializeToString(deterministic=True) for kind in kinds for element in page.main.get(kind)]


def test_an_answer_begins_with_what_was_chosen_and_the_opening_with_the_switches(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    for view in ("header._header", "explorer.map_side", "explorer.text_side"):
        module, _, name = f"dashboard.views.{view}".rpartition(".")
        was = getattr(importlib.import_module(module), name)
        monkeypatch.setattr(f"{module}.{name}", lambda *asked, was=was, name=name: (told.append(name), was(*asked)))
    page.run()
    assert told == ["_header", "text_side", "map_side"]
    told.clear()
    page.session_state["heard"] = 1
    page.run()
    assert not page.exception
    assert told == ["text_side", "map_side", "_header"]


def test_a_page_that_fails_leaves_the_way_to_the_others(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(frame.PAGES, Page.TIMELINE, failing)
    page.query_params["page"] = "timeline"
    page.run()
    assert page.exception
    page.button_group(key="page_switch").set_value(Page.MAP).run()
    assert not page.exception
    assert mounted(page, "zone_map")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_long_panel_goes_packed(page: AppTest, language: str) -> None:
    page.query_params.update({"lang": language, "zone": "south/SY12"})
    page.run()
    html = mounted(page, "panel")["html"]
    assert html.startswith("<section")
    assert len(html) >= PACKED_FROM
    sent = next(e.proto.json for e in page.main.get("bidi_component") if e.proto.component_name == "hudna.panel")
    assert len(sent) < len(html.encode())


def test_a_link_opens_an_article_at_its_sentence(page: AppTest) -> None:
    page.query_params.update({"lang": "ar", "zone": "south/SY12", "article": "ar.txt", "statement": "s1"})
    page.run()
    told = mounted(page, "reader")
    assert told["direction"] == "rtl"
    assert told["article"]["lit"]
    assert mounted(page, "document_language") | {"language": "ar", "direction": "rtl"} == mounted(page, "document_language")
    assert mounted(page, "zone_map")["state"]["selected"] == "south/SY12"


def test_all_marks_are_shown_where_the_link_says_so(page: AppTest) -> None:
    page.query_params.update({"lang": "en", "article": "ar.txt", "marks": "all"})
    page.run()
    assert mounted(page, "reader")["allMarks"] is True
    assert page.query_params["marks"] == "all"
    assert mounted(page, "reader")["article"]["address"] == "app/static/drawn/article.json"
    assert mounted(page, "panel")["html"] is None, "put away, it keeps what it holds"


def test_places_are_drawn_only_where_they_are_wanted(page: AppTest) -> None:
    page.run()
    assert mounted(page, "zone_map")["places"] == {"shown": False, "address": None}
    page.query_params["places"] = "all"
    page.run()
    assert mounted(page, "zone_map")["places"] == {"shown": True, "address": "app/static/drawn/places.json"}


def test_a_link_to_a_place_lists_its_articles(page: AppTest) -> None:
    page.query_params.update({"lang": "en", "place": "sy/daraa"})
    page.run()
    assert not page.exception
    assert "A truce is broken" in mounted(page, "panel")["html"]
    assert mounted(page, "zone_map")["state"]["place"] == {"area": "sy/daraa", "extent": [36.1, 32.62, 36.1, 32.62]}
    page.query_params["article"] = "en.txt"
    page.run()
    assert mounted(page, "reader")["article"]["lit"] == ["p0"], "the reader opens at the name"


def test_the_language_switch_changes_every_part_and_the_link(page: AppTest) -> None:
    page.run()
    page.segmented_control(key="language_switch").set_value("ar").run()
    assert not page.exception
    assert "محافظة درعا" in mounted(page, "panel")["html"]
    assert mounted(page, "share")["words"]["print"] == "طباعة هذا العرض"
    assert page.query_params["lang"] == "ar"


def test_an_act_that_comes_with_an_older_link_is_heard(page: AppTest) -> None:
    """The browser had not read the last link yet when the language was switched: the day that was chosen before stays."""
    page.run()
    page.session_state["view"] = replace(page.session_state["view"], day=date(2017, 7, 9))
    page.session_state["written_link"] = {"lang": "en", "day": "2017-07-09"}
    page.segmented_control(key="language_switch").set_value("ar").run()
    assert page.query_params == {"lang": "ar", "day": "2017-07-09"}
    page.query_params.update({"day": "2017-07-10"})
    page.run()
    assert page.query_params["day"] == "2017-07-10", "without an act the link wins: Back and Forward"


def test_the_articles_page_lists_articles_and_bad_files(page: AppTest) -> None:
    page.run()
    page.segmented_control(key="page_switch").set_value("articles").run()
    html = mounted(page, "panel")["html"]
    assert "A truce is broken" in html
    assert html.count("1 file that could not be read") == 1, "told above the list, it is not told below again"
    assert "is empty: it holds no text" not in html
    page.session_state["view"] = replace(page.session_state["view"], opened=frozenset({"unread"}))
    page.run()
    assert mounted(page, "panel")["html"].count("is empty: it holds no text") == 1
    assert page.query_params["page"] == "articles"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name, part", [("timeline", "chart"), ("agreements", "agreement-list"), ("about", "about")])
def test_every_page_opens_by_its_link_and_by_the_switch(page: AppTest, name: str, part: str, language: str) -> None:
    page.query_params.update({"lang": language, "page": name})
    page.run()
    assert not page.exception
    assert f'data-part="{part}"' in mounted(page, "panel")["html"]
    page.segmented_control(key="page_switch").set_value("map").run()
    page.segmented_control(key="page_switch").set_value(name).run()
    assert not page.exception
    assert f'data-part="{part}"' in mounted(page, "panel")["html"]


def test_the_map_alone_has_no_header_and_leads_to_the_whole_page(page: AppTest) -> None:
    page.query_params.update({"frame": "map", "zone": "south/SY12", "day": "2017-07-12", "lang": "ar"})
    page.run()
    assert not page.exception
    assert not page.segmented_control
    line = " ".join(block.proto.body for block in page.main.get("html"))
    assert "محافظة درعا" in line and 'data-status="in_force"' in line
    assert 'href="?lang=ar&amp;day=2017-07-12&amp;zone=south%2FSY12"' in line


def test_what_the_view_has_chosen_is_offered_in_every_format(page: AppTest) -> None:
    page.query_params.update({"lang": "ar", "zone": "south/SY12"})
    page.run()
    assert not page.exception
    said = " ".join(block.proto.body for block in page.main.get("html"))
    assert "المنطقة «محافظة درعا» وما تستند إليه." in said
    assert page.selectbox(key="take_format").value == "pack"
    page.selectbox(key="take_format").set_value("geojson").run()
    assert not page.exception


def test_where_filters_leave_nothing_nothing_is_offered(page: AppTest) -> None:
    """Not everything: whoever filtered did not ask for that."""
    page.query_params.update({"only": "type:safe_zone", "q": "zzyzx"})
    page.run()
    assert not page.exception
    said = " ".join(block.proto.body for block in page.main.get("html"))
    assert "leave no zone to download" in said
    assert not page.main.get("download_button")


def test_ranges_are_published_beside_all_days(page: AppTest) -> None:
    """Under a name of their own: of one name only the newest stay, and ranges are as many as visitors choose."""
    page.run()
    assert mounted(page, "zone_map")["time"]["days"].endswith("/days.json")
    page.query_params["range"] = "2017-07-08..2017-07-12"
    page.run()
    assert mounted(page, "zone_map")["time"]["days"].endswith("/range.json")


def test_the_timeline_page_has_both_clocks(page: AppTest) -> None:
    page.query_params.update({"page": "timeline", "day": "2017-07-12", "known": "then"})
    page.run()
    time = mounted(page, "time_control")["time"]
    assert (time["day"], time["known"]) == ("2017-07-12", "then")
    assert "no end reported" in mounted(page, "panel")["html"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_link_compares_two_days_in_their_order(page: AppTest, language: str) -> None:
    page.query_params.update({"lang": language, "day": "2017-07-08", "compare": "2017-07-15"})
    page.run()
    assert not page.exception
    html = mounted(page, "panel")["html"]
    assert {"en": "From 8 July 2017 to 15 July 2017", "ar": "من 8 تموز 2017 إلى 15 تموز 2017"}[language] in html
    assert 'class="change-group" data-change="gained"' in html
    assert mounted(page, "zone_map")["compare"]["day"] == "2017-07-15"


@pytest.mark.parametrize(
    ("link", "words"),
    [({}, "All zones"), ({"q": "درعا"}, "Back to what was found"), ({"only": "status:violated"}, "Back to what was found")],
)
def test_the_way_back_says_where_it_leads(page: AppTest, link: dict[str, str], words: str) -> None:
    page.query_params.update({"lang": "en", "zone": "south/SY12", **link})
    page.run()
    assert f'class="back">{words}<' in mounted(page, "panel")["html"]


def test_a_zone_in_a_comparison_leads_back_to_it(page: AppTest) -> None:
    page.query_params.update({"compare": "2017-07-08", "zone": "south/SY12"})
    page.run()
    assert "Back to the comparison" in mounted(page, "panel")["html"]


def test_a_search_narrows_the_list_the_map_and_the_articles(page: AppTest) -> None:
    page.query_params.update({"lang": "en", "q": "بالغوطة"})
    page.run()
    html = mounted(page, "panel")["html"]
    assert "Parts of Eastern Ghouta" in html
    assert "Daraa Governorate" not in html
    assert "1 zone is hidden" in html
    assert "<mark>بالغوطة</mark>" in html
    sieve = mounted(page, "zone_map")["sieve"]
    assert sieve["visible"] == ["ghouta/eastern-ghouta"]
    assert "1 zone is hidden" in sieve["line"]
    page.segmented_control(key="page_switch").set_value("articles").run()
    html = mounted(page, "panel")["html"]
    assert "A truce is broken" not in html
    assert "2 articles are hidden" in html
    assert page.query_params["q"] == "بالغوطة"


def test_filters_of_a_link_leave_the_status_to_the_map(page: AppTest) -> None:
    """The day moves in the browser: which of the zones has the status on it, the map knows first."""
    page.query_params.update({"lang": "en", "only": "status:in_force;outlet:The Example"})
    page.run()
    sieve = mounted(page, "zone_map")["sieve"]
    assert sieve["statuses"] == ["in_force"]
    assert sieve["visible"] == ["ghouta/eastern-ghouta", "south/SY12"]
    assert "3 zones are hidden" in sieve["line"]
    html = mounted(page, "panel")["html"]
    assert "No zone fits." in html
    assert "1 zone without a polygon" in html, "no filter makes the tray smaller"


def test_nothing_asked_for_hides_nothing(page: AppTest) -> None:
    page.run()
    assert mounted(page, "zone_map")["sieve"] == {"visible": None, "statuses": None, "line": ""}
    assert "hidden" not in mounted(page, "panel")["html"].replace("aria-hidden", "")


def test_a_link_opens_an_article_where_the_words_stand(page: AppTest) -> None:
    page.query_params.update({"lang": "en", "article": "empty.txt", "span": "24-30"})
    page.run()
    article = mounted(page, "reader")["article"]
    assert article["lit"] == [article["scrollTo"]] == ["found"]


def test_a_link_to_what_is_gone_says_so_and_shows_the_rest(page: AppTest) -> None:
    page.query_params.update({"lang": "en", "zone": "gone"})
    page.run()
    assert any("names something that is not here" in block.proto.body for block in page.main.get("html"))
    assert "South-west ceasefire" in mounted(page, "panel")["html"]


def test_a_folder_that_cannot_be_written_later_is_told_in_both_languages(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> str:
        why = Message("Permission denied")
        raise PublishError(
            "what the page draws cannot be put into {folder!r} ({why}): the user who runs the page needs the right to write "
            "there, and room on the disk", folder="/opt/drawn", why=why,
        )  # fmt: skip

    monkeypatch.setattr("dashboard.views.map_side.publish", refused)
    page.run()
    assert not page.exception
    bodies = " ".join(block.proto.body for block in page.main.get("html"))
    assert "The page cannot be shown" in bodies and "/opt/drawn" in bodies and "لا إذن بذلك" in bodies
    assert page.segmented_control, "the way to the other pages stays"


def test_without_a_store_the_page_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> Edition:
        raise StoreError("there is no store at {store!r} yet: run `python -m data ingest seeds`", store="x")

    monkeypatch.setattr("dashboard.views.frame.current_edition", nothing)
    page = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not page.exception
    bodies = " ".join(block.proto.body for block in page.main.get("html"))
    assert "there is no store at &#x27;x&#x27; yet" in bodies
    assert "تعذّر عرض المخزن" in bodies and "لا مخزن" in bodies


def test_whoever_waits_for_the_page_is_told_once_that_it_is_coming(
    page: AppTest, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("dashboard.opening.opening_lines", lambda asked: told.append(asked) or "<p>coming</p>")
    monkeypatch.setattr("dashboard.views.frame.current_edition", lambda: told.append("drawn") or edition)
    page.query_params["lang"] = "ar"
    for _ in range(2):
        page.run()
        assert "coming" not in " ".join(block.proto.body for block in page.main.get("html"))
    assert told == ["ar", "drawn", "drawn"]


@pytest.mark.parametrize("option, value", [("server.enableStaticServing", False), ("browser.gatherUsageStats", True)])
def test_a_page_without_its_options_is_not_shown(page: AppTest, option: str, value: bool) -> None:
    """It would have no map, or have the visitor's browser report to somebody."""
    was = config.get_option(option)
    config.set_option(option, value)
    try:
        page.run()
    finally:
        config.set_option(option, was)
    assert not page.exception and not page.segmented_control
    bodies = " ".join(block.proto.body for block in page.main.get("html"))
    assert "started without its own options" in bodies and "من دون إعداداتها" in bodies
