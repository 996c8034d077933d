"""What resolution knows before it reads: the candidates that a name may mean, and the tables they are weighed with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from geo.gazetteer import Area, Gazetteer, Kind, NameClass, Place
from geo.mention import MentionTables
from geo.text.phrase import PhraseTable
from geo.text.script import fold_name
from geo.toponym.reason import Because, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that the name may mean, its integer evidence, and the reasons for it and against it."""

    place: str
    evidence: int
    reasons: tuple[Reason, ...]


Before = tuple[int, Reason | None, bool]
Beside = tuple[str, tuple[str, ...], bool]


class Told(NamedTuple):
    """All that the words at and around a name say of it. `written` is its spelling where folding drops something of that,
    else ""; `before` and `beside` are what `_Weigher._word_before` and `_Weigher._demonyms_beside` found, `war` what the words
    of a truce or of fighting say, `governs` whether those beside it tell of a government."""

    surface: str
    written: str
    candidates: tuple[str, ...]
    head: str | None
    setting: str
    direction: str
    anaphor: bool
    before: Before
    beside: tuple[Beside, ...]
    war: Because | None
    governs: bool


@dataclass(frozen=True)
class ResolutionTables:
    """What resolution looks up, made once from the gazetteer."""

    mentions: MentionTables

    @property
    def gazetteer(self) -> Gazetteer:
        return self.mentions.gazetteer

    @cached_property
    def class_of(self) -> Mapping[tuple[str, str], NameClass]:
        """From a folded name and a place's id to the name's class."""
        return {(fold_name(name.text), name.place): name.name_class for name in reversed(self.gazetteer.names)}

    @cached_property
    def weighed(self) -> dict[Told, tuple[Candidate, ...]]:
        """What was made of the words around a name before: the same few stand around the same names in text after text."""
        return {}

    @cached_property
    def areas(self) -> dict[tuple[str, str | None, str, str], Area]:
        """From a place, its head word, a setting and a direction that were asked for to the area: as many as there are."""
        return {}

    @cached_property
    def vowelled(self) -> Mapping[tuple[str, str], str]:
        """From a folded name and a place's id to the table's spelling, where that has vowel signs («عمّان»)."""
        return {(fold_name(n.text), n.place): n.text for n in self.gazetteer.names if len(fold_name(n.text)) < len(n.text)}

    @property
    def demonyms(self) -> PhraseTable[str]:
        return self.mentions.demonyms

    @cached_property
    def adjectives(self) -> frozenset[str]:
        """The folded adjectives of countries: «سورية» is one of them, and a country."""
        return frozenset(fold_name(d.text) for d in self.gazetteer.demonyms)

    @cached_property
    def governorate_of_seat(self) -> Mapping[str, str]:
        """From a settlement's id to the governorate that is run from it."""
        units = self.gazetteer.places
        return {seat: unit for seat, unit in self.unit_of_seat.items() if units[unit].kind is Kind.GOVERNORATE}

    @cached_property
    def unit_of_seat(self) -> Mapping[str, str]:
        """From a settlement's id to the largest administrative unit that is run from it."""
        units: dict[str, Place] = {}
        order = (Kind.GOVERNORATE, Kind.DISTRICT, Kind.SUBDISTRICT)
        for place in self.gazetteer.places.values():
            if place.seat and place.kind in order:
                known = units.get(place.seat)
                if not known or order.index(place.kind) < order.index(known.kind):
                    units[place.seat] = place
        return {seat: unit.id for seat, unit in units.items()}
