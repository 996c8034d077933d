"""Full text: what finds what, in which order, and where the hits stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.edition import Edition
from dashboard.search import MOST_LETTERS, Found, Index, make_index, search
from geo.article import Article, Language, detect_language
from geo.edtf import Edtf
from geo.gazetteer import Mask, PlaceName

NAMES = (
    ("Daraa", "en", "SY12"), ("Deraa", "en", "SY12"), ("درعا", "ar", "SY12"), ("Daraa", "en", "sy/daraa"),
    ("Deraa", "en", "sy/daraa"), ("درعا", "ar", "sy/daraa"), ("Eastern Ghouta", "en", "sy/eastern-ghouta"),
    ("الغوطة الشرقية", "ar", "sy/eastern-ghouta"), ("الغوطة", "ar", "sy/eastern-ghouta"), ("Amman", "en", "jo/amman"),
)  # fmt: skip


def with_names(edition: Edition, **texts: str) -> Edition:
    """The edition with a gazetteer of names, and articles that nobody has read."""
    names = tuple(PlaceName(text=text, language=language, place=place) for text, language, place in NAMES)
    masks = (Mask(text="Amman Centre", language="en", kind="organisation"),)
    more = {id: Article(id=id, text=text, language=detect_language(text)) for id, text in texts.items()}
    gazetteer = replace(edition.gazetteer, names=names, masks=masks)
    return replace(edition, gazetteer=gazetteer, articles={**edition.articles, **more})


@pytest.fixture
def index(edition: Edition) -> Index:
    return make_index(with_names(edition))


def found(index: Index, query: str) -> Found:
    answer = search(index, query)
    assert answer
    return answer


def articles(edition: Edition, query: str, **texts: str) -> tuple[str, ...]:
    """Those of the given texts that a query finds."""
    answer = search(make_index(with_names(edition, **texts)), query)
    return tuple(id for id in answer.articles if id in texts) if answer else ()


@pytest.mark.parametrize("query", ["بالغوطة", "الغوطة", "والغوطة", "للغوطة", "غوطة", "الغُوطَة", "الغـوطة", "Eastern Ghouta"])
def test_a_place_is_found_behind_whatever_is_written_to_it_and_in_the_other_language(index: Index, query: str) -> None:
    answer = found(index, query)
    assert "ar.txt" in answer.articles
    assert answer.zones[0] == "ghouta/eastern-ghouta"


@pytest.mark.parametrize("query", ["Deraa", "Daraa", "درعا", "daraa", "بدرعا", "ﺩﺭﻋﺎ", "DÉRAA"])
def test_a_place_is_found_under_all_of_its_names(index: Index, query: str) -> None:
    answer = found(index, query)
    assert set(answer.articles) == {"ar.txt", "en.txt"}
    assert {"south/SY12", "ghouta/daraa"} <= set(answer.zones)


def test_a_name_that_the_text_leaves_open_is_found_under_each_place_that_bears_it(edition: Edition) -> None:
    mention = edition.resolutions["ar.txt"][1]
    assert mention.area is None
    open_name = replace(mention, mention=replace(mention.mention, candidates=("jo/amman",)))
    changed = replace(edition, resolutions={**edition.resolutions, "ar.txt": (open_name,)})
    answer = found(make_index(with_names(changed)), "Amman")
    (span,) = answer.spans(edition.articles["ar.txt"])
    assert span.of(edition.articles["ar.txt"].text) == "القريتين"


def test_an_organisation_is_not_the_place_in_its_name(edition: Edition) -> None:
    assert articles(edition, "Amman Centre", one="The Amman Centre spoke.", other="A centre in Amman.") == ("one", "other")
    assert articles(edition, "Amman Centre", other="They met in Amman.") == ()


def test_all_words_must_be_there(edition: Edition) -> None:
    texts = {"both": "A truce of the harvest.", "one": "A truce of the winter."}
    assert articles(edition, "harvest truce", **texts) == ("both",)
    assert articles(edition, "truce", **texts) == ("both", "one")


@pytest.mark.parametrize("query", ['"fire ceased"', "“fire ceased”", "«fire ceased»", '"Fire ceased'])
def test_a_phrase_stands_as_it_is_quoted(edition: Edition, query: str) -> None:
    texts = {"phrase": "The fire ceased.", "words": "They ceased, the fire went on.", "cut": "A fire. Ceased trading."}
    assert articles(edition, query, **texts) == ("phrase", "cut")


def test_a_phrase_does_not_run_from_one_text_into_the_next(edition: Edition) -> None:
    assert articles(edition, '"fire ceased"', a="The fire", b="ceased") == ()


@pytest.mark.parametrize(("query", "text"), [("والي", "ذهب إلى السوق"), ("كان", "قال أن السوق مغلق"), ("بلد", "ولد في السوق")])
def test_a_word_that_only_begins_like_a_preposition_is_not_taken_apart_to_nothing(
    edition: Edition, query: str, text: str
) -> None:
    assert articles(edition, query, other=text) == ()


def test_digits_and_accents_are_one(edition: Edition) -> None:
    assert articles(edition, "2017", a="في عام ٢٠١٧", b="En 2017") == ("a", "b")
    assert articles(edition, "elysee", a="The Élysée said so.") == ("a",)


def test_titles_come_first_then_hits_then_the_newest(edition: Edition) -> None:
    def made(id: str, text: str, title: str | None, published: str | None) -> Article:
        day = Edtf.parse(published) if published else None
        return Article(id=id, text=text, title=title, language=Language.ENGLISH, published=day)

    held = (
        made("a-old", "News\nharvest", None, "2016-01-01"), made("b-new", "News\nharvest", None, "2017-01-01"),
        made("c-often", "News\nharvest and harvest", None, None), made("d-title", "News\nof the year", "The harvest", None),
        made("e-line", "A harvest\nof the year", None, None), made("f-undated", "News\nharvest", None, None),
    )  # fmt: skip
    answer = found(make_index(replace(edition, articles={a.id: a for a in held})), "harvest")
    assert answer.articles == ("d-title", "e-line", "c-often", "b-new", "a-old", "f-undated")
    assert [answer.count(id) for id in answer.articles] == [1, 1, 2, 1, 1, 1]
    assert answer.spans(held[3]) == (), "only the title has it"


def test_a_title_that_the_text_holds_counts_once(edition: Edition) -> None:
    article = Article(id="a", text="A harvest\n\nof the year", title="A harvest", language=Language.ENGLISH)
    assert found(make_index(replace(edition, articles={"a": article})), "harvest").count("a") == 1


def test_zones_are_found_by_name_by_agreement_and_by_quote(index: Index) -> None:
    assert found(index, "shelling").zones == ("south/SY12",)
    assert set(found(index, "محادثات").zones) == {"ghouta/eastern-ghouta", "ghouta/daraa"}
    assert found(index, "South-west ceasefire").agreements == ("south",)
    assert found(index, "weather").zones == (), "a sentence that no zone rests on finds no zone"


def test_no_zone_is_found_by_words_that_stand_where_a_former_version_had_its_quote(edition: Edition) -> None:
    (said, *_) = edition.statements["ar.txt"]
    former, quote = edition.articles["ar.txt"].text, said.evidence[0].span
    changed = former[: quote.start] + "pomegranate " * len(quote) + former[quote.end :]
    articles = {**edition.articles, "ar.txt": replace(edition.articles["ar.txt"], text=changed)}
    answer = found(make_index(with_names(replace(edition, articles=articles))), "pomegranate")
    assert answer.articles == ("ar.txt",) and answer.zones == ()


def test_hits_are_whole_words_at_their_offsets(edition: Edition, index: Index) -> None:
    article = edition.articles["ar.txt"]
    spans = found(index, "غوطة").spans(article)
    assert [span.of(article.text) for span in spans] == ["بالغوطة"]
    vowelled = "ثم قال: وَالغُوطَةِ، 𝟚𐤀 الغوطة"
    answer = found(make_index(with_names(edition, x=vowelled)), "الغوطة")
    words = [span.of(vowelled) for span in answer.spans(Article(id="x", text=vowelled, language=Language.ARABIC))]
    assert words == ["وَالغُوطَةِ", "الغوطة"]


@pytest.mark.parametrize("query", ["", "   ", '"', '""', "؟!", "<>", "\u202e", "ـ"])
def test_a_query_without_a_word_asks_for_nothing(index: Index, query: str) -> None:
    assert search(index, query) is None


def test_an_edition_without_anything_can_be_searched(edition: Edition) -> None:
    bare = replace(edition, articles={}, statements={}, resolutions={}, zones={}, agreements={})
    answer = found(make_index(bare), "x")
    assert (answer.articles, answer.zones, answer.agreements) == ((), (), ())


@given(query=st.text(max_size=MOST_LETTERS * 2))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_query_has_an_answer(edition: Edition, index: Index, query: str) -> None:
    answer = search(index, query)
    for id in answer.articles if answer else ():
        text = edition.articles[id].text
        spans = answer.spans(edition.articles[id]) if answer else ()
        assert all(span.of(text).strip() for span in spans)
        assert all(not a.overlaps(b) for a in spans for b in spans if a is not b)
