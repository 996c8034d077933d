"""Scores: what a reading found beside what a person annotated, counted so that texts can be added up.

A mention or a date is right exactly if its span is the annotated one, right by overlap if it shares a code point with it. A
place and a role are judged on the exact spans, a date's value on those that overlap.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from data.evaluate.gold import DISTRACTOR, GoldPlace, GoldText, GoldZone
from data.reading.as_json import names
from geo.area_names import AreaNames
from geo.gazetteer import Area, Gazetteer, Kind
from geo.pipeline import Reading
from geo.span import Span
from geo.statement import Modality, Statement
from geo.text.script import fold_name
from geo.toponym.resolution import Resolution

T = TypeVar("T", bound=Hashable)
U = TypeVar("U", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Precision, recall and F1 of `right` (found and annotated) among `found` and `gold`; each is None where it has no base."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One difference: of which sort, in which text, what was annotated, what was found, and the words around it."""

    sort: str
    text: str
    gold: str
    found: str
    context: str

    def __str__(self) -> str:
        return f"{self.sort:12} {self.text:12} gold {self.gold or '–'} | found {self.found or '–'} | {self.context}"


RATES = ("mention_exact", "mention_overlap", "covered", "date_span", "zone_pairs", "zone_places")
SHARES = ("place", "role", "date_value", "traps_avoided", "distractors_quiet")


@dataclass(slots=True)
class Tally:
    """Counts of one or more texts. `rates` holds right, found and gold of each of RATES; `shares` the right ones of all."""

    texts: int = 0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Adds another's counts and faults to these."""
        self.texts += other.texts
        self.counts.update(other.counts)
        self.faults += other.faults

    def count(self, measure: str, what: str, number: int) -> None:
        """Adds to one count."""
        self.counts[measure, what] += number

    def rate(self, measure: str) -> Rate:
        """One of RATES."""
        right, found, gold = (self.counts[measure, what] for what in ("right", "found", "gold"))
        return Rate(right=right, found=found, gold=gold)

    def share(self, measure: str) -> float | None:
        """One of SHARES: right of all, None of nothing."""
        return self.counts[measure, "right"] / self.counts[measure, "gold"] if self.counts[measure, "gold"] else None

    def scores(self) -> dict[str, float]:
        """Every score that has a base, from 0 to 1, more is better: the F1 of each rate, and each share."""
        found = {f"{measure}_f1": self.rate(measure).f1 for measure in RATES if self.rate(measure).gold}
        found |= {measure: self.share(measure) for measure in SHARES}
        return {measure: score for measure, score in found.items() if score is not None}


