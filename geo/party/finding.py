"""Parties: who binds himself by a truce, as the words around it say («هدنة بين … و…», «اتفاق مع …», "the US-Taliban deal").

States that talk about a truce in another country stand behind it, and are no parties of it: of those that a phrase names, one
at least must fight where the truce is. Nothing is taken for a party on its own: empty is better than wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from geo.actor import ActorWord, Party, WordKind
from geo.agreement import AgreementType
from geo.cue import Cue, CueKind
from geo.gazetteer import Area
from geo.party.actor_names import BETWEEN, WITH, Named, Naming
from geo.status.naming import is_plural
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.text.phrase import Match

_BY = "by"
_NONE_REACH = 4  # words between «عدم» and the truce that there is not
_ENDED_REACH = 4  # words between «تنهي» and the fighting
_BETWEEN_REACH = 14  # words between a truce and «بين»
_WITH_REACH = 5  # words between a truce and «مع»
_OBJECT_REACH = 10  # words between the subject of a verb and the truce that it agrees on
_ANNOUNCED_REACH = 4  # words between one who announces a truce and the truce
_VERB_REACH = 24  # words between a verb and the truce that its subject agrees on
_SUBJECT_REACH = 14  # words before an English verb in which its subject starts
_NEAR = 6  # words before a verb in which its subject's last name stands
_UNKNOWN = 3  # words without meaning for the reader between a truce and «بين»
_TRUCES = (CueKind.TRUCE, CueKind.AGREEMENT)
_OTHER_MATTERS = (CueKind.MEETING, CueKind.EXCHANGE, CueKind.BACKDROP)
_KNOWN = (
    CueKind.TRUCE, CueKind.AGREEMENT, CueKind.STATUS, CueKind.LIGHT_VERB, CueKind.ABOUT, CueKind.LOCATIVE, CueKind.OPENER,
    CueKind.ZONES, CueKind.DURATION, CueKind.DATE_RELATION, CueKind.SPONSOR, CueKind.COVERAGE, CueKind.DECISION,
)  # fmt: skip


def find_parties(
    names: Naming, clauses: Sequence[Clause], shared: Collection[int], alone_in: Sequence[Area] | None
) -> tuple[Party, ...]:
    """Who is bound by a truce, or would be, each where the text names him first, in order.

    `clauses` are those that claim something of it; of a sentence in `shared`, which claims something of another truce too, they
    alone count. Where a text speaks of no other truce, `alone_in` are its areas: then a sentence counts that names it in
    passing and no place elsewhere.
    """
    claimed = {clause.sentence for clause in clauses}
    read = names.read
    found: list[Party] = []
    spoken = sorted({read.words.sentences[first] for kind in _TRUCES for first in read.cues.firsts(kind)})
    for number in spoken:
        if number not in claimed and alone_in is None:
            continue
        sentence = Sentence(read, number, continues=False)
        if sentence.figurative:
            continue
        if number in shared:
            for first, last in dict.fromkeys((c.first, c.last) for c in clauses if c.sentence == number):
                found += _parties(sentence, names, first, last)
        elif number in claimed or (alone_in is not None and _speaks_of(sentence, alone_in)):
            found += _parties(sentence, names, sentence.first, sentence.last)
    named: dict[str, Party] = {}
    for party in sorted(found, key=lambda party: party.span):
        named.setdefault(party.actor, party)
    return tuple(named.values())


def _speaks_of(sentence: Sentence, areas: Sequence[Area]) -> bool:
    """True if a sentence names no place that has nothing to do with the areas."""
    lies_in = sentence.read.gazetteer.lies_in
    named = [r.area for r in sentence.places if r.area]
    return all(any(lies_in(place, area) or lies_in(area, place) for area in areas) for place in named)


def _parties(sentence: Sentence, names: Naming, first: int, last: int) -> list[Party]:
    """The parties of the truces that the words [first, last] of a sentence name."""
    phrases = _Phrases(sentence, names)
    if not phrases.may_name_sides:
        return []
    found: dict[str, Named] = {}
    for group in (group for truce in sentence.cues.within(first, last, *_TRUCES) for group in phrases.groups(truce)):
        if any(sentence.read.actors.is_side(named.actor, sentence.read.home) for named in group):
            for named in group:
                found.setdefault(named.actor, named)
    return [Party(actor=n.actor, span=sentence.words.source(n.first, n.last, n.offset)) for n in found.values()]


class _Phrases:
    """The phrases of a sentence that name actors."""

    def __init__(self, sentence: Sentence, names: Naming) -> None:
        self.sentence = sentence
        self.names = names
        names.look_at(sentence.first, sentence.last)
        self.verbs = names.verbs
        self.joints = names.joints_in(sentence.first, sentence.last)
        self.words, self.cues, self.read = sentence.words, sentence.cues, sentence.read
        self.texts = sentence.words.texts

    @property
    def may_name_sides(self) -> bool:
        """False for a sentence of which it is plain, without looking closer, that nobody is named as a side of a truce."""
        return bool(self.verbs or self.joints) or (self.words.is_english(self.sentence.last) and "-" in self.text)

    @property
    def text(self) -> str:
        """The folded text of the sentence."""
        return self.words.folded.text[self.words.starts[self.sentence.first] : self.words.ends[self.sentence.last]]

    def groups(self, truce: Cue) -> list[list[Named]]:
        """The lists of actors that the words around a truce call its sides; none for one that is said not to be, for another
        one of the past, and for truces in general."""
        partners = list(self._owned(truce))
        subjects = [subject for verb in self.verbs for subject in self._around_verb(truce, verb)]
        both = [[*subjects[-1], *partners[0]]] if partners and subjects else []  # «أعلنت الحكومة هدنة مع الحوثيين»
        found = [*self._between(truce), *self._hyphenated(truce), *both, *subjects, *partners]
        return [] if found and (self._is_none(truce) or is_plural(self.sentence, truce)) else found

    def _is_none(self, truce: Cue) -> bool:
        """«عدم إبرام أي اتفاق», "no truce", «هدنة سابقة», «اتفاقات تسوية»"""
        before = range(max(self.sentence.first, truce.first - _NONE_REACH), truce.first)
        if any(self.cues.starting(CueKind.NEGATION, i) or self.names.is_word(i, WordKind.NONE) for i in before):
            return True
        return bool(self.cues.ending(CueKind.EARLIER, truce.first - 1) or self.cues.starting(CueKind.EARLIER, truce.last + 1))

    # --- where the sides stand -------------------------------------------------------------------------------------

    def _between(self, truce: Cue) -> Iterator[list[Named]]:
        """«هدنة … بين … و…»"""
        for word in self.joints:
            near = 0 < word - truce.last <= _BETWEEN_REACH
            if near and self.texts[word] in BETWEEN and self._governs(truce, word):
                named = self.names.listed(word + 1, self.sentence.last)
                if len(named) > 1 or (named and not named[0].bare):
                    yield named
                return

    def _governs(self, truce: Cue, between: int) -> bool:
        """True if «بين» belongs to the truce: no talks, fighting or border stands nearer, and no other clause begins."""
        first, last = truce.last + 1, between - 1
        if any(self.cues.within(first, last, kind) and not self._reaches(first, last, kind) for kind in _OTHER_MATTERS):
            return False
        if any(cue.value and not self._is_ended(cue) for cue in self.cues.within(first, last, CueKind.CONFLICT)):
            return False
        if any(c.first <= between <= c.last for c in self.cues.within(first, between, CueKind.LOCATIVE)):
            return False  # "the border between"
        if self.cues.ending(CueKind.LOCATIVE, last):
            return False  # «على الحدود بين»
        if last >= first and any(word.kind is WordKind.SIDE and not word.actor for word in self.names.words_at(last)):
            return False
        opened = [c for c in self.sentence.clauses if truce.last < c.first <= between]
        if any(c.relation not in ("relative", "aim") and not self._goes_on(c) for c in opened):
            return False
        return self._unknown(first, last) <= _UNKNOWN

    def _reaches(self, first: int, last: int, kind: CueKind) -> bool:
        """«توقيع», «التوصل», "signed" are among the words of meetings, and say how a truce came about."""
        return kind is CueKind.MEETING and all(
            self.cues.starting(CueKind.STATUS, cue.first) or self.cues.ending(CueKind.STATUS, cue.last)
            for cue in self.cues.within(first, last, kind)
        )

    def _is_ended(self, fighting: Cue) -> bool:
        """«هدنة تنهي القتال بين …», "a truce to end weeks of fighting between …"."""
        before = range(max(self.sentence.first, fighting.first - _ENDED_REACH), fighting.first + 1)
        return any(self.cues.ending(CueKind.CESSATION, i) or self.names.is_word(i, WordKind.ENDS) for i in before)

    def _goes_on(self, clause: Clause) -> bool:
        """ "a truce, reached on Monday between …": a clause that begins with how it was reached."""
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

    def _hyphenated(self, truce: Cue) -> Iterator[list[Named]]:
        """ "the Israel-Hezbollah ceasefire": two names, joined, before the truce."""
        for second in range(truce.first - 1, max(self.sentence.first, truce.first - 4), -1):
            if self.words.between(second - 1, second).strip() not in ("-", "/") or not self.words.is_english(second):
                continue
            one, other = self.names.ending(second - 1, self.sentence.first), self.names.single(second, truce.first - 1)
            if one and other:
                yield [one, other]
            return

    def _owned(self, truce: Cue) -> Iterator[list[Named]]:
        """«هدنة مع …», "Israel's truce with …"."""
        for word in self.joints:
            if not 0 < word - truce.last <= _WITH_REACH or self.texts[word] not in WITH:
                continue
            if all(map(self._belongs, range(truce.last + 1, word))) and not self._is_brokered(truce):
                named = self.names.listed(word + 1, self.sentence.last, alone=True)
                owner = self.names.ending(truce.first - 1, self.sentence.first) if self.words.is_english(truce.first) else None
                if named:
                    yield [owner, *named] if owner else named
                return

    def _is_brokered(self, truce: Cue) -> bool:
        """«التي توسطت في الاتفاق مع الأردن»: those behind «مع» brokered it too."""
        before = range(max(self.sentence.first, truce.first - 2), truce.first)
        return any(self.cues.ending(CueKind.SPONSOR, i) and self.words.joined(i) for i in before)

    def _belongs(self, word: int) -> bool:
        """True for a word that may stand between a truce and «مع»: how it was reached, where, an adjective."""
        if any(self.cues.starting(kind, word) for kind in (*_OTHER_MATTERS, CueKind.OPENER, CueKind.CONFLICT, CueKind.SPEECH)):
            return False
        return "," not in self.words.between(word - 1, word) and not self.names.is_word(word, WordKind.ALONGSIDE)

    # --- the subjects of verbs -------------------------------------------------------------------------------------

    def _around_verb(self, truce: Cue, verb: tuple[Match[ActorWord], WordKind]) -> Iterator[list[Named]]:
        match, kind = verb
        if not -_VERB_REACH <= match.first - truce.first <= _WITH_REACH + truce.last - truce.first:
            return
        arabic = not self.words.is_english(match.first)
        subject: list[Named] = []
        if arabic:
            subject = self._behind(match.last)
        elif self.texts[min(match.last + 1, len(self.words) - 1)] == _BY and 0 < match.first - truce.last <= _WITH_REACH:
            subject = self.names.listed(match.last + 2, self.sentence.last, lead=2)
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

    def _behind(self, verb: int) -> list[Named]:
        """The subject behind an Arabic verb, in which «مع» may stand: «توصل جيش الإسلام مع النظام إلى …»."""
        first = verb + 2 if verb < self.sentence.last and self.words.is_a("at_it", verb + 1) else verb + 1
        return self.names.listed(first, self.sentence.last, lead=2, joint=True)

    def _before(self, verb: int) -> list[Named]:
        """The subject before a verb, the last list of actors that ends near it; none that a preposition governs."""
        first = max(self.sentence.first, verb - _SUBJECT_REACH)
        if not any(i in self.names.named or i in self.names.states for i in range(max(first, verb - _NEAR), verb)):
            return []
        while first < verb:
            named = self.names.listed(first, verb - 1, lead=1)
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
        return self.words.is_a("before_verb", word) or timed or self._is_title(word)

    def _is_title(self, word: int) -> bool:
        """ "Houthi rebels", "SDF forces": what a name is called behind it."""
        return any(row.kind in (WordKind.SIDE, WordKind.FORCES) for row in self.names.words_at(word))

    def _is_governed(self, word: int) -> bool:
        """True behind a preposition ("talks with Hamas agreed …"), articles aside; or where another noun owns it."""
        before = word - 1
        while before >= self.sentence.first and self.texts[before] in ("the", "both"):
            before -= 1
        if before < self.sentence.first:
            return False
        kinds = (CueKind.PARTY, CueKind.LOCATIVE, CueKind.ABOUT, CueKind.SPONSOR)
        joined = self.words.between(before, before + 1).strip(" \"'") == ""
        return joined and (
            any(self.cues.ending(kind, before) for kind in kinds) or self.words.is_a("before_no_subject", before)
        )

    def _agrees_on(self, last: int, truce: Cue, kind: WordKind) -> bool:
        """True if what follows the subject and its verb is the truce: at once where it is only announced."""
        gap = range(last + 1, truce.first)
        if truce.first <= last or len(gap) > _OBJECT_REACH or not self._in_one_breath(last, truce.first):
            return False
        if any(self.cues.starting(CueKind.NEGATION, i) for i in gap):
            return False
        if kind is WordKind.ANNOUNCES:
            if (
                truce.value == AgreementType.EVACUATION_SETTLEMENT
            ):  # «أعلن الجيش خروج المقاتلين»: who tells of it may not have agreed
                return False
            told = self.cues.within(gap.start, gap.stop - 1, CueKind.STATUS, CueKind.OPENER)
            return len(gap) <= _ANNOUNCED_REACH and all(cue.value in ("agreed", "reaching", "in_force") for cue in told)
        others = (CueKind.MEETING, CueKind.OPENER, CueKind.EXCHANGE)
        return not any(
            self.cues.within(gap.start, gap.stop - 1, other) and not self._reaches(gap.start, gap.stop - 1, other)
            for other in others
        )

    def _in_one_breath(self, left: int, right: int) -> bool:
        return not set(self.words.folded.text[self.words.ends[left] : self.words.starts[right]]) & set(",:;")
