"""Why a name means its place: how it was cut from the word, the places that it may mean, and what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.draw.markup import Markup, join, tag
from dashboard.edition import Edition
from dashboard.strings import direction, isolated, text
from geo.article import Article
from geo.gazetteer import Gazetteer, Kind, Place
from geo.mention import Mention
from geo.text.script import fold_name
from geo.toponym.reason import Because, Reason
from geo.toponym.resolution import Candidate, Reading, Resolution

_WORD = r"\w[\w\u064b-\u0652]*"  # vowel signs are no \w
_LETTERS_BEFORE = re.compile(rf"{_WORD}\Z")
_WORD_BEFORE, _WORD_BEHIND = re.compile(rf"({_WORD})\W{{0,3}}\Z"), re.compile(rf"\W{{0,3}}({_WORD})")
_LONGEST_WORD = 40
ARTICLE = "ال"


def why_this_place(edition: Edition, article: Article, resolution: Resolution, language: str) -> Markup:
    """All that the reader weighed for one name, in the page's language; the name itself stays in the article's."""
    mention = resolution.mention
    written, pieces = name_pieces(article.text, mention, edition.gazetteer)
    notes = []
    if resolution.reading is not Reading.LITERAL:
        notes.append(text(f"reading.{resolution.reading}", language))
    if mention.anaphor:
        notes.append(text("why.anaphor", language))
    if resolution.area and resolution.area.key != resolution.area.place:
        notes.append(text("why.part", language, name=isolated(edition.gazetteer.name(resolution.area, language))))
    candidates = [
        tag("li", _candidate(edition, article, resolution, candidate, language), class_="chosen" if chosen else None)
        for candidate in resolution.candidates
        for chosen in [_is_chosen(resolution, candidate)]
    ]
    return join((
        tag("p", _equation(written, pieces), class_="cut", lang=str(article.language), dir=direction(article.language)),
        tag("p", " · ".join(notes), class_="quiet") if notes else None,
        tag("p", text("why.unknown", language)) if not candidates and not resolution.area else None,
        tag("p", text("why.undecided", language)) if candidates and not resolution.area else None,
        tag("ol", candidates, class_="candidates") if candidates else None,
    ))  # fmt: skip


def name_pieces(source: str, mention: Mention, gazetteer: Gazetteer) -> tuple[str, tuple[str, ...]]:
    """The name with the letters that are written to it, as it stands in the text, and the pieces that it was cut into.

    «بالغوطة» is ب, ال and غوطة; «للسويداء» is ل, ال and سويداء, where the text writes one letter for two; «ريف طرطوس الشرقي» is
    three words. The article is cut off only where the gazetteer writes the name with it: «المانيا» begins with no article.
    """
    span, name = mention.span, mention.name
    before = _LETTERS_BEFORE.search(source, max(0, span.start - _LONGEST_WORD), span.start) if mention.prefixes else None
    written_to_it = before.group() if before else ""
    part_before, part_behind = source[span.start : name.start].split(), source[name.end : span.end].split()
    prefixes = mention.prefixes if fold_name(written_to_it) == fold_name("".join(mention.prefixes)) else (written_to_it,)
    pieces = (
        *(prefix for prefix in prefixes if prefix), *part_before, *_without_article(name.of(source), mention, gazetteer),
        *part_behind,
    )  # fmt: skip
    return written_to_it + span.of(source), pieces


def _without_article(name: str, mention: Mention, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The article and the rest of a name of one word, and the name as it is of others."""
    lost_alif = "ل" in mention.prefixes and name.startswith("ل")
    whole = "ا" + name if lost_alif else name
    tables = {word for place in mention.candidates for word in _named(gazetteer, place) if word.startswith(ARTICLE)}
    known = {fold_name(word) for word in tables}
    first, *more = whole.split() or [whole]
    if fold_name(first) not in known or not whole.startswith(ARTICLE):
        return (name,)
    return (whole,) if more else (ARTICLE, whole.removeprefix(ARTICLE))


def _named(gazetteer: Gazetteer, place: str) -> list[str]:
    known = gazetteer.places.get(place)
    return known.name_ar.split() if known else []


def _equation(written: str, pieces: tuple[str, ...]) -> Iterable[Markup | str]:
    """«بالغوطة = ب + ال + غوطة»; a name that nothing was cut from is only named."""
    yield tag("bdi", written)
    if pieces != (written,):
        for sign, piece in zip(("=", *"+" * (len(pieces) - 1)), pieces, strict=True):
            yield f" {sign} "
            yield tag("bdi", piece)


def _is_chosen(resolution: Resolution, candidate: Candidate) -> bool:
    """True for the place that was taken; a part of it may have another id."""
    return resolution.area is not None and candidate is resolution.candidates[0]


def _candidate(
    edition: Edition, article: Article, resolution: Resolution, candidate: Candidate, language: str
) -> Iterable[Markup | str]:
    chosen = _is_chosen(resolution, candidate)
    yield tag("bdi", edition.place_name(candidate.place, language), class_="candidate-name")
    if chosen:
        yield tag("span", text("why.chosen", language), class_="taken")
    place = edition.gazetteer.places.get(candidate.place)
    if place:
        yield tag("span", " · ".join(where_it_lies(edition, place, language)), class_="quiet block")
    reasons = [_sentence(edition, article, resolution.mention, reason, language) for reason in candidate.reasons]
    if reasons:
        yield tag("ul", [tag("li", reason) for reason in reasons], class_="reasons")
    else:
        yield tag("span", text("why.no_reason", language), class_="quiet block")


def where_it_lies(edition: Edition, place: Place, language: str) -> Iterable[str]:
    """The kind of a place, and the governorate and country that it lies in."""
    yield text(f"kind.{place.kind}", language)
    above = [edition.gazetteer.places[id] for id in edition.gazetteer.ancestors(place.id) if id in edition.gazetteer.places]
    for outer in above:
        if outer.kind in (Kind.GOVERNORATE, Kind.COUNTRY):
            yield isolated(edition.place_name(outer.id, language))


def _sentence(edition: Edition, article: Article, mention: Mention, reason: Reason, language: str) -> str:
    """A reason in the page's language, with words of the text in the spelling of the text."""
    comma = text("comma", language)
    said = text(
        f"reason.{reason.code}", language,
        words=isolated(_as_written(article.text, mention, reason)),
        kinds=[text(f"kind.{kind}", language) for kind in reason.kinds],
        places=comma.join(isolated(edition.place_name(place, language)) for place in reason.places),
    )  # fmt: skip
    return text("why.against", language, reason=said) if reason.against else said


def _as_written(source: str, mention: Mention, reason: Reason) -> str:
    """The words that a reason is about: folded for matching in the record, here as the text has them."""
    if reason.code in (Because.SAFE_NAME, Because.ORDINARY_WORD):
        return mention.name.of(source)
    if reason.code is not Because.DEMONYM:
        return reason.words
    before = _WORD_BEFORE.search(source, max(0, mention.span.start - _LONGEST_WORD), mention.span.start)
    behind = _WORD_BEHIND.match(source, mention.span.end)
    beside = [found.group(1) for found in (before, behind) if found]
    return next((word for word in beside if fold_name(word) == reason.words), reason.words)