@dataclass(frozen=True)
class Scorer:
    """Compares readings with annotations; `gazetteer` says which areas an annotated name may mean."""

    gazetteer: Gazetteer

    def tally(self, gold: GoldText, reading: Reading) -> Tally:
        """The counts of one text."""
        tally = Tally(texts=1)
        self._zones(tally, gold, reading)
        if not gold.zones_only:
            self._mentions(tally, gold, names(reading))
            self._dates(tally, gold, reading)
            self._traps(tally, gold, reading)
        return tally

    # --- mentions --------------------------------------------------------------------------------------------------

    def _mentions(self, tally: Tally, gold: GoldText, resolutions: Sequence[Resolution]) -> None:
        wanted = {m.span: m for m in gold.mentions}
        found = {r.mention.span: r for r in resolutions if not any(r.mention.span.overlaps(s) for s in gold.unjudged)}
        _count_spans(tally, "mention", list(wanted), list(found))
        for name, spans in (
            ("found", {s for s, r in found.items() if r.role == "covered"}),
            ("gold", {s for s, m in wanted.items() if m.role == "covered"}),
            ("right", {s for s in wanted.keys() & found.keys() if wanted[s].role == found[s].role == "covered"}),
        ):
            tally.count("covered", name, len(spans))
        for span in sorted(wanted.keys() - found.keys()):
            tally.faults.append(_fault("missed", gold, span, wanted[span].place.name, ""))
        for span in sorted(found.keys() - wanted.keys()):
            tally.faults.append(_fault("not a place", gold, span, "", span.of(gold.article.text)))
        for span in sorted(wanted.keys() & found.keys()):
            mention, resolution = wanted[span], found[span]
            right = resolution.area is not None and self.means(mention.place, resolution.area)
            tally.count("place", "right", right)
            tally.count("place", "gold", 1)
            if not right:
                area = resolution.area.key if resolution.area else "not decided"
                tally.faults.append(_fault("place", gold, span, mention.place.name, area))
            tally.count("role", "right", resolution.role == mention.role)
            tally.count("role", "gold", 1)
            if resolution.role != mention.role:
                tally.faults.append(_fault("role", gold, span, mention.role, str(resolution.role)))

    def means(self, place: GoldPlace, area: Area) -> bool:
        """True if an area is the annotated place: the same key, or one of its English names where a governorate is taken
        for a governorate and a city is not."""
        area = self.gazetteer.canonical(area)
        if place.kind is None:
            return area == self.gazetteer.canonical(Area.parse(place.name))
        is_governorate = self.gazetteer.places[area.place].kind is Kind.GOVERNORATE and not area.setting and not area.direction
        if (place.kind == "governorate") != is_governorate and place.kind in ("governorate", "city", "town"):
            return False
        wanted = comparable(place.name.removesuffix(" Governorate"))
        return wanted in {comparable(name.removesuffix(" Governorate")) for name in self._area_names.of(area)}

    @cached_property
    def _area_names(self) -> AreaNames:
        return AreaNames(self.gazetteer)

    # --- dates -----------------------------------------------------------------------------------------------------

    def _dates(self, tally: Tally, gold: GoldText, reading: Reading) -> None:
        wanted = {d.span: d.value for d in gold.dates}
        found = {t.span: t.value.text if t.value else None for t in reading.timexes}
        _count_spans(tally, "date", list(wanted), list(found))
        for span, value in wanted.items():
            read = next((v for s, v in found.items() if s.overlaps(span)), "missed")
            if span not in found:
                surface = next((s.of(gold.article.text) for s in found if s.overlaps(span)), "")
                tally.faults.append(_fault("date span", gold, span, span.of(gold.article.text), surface))
            if read == "missed":
                continue
            tally.count("date_value", "right", read == value)
            tally.count("date_value", "gold", 1)
            if read != value:
                tally.faults.append(_fault("date value", gold, span, value or "not decided", read or "not decided"))
        for span in found:
            if not any(span.overlaps(other) for other in wanted):
                tally.faults.append(_fault("no date", gold, span, "", span.of(gold.article.text)))

    # --- zones and traps -------------------------------------------------------------------------------------------

    def _zones(self, tally: Tally, gold: GoldText, reading: Reading) -> None:
        pairs = zone_pairs(reading)
        areas = list(dict.fromkeys(area for area, _ in pairs))
        places = list(dict.fromkeys(zone.place for zone in gold.zones))
        with_status = all(zone.status for zone in gold.zones) and not gold.category.startswith("hard")
        if with_status:
            matched = _matched(list(dict.fromkeys(gold.zones)), pairs, self._same_zone)
            _count(tally, "zone_pairs", len(matched), len(pairs), len(set(gold.zones)))
            for zone in dict.fromkeys(gold.zones):
                if zone not in matched:
                    tally.faults.append(_fault("zone missed", gold, None, f"{zone.place.name} {zone.status}", ""))
            doubtful = doubtful_pairs(reading)
            for pair in pairs:
                of_its_sort = "doubtful_pairs" if pair in doubtful else "undoubted_pairs"
                tally.count(of_its_sort, "right", pair in matched.values())
                tally.count(of_its_sort, "found", 1)
                if pair not in matched.values():
                    tally.faults.append(_fault("zone added", gold, None, "", " ".join(pair)))
        matched_places = _matched(places, areas, lambda place, area: self.means(place, Area.parse(area)))
        _count(tally, "zone_places", len(matched_places), len(areas), len(places))
        if gold.category == DISTRACTOR:
            tally.count("distractors_quiet", "right", not pairs)
            tally.count("distractors_quiet", "gold", 1)

    def _same_zone(self, zone: GoldZone, pair: tuple[str, str]) -> bool:
        return zone.status == pair[1] and self.means(zone.place, Area.parse(pair[0]))

    def _traps(self, tally: Tally, gold: GoldText, reading: Reading) -> None:
        resolved = [r.mention.span for r in names(reading) if r.area]
        for trap in gold.traps:
            fallen = [span for span in resolved if span.overlaps(trap)]
            tally.count("traps_avoided", "right", not fallen)
            tally.count("traps_avoided", "gold", 1)
            if fallen:
                tally.faults.append(_fault("trap", gold, trap, "", fallen[0].of(gold.article.text)))


