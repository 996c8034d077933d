"""The search field, the filters, what was found and the tray: what each says, and that text from outside stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard.draw.article_list import article_list
from dashboard.draw.filters import MOST_VALUES, filter_block, hidden_line
from dashboard.draw.found import MOST_ARTICLES, excerpt, found_parts
from dashboard.draw.tray import MOST_ITEMS, left_over, tray
from dashboard.draw.zone_list import zone_list
from dashboard.edition import BadFile, Edition, Moment
from dashboard.facets import facts, sift
from dashboard.search import Found, make_index, search
from geo.article import Article, Language
from tests.dashboard.markup import words

DAY = Moment(day=date(2017, 7, 15))
HOSTILE = "<img src=x onerror='window.ran=1'>\"'&\u202e"


def found(edition: Edition, query: str) -> Found:
    answer = search(make_index(edition), query)
    assert answer
    return answer


def block(edition: Edition, language: str, *filters: tuple[str, str]) -> str:
    counts = sift(edition, facts(edition), DAY, filters, None).zone_counts
    return filter_block(edition, "", filters, counts, None, language)


def test_the_filters_say_how_many_each_leaves(edition: Edition) -> None:
    said = words(block(edition, "en"))
    assert "Status on the day shown Breaches reported 1 Being negotiated 1 Nothing reported for this day 1" in said
    assert "Outlet publisher unknown 2 The Example 2" in said
    assert "Agreement Ghouta talks 2 South-west ceasefire 1" in said
    assert "This says how plainly the text speaks, not whether it is right." in said
    assert "محادثات الغوطة 2" in words(block(edition, "ar"))


def test_what_is_chosen_is_pressed_and_stays_though_it_leaves_nothing(edition: Edition) -> None:
    html = block(edition, "en", ("status", "violated"), ("agreement", "ghouta"))
    pressed = re.findall(r'aria-pressed="true"[^>]*>(.*?)</button>', html)
    assert [words(one) for one in pressed] == ["Breaches reported 0", "Ghouta talks 0"]


def test_folded_filters_keep_what_is_chosen_in_sight(edition: Edition) -> None:
    folded = filter_block(edition, "", (("outlet", ""),), None, None, "en")
    assert 'aria-expanded="false"' in folded
    assert words(folded) == "Search Filters 1 publisher unknown ×"


def test_a_long_list_of_values_ends_and_says_so(edition: Edition) -> None:
    counts = dict(sift(edition, facts(edition), DAY, (), None).zone_counts)
    counts["outlet"] = {f"outlet {n}": 1000 - n for n in range(MOST_VALUES + 5)}
    last = ("outlet", f"outlet {MOST_VALUES + 4}")
    said = words(filter_block(edition, "", (last,), counts, None, "en"))
    assert f"outlet {MOST_VALUES - 1} " in said
    assert f"outlet {MOST_VALUES + 1} " not in said
    assert f"{last[1]} 996 4 more; the search finds them".replace("996", str(1000 - MOST_VALUES - 4)) in said


def test_a_query_stays_in_its_field_as_text(edition: Edition) -> None:
    html = filter_block(edition, HOSTILE, (), None, None, "en")
    assert "<img" not in html
    assert 'value="&lt;img src=x onerror=&#x27;window.ran=1&#x27;&gt;&quot;&#x27;&amp;\u202e"' in html
    assert "</input>" not in html


def test_what_is_hidden_is_counted_and_can_be_shown() -> None:
    assert hidden_line("zones", 0, "en") is None
    line = hidden_line("zones", 12, "en")
    assert line
    assert words(line) == "12 zones are hidden by the search or the filters. Show all"
    assert "&quot;do&quot;: &quot;show_all&quot;" in line
    assert "12 منطقة" in words(hidden_line("zones", 12, "ar") or "")


def test_a_list_of_what_fits_says_when_nothing_does(edition: Edition) -> None:
    assert "No zone fits." in words(zone_list(edition, DAY, "en", only=()))
    assert "No article fits." in words(article_list(edition, "en", only=()))
    assert "Ghouta talks" not in words(zone_list(edition, DAY, "en", only=("south/SY12",)))


def test_zones_found_by_name_come_first_with_those_of_their_agreement(edition: Edition) -> None:
    order = re.findall(r'data-zone="([^"]+)"', zone_list(edition, DAY, "en", only=("ghouta/daraa", "south/SY12")))
    assert order == ["ghouta/daraa", "south/SY12"]
    ids = ("ghouta/daraa", "south/SY12", "ghouta/eastern-ghouta")
    order = re.findall(r'data-zone="([^"]+)"', zone_list(edition, DAY, "en", only=ids))
    assert order == ["ghouta/daraa", "ghouta/eastern-ghouta", "south/SY12"]


def test_found_articles_show_the_sentence_with_every_hit_marked(edition: Edition) -> None:
    answer = found(edition, "truce shelling")
    html = excerpt(answer, edition.articles["en.txt"])
    assert html
    assert re.findall("<mark>(.*?)</mark>", html) == ["truce", "shelling"]
    assert words(html) == "The truce in Daraa was broken by shelling on 14 July 2017."
    parts = found_parts(edition, answer, answer.articles, "truce shelling", (), "en")
    assert "In 1 article" in words(parts)
    text = edition.articles["en.txt"].text
    start, end = map(int, re.findall(r"&quot;span&quot;: &quot;(\d+)-(\d+)&quot;", parts)[0])
    assert text[start:end] == "shelling", "the rarest word leads to the article"


def test_what_only_a_title_has_opens_the_article_at_its_head(edition: Edition) -> None:
    titled = Article(id="t", text="News\nof the year", title="The harvest", language=Language.ENGLISH)
    changed = replace(edition, articles={**edition.articles, "t": titled})
    html = article_list(changed, "en", only=("t",), found=found(changed, "harvest"))
    assert "<blockquote" not in html
    assert "&quot;do&quot;: &quot;article&quot;" in html


def test_nothing_found_names_the_query_as_text(edition: Edition) -> None:
    html = found_parts(edition, found(edition, "qwerty"), (), f"qwerty{HOSTILE}", (), "en")
    assert "<img" not in html
    assert "Nothing was found for" in html


def test_more_articles_than_fit_are_on_the_page_of_articles(edition: Edition) -> None:
    many = {f"{n:02}": Article(id=f"{n:02}", text="A harvest", language=Language.ENGLISH) for n in range(MOST_ARTICLES + 2)}
    changed = replace(edition, articles=many, statements={}, resolutions={})
    answer = found(changed, "harvest")
    html = found_parts(changed, answer, answer.articles, "harvest", (), "en")
    assert html.count("<blockquote") == MOST_ARTICLES
    assert "2 more on the page of articles" in words(html)


def test_agreements_that_are_found_are_filters(edition: Edition) -> None:
    answer = found(edition, "south-west")
    html = found_parts(edition, answer, answer.articles, "south-west", (("agreement", "south"),), "en")
    assert "&quot;facet&quot;: &quot;agreement&quot;, &quot;value&quot;: &quot;south&quot;" in html
    assert 'aria-pressed="true"' in html


def test_the_tray_counts_what_could_not_be_placed_and_unfolds_it(edition: Edition) -> None:
    left = left_over(edition)
    assert [zone.id for zone in left.undrawn] == ["ghouta/daraa"]
    assert [edition.articles[id].text[start:end] for id, start, end in left.unplaced] == ["القريتين", "Xanadu"]
    folded = words(tray(edition, left, (), "en"))
    assert "2 names without a place 1 zone without a polygon 1 file that could not be read" in folded
    assert "Xanadu" not in folded
    unfolded = tray(edition, left, ("unplaced", "unread", "undrawn"), "en")
    assert "Xanadu The weather was fine in Xanadu." in words(unfolded)
    assert "broken.txt is empty: it holds no text" in words(unfolded)
    assert "&quot;span&quot;: &quot;24-30&quot;" in unfolded


def test_a_statement_is_undated_where_neither_text_nor_article_gives_a_day(edition: Edition) -> None:
    assert left_over(edition).undated == ()
    zone = edition.zones["ghouta/eastern-ghouta"]
    ledger = tuple(replace(line, known_on=None) for line in zone.ledger)
    changed = replace(edition, zones={**edition.zones, zone.id: replace(zone, ledger=ledger)})
    left = left_over(changed)
    assert [statement.id for statement in left.undated] == ["s2", "s3"]
    html = tray(changed, left, ("undated",), "ar")
    assert "قولان بلا تاريخ" in words(html)
    assert "محادثات في عمّان بشأن هدنة" in words(html)
    assert "&quot;statement&quot;: &quot;s2&quot;" in html


def test_a_tray_with_nothing_in_it_says_so(edition: Edition) -> None:
    bare = replace(edition, resolutions={}, zones={}, bad_files=())
    assert "Nothing: every statement has a date" in words(tray(bare, left_over(bare), (), "en"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_tray_of_thousands_ends_and_says_so(edition: Edition, language: str) -> None:
    bad = tuple(BadFile(file=f"{n}.txt", reason=HOSTILE) for n in range(MOST_ITEMS + 40))
    html = tray(replace(edition, bad_files=bad), left_over(edition), ("unread",), language)
    assert html.count("<code") == MOST_ITEMS
    assert "<img" not in html
    assert ("and 40 more" if language == "en" else "و40 أخرى") in words(html)
