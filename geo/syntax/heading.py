"""Headings: the lines and labels that say which place the words behind them tell of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from geo.cue import CueKind, Cues
from geo.gazetteer import Gazetteer, Kind
from geo.span import Span
from geo.text.phrase import Words
from geo.toponym.resolution import Resolution, Role

_MARK = re.compile(r"[\W_]*(?:(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.):-][\W_]*)?")  # "1. ", "- ", "II. ", "## "
_LINK = re.compile(r"\s*(?:and|&|/|,|،)?\s*و?\s*")
_BEHIND_NAME = re.compile(r"[\s*_#]*(?P<colon>:)?[\s*_]*")
_TITLE = re.compile(r"[^\n.!?:;,،؛؟]{3,60}")
_HEAD_CHARACTERS = 20  # what a line may have before its name: "1. The province of"
_FEWEST = 2  # places that the headings of a text have


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading: the number of its first word, and the `places` that it names, () for one that names no place
    of a truce, and before the first heading. Behind the line of a label the section goes on that the label stands in."""

    first: int = 0
    places: tuple[Resolution, ...] = ()


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of a text, each from the word in `starts` on, in order; a text without headings has one alone."""

    starts: tuple[int, ...] = (0,)
    sections: tuple[Section, ...] = (Section(),)

    def at(self, word: int) -> Section:
        return self.sections[bisect_right(self.starts, word) - 1]


@dataclass(frozen=True, slots=True)
class _Heading:
    line: Span
    names: tuple[Resolution, ...]
    labels: bool  # before a colon, with what it is the heading of in the same line


def find_sections(
    text: str, words: Words, cues: Cues, resolutions: Sequence[Resolution], gazetteer: Gazetteer, home: str | None
) -> Sections:  # fmt: skip
    """The sections of a text whose headings name two places or more, one of them in the country that it is about ("Yemen ⏎ The
    truce lapsed … ⏎ Ethiopia ⏎ …", «إدلب: 31 خرقا ⏎ درعا: …»); none in any other, whose labels may be speakers."""
    if "\n" not in text:
        return Sections()
    headings = list(_headings(text, words, cues, resolutions))
    placed = [places for heading in headings if (places := _places_of(heading.names, gazetteer))]
    countries = {gazetteer.places[r.area.place].country for places in placed for r in places if r.area}
    if len({r.area for places in placed for r in places[:1]}) < _FEWEST or (home is not None and home not in countries):
        return Sections()
    above = Section()  # under the last line that is nothing but a heading
    starts = {0: above}
    for line, heading in _lines(text, headings):
        first = words.within(line).start
        section = Section(first, _places_of(heading.names, gazetteer) if heading else ())
        starts[first] = section
        if heading and heading.labels:
            starts.setdefault(words.within(Span(line.end, len(text))).start, above)
        else:
            above = section
    firsts = sorted(starts)
    return Sections(tuple(firsts), tuple(starts[first] for first in firsts))


def _headings(text: str, words: Words, cues: Cues, resolutions: Sequence[Resolution]) -> Iterator[_Heading]:
    behind = 0
    for i, resolution in enumerate(resolutions):
        start = text.rfind("\n", 0, resolution.mention.span.start) + 1
        if start < behind or not resolution.area or resolution.mention.span.start - start > _HEAD_CHARACTERS:
            continue
        mark = _MARK.match(text, start)
        named = resolution.mention.span.start
        opens = Span(min(mark.end() if mark else start, named), named)
        if opens.start < opens.end and not _are_heads(words.within(opens), words, cues):
            continue
        names = [resolution]
        end = text.find("\n", start) if "\n" in text[start:] else len(text)
        for other in resolutions[i + 1 :]:
            if other.mention.span.end > end or not _LINK.fullmatch(text, names[-1].mention.span.end, other.mention.span.start):
                break
            names.append(other)
        at = names[-1].mention.span.end
        ends = _BEHIND_NAME.match(text, at)
        unit = words.within(Span(at, end))[:1]
        if ends and not ends["colon"] and unit and _are_heads(unit, words, cues):
            ends = _BEHIND_NAME.match(text, words.source(unit[0], unit[0]).end)  # "Idlib province:"
        if ends and (ends["colon"] or ends.end() >= end):
            behind = end
            yield _Heading(Span(start, end), tuple(names), ends.end() < end)


def _are_heads(named: Collection[int], words: Words, cues: Cues) -> bool:
    """True for the words for a kind of place around its name: «محافظة», "province"."""
    return all(
        words.is_a("determiner", i) or words.is_a("unit", i) or words.texts[i] == "of"
        or any(cue.first <= i <= cue.last for cue in cues.within(max(i - 1, 0), i + 1, CueKind.ZONES))
        for i in named
    )  # fmt: skip


def _lines(text: str, headings: Sequence[_Heading]) -> Iterator[tuple[Span, _Heading | None]]:
    """The lines that are headings, in order; without one those that are the title of something else."""
    known = {heading.line.start: heading for heading in headings}
    start, blank = 0, False
    for line in text.split("\n"):
        span, heading = Span(start, start + len(line)), known.get(start)
        if heading or (blank and _TITLE.fullmatch(line.strip())):
            yield span, heading
        blank = not line.strip()
        start = span.end + 1


def _places_of(names: Sequence[Resolution], gazetteer: Gazetteer) -> tuple[Resolution, ...]:
    """What a heading says its section is about: a place, some of one country, or two countries; not a capital, which may be no
    more than where the report was filed."""
    inside = [r for r in names if r.area and r.role is not Role.VENUE and r.area.place not in gazetteer.capital_cities]
    places = [gazetteer.places[r.area.place] for r in inside if r.area]
    hosts = any(r.area and r.area.key in gazetteer.host_cities for r in inside)
    if len(inside) < len(names) or hosts or any(place.spans_countries for place in places):
        return ()
    one = len({place.country for place in places}) == 1
    two = len(places) == 2 and all(place.kind is Kind.COUNTRY for place in places)
    return tuple(inside) if one or two else ()