def zone_pairs(reading: Reading) -> list[tuple[str, str]]:
    """The (area key, status) pairs of a reading, each once, for the areas that its words name and not for parts that these
    stand for; what a text only denies is no zone."""
    return list(dict.fromkeys(_pairs(reading.statements)))


def doubtful_pairs(reading: Reading) -> set[tuple[str, str]]:
    """Those of the pairs whose every statement has a doubtful status."""
    undoubted = (s for s in reading.statements if s.grounds is None or s.grounds.doubt is None)
    return set(_pairs(reading.statements)).difference(_pairs(undoubted))


def _pairs(statements: Iterable[Statement]) -> Iterator[tuple[str, str]]:
    stated = (s for s in statements if s.modality is not Modality.DENIED)
    return ((covered.area, str(s.status)) for s in stated for covered in s.areas if covered.said_of is None)


_ARTICLE = re.compile(r"\b(al|as|ar|at|ad|az|an|ash|el|the)\b")


def comparable(name: str) -> str:
    """An English place name without its articles, case, hyphens and marks: «As-Suwayda» and "Suwayda" are one."""
    return re.sub(r"\W", "", _ARTICLE.sub("", fold_name(name).casefold().replace("-", " ")))


def _count_spans(tally: Tally, what: str, wanted: Sequence[Span], found: Sequence[Span]) -> None:
    """Counts exact and overlapping spans of mentions or dates; each span overlaps once."""
    _count(tally, "mention_exact" if what == "mention" else "date_span", len(set(wanted) & set(found)), len(found), len(wanted))
    if what == "mention":
        matched = _matched(wanted, found, Span.overlaps)
        _count(tally, "mention_overlap", len(matched), len(found), len(wanted))


def _count(tally: Tally, measure: str, right: int, found: int, gold: int) -> None:
    for name, number in (("right", right), ("found", found), ("gold", gold)):
        tally.count(measure, name, number)


def _matched(wanted: Iterable[T], found: Iterable[U], same: Callable[[T, U], bool]) -> dict[T, U]:
    """Pairs each annotated thing with the first found one that is the same and is not taken."""
    pairs: dict[T, U] = {}
    free = list(found)
    for one in wanted:
        other = next((other for other in free if same(one, other)), None)
        if other is not None:
            pairs[one] = other
            free.remove(other)
    return pairs


_CONTEXT = 25


def _fault(sort: str, gold: GoldText, span: Span | None, wanted: str, found: str) -> Fault:
    text = gold.article.text
    context = text[max(0, span.start - _CONTEXT) : span.end + _CONTEXT] if span else text[: 4 * _CONTEXT]
    return Fault(sort=sort, text=gold.article.id, gold=wanted, found=found, context=" ".join(context.split()))


def groups_of(text: GoldText) -> Iterator[tuple[str, str]]:
    """The rows of the table that a text counts in: ("", "all"), its language, its category, its phenomena."""
    yield "", "all"
    yield "language", str(text.article.language)
    yield "category", text.category
    for phenomenon in text.phenomena:
        yield "phenomenon", phenomenon
