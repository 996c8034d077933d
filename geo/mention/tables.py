"""The records of place names in a text, and the tables that they are found by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from geo.gazetteer import SETTLEMENTS, Gazetteer, Kind, Mask, MaskKind, NameClass, PlaceName, without_kind
from geo.span import Span
from geo.text.phrase import PhraseTable, phrase_words

_NAME_LETTERS = 4  # a shorter word of a name may be a part of any other word
_POSSESSIVE = "s"  # what an English name may end in, its apostrophe folded


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWord:
    """A word around place names: a head (مدينة), a setting (ريف), a direction, a part («أجزاء من»), a link of a list, an
    opener of names (تل), a function word that is never one, a word that makes another thing's name of it ("University"), those
    who live there (أهالي), or what says behind a name that the whole of it is meant («بأكملها»).

    `number` is "one", "two" or "many": a dual or plural head passes along the list that follows it.
    """

    text: str
    language: str
    kind: str
    value: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place name at `span`, which holds the name and the words that make it a part («ريف حمص الشمالي») but neither the
    letters written to it (و ف ب ل ك: `prefixes`) nor the head word before it (مدينة: `head`, as a kind of place).

    `first`, `last` are the numbers of its words, both included. `candidates` are the ids of the places that bear the name,
    in the order of the table, () for a name that is in no table; `setting`, `direction` as in `geo.gazetteer.Area`.
    `partial` if «أجزاء من», «محيط», "parts of" and the like govern it. `group` numbers the lists of names
    («درعا والقنيطرة»).
    """

    span: Span
    name: Span
    first: int
    last: int
    candidates: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    head: str | None = None
    setting: str = ""
    direction: str = ""
    partial: bool = False
    anaphor: bool = False
    group: int = 0


