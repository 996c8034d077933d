"""Actor names: the words of a sentence that name actors («قوات النظام السوري», "the Iran-backed Houthi rebels")."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from geo.actor import ActorWord, WordKind
from geo.cue import CueKind
from geo.syntax.read_text import ReadText
from geo.text.phrase import Match

BETWEEN = frozenset({"بين", "between"})
WITH = frozenset({"مع", "with"})
_STANDS_APART = frozenset("لبك")  # letters that put what follows under another word
_LEAD = 4  # words before an actor in its phrase: «ممثلين عن …», "the internationally recognised …"
_TAIL = 5  # words behind one: «الحوثيين المدعومين من إيران و…»
_AHEAD = 4  # words behind "Yemen's" in which "government" stands
_NAME_WORDS = 4  # words of an actor's name
_MOST = 5  # actors in a row
_OPEN = " -\"'()«»“”"  # what may stand between the words of a phrase
_BARRIERS = (
    CueKind.SPONSOR, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.MEETING, CueKind.ABOUT, CueKind.LOCATIVE, CueKind.STATUS,
    CueKind.SPEECH, CueKind.COVERAGE, CueKind.LIGHT_VERB, CueKind.OPENER, CueKind.NEGATION, CueKind.BACKDROP,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """An actor at the words [first, last]; `bare` where a state's name alone says so."""

    actor: str
    first: int
    last: int
    offset: int
    bare: bool = False


