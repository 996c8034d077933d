"""Parties: who binds himself by the truce of a clause, as the words around the truce say it.

«هدنة بين … و…», «اتفاق مع …», «توصل … إلى هدنة», "… and … agreed on a truce", "the US-Taliban deal". States that only talk about
a truce in another country stand behind it, and are no parties of it: of a list of states one at least must fight there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.actor import ActorWord, Party, WordKind
from geo.clause import Clause
from geo.cue import Cue, CueKind
from geo.phrase import Match
from geo.sentence import Sentence

_BETWEEN = frozenset({"بين", "between"})
_WITH = frozenset({"مع", "with"})
_AND = frozenset({"and", "و", "وبين"})
_OF = frozenset({"من", "عن", "كل", "كلا", "of"})
_BY = "by"
_ASIDE = frozenset({  # words between a subject and its verb, or a verb and what it is said of
    "has", "have", "had", "both", "also", "on", "to", "a", "an", "the", "formally", "finally", "all", "in", "said", "it", "they",
    "will", "would", "are", "is", "been", "late", "early", "jointly", "had", "each",
})  # fmt: skip
_LEAD = 4  # words before an actor in its phrase: «ممثلين عن …», "the internationally recognised …"
_TAIL = 5  # words behind one: «الحوثيين المدعومين من إيران و…»
_BETWEEN_REACH = 14  # words between a truce and «بين»
_WITH_REACH = 5  # words between a truce and «مع»
_OBJECT_REACH = 10  # words between the subject of a verb and the truce that it agrees on
_SUBJECT_REACH = 14  # words before an English verb in which its subject starts
_UNKNOWN = 3  # words without meaning for the reader between a truce and «بين»
_AHEAD = 4  # words behind "Yemen's" in which "government" stands
_MOST = 5  # parties of one truce in a row
_BARRIERS = (
    CueKind.SPONSOR, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.MEETING, CueKind.ABOUT, CueKind.LOCATIVE, CueKind.STATUS,
    CueKind.SPEECH, CueKind.COVERAGE, CueKind.LIGHT_VERB, CueKind.OPENER, CueKind.NEGATION, CueKind.BACKDROP,
)  # fmt: skip
_OTHER_MATTERS = (CueKind.MEETING, CueKind.EXCHANGE, CueKind.BACKDROP)
_KNOWN = (
    CueKind.TRUCE, CueKind.AGREEMENT, CueKind.STATUS, CueKind.LIGHT_VERB, CueKind.ABOUT, CueKind.LOCATIVE, CueKind.OPENER,
    CueKind.ZONES, CueKind.DURATION, CueKind.DATE_RELATION, CueKind.SPONSOR, CueKind.COVERAGE, CueKind.DECISION,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Named:
    """An actor at the words [first, last]; `bare` where a state's name alone says so."""

    actor: str
    first: int
    last: int
    offset: int
    bare: bool = False


def find_parties(sentence: Sentence, clause: Clause, truce: Cue | None) -> list[Party]:
    """Who is bound by the truce that a clause names, or would be, each once, in the order of the text."""
    if truce is None:
        return []
    phrases = _Phrases(sentence)
    found: dict[str, _Named] = {}
    for group in phrases.groups(clause, truce):
        if any(sentence.read.actors.is_side(named.actor, sentence.read.home) for named in group):
            for named in group:
                found.setdefault(named.actor, named)
    ordered = sorted(found.values(), key=lambda named: named.first)
    return [Party(actor=n.actor, span=sentence.words.source(n.first, n.last, n.offset)) for n in ordered]