@dataclass(slots=True, kw_only=True)
class Draft:
    """A `Mention` in the making."""

    span: Span
    name: Span
    first: int
    last: int
    candidates: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    head: str | None = None
    setting: str = ""
    direction: str = ""
    partial: bool = False
    anaphor: bool = False
    group: int = 0

    def mention(self) -> Mention:
        return Mention(
            span=self.span, name=self.name, first=self.first, last=self.last, candidates=self.candidates,
            prefixes=self.prefixes, head=self.head, setting=self.setting, direction=self.direction, partial=self.partial,
            anaphor=self.anaphor, group=self.group,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What bears one name: places in the order of the table, one of them a `country` or none, or something else (`masked`;
    `acronym` if only in capitals).

    `possessive` if the name was written with an English possessive s, `abbreviated` if a spelling ends with a full stop,
    `initials` if every spelling has capitals alone: "CAR" is a country, "Car" begins "Car bomb".
    """

    places: tuple[str, ...]
    country: bool
    masked: bool
    acronym: bool
    possessive: bool
    abbreviated: bool
    initials: bool


@dataclass(frozen=True)
class MentionTables:
    """The gazetteer's names and masks, and the words around them, ready to be matched."""

    gazetteer: Gazetteer
    place_words: tuple[PlaceWord, ...]

    @cached_property
    def governorates_and_seats(self) -> frozenset[str]:
        """The ids of governorates, and of the towns that they are run from."""
        units = [place for place in self.gazetteer.places.values() if place.kind is Kind.GOVERNORATE]
        return frozenset(id for unit in units for id in (unit.id, unit.seat) if id)

    @cached_property
    def old_quarters(self) -> Mapping[str, str]:
        """From a city's id to that of its old quarter ("Old Homs")."""
        places = self.gazetteer.places.values()
        quarters = {(p.country, p.name_en): p.id for p in places if p.kind is Kind.NEIGHBOURHOOD}
        cities = (p for p in places if p.kind is Kind.CITY)
        return {c.id: quarter for c in cities if (quarter := quarters.get((c.country, f"Old {without_kind(c.name_en)}")))}

    @cached_property
    def names(self) -> PhraseTable[Named]:
        borne: dict[tuple[str, ...], list[tuple[PlaceName | Mask, str]]] = {}
        for mask in self.gazetteer.masks:
            borne.setdefault(phrase_words(mask.text), []).append((mask, ""))
            if mask.language == "en" and not mask.text.endswith(_POSSESSIVE):  # "SANA's reporter", "Syria Direct's"
                left = _POSSESSIVE if mask.kind is MaskKind.ACRONYM else ""
                borne.setdefault(phrase_words(mask.text + _POSSESSIVE), []).append((mask, left))
        for name in self.gazetteer.names:
            if name.name_class is not NameClass.BLOCKED:
                borne.setdefault(phrase_words(name.text), []).append((name, ""))
                if name.language == "en" and not name.text.endswith(_POSSESSIVE):
                    borne.setdefault(phrase_words(name.text + _POSSESSIVE), []).append((name, _POSSESSIVE))
        return PhraseTable((phrase, self._named(rows)) for phrase, rows in borne.items())

    def _named(self, rows: Sequence[tuple[PlaceName | Mask, str]]) -> Named:
        """What a phrase names; `rows` are the names and masks written so, each with the ending that it has here."""
        names = [(row, ending) for row, ending in rows if isinstance(row, PlaceName)]
        masks = [row.kind for row, _ in rows if isinstance(row, Mask)]
        places = tuple(dict.fromkeys(name.place for name, _ in names))
        return Named(
            places=places, country=any(self.gazetteer.places[place].kind is Kind.COUNTRY for place in places),
            masked=any(kind is not MaskKind.ACRONYM for kind in masks), acronym=MaskKind.ACRONYM in masks,
            possessive=bool(names) and all(ending for _, ending in names),
            abbreviated=any(name.text.endswith(".") and not ending for name, ending in names),
            initials=bool(names) and all(name.text.isupper() for name, _ in names),
        )  # fmt: skip

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The folded Arabic words of which names are made that mean a place by themselves."""
        names = (n for n in self.gazetteer.names if n.language == "ar" and n.name_class is NameClass.SAFE)
        return frozenset(word for name in names for word in phrase_words(name.text) if len(word) >= _NAME_LETTERS)

    @cached_property
    def words_before(self) -> frozenset[str]:
        """The folded Arabic words that stand before a name and make a part of it («ريف», «جنوب»)."""
        before = (w for w in self.place_words if w.language == "ar" and w.kind in ("direction", "setting"))
        return frozenset(word for place_word in before for word in phrase_words(place_word.text))

    @cached_property
    def words(self) -> PhraseTable[PlaceWord]:
        return PhraseTable((word.text, word) for word in self.place_words)

    @cached_property
    def demonyms(self) -> PhraseTable[str]:
        """Adjectives of countries, with and without the Arabic article."""
        entries = [(d.text, d.place) for d in self.gazetteer.demonyms]
        entries += [("ال" + d.text, d.place) for d in self.gazetteer.demonyms if d.language == "ar"]
        return PhraseTable(entries)

    @cached_property
    def sides(self) -> Mapping[tuple[str, str], str]:
        """From a settlement's id and a direction to the id of the part of it that bears a name of its own («حلب الشرقية»)."""
        places = self.gazetteer.places
        directions = {
            phrase_words(word.text): word.value for word in self.place_words
            if word.kind in ("direction", "direction_adjective")
        }  # fmt: skip
        sides: dict[tuple[str, str], str] = {}
        for name in self.gazetteer.names:
            part = places[name.place]
            if part.kind not in (Kind.REGION, Kind.NEIGHBOURHOOD):
                continue
            phrase = phrase_words(name.text)
            for direction, rest in ((phrase[:1], phrase[1:]), (phrase[-1:], phrase[:-1])):
                whole = self.names.values_of(rest) if direction in directions and rest else ()
                for place in whole[0].places if whole else ():
                    if places[place].kind in SETTLEMENTS and part.parent in (place, places[place].country):
                        sides[place, directions[direction]] = name.place
        return sides

    @cached_property
    def country_parts(self) -> PhraseTable[str]:
        """«السوري» behind «الجنوب»: the masculine adjectives of countries with their ids."""
        return PhraseTable(("ال" + d.text, d.place) for d in self.gazetteer.demonyms if d.language == "ar")
