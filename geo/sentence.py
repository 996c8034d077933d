"""One sentence with all that the earlier stages found in it: what coverage and claims are read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from geo.clause import Clause
from geo.cue import Cue, CueKind, Cues
from geo.gazetteer import Area, Gazetteer, Kind
from geo.phrase import PhraseTable, Words
from geo.resolution import Resolution, Role
from geo.timex import Timex


@dataclass(frozen=True, kw_only=True)
class ReadText:
    """One text as the earlier stages left it. `home` is the country that it is about, None if it names none."""

    text: str
    words: Words
    cues: Cues
    clauses: tuple[Clause, ...]
    resolutions: tuple[Resolution, ...]
    timexes: tuple[Timex, ...]
    gazetteer: Gazetteer
    demonyms: PhraseTable[str]
    home: str | None

    @cached_property
    def places(self) -> tuple[Resolution, ...]:
        """The resolved mentions that a truce may cover: no government, no venue, no town abroad that hosts talks."""
        found = [r for r in self.resolutions if r.area and r.role is Role.CONTEXT]
        return tuple(r for r in found if not (r.area and r.area.key in self.gazetteer.host_cities and self._is_abroad(r.area)))

    def _is_abroad(self, area: Area) -> bool:
        return self.gazetteer.places[area.place].country != self.home

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in order, each told whether the one before spoke of a truce."""
        clauses: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            clauses.setdefault(clause.sentence, []).append(clause)
        spoke = False
        for group in clauses.values():
            sentence = Sentence(self, tuple(group), spoke)
            yield sentence
            spoke = sentence.speaks_of_truce

    def states(self, first: int, last: int) -> list[str]:
        """The countries that the words [first, last] name by adjective or by name, in order, each once."""
        found: dict[int, str] = {}
        for i in range(first, last + 1):
            match = self.demonyms.at(self.words, i)
            if match and match.last <= last:
                found[i] = match.values[0]
        for resolution in self.resolutions:
            if resolution.area and first <= resolution.mention.first and resolution.mention.last <= last:
                place = self.gazetteer.places[resolution.area.place]
                capital = place.id in self.gazetteer.capitals.values() and resolution.role is Role.ACTOR
                if (place.kind is Kind.COUNTRY or capital) and place.country and not resolution.area.direction:
                    found[resolution.mention.first] = place.country
        return list(dict.fromkeys(country for _, country in sorted(found.items())))


@dataclass(frozen=True)
class Sentence:
    """The clauses of one sentence. `continues` if the sentence before spoke of a truce."""

    read: ReadText
    clauses: tuple[Clause, ...]
    continues: bool

    @property
    def first(self) -> int:
        return self.clauses[0].first

    @property
    def last(self) -> int:
        return self.clauses[-1].last

    @property
    def words(self) -> Words:
        return self.read.words

    @property
    def cues(self) -> Cues:
        return self.read.cues

    @cached_property
    def speaks_of_truce(self) -> bool:
        return bool(self.cues.within(self.first, self.last, CueKind.TRUCE, CueKind.AGREEMENT))

    @cached_property
    def figurative(self) -> bool:
        """A truce between doctors and a ministry, or in a trade war: the words of such matters, and none of fighting."""
        figurative = self.cues.within(self.first, self.last, CueKind.FIGURATIVE)
        return bool(figurative) and not self.cues.within(self.first, self.last, CueKind.CONFLICT)

    def cues_in(self, clause: Clause, *kinds: CueKind) -> list[Cue]:
        """The cues of some kinds in a clause, in order."""
        return self.cues.within(clause.first, clause.last, *kinds)

    def places_in(self, clause: Clause) -> list[Resolution]:
        """The places in a clause that a truce may cover, in order."""
        return [r for r in self.read.places if clause.first <= r.mention.first and r.mention.last <= clause.last]

    def gap(self, left: int, right: int) -> str:
        """The folded text between word `left` and word `right`."""
        return self.words.folded.text[self.words.ends[left] : self.words.starts[right]]

    def comma_between(self, one: Cue, other: Cue) -> bool:
        left, right = sorted((one, other), key=lambda cue: cue.first)
        return left.last < right.first and "," in self.gap(left.last, right.first)

    def edge(self, resolution: Resolution, floor: int, *, people: bool = False) -> int:
        """The first of the head words before a place («مناطق», «مدينة»), not before word `floor`; `people` takes those who
        live or fight there for head words too («أهالي»)."""
        kinds = (CueKind.ZONES, CueKind.OFFICE) if people else (CueKind.ZONES,)
        edge = resolution.mention.first
        while edge - 1 >= floor:
            head = next((cue for kind in kinds if (cue := self.cues.ending(kind, edge - 1))), None)
            if head is None:
                break
            edge = head.first
        return edge

    def preposition(self, word: int) -> Cue | None:
        """The preposition of place that ends with a word."""
        return self.cues.ending(CueKind.LOCATIVE, word) if word >= self.first else None

    def light_verb(self, clause: Clause, status: Cue) -> Cue | None:
        """The verb that carries a status noun: «شهدت … خروقات», «يجرون محادثات»."""
        reach = max(clause.first, status.first - 1 - LIGHT_VERB_REACH)
        found = self.cues.within(reach, status.first - 1, CueKind.LIGHT_VERB)
        return found[0] if found else None

    def is_negated(self, cue: Cue) -> bool:
        reach = max(cue.first - 1 - NEGATION_REACH, self.first)
        return bool(self.cues.within(reach, cue.first - 1, CueKind.NEGATION))


LIGHT_VERB_REACH = 4  # words between «شهدت» and what was seen
NEGATION_REACH = 2  # words between a negation and the verb that it negates


def in_group(resolution: Resolution, places: Sequence[Resolution]) -> list[Resolution]:
    """Those of the places that stand in one list with a place."""
    return [r for r in places if r.mention.group == resolution.mention.group]
