"""Full text over everything that the pages say: articles, quotes, zones, agreements; pure, made once for an edition.

A word is found in whatever spelling folds to it (`geo.text.script`), behind whatever is written to it
(`geo.text.phrase.stems`), with and without the Arabic article; a place under every name that the gazetteer has for it, and
where a text was read to mean it.

All texts stand in one stream of words, with a gap between two of them. A hit is one integer, position of its first word and
number of its words packed, so that hits are sorted arrays, and a zone, an agreement or an article is a set of ranges in them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, reduce

import numpy as np
import numpy.typing as npt

from dashboard.edition import Edition
from geo.article import Article
from geo.gazetteer import Area
from geo.mention import MentionTables
from geo.mention.tables import Named
from geo.span import Span
from geo.text.phrase import PhraseTable, Words, split_words, stems
from geo.text.script import fold
from geo.toponym.resolution import Resolution

MOST_LETTERS = 200  # of a query, in code points: it travels in the link
NEAR_WORDS = 60  # how far from the hit that an article is shown with others are looked for
_LEAST_LETTERS = 3  # what must be left of a word when the article is taken off it, or what a query's word is written behind
NEVER = date.max.toordinal()
_BITS = 8  # of a hit: the number of its words
_MOST_WORDS = (1 << _BITS) - 1

Hits = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Fields:
    """Ranges of the stream, [starts, ends), each of one owner; owners are numbered by their place in `ids`. `known` are the
    ordinals of the days on which the ranges became known: 0 for a name, `NEVER` where nobody knows the day."""

    ids: tuple[str, ...]
    starts: Hits
    ends: Hits
    owners: Hits
    known: Hits

    @cached_property
    def number(self) -> Mapping[str, int]:
        """From an owner's id to its number."""
        return {id: n for n, id in enumerate(self.ids)}

    def counts(self, hits: Hits) -> Hits:
        """For each owner the number of the hits that begin in its ranges."""
        within = np.searchsorted(hits, self.ends << _BITS) - np.searchsorted(hits, self.starts << _BITS)
        return np.bincount(self.owners, weights=within, minlength=len(self.ids)).astype(np.int64)

    def by(self, day: date | None) -> Fields:
        """The ranges that were known on a day; None: all."""
        if day is None:
            return self
        kept = self.known <= day.toordinal()
        return replace(self, starts=self.starts[kept], ends=self.ends[kept], owners=self.owners[kept], known=self.known[kept])