class _Phrases:
    """The phrases of a sentence that name actors."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.words, self.cues, self.read = sentence.words, sentence.cues, sentence.read
        self.texts = sentence.words.texts
        self.named = self.read.actors.table.by_first(self.words)
        self.states = self.read.named_states
        self.adjectives = self.read.demonyms.by_first(self.words)

    def groups(self, clause: Clause, truce: Cue) -> Iterator[list[_Named]]:
        """The lists of actors that the words around a truce call its sides."""
        yield from self._between(truce)
        yield from self._hyphenated(truce)
        yield from self._owned(truce)
        for word in range(self.sentence.first, self.sentence.last + 1):
            verb = self._verb(word)
            if verb:
                yield from self._around_verb(clause, truce, verb)

    # --- where the sides stand -------------------------------------------------------------------------------------

    def _between(self, truce: Cue) -> Iterator[list[_Named]]:
        """«هدنة … بين … و…»"""
        for cue in self.cues.within(truce.last + 1, min(truce.last + _BETWEEN_REACH, self.sentence.last), CueKind.PARTY):
            if self.texts[cue.first] in _BETWEEN and self._governs(truce, cue):
                named = self._listed(cue.last + 1, self.sentence.last)
                if len(named) > 1 or (named and not named[0].bare):
                    yield named
                return

    def _governs(self, truce: Cue, between: Cue) -> bool:
        """True if «بين» belongs to the truce: no talks, fighting or border stands nearer, and no other clause begins."""
        first, last = truce.last + 1, between.first - 1
        if any(self.cues.within(first, last, kind) and not self._reaches(first, last, kind) for kind in _OTHER_MATTERS):
            return False
        if any(cue.value for cue in self.cues.within(first, last, CueKind.CONFLICT)) and not self._ceases(first, last):
            return False
        if any(c.first <= between.first <= c.last for c in self.cues.within(first, between.last, CueKind.LOCATIVE)):
            return False  # "the border between"
        if last >= first and any(word.kind is WordKind.SIDE and not word.actor for word in self._words_at(last)):
            return False
        opened = [c for c in self.sentence.clauses if truce.last < c.first <= between.first]
        if any(c.relation not in ("relative", "aim") and not self._goes_on(c) for c in opened):
            return False
        return self._unknown(first, last) <= _UNKNOWN

    def _reaches(self, first: int, last: int, kind: CueKind) -> bool:
        """«توقيع», «التوصل», "signed" are among the words of meetings, and say how a truce came about."""
        return kind is CueKind.MEETING and all(
            self.cues.starting(CueKind.STATUS, cue.first) or self.cues.ending(CueKind.STATUS, cue.last)
            for cue in self.cues.within(first, last, kind)
        )

    def _ceases(self, first: int, last: int) -> bool:
        """«هدنة تنهي القتال بين …», "a truce to end fighting between …\""""
        return bool(self.cues.within(first, last, CueKind.CESSATION)) or any(
            self.texts[i] in ("end", "ends", "ending", "ended", "ينهي", "تنهي", "لانهاء", "انهاء") for i in range(first, last + 1)
        )

    def _goes_on(self, clause: Clause) -> bool:
        """"a truce, reached on Monday between …": a clause that begins with how it was reached."""
        status = self.cues.starting(CueKind.STATUS, clause.first)
        return status is not None and status.value == "agreed" and not status.prefixes

    def _unknown(self, first: int, last: int) -> int:
        known: set[int] = set()
        for cue in self.cues.within(first, last, *_KNOWN):
            known.update(range(cue.first, cue.last + 1))
        for place in self.read.resolutions:
            if first <= place.mention.first <= last:
                known.update(range(place.mention.first, place.mention.last + 1))
        for _, timex in self.read.dates:
            known.update(self.words.within(timex.span))
        return sum(i not in known and len(self.texts[i]) > 2 for i in range(first, last + 1))

    def _hyphenated(self, truce: Cue) -> Iterator[list[_Named]]:
        """"the Israel-Hezbollah ceasefire": two names, joined, before the truce."""
        for second in range(truce.first - 1, max(self.sentence.first, truce.first - 4), -1):
            if self.words.between(second - 1, second).strip() not in ("-", "/") or not self.texts[second].isascii():
                continue
            one, other = self._ending(second - 1), self._single(second)
            if one and other and other.last < truce.first:
                yield [one, other]
            return

    def _owned(self, truce: Cue) -> Iterator[list[_Named]]:
        """«هدنة مع …», "Israel's truce with …"."""
        reach = min(truce.last + _WITH_REACH, self.sentence.last)
        for cue in self.cues.within(truce.last + 1, reach, CueKind.PARTY):
            between = range(truce.last + 1, cue.first)
            if self.texts[cue.first] in _WITH and all(self._belongs(i) for i in between):
                named = self._listed(cue.last + 1, self.sentence.last)
                owner = self._ending(truce.first - 1) if self.texts[truce.first].isascii() else None
                if named:
                    yield [owner, *named] if owner else named
                return

    def _belongs(self, word: int) -> bool:
        """True for a word that may stand between a truce and «مع»: how it was reached, where, an adjective."""
        if any(self.cues.starting(kind, word) for kind in (*_OTHER_MATTERS, CueKind.OPENER, CueKind.CONFLICT, CueKind.SPEECH)):
            return False
        if "," in self.words.between(word - 1, word) or self.texts[word].startswith("بال"):  # «بالتنسيق مع»
            return False
        return self.texts[word] not in ("coordination", "cooperation", "line", "talks", "together", "along", "وبالتنسيق")

    # --- the subjects of verbs -------------------------------------------------------------------------------------

    def _verb(self, word: int) -> tuple[Match[ActorWord], WordKind] | None:
        match = self.named.get(word)
        for row in match.values if match else ():
            if match and row.kind in (WordKind.BINDS, WordKind.ANNOUNCES):
                return match, row.kind
        return None

    def _around_verb(self, clause: Clause, truce: Cue, verb: tuple[Match[ActorWord], WordKind]) -> Iterator[list[_Named]]:
        match, kind = verb
        arabic = not self.texts[match.first].isascii()
        subject: list[_Named] = []
        if arabic:
            subject = self._behind(match.last)
        elif self.texts[min(match.last + 1, len(self.words) - 1)] == _BY and 0 < match.first - truce.last <= _WITH_REACH:
            subject = self._listed(match.last + 2, self.sentence.last, lead=2)
        if subject and (match.first > truce.last or not arabic):
            near = 0 < match.first - truce.last <= _WITH_REACH  # «الهدنة التي وقعها النظام والفصائل»
            if near and self._opens_relative(truce, match.first, arabic=arabic):
                yield subject
            return
        subject = subject or self._before(match.first)
        if subject and self._agrees_on(max(match.last, subject[-1].last), truce, kind):
            yield subject

    def _opens_relative(self, truce: Cue, verb: int, *, arabic: bool) -> bool:
        between = range(truce.last + 1, verb)
        opened = any(self.cues.starting(CueKind.OPENER, i) for i in between)
        return not arabic or opened or not between

    def _behind(self, verb: int) -> list[_Named]:
        """The subject behind an Arabic verb, in which «مع» may stand: «توصل جيش الإسلام مع النظام إلى …»."""
        return self._listed(verb + 1, self.sentence.last, lead=2, joint=True)

    def _before(self, verb: int) -> list[_Named]:
        """The subject before a verb, the last list of actors that ends near it; none that a preposition governs."""
        first = max(self.sentence.first, verb - _SUBJECT_REACH)
        while first < verb:
            named = self._listed(first, verb - 1, lead=1)
            if not named:
                first += 1
                continue
            gap = range(named[-1].last + 1, verb)
            if all(self._is_aside(i) for i in gap) and not self._is_governed(named[0].first):
                return named
            first = named[-1].last + 1
        return []

    def _is_aside(self, word: int) -> bool:
        timed = any(word in self.words.within(timex.span) for _, timex in self.read.dates)
        return self.texts[word] in _ASIDE or timed or self._is_title(word)

    def _is_title(self, word: int) -> bool:
        """"Houthi rebels", "the Taliban movement": what a name is called behind it."""
        return any(row.kind is WordKind.SIDE for row in self._words_at(word))

    def _is_governed(self, word: int) -> bool:
        """True behind a preposition ("talks with Hamas agreed …"), articles aside; or where another noun owns it."""
        before = word - 1
        while before >= self.sentence.first and self.texts[before] in ("the", "both"):
            before -= 1
        if before < self.sentence.first:
            return False
        kinds = (CueKind.PARTY, CueKind.LOCATIVE, CueKind.ABOUT, CueKind.SPONSOR)
        joined = self.words.between(before, before + 1).strip(" \"'") == ""
        return joined and (any(self.cues.ending(kind, before) for kind in kinds) or self.texts[before] in (*_OF, _BY, "and", "or"))

    def _agrees_on(self, last: int, truce: Cue, kind: WordKind) -> bool:
        """True if what follows the subject and its verb is the truce: at once where it is only announced."""
        gap = range(last + 1, truce.first)
        if truce.first <= last or len(gap) > _OBJECT_REACH or not self._in_one_breath(last, truce.first):
            return False
        others = (CueKind.MEETING, CueKind.OPENER, CueKind.EXCHANGE)
        if any(self.cues.starting(CueKind.NEGATION, i) for i in gap):
            return False
        if kind is WordKind.ANNOUNCES and len(gap) > 1:
            agreed = [c for c in self.cues.within(gap.start, truce.last, CueKind.STATUS) if c.value in ("agreed", "reaching")]
            return bool(agreed) and agreed[0].first - last <= 2 and not any(self.cues.starting(CueKind.OPENER, i) for i in gap)
        return not any(self.cues.within(gap.start, gap.stop - 1, k) and not self._reaches(gap.start, gap.stop - 1, k) for k in others)

    def _in_one_breath(self, left: int, right: int) -> bool:
        return not set(self.words.folded.text[self.words.ends[left] : self.words.starts[right]]) & set(",:;")

    # --- the names themselves --------------------------------------------------------------------------------------

    def _listed(self, first: int, stop: int, *, lead: int = _LEAD, joint: bool = False) -> list[_Named]:
        """The actors of a list that starts near a word; `joint` if «مع» may join it. A state of which the text says only
        that it backs one of them is none of them."""
        found: list[_Named] = []
        named = self._single(first, stop, lead)
        commas = False
        while named and len(found) < _MOST:
            found.append(named)
            behind, joined = self._next(named.last, stop, joint=joint)
            if behind is None or ("and" in joined and len(found) > 1 and not commas):
                break
            commas = commas or "," in joined
            named = self._single(behind, stop, 2 if "," in joined else _LEAD)
            if named and ((named.bare and "backed" in joined) or self._speaks(named.last)):
                break
        return found

    def _speaks(self, last: int) -> bool:
        """"…, and Qatar said": what follows a list may be the subject of the next clause."""
        return self.texts[last].isascii() and last < self.sentence.last and bool(
            self.cues.starting(CueKind.SPEECH, last + 1) and self.words.joined(last)
        )

    def _next(self, last: int, stop: int, *, joint: bool) -> tuple[int | None, str]:
        """Where the next name of a list may start, and how it is joined: "and", ",", "backed"."""
        joined = ""
        for word in range(last + 1, min(stop, last + _TAIL) + 1):
            gap = self.words.between(word - 1, word)
            if set(gap) & set(".;:!?\n") or " - " in gap:
                return None, joined
            text = self.texts[word]
            if text in _AND:
                return (word + 1, joined + "and") if text != "وبين" else (word + 1, joined)
            if "," in gap:
                return (word, joined + ",") if self._single(word, stop, 2) else (None, joined)
            if joint and text in _WITH:
                return word + 1, joined
            if text.startswith("و") and len(text) > 2 and not self._is_barrier(word) and self._single(word, stop, _LEAD):
                return word, joined
            if any(row.kind is WordKind.BACKED for row in self._words_at(word)):
                joined = "backed"
            elif self._is_barrier(word):
                return None, joined
        return None, joined

    def _single(self, first: int, stop: int | None = None, lead: int = 1) -> _Named | None:
        """The first actor of a phrase that starts with a word, at most `lead` words into it."""
        stop = self.sentence.last if stop is None else stop
        country, start = "", -1
        word = first
        while word <= min(stop, first + lead):
            if word > first and self.words.between(word - 1, word).strip(" -\"'()«»“”"):
                return None
            match, state, adjective = self.named.get(word), self.states.get(word), self.adjectives.get(word)
            named = self._of_words(match, country, start, stop) if match else None
            if named or (match and self._ends_search(match)):
                return named
            if state:
                if self._is_backer(state[0]):
                    word = state[0] + 2
                    continue
                return self._of_state(word, state, stop)
            if adjective and self.texts[word].isascii():
                if self._is_backer(adjective.last):
                    word = adjective.last + 2
                    continue
                country, start, word = adjective.values[0], word, adjective.last + 1
                stop_at = first + lead
                if word > stop_at:
                    lead += 1
                continue
            if self._is_barrier(word) and word != first:
                return None
            word += 1
        return None

    def _ends_search(self, match: Match[ActorWord]) -> bool:
        """A verb, or a side that nobody knows by that word alone: no state that follows is meant."""
        return any(row.kind in (WordKind.BINDS, WordKind.ANNOUNCES, WordKind.SIDE, WordKind.BACKED) for row in match.values)

    def _is_backer(self, last: int) -> bool:
        """"Iran-backed", "the US-led"."""
        return last < self.sentence.last and any(row.kind is WordKind.BACKED for row in self._words_at(last + 1))

    def _words_at(self, word: int) -> Sequence[ActorWord]:
        match = self.named.get(word)
        return match.values if match and match.first == match.last else ()

    def _of_words(self, match: Match[ActorWord], country: str, start: int, stop: int) -> _Named | None:
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
                return _Named(row.actor, begin, last, offset)
            if row.kind is WordKind.GOVERNMENT or (row.kind is WordKind.FORCES and country):
                return _Named(about, begin, last, offset) if about else None
            if row.kind is WordKind.SIDE:
                return None
        return None

    def _named_inside(self, rows: Sequence[ActorWord], match: Match[ActorWord], stop: int) -> _Named | None:
        """«ميليشيا حزب الله», «حركة المقاومة الإسلامية (حماس)»: behind a word for any side stands its name."""
        if not any(row.kind is WordKind.SIDE for row in rows):
            return None
        for word in range(match.last + 1, min(match.last + 3, stop) + 1):
            if self.words.between(word - 1, word).strip(" -\"'()«»“”") or self.texts[word] in _AND:
                return None
            behind = self.named.get(word)
            name = next((r for r in behind.values if r.kind is WordKind.NAME and not r.country), None) if behind else None
            if behind and name and not behind.prefixes:
                return _Named(name.actor, match.first, behind.last, match.offset)
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
            if self._is_barrier(word):
                break
        return "", last

    def _of_state(self, word: int, state: tuple[int, str], stop: int) -> _Named | None:
        """A state's name; or whom the words behind it name: "Yemen's Houthis", "Israel's army", "Israel's ambassador"."""
        last, country = state
        if self.texts[word].isascii():
            for behind in range(last + 1, min(last + _AHEAD, stop) + 1):
                if self.words.between(behind - 1, behind) != " " or self.texts[behind] in _AND or self._is_barrier(behind):
                    break
                match = self.named.get(behind)
                if match and self._ends_search(match) and not any(row.kind is WordKind.SIDE for row in match.values):
                    break
                if match:
                    return self._of_words(match, country, word, stop)
        offset = len(self.texts[word]) - len(self._bare(word))
        return _Named(country, word, last, offset, bare=True)

    def _bare(self, word: int) -> str:
        """A state's name without what is written to it."""
        mention = next((r.mention for r in self.read.resolutions if r.mention.first == word), None)
        letters = sum(len(prefix) for prefix in mention.prefixes) if mention else 0
        return self.texts[word][letters:]

    def _ending(self, word: int) -> _Named | None:
        """The actor whose name ends with a word."""
        for first in range(word, max(self.sentence.first - 1, word - 4), -1):
            adjective = self.adjectives.get(first)
            if adjective and adjective.last == word:
                return _Named(adjective.values[0], first, word, 0)
            named = self._single(first)
            if named and named.first == first and named.last == word:
                return replace(named, bare=False)
        return None

    def _is_barrier(self, word: int) -> bool:
        if self.texts[word] in _OF:
            return False
        return any(self.cues.starting(kind, word) for kind in _BARRIERS)