class Naming:
    """Finds the actors that a text names."""

    def __init__(self, read: ReadText) -> None:
        self.read, self.words, self.cues = read, read.words, read.cues
        self.texts = read.words.texts
        self.named: dict[int, Match[ActorWord]] = {}
        self.adjectives = read.demonyms.by_first(read.words)

    def look_at(self, first: int, last: int) -> None:
        """Looks up the words [first, last]: only there names are found from now on."""
        self.named = self.read.actors.table.by_first_in(self.words, first, last)

    @cached_property
    def states(self) -> Mapping[int, tuple[int, str]]:
        return self.read.named_states

    @property
    def verbs(self) -> list[tuple[Match[ActorWord], WordKind]]:
        """The verbs looked up that say that somebody binds himself, or announces it, in order."""
        kinds = (WordKind.BINDS, WordKind.ANNOUNCES)
        return [(match, kind) for match in self.named.values() if (kind := match.values[0].kind) in kinds]

    def joints_in(self, first: int, last: int) -> list[int]:
        """The words «بين» and «مع» among [first, last], in order."""
        return self._joints[bisect_left(self._joints, first) : bisect_right(self._joints, last)]

    @cached_property
    def _joints(self) -> list[int]:
        return [i for i in self.cues.firsts(CueKind.PARTY) if self.texts[i] in BETWEEN or self.texts[i] in WITH]

    def listed(self, first: int, stop: int, *, lead: int = _LEAD, joint: bool = False, alone: bool = False) -> list[Named]:
        """The actors of a list that starts near a word; `joint` if «مع» may join it, `alone` if there may be but
        one. A state of which the text says only that it backs one of them is none of them."""
        found: list[Named] = []
        named = self.single(first, stop, lead)
        commas = False
        while named and len(found) < _MOST:
            found.append(named)
            behind, joined = self._next(named.last, stop, joint=joint)
            if behind is None or ("and" in joined and len(found) > 1 and not commas):
                break
            commas = commas or "," in joined
            named = self.single(behind, stop, 2 if "," in joined else _LEAD)
            if named and ((named.bare and "backed" in joined) or (alone and self._speaks(named.last, stop))):
                break
        return found

    def _speaks(self, last: int, stop: int) -> bool:
        """ "…, and Qatar said": what follows a list may be the subject of the next clause."""
        return (
            self.words.is_english(last)
            and last < stop
            and bool(self.cues.starting(CueKind.SPEECH, last + 1) and self.words.joined(last))
        )

    def _next(self, last: int, stop: int, *, joint: bool) -> tuple[int | None, str]:
        """Where the next name of a list may start, and how it is joined: "and", ",", "backed"."""
        joined = ""
        for word in range(last + 1, min(stop, last + _TAIL) + 1):
            gap = self.words.between(word - 1, word)
            if set(gap) & set(".;:!?\n") or " - " in gap:
                return None, joined
            text = self.texts[word]
            if self.is_word(word, WordKind.ALONGSIDE):
                return None, joined
            if text in self.words.classes["and"]:
                return (word + 1, joined + "and") if text != "وبين" else (word + 1, joined)
            if "," in gap:
                return (word, joined + ",") if self.single(word, stop, 2) else (None, joined)
            if joint and text in WITH:
                return word + 1, joined
            if text.startswith("و") and len(text) > 2 and not self.is_barrier(word) and self.single(word, stop, _LEAD):
                return word, joined
            if self.is_word(word, WordKind.BACKED):
                joined = "backed"
            elif self.is_barrier(word):
                return None, joined
        return None, joined

    def single(self, first: int, stop: int, lead: int = 1) -> Named | None:
        """The first actor of a phrase that starts with a word, at most `lead` words into it, not behind word `stop`."""
        country, start = "", -1
        word = first
        while word <= min(stop, first + lead):
            if word > first and self.words.between(word - 1, word).strip(_OPEN):
                return None
            match, state, adjective = self.named.get(word), self.states.get(word), self.adjectives.get(word)
            if match and not _STANDS_APART.isdisjoint(match.prefixes):  # «للحكومة»
                return None
            if match and self._is_backer(match.last) and self.words.between(match.last, match.last + 1) == "-":
                word = match.last + 2  # "Hezbollah-led"
                continue
            named = self._of_words(match, country, start, stop) if match else None
            if named or (match and self._ends_search(match)):
                return named
            if state:
                if self._is_backer(state[0]):
                    word = state[0] + 2
                    continue
                return None if self._letters(word)[-1:] in _STANDS_APART else self._of_state(word, state, stop)
            if adjective and self.words.is_english(word):
                if self._is_backer(adjective.last):
                    word = adjective.last + 2
                    continue
                country, start, word = adjective.values[0], word, adjective.last + 1
                stop_at = first + lead
                if word > stop_at:
                    lead += 1
                continue
            if self.is_word(word, WordKind.BACKED) and self.words.is_english(word):
                lead += 1  # "Iran-backed"
            elif self.is_barrier(word):
                return None
            word += 1
        return None

    def _ends_search(self, match: Match[ActorWord]) -> bool:
        """A verb, or a side that nobody knows by that word alone: no state that follows is meant."""
        return any(row.kind in (WordKind.BINDS, WordKind.ANNOUNCES, WordKind.SIDE) for row in match.values)

    def _is_backer(self, last: int) -> bool:
        """ "Iran-backed", "the US-led"."""
        return last + 1 < len(self.words) and self.is_word(last + 1, WordKind.BACKED)

    def is_word(self, word: int, kind: WordKind) -> bool:
        """True if a word that is no part of a longer one of the table is of a kind."""
        return any(row.kind is kind for row in self.words_at(word))

    def words_at(self, word: int) -> Sequence[ActorWord]:
        match = self.named.get(word)
        return match.values if match and match.first == match.last else ()

    def _of_words(self, match: Match[ActorWord], country: str, start: int, stop: int) -> Named | None:
        """Whom the words of a match name: by the country of the adjective beside them, else in that of the text."""
        begin, offset = (start, 0) if country else (match.first, match.offset)
        rows = [row for row in match.values if row.kind in (WordKind.NAME, WordKind.SIDE, WordKind.GOVERNMENT, WordKind.FORCES)]
        if not rows:
            return None
        if not rows[0].text.isascii() and not country:
            country, last = self._country_behind(match.last, stop)
        else:
            last = match.last
        inner = self._named_inside(rows, match, stop)
        if inner:
            return inner
        about = country or self.read.home or ""
        for row in sorted(rows, key=lambda row: not row.country):
            if row.country and row.country != about:
                continue
            if row.actor and row.kind in (WordKind.NAME, WordKind.SIDE):
                return Named(row.actor, begin, last, offset)
            if row.kind is WordKind.GOVERNMENT or (row.kind is WordKind.FORCES and country):
                return Named(about, begin, last, offset) if about else None
            if row.kind is WordKind.SIDE:
                return None
        return None

    def _named_inside(self, rows: Sequence[ActorWord], match: Match[ActorWord], stop: int) -> Named | None:
        """«ميليشيا حزب الله», «حركة المقاومة الإسلامية (حماس)»: behind a word for any side stands its name."""
        if not any(row.kind is WordKind.SIDE for row in rows):
            return None
        for word in range(match.last + 1, min(match.last + 3, stop) + 1):
            if (
                self.words.between(word - 1, word).strip(_OPEN)
                or self.words.is_a("and", word)
                or self.texts[word].startswith("و")
            ):
                return None
            behind = self.named.get(word)
            name = next((r for r in behind.values if r.kind is WordKind.NAME and not r.country), None) if behind else None
            if behind and name and not behind.prefixes:
                return Named(name.actor, match.first, behind.last, match.offset)
        return None

    def _country_behind(self, last: int, stop: int) -> tuple[str, int]:
        """«الحكومة اليمنية», «القوات الحكومية السورية», «حكومة اليمن»: the country behind an Arabic noun, and its last word."""
        for word in range(last + 1, min(last + 2, stop) + 1):
            if not self.words.joined(word - 1) or self.texts[word].startswith("و"):
                break
            adjective, state = self.adjectives.get(word), self.states.get(word)
            if adjective and not adjective.prefixes:
                return adjective.values[0], adjective.last
            if state and word == last + 1:
                return state[1], state[0]
            if self.is_barrier(word):
                break
        return "", last

    def _of_state(self, word: int, state: tuple[int, str], stop: int) -> Named | None:
        """A state's name; or whom the words behind it name: "Yemen's Houthis", "Israel's army", "Israel's ambassador"."""
        last, country = state
        if self.words.is_english(word):
            for behind in range(last + 1, min(last + _AHEAD, stop) + 1):
                if self.words.between(behind - 1, behind) != " " or self.words.is_a("and", behind) or self.is_barrier(behind):
                    break
                match = self.named.get(behind)
                if match and self._ends_search(match) and not any(row.kind is WordKind.SIDE for row in match.values):
                    break
                if match:
                    return self._of_words(match, country, word, stop)
        return Named(country, word, last, len(self._letters(word)), bare=True)

    def _letters(self, word: int) -> str:
        """The letters that are written to a state's name."""
        mention = next((r.mention for r in self.read.resolutions if r.mention.first == word), None)
        return "".join(mention.prefixes) if mention else ""

    def ending(self, word: int, floor: int) -> Named | None:
        """The actor whose name ends with a word and starts with word `floor` or later."""
        for first in range(word, max(floor - 1, word - _NAME_WORDS), -1):
            adjective, country = self.adjectives.get(first), self.read.country_at(first)
            if adjective and adjective.last == word:
                return Named(adjective.values[0], first, word, 0)
            if country and country[0] == word:
                return Named(country[1], first, word, 0)
            named = self.single(first, word)
            if named and named.first == first and named.last == word:
                return replace(named, bare=False)
        return None

    def is_barrier(self, word: int) -> bool:
        """True for a word that ends a phrase: what follows it is said of something else."""
        return word in self._barriers and not self.words.is_a("of_list", word)

    @cached_property
    def _barriers(self) -> frozenset[int]:
        return frozenset(chain.from_iterable(map(self.cues.firsts, _BARRIERS)))