@dataclass(frozen=True, kw_only=True)
class Index:
    """The words of an edition. `ids_of` are the numbers of the written words by what they are looked up under; `order` holds
    the positions of all words, grouped by number, each group from `begins[n]` to `begins[n + 1]`. `places` are the hits of
    each place that is named. `articles` are texts and titles, `texts` and `titles` each alone; `zone_names` are a
    zone's own, `zones` all of a zone's texts.
    `published` are the ordinals of the days on which the articles were published, 0 where unknown.
    """

    names: PhraseTable[Named]
    ids_of: Mapping[str, tuple[int, ...]]
    order: Hits
    begins: Hits
    places: Mapping[str, Hits]
    articles: Fields
    texts: Fields
    titles: Fields
    zone_names: Fields
    zones: Fields
    agreements: Fields
    published: Hits


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a query finds, by id, best first: articles with all of it in the title, then those with the most hits, then the
    newest; zones with all of it in their own name, then those whose agreement or quotes hold it.

    `hits` are those of each word, in its place in the query, `counts` their number in each article of the index."""

    articles: tuple[str, ...]
    zones: tuple[str, ...]
    agreements: tuple[str, ...]
    index: Index
    hits: tuple[Hits, ...]
    counts: Hits

    def count(self, article: str) -> int:
        """The number of hits in an article and its title."""
        return int(self.counts[self.index.articles.number[article]])

    def spans(self, article: Article) -> tuple[Span, ...]:
        """Where the text of a found article has it, half-open in code points: first the hit to show it with, that of the
        rarest word, then others near it, disjoint; () where only the title has it."""
        texts = self.index.texts
        owner = texts.number[article.id]
        start, end = int(texts.starts[owner]), int(texts.ends[owner])
        mine = [hits[np.searchsorted(hits, start << _BITS) : np.searchsorted(hits, end << _BITS)] for hits in self.hits]
        shown = next((int(hits[0]) for hits in sorted(mine, key=len) if len(hits)), None)
        if shown is None:
            return ()
        words = split_words(fold(article.text))
        near = [hit for hit in _united(mine).tolist() if abs((hit >> _BITS) - (shown >> _BITS)) <= NEAR_WORDS]
        taken: list[Span] = []
        for hit in (shown, *near):
            first, count = (hit >> _BITS) - start, hit & _MOST_WORDS
            span = words.source(first, min(first + count, len(words)) - 1)
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
        return tuple(taken)


def search(index: Index, query: str, *, known_on: date | None = None) -> Found | None:
    """What a query finds, None for one without a word. Several words must all be there; "…" is a phrase, as it stands.

    With `known_on` only articles count, and quotes of them, that were published by that day.
    """
    terms = tuple(_terms(index, query))
    if not terms:
        return None
    hits = tuple(_united(_alternatives(index, words, places)) for words, places in terms)
    inside = np.add.reduce([index.articles.counts(h) for h in hits])
    held, titled = _holding(hits, index.articles.by(known_on)), _holding(hits, index.titles)
    best_first = np.lexsort((-index.published, -inside, ~titled))  # stable: equals stay in the order of their ids
    named, told = _holding(hits, index.zone_names), _holding(hits, index.zones.by(known_on))
    return Found(
        articles=tuple(index.texts.ids[n] for n in best_first if held[n]),
        zones=tuple(index.zones.ids[n] for n in np.argsort(~named, kind="stable") if told[n]),
        agreements=tuple(index.agreements.ids[n] for n in np.flatnonzero(_holding(hits, index.agreements))),
        index=index,
        hits=hits,
        counts=inside,
    )


def _holding(hits: Iterable[Hits], fields: Fields) -> npt.NDArray[np.bool_]:
    """For each owner whether every one of the words is somewhere in its ranges."""
    held: npt.NDArray[np.bool_] = np.logical_and.reduce([fields.counts(h) > 0 for h in hits])
    return held


# --- a query ---------------------------------------------------------------------------------------------------------


def _terms(index: Index, query: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The things that must all be found: the words that follow one another, and the places that they are the name of."""
    for number, part in enumerate(fold(query[:MOST_LETTERS]).text.split('"')):
        words = split_words(fold(part))
        if number % 2:
            if words.texts:
                yield words.texts, ()
            continue
        free = 0
        for match in index.names.find(words):
            places = match.values[0].places
            if places:
                yield from (((word,), ()) for word in words.texts[free : match.first])
                yield words.texts[match.first : match.last + 1], places
                free = match.last + 1
        yield from (((word,), ()) for word in words.texts[free:])


def _alternatives(index: Index, words: Sequence[str], places: Iterable[str]) -> list[Hits]:
    return [_phrase(index, words), *(index.places[place] for place in places if place in index.places)]


def _phrase(index: Index, words: Sequence[str]) -> Hits:
    """The hits of words that follow one another."""
    positions = reduce(_in_both, (_positions(index, word) - offset for offset, word in enumerate(words)))
    return positions << _BITS | min(len(words), _MOST_WORDS)


def _in_both(left: Hits, right: Hits) -> Hits:
    return np.intersect1d(left, right, assume_unique=True)


def _positions(index: Index, word: str) -> Hits:
    found = {n for key in _asked_keys(word) for n in index.ids_of.get(key, ())}
    if not found:
        return np.empty(0, dtype=np.int64)
    return np.sort(np.concatenate([index.order[index.begins[n] : index.begins[n + 1]] for n in found]))


