"""Actors: who may bind himself to a truce — states, armed groups, sides, alliances — and the words of the press for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from geo.gazetteer import Area, Gazetteer
from geo.span import Span
from geo.text.phrase import PhraseTable


class ActorKind(StrEnum):
    """What sort of actor. A side is what the press calls by one name though it is many («فصائل المعارضة»)."""

    STATE = "state"
    ARMED_FORCES = "armed_forces"
    ARMED_GROUP = "armed_group"
    SIDE = "side"
    ALLIANCE = "alliance"
    ORGANISATION = "organisation"


class WordKind(StrEnum):
    """What a row of actor_words.csv is.

    A name; a word for a state's own side («الحكومة»), or for one that needs its country beside it («القوات»); a side, which in
    some countries is a known one («المعارضة»); what one does who binds himself, or who announces it; the sign that a state only
    backs another («المدعومة من»); the sign of a mediator; what ends some fighting; what denies a truce; what puts those behind
    «مع» beside an act, and not under a truce («بالتنسيق مع»).
    """

    NAME = "name"
    GOVERNMENT = "government"
    FORCES = "forces"
    SIDE = "side"
    BINDS = "binds"
    ANNOUNCES = "announces"
    BACKED = "backed"
    MEDIATES = "mediates"
    ENDS = "ends"
    NONE = "none"
    ALONGSIDE = "alongside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor. The id of a state is that of its country; `countries` are those that it belongs to."""

    id: str
    name_en: str
    name_ar: str
    countries: tuple[str, ...]
    kind: ActorKind
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorWord:
    """A word for the actor `actor` ("" for none that is known), in texts about `country` alone if that is given."""

    text: str
    language: str
    kind: WordKind
    actor: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor that a text says is bound by a truce, or would be; `span` are the words that name it."""

    actor: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Actors:
    """All actors by id, and their words, ready to be matched. A state without a row of its own has its country's name."""

    actors: Mapping[str, Actor]
    words: tuple[ActorWord, ...]

    @cached_property
    def table(self) -> PhraseTable[ActorWord]:
        return PhraseTable((word.text, word) for word in self.words)

    def name(self, actor: str, gazetteer: Gazetteer, language: str) -> str:
        """An actor's name, a state's without a row here the country's; the id of one that no table knows any more."""
        known, place = self.actors.get(actor), gazetteer.places.get(actor)
        if known:
            return known.name_ar if language == "ar" else known.name_en
        return gazetteer.name(Area(actor), language) if place else actor

    def is_side(self, actor: str, home: str | None) -> bool:
        """True for one that fights in the country `home`: its government, or anybody who is no state and no organisation."""
        known = self.actors.get(actor)
        return actor == home or (known is not None and known.kind not in (ActorKind.STATE, ActorKind.ORGANISATION))