def _united(alternatives: Sequence[Hits]) -> Hits:
    """All hits in order, of those that begin at one word the longest."""
    hits = np.sort(np.concatenate(alternatives))
    starts = hits >> _BITS
    return hits[np.append(starts[1:] != starts[:-1], True)] if len(hits) else hits


def _without_article(word: str) -> str:
    rest = word.removeprefix("ال")
    return rest if len(rest) >= _LEAST_LETTERS else word


def _written_keys(word: str) -> set[str]:
    """What a word of a text is looked up under."""
    return {_without_article(stem.text) for stem in stems(word)}


def _asked_keys(word: str) -> set[str]:
    """What a word of a query looks up. Too little may not be left of it: «والي» is not «إلى»."""
    stripped = (stem.text for stem in stems(word)[1:])
    return {_without_article(word), *(_without_article(s) for s in stripped if len(s.removeprefix("ال")) >= _LEAST_LETTERS)}


# --- making an index -------------------------------------------------------------------------------------------------


class _Ranges:
    """`Fields` in the making."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = tuple(ids)
        self._rows: list[tuple[int, int, int, int]] = []

    def add(self, owner: int, *ranges: tuple[int, int], known: int = 0) -> None:
        self._rows += [(start, end, owner, known) for start, end in ranges]

    def fields(self) -> Fields:
        starts, ends, owners, known = np.array(self._rows, dtype=np.int64).reshape(-1, 4).T
        return Fields(ids=self.ids, starts=starts, ends=ends, owners=owners, known=known)


class _Numbers(dict[str, int]):
    """Words by number; one that is new takes the next."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


class _Writer:
    """Writes texts into the stream, and notes the places that they name."""

    def __init__(self, names: PhraseTable[Named]) -> None:
        self.names = names
        self.numbers = _Numbers({"": 0})  # of the gap behind each text
        self.stream = array("i")
        self.places: dict[str, list[int]] = {}

    def write(self, words: Words) -> tuple[int, int]:
        """Adds a text and returns its range."""
        start = len(self.stream)
        self.stream.extend(map(self.numbers.__getitem__, words.texts))
        self.stream.append(0)
        return start, len(self.stream) - 1

    def write_name(self, *texts: str, place: str | None = None) -> tuple[int, int]:
        """Adds short texts that nobody has read: the places in them are those that bear the names. `place` is known."""
        start = len(self.stream)
        for text in texts:
            words = split_words(fold(text))
            at, end = self.write(words)
            for match in self.names.find(words):
                for named in match.values[0].places:
                    self.note(named, at + match.first, match.last - match.first + 1)
            if place:
                self.note(place, at, end - at)
        return start, len(self.stream)

    def note(self, place: str, position: int, count: int) -> None:
        self.places.setdefault(place, []).append(position << _BITS | max(1, min(count, _MOST_WORDS)))

    def ids_of(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the written words by what they are looked up under."""
        found: dict[str, list[int]] = {}
        for word, number in self.numbers.items():
            for key in _written_keys(word) if word else ():
                found.setdefault(key, []).append(number)
        return {key: tuple(numbers) for key, numbers in found.items()}

    def by_word(self) -> tuple[Hits, Hits]:
        """The positions of all words, grouped by number, and where each group begins."""
        stream = np.array(self.stream, dtype=np.int32)
        counts = np.bincount(stream, minlength=len(self.numbers))
        return np.argsort(stream, kind="stable"), np.concatenate(([0], np.cumsum(counts)))


def make_index(edition: Edition) -> Index:
    """The index of an edition."""
    writer = _Writer(MentionTables(edition.gazetteer, ()).names)
    articles, texts, titles = _Ranges(edition.articles), _Ranges(edition.articles), _Ranges(edition.articles)
    quotes: dict[str, tuple[tuple[int, int], ...]] = {}
    for owner, article in enumerate(edition.articles.values()):
        day = article.published.latest if article.published else None
        known = day.toordinal() if day else NEVER
        words = split_words(fold(article.text))
        start, end = writer.write(words)
        texts.add(owner, (start, end))
        title = _title(writer, article, words, start)
        titles.add(owner, title)
        articles.add(owner, (start, end), *([title] if title[0] >= end else []), known=known)
        for place, first, count in _named_places(edition.resolutions.get(article.id, ()), words):
            writer.note(place, start + first, count)
        for statement in edition.statements.get(article.id, ()):
            quotes[statement.id] = tuple(
                _range(words, evidence.span, start) for evidence in statement.evidence if evidence.stands_in(article.text)
            )
    agreements, zone_names, zones = _zone_fields(edition, writer, quotes)
    days = (article.published.latest if article.published else None for article in edition.articles.values())
    published = np.array([day.toordinal() if day else 0 for day in days], dtype=np.int64)
    order, begins = writer.by_word()
    return Index(
        names=writer.names, ids_of=writer.ids_of(), order=order, begins=begins,
        places={place: np.unique(np.array(hits, dtype=np.int64)) for place, hits in writer.places.items()},
        articles=articles.fields(), texts=texts.fields(), titles=titles.fields(), zone_names=zone_names.fields(),
        zones=zones.fields(), agreements=agreements.fields(), published=published,
    )  # fmt: skip


def _zone_fields(
    edition: Edition, writer: _Writer, quotes: Mapping[str, tuple[tuple[int, int], ...]]
) -> tuple[_Ranges, _Ranges, _Ranges]:  # fmt: skip
    """The ranges of agreements, of zones' own names, and of zones: their names, their agreement's, and the quotes of their
    ledgers."""
    agreements, own, whole = _Ranges(edition.agreements), _Ranges(edition.zones), _Ranges(edition.zones)
    names_of = {a.id: writer.write_name(a.name_en, a.name_ar) for a in edition.agreements.values()}
    areas: dict[str, tuple[int, int]] = {}
    for owner, agreement in enumerate(edition.agreements):
        agreements.add(owner, names_of[agreement])
    for owner, zone in enumerate(edition.zones.values()):
        if zone.area not in areas:
            names = (edition.zone_name(zone, language) for language in ("en", "ar"))
            areas[zone.area] = writer.write_name(*names, place=Area.parse(zone.area).place)
        own.add(owner, areas[zone.area])
        whole.add(owner, areas[zone.area], *(names_of[agreement] for agreement in zone.agreements if agreement in names_of))
        said = {(span, line.known_on) for line in zone.ledger for span in quotes.get(line.statement, ())}
        for span, day in said:
            whole.add(owner, span, known=day.toordinal() if day else NEVER)
    return agreements, own, whole


def _title(writer: _Writer, article: Article, words: Words, start: int) -> tuple[int, int]:
    """The range of an article's title: its first line where it has no title, or has it in the text."""
    if article.title and article.title not in article.text:
        return writer.write_name(article.title)
    begin = article.text.index(article.headline) if article.headline in article.text else 0
    return _range(words, Span(begin, begin + len(article.headline)), start)


def _named_places(resolutions: Iterable[Resolution], words: Words) -> Iterator[tuple[str, int, int]]:
    """The places that a text names, each with the number of its first word and of its words; where the text does not decide
    which, all that bear the name. A place that is only meant («المحافظة») is not named."""
    for resolution in resolutions:
        mention = resolution.mention
        if mention.anaphor:
            continue
        first, behind = _range(words, mention.name, 0)
        if resolution.area is None:
            places = set(mention.candidates)
        else:
            places = {resolution.area.place, *(c.place for c in resolution.candidates[:1])}
        yield from ((place, first, behind - first) for place in places)


def _range(words: Words, span: Span, start: int) -> tuple[int, int]:
    """The words at a source span, one that begins before it too («بالغوطة»), as a range of the stream."""
    first = max(0, bisect_right(words.source_starts, span.start) - 1)
    return start + first, start + max(first, bisect_left(words.source_starts, span.end))
