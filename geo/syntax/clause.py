"""Clauses: the stretches of a sentence that say one thing. A status belongs to the clause that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from geo.cue import Cue, CueKind, Cues
from geo.text.phrase import Words
from geo.timex import Timex

_PREDICATES = (CueKind.COVERAGE, CueKind.LIGHT_VERB, CueKind.SPEECH, CueKind.STATUS)
_OPENING = (CueKind.OPENER, CueKind.NEGATION, CueKind.MODALITY, *_PREDICATES)
_PLURAL = "ات"  # «جلسات», «مفاوضات»
_TIME_REACH = 3  # words from «بعد» to «ومفاوضات»
_CONJUNCTIONS = ("و", "ف")
_NOUNS = ("negotiating", "proposed")  # statuses that a noun gives: "talks on a truce"
_YET_TO = ("yet", "to")  # "they have yet to agree"
_ALL_BUT = ("all", "but")  # "has all but collapsed"
_THAT = "that"
_AND = "and"
_TO = "to"
_SUBJECTS = (CueKind.TRUCE, CueKind.STATUS, CueKind.CONFLICT, CueKind.OFFICE, CueKind.MEETING)
_AS = "as"
_ONCE = "once"
_PAST_REACH = 6  # words from "once" to "had"
_FRONTED_REACH = 4  # words of "barely a week after"
_THERE_REACH = 5  # words from "as" to "there"
_AS_REACH = 2  # words from "as" to the fighting: "as heavy fighting raged"
_MADE = ("agreed", "announced")
_WHILE = ("while", "whereas")
_SUBJECT_REACH = 5  # words from a comma to the truce of the clause behind it
_SIDES_REACH = 12  # words from a truce to "that", those whom it is between among them
_MADE_REACH = 3  # words from "arranged" to "by": "last month"
_VERB_REACH = 9  # words from a truce to its verb
_OVER = ("ended", "over")
_BY = "ب"
_MEASURED_REACH = 2  # words from «قبل» to the truce: «قبل بدء الهدنة بساعات»
_FROM = "من"
_FROM_REACH = 2  # words from «ساعات» to «من»: «قبل ساعات قليلة من»
_ASIDE_REACH = 7  # words between two commas: "announced late on Friday in Moscow"
_FINITE_REACH = 2  # words from "has" to "postponed"
_AUXILIARIES = 1  # "has held"
_IMPERFECT = ("ي", "ت")
_OFFER_REACH = 4  # words from «يقترح» to the truce: «يدعو إلى»
_OFFERER_REACH = 3  # words of who offers it: «وقائد قسد»
_SHE = "هي"
_THAT_DOES = "ان"  # folded
_SET_REACH = 12  # words from «بعد» to «إلى هدنة»
_SET_AMONG = ("negotiating", "in_force", "begun")  # what may stand between them: «بعد معارك استمرت يومين»
_TO_TRUCE = ("الي", "علي")  # folded
_REACHES = ("agreed", "over", "reaching")  # "over" is «انتهى … إلى»
_HELD = "held"  # behind who holds a place


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The words [first, last], both included, of one sentence. `opener` is the word that subordinates it, if any."""

    first: int
    last: int
    sentence: int
    opener: Cue | None

    @property
    def relation(self) -> str:
        """How it hangs on the clause before it: "" for a main clause, else the opener's value (relative, concession …); an hour
        of the day («بعد الظهر») hangs on nothing."""
        return self.opener.value if self.opener and self.opener.value != "hour" else ""


class Clauses:
    """The clauses of one text, in order: every word in exactly one. A sentence is split when it is asked for."""

    def __init__(self, words: Words, cues: Cues, timexes: Sequence[Timex]) -> None:
        self._words = words
        self._cues = cues
        self._timexes = timexes
        self._split: dict[int, tuple[Clause, ...]] = {}

    def __iter__(self) -> Iterator[Clause]:
        for sentence in range(len(self._words.sentence_starts)):
            yield from self.of(sentence)

    @cached_property
    def _in_timex(self) -> set[int]:
        return _words_of_timexes(self._words, self._timexes)

    @cached_property
    def _may_open(self) -> list[int]:
        """The words that a clause may start with, in order."""
        at_as = (i for i, text in enumerate(self._words.texts) if text == _AS)
        return sorted({*at_as, *(first for kind in _OPENING for first in self._cues.firsts(kind))})

    def of(self, sentence: int) -> tuple[Clause, ...]:
        """The clauses of the sentence of that number."""
        clauses = self._split.get(sentence)
        if clauses is None:
            clauses = self._split[sentence] = tuple(self._clauses_of(sentence))
        return clauses

    def _clauses_of(self, sentence: int) -> Iterator[Clause]:
        first, last = self._words.sentence(sentence)
        may_open = self._may_open[bisect_right(self._may_open, first) : bisect_right(self._may_open, last)]
        resumed = self._resumptions(first, last)
        coordinated = {*self._coordinated(first, last), *self._behind_measure(first, last)}
        for behind in (*sorted({*may_open, *resumed, *coordinated}), last + 1):
            goes_on = behind in resumed and self._is_aside(first)
            stands = self._cues.starting(CueKind.STATUS, behind)
            aside = stands is not None and _is_standing_aside(self._words, self._cues, stands)
            if behind <= last and not goes_on and (aside or self._is_interrupted(first, behind)):
                continue
            opens = goes_on or behind in coordinated or behind > last
            if opens or _opens(self._words, self._cues, behind, self._in_timex):
                opener = self._opener(first) if first not in self._in_timex else None
                yield Clause(first=first, last=behind - 1, sentence=sentence, opener=opener)
                first = behind

    def _opener(self, first: int) -> Cue | None:
        """The word that subordinates a clause; "that" right behind a truce, or those whom it is between, opens a relative one
        ("the truce that Russia brokered"), and "once" before what was done one of time ("once a truce had been reached")."""
        opener = self._cues.starting(CueKind.OPENER, first)
        behind = range(first + 1, min(first + _PAST_REACH, len(self._words)))
        if opener and self._words.texts[first] == _ONCE and any(self._words.is_a("past", i) for i in behind):
            return opener._replace(value="time")
        if opener and self._words.texts[first] == _THAT:
            truce = self._cues.ending(CueKind.TRUCE, first - 1) or truce_between_sides(self._words, self._cues, first)
            return opener._replace(value="relative") if truce else opener
        return opener

    def _resumptions(self, first: int, last: int) -> set[int]:
        """The words behind a comma that an English truce with a verb behind it begins at, or the first comma behind "while":
        where the main clause may go on, "in Idlib, which the army besieges, | a ceasefire will begin"."""
        words, cues, found = self._words, self._cues, set[int]()
        if not words.is_english(first) or len(cues.firsts(CueKind.OPENER)) == 0:
            return found
        for truce in cues.within(first, last, CueKind.TRUCE, CueKind.AGREEMENT):
            start = next(
                (i for i in range(truce.first, max(truce.first - _SUBJECT_REACH, first), -1) if _is_parted(words, i)), 0
            )
            verbs = cues.within(truce.last + 1, min(truce.last + _VERB_REACH, last), CueKind.STATUS, CueKind.LIGHT_VERB)
            if start and words.is_a("determiner", start) and verbs:
                found.add(start)
        if self._is_fronted(first):
            parted = [i for i in range(first + 1, last + 1) if _is_parted(words, i)]
            told = (i for i in parted if self._tells(first, i - 1) and self._tells(i, last))
            found |= {i for i in (next(told, 0),) if i}
            if words.texts[first] in _WHILE:
                found |= {i for i in parted[:1] if words.is_a("determiner", i)}
        return found

    def _coordinated(self, first: int, last: int) -> set[int]:
        """The words that a further truce with a verb of its own begins at, behind one of which the sentence has told already
        how it stands: «هدنة درعا صامدة، | وهدنة حلب انهارت», "the truce in Homs held and | another in Hama collapsed"."""
        words, cues, found = self._words, self._cues, set[int]()
        truces = cues.within(first, last, CueKind.TRUCE, CueKind.AGREEMENT)
        for before, truce in pairwise(truces):
            start = self._joins(before, truce)
            told = start and cues.within(max(first, before.first - _VERB_REACH), start - 1, CueKind.STATUS)
            if told and start and cues.within(start, min(truce.last + _VERB_REACH, last), CueKind.STATUS, CueKind.LIGHT_VERB):
                found.add(start)
            elif words.is_a("and_another", truce.first):
                found.add(truce.first)
        return found

    def _behind_measure(self, first: int, last: int) -> set[int]:
        """The word that the main clause begins at in «قبل الهدنة بساعات | سقط قتلى في دوما»."""
        opener = self._cues.starting(CueKind.OPENER, first)
        before = opener is not None and self._words.is_a("before", opener.first, opener.offset)
        if opener is None or not before or self._words.is_english(first):
            return set()
        reach = range(opener.last + 1, min(opener.last + 1 + _MEASURED_REACH, last + 1))
        truce = next((t for i in reach if (t := self._cues.starting(CueKind.TRUCE, i))), None)
        measure = truce.last + 1 if truce else last
        if measure >= last or not self._words.texts[measure].startswith(_BY):
            return set()
        counted = self._words.is_a("ago_unit", measure, len(_BY)) and self._words.joined(measure)
        return {measure + 1} if counted else set()

    def _joins(self, before: Cue, truce: Cue) -> int | None:
        """The word that joins what is said of a further truce: the truce itself, where it is, or what is done for it."""
        words, between = self._words, range(before.last + 1, truce.first + 1)
        if words.is_english(truce.first):
            if words.texts[truce.first - 1] == _TO:
                return None  # "a plan for civilians and fighters to leave"
            joined = (i + 1 for i in reversed(between) if words.texts[i] == _AND)
            return next((i for i in joined if words.is_a("determiner", i) or self._begins_anew(i)), None)
        heads = (truce, *self._cues.within(between.start, between.stop - 1, CueKind.LOCATIVE))
        return next((cue.first for cue in heads if cue.prefixes[:1] == ("و",)), None) or self._subject_of_offer(between)

    def _subject_of_offer(self, between: range) -> int | None:
        """«تمديد الهدنة في منبج | وقائد قسد يقترح منطقة منزوعة السلاح في كوباني»: the subject, with «و», of the verb that a
        further truce is the object of."""
        words = self._words
        offers = [
            cue for cue in self._cues.within(between.start, between.stop - 1, CueKind.STATUS)
            if cue.value == "proposed" and words.texts[cue.first].startswith(_IMPERFECT)
        ]  # fmt: skip
        if not offers or between.stop - offers[-1].last > _OFFER_REACH:
            return None
        verb = offers[-1].first
        near = range(verb - 1, max(verb - 1 - _OFFERER_REACH, between.start - 1), -1)
        return next((i for i in near if words.texts[i].startswith("و")), None)

    def _begins_anew(self, i: int) -> bool:
        """ "(And) talks are under way", "(and) mediators": no further name in the list before "and"."""
        return self._words.is_a("official", i) or any(self._cues.starting(kind, i) for kind in _SUBJECTS)

    def _is_fronted(self, first: int) -> bool:
        """True for a sentence that "while", "although", "a week after" opens: behind its comma the main clause stands."""
        openers = (self._cues.starting(CueKind.OPENER, i) for i in range(first, min(first + _FRONTED_REACH, len(self._words))))
        opener = next((cue for cue in openers if cue), None)
        return opener is not None and (self._words.texts[first] in _WHILE or self._words.is_a("fronts", opener.last))

    def _tells(self, first: int, last: int) -> bool:
        """True if the words say how a truce stands, or of fighting; who left under a deal says so of that."""
        fights = self._cues.within(first, last, CueKind.CONFLICT)
        left = self._cues.within(first, last, CueKind.EVACUATION) and self._cues.within(first, last, CueKind.IMPLEMENTING)
        return bool(left or self._cues.within(first, last, CueKind.STATUS)) or any(cue.value == "attack" for cue in fights)

    def _is_aside(self, first: int) -> bool:
        """True for a clause that is relative, or that stands before the main one."""
        opener = self._cues.starting(CueKind.OPENER, first)
        aside = opener is not None and (opener.value in ("relative", "where") or self._words.texts[first] in _WHILE)
        return aside or (opener is not None and self._words.is_a("fronts", opener.last))

    def _is_interrupted(self, first: int, verb: int) -> bool:
        """In "the truce in Rastan, a town in the north, collapsed", "the Idlib truce, agreed in Sochi, collapsed" the verb is
        that of the subject before the commas. English only."""
        words, cues = self._words, self._cues
        if not words.is_english(first) or "," not in words.between(verb - 1, verb) or cues.starting(CueKind.OPENER, verb):
            return False
        opener = cues.starting(CueKind.OPENER, first)
        if opener and opener.value != "complement":
            return False
        truces = cues.within(first, verb - 1, CueKind.TRUCE)
        start = truces[-1].last + 1 if truces else first  # "the army said the truce in Rastan, a town, collapsed"
        if not any("," in words.between(i - 1, i) for i in range(start + (not truces), verb)):
            return False
        told = cues.within(start if truces or not opener else first + 1, verb - 1, CueKind.OPENER, *_PREDICATES)
        told = [cue for cue in told if not (is_attribute(words, cues, cue) or _dates_aside(words, cues, cue))]
        return all(cue.kind is CueKind.STATUS and cue.value in _NOUNS for cue in told)


def is_attribute(words: Words, cues: Cues, cue: Cue) -> bool:
    """ "Rebel-held", "Russian-brokered", "fragile truce", "(a truce) brokered by Qatar", "(the truce), in force since May,
    (collapsed)": a word that only says which one is meant. English only."""
    made = is_made_by(words, cues, cue.first) or is_foretold(words, cues, cue) or _is_standing_aside(words, cues, cue)
    return words.between(cue.last - 1, cue.last) == "-" or made or (
        cue.kind is not CueKind.TRUCE and cues.ending(CueKind.TRUCE, cue.last) is not None
    )  # fmt: skip


def is_made_by(words: Words, cues: Cues, i: int) -> bool:
    """ "(The truce, ) brokered by Qatar(, collapsed)", "(the truce) reached last week (collapsed)": a participle, which goes
    with the noun before it."""
    status = cues.starting(CueKind.STATUS, i)
    made = status is not None and status.first == status.last and status.value in _MADE
    if "by" in words.texts[i + 1 : i + 2 + _MADE_REACH] and _goes_with_by(words, i):
        return made or cues.starting(CueKind.SPONSOR, i) is not None
    beside = words.joined(i - 1) and cues.ending(CueKind.TRUCE, i - 1) is not None
    return words.is_a("participle", i) and ((made and beside) or _is_in_commas(words, cues, i))


def is_foretold(words: Words, cues: Cues, cue: Cue) -> bool:
    """ "(A truce) due to start on Friday (was postponed)", "(The truce), set to expire on Sunday, (collapsed)": what was to
    come of the noun before it, whose verb stands behind. English only."""
    to, last = cue.first - 1, words.sentence(words.sentences[cue.first])[1]
    if to < 2 or words.texts[to] != "to" or not words.is_a("foretold", to - 1):
        return False
    if words.is_a("passive", to - 2) or words.is_a("auxiliary", to - 2):
        return False  # "the truce is due to start"
    for i in range(cue.last + 1, min(cue.last + _ASIDE_REACH, last)):
        if any(cues.starting(kind, i) for kind in (CueKind.OPENER, *_SUBJECTS[2:])):
            return False
        if words.is_a("has_come_about", i):
            return cues.starting(CueKind.STATUS, i) is not None
        if words.is_a("passive", i) or words.is_a("auxiliary", i):
            return any(cues.starting(CueKind.STATUS, n) for n in range(i, i + 1 + _FINITE_REACH))
    return False


def truce_between_sides(words: Words, cues: Cues, that: int) -> Cue | None:
    """ "The truce between the army and the rebels | that the elders arranged": the truce whose sides end before a word."""
    floor = max(that - _SIDES_REACH, words.sentence(words.sentences[that])[0])
    truce = next(iter(reversed(cues.within(floor, that - 1, CueKind.TRUCE))), None)
    if truce is None or truce.last + 1 == that or not words.is_a("between", truce.last + 1):
        return None
    parted = cues.any_within(truce.last + 1, that - 1, (CueKind.STATUS, CueKind.LIGHT_VERB, CueKind.SPEECH))
    return truce if all(map(words.joined, range(truce.last, that - 1))) and not parted else None


def _is_standing_aside(words: Words, cues: Cues, cue: Cue) -> bool:
    """ "(The truce in Gaza), in force since January, (collapsed)"."""
    stands = cue.value == "in_force" and words.texts[cue.first] == "in"
    return stands and _is_parted(words, cue.first) and _is_in_commas(words, cues, cue.first)


def _dates_aside(words: Words, cues: Cues, since: Cue) -> bool:
    """The "since" of such an aside."""
    stands = cues.ending(CueKind.STATUS, since.first - 1)
    return stands is not None and _is_standing_aside(words, cues, stands)


def _is_in_commas(words: Words, cues: Cues, i: int) -> bool:
    """ "(The Idlib truce), agreed in Sochi, (collapsed)": behind the comma after it the verb of the truce before it stands."""
    first, last = words.sentence(words.sentences[i])
    truces = cues.within(first, i - 1, CueKind.TRUCE, CueKind.AGREEMENT) if _is_parted(words, i) else []
    if not truces or cues.within(truces[-1].last + 1, i - 1, *_PREDICATES):
        return False
    closed = next((j for j in range(i + 1, min(i + _ASIDE_REACH, last) + 1) if _is_parted(words, j)), None)
    return closed is not None and bool(cues.within(closed, closed + _AUXILIARIES, CueKind.STATUS, CueKind.LIGHT_VERB))


def _goes_with_by(words: Words, i: int) -> bool:
    """ "Arranged by teachers", "arranged last month by teachers": nothing but a time stands between."""
    by = words.texts.index("by", i + 1)
    return all(words.joined(j) for j in range(i, by)) and all(words.is_a("of_a_time", j) for j in range(i + 1, by))


def _is_parted(words: Words, i: int) -> bool:
    """True for a word behind a comma."""
    return "," in words.between(i - 1, i)


def _words_of_timexes(words: Words, timexes: Sequence[Timex]) -> set[int]:
    """The words of all date expressions, and the word before each (since July, بعد يومين)."""
    found: set[int] = set()
    for timex in timexes:
        inside = words.within(timex.span)
        found |= {inside.start - 1, *inside}
    return found


def _opens(words: Words, cues: Cues, i: int, in_timex: set[int]) -> bool:
    opener = cues.starting(CueKind.OPENER, i)
    if opener and (
        words.texts[i : i + 2] == _YET_TO or words.texts[i - 1 : i + 1] == _ALL_BUT or _is_other_side(words, opener)
    ):
        opener = None
    if opener and words.texts[i] == _SHE and words.is_a("does_the_same", opener.last + 1):
        opener = None  # «دخلت الرستن هي الأخرى في الهدنة»
    if opener and opener.value == "time" and _is_set_between(words, cues, opener):
        opener = None
    by = cues.ending(CueKind.PARTY, i) if opener and opener.value == "time" else None
    if by and by.first < i and words.texts[i + 1 : i + 2] != (_THAT_DOES,):
        opener = None  # «خرق الهدنة من قبل الجيش»; «من قبل أن» is "before"
    dated = opener and (i in in_timex or opener.last in in_timex or _is_ago(words, opener))
    if opener and opener.value != "hour" and not (opener.value == "time" and (dated or _is_adverb(words, cues, opener))):
        return True
    ahead = cues.starting(CueKind.STATUS, i + 2)
    if is_made_by(words, cues, i) or (ahead and is_foretold(words, cues, ahead)):
        return False
    parted = "," in words.between(i - 1, i) or words.texts[i - 1] == _AND
    if parted and words.texts[i] == _AS and cues.within(i + 1, i + _AS_REACH, CueKind.CONFLICT):
        start = words.sentence(words.sentences[i])[0]  # "a truce took hold in Taiz, as fighting raged in Marib"
        return (
            bool(cues.within(start, i - 1, CueKind.LOCATIVE, CueKind.EVACUATION))
            and "there" not in words.texts[i : i + _THERE_REACH]
        )
    if not parted and not words.texts[i].startswith(_CONJUNCTIONS):
        return False
    if not parted and _goes_on_with_time(words, cues, i):
        return False
    particle = cues.starting(CueKind.NEGATION, i) or _doubt(cues, i)  # «، ولا تشمل»
    apposed = () if not words.is_a("verbal_noun", i) else (i,)  # «رفض مقترح نظيره، إعلان هدنة»
    for kind in _PREDICATES:
        cue = cues.starting(kind, i) or (cues.starting(kind, particle.last + 1) if particle else None)  # «ولم تصمد» is one
        if (
            cue
            and not says_who_holds(words, cue)
            and not words.texts[cue.first].startswith("ال")
            and cue.value != "including"
            and cue.first not in apposed
            and not (cue.value in _NOUNS and _closes_date(words, i, in_timex))
        ):
            prefixes = (particle or cue).prefixes
            if parted or (prefixes and prefixes[0] in _CONJUNCTIONS):
                return True
    return False


def _is_set_between(words: Words, cues: Cues, opener: Cue) -> bool:
    """«توصل الطرفان، بعد يومين من القصف، إلى هدنة»: a time that parts a verb from the truce that was reached, and no clause of
    its own. Arabic only."""
    first, last = words.sentence(words.sentences[opener.first])
    reach = range(opener.last + 1, min(opener.last + _SET_REACH, last))
    to_it = next((j for j in reach if words.texts[j] in _TO_TRUCE and _names_truce(cues, j + 1)), None)
    verbs = [cue for cue in cues.within(first, opener.first - 1, CueKind.STATUS) if cue.value in _REACHES]
    if not verbs or to_it is None or words.is_english(opener.first):
        return False
    if _is_parted(words, opener.first) is not _is_parted(words, to_it) or any(
        words.texts[j] == words.texts[to_it] or _names_truce(cues, j) for j in range(verbs[-1].last + 1, opener.first)
    ):
        return False
    told = cues.within(opener.last + 1, to_it - 1, CueKind.STATUS, CueKind.TRUCE, CueKind.AGREEMENT)
    return all(cue.value in _SET_AMONG for cue in told)


def _names_truce(cues: Cues, i: int) -> bool:
    return any(cues.starting(kind, i) for kind in (CueKind.TRUCE, CueKind.AGREEMENT))


def _goes_on_with_time(words: Words, cues: Cues, i: int) -> bool:
    """«بعد جلسات ومفاوضات عدة، جرى التوصل»: a second noun behind a preposition of time, and no clause of its own."""
    noun = words.texts[i].startswith(_CONJUNCTIONS) and words.texts[i].endswith(_PLURAL)
    opener = next((c for c in cues.within(i - _TIME_REACH, i - 1, CueKind.OPENER) if c.value == "time"), None)
    return noun and opener is not None and opener.last + 1 < i and words.texts[i - 1].endswith(_PLURAL)


def _is_other_side(words: Words, opener: Cue) -> bool:
    """«من جهة أخرى» behind «من جهة»: the second of two sides («بين النظام من جهة والمعارضة من جهة أخرى»), and no new matter."""
    side = words.texts[opener.first : opener.last]
    start = words.sentence(words.sentences[opener.first])[0]
    behind = (j + len(side) for j in range(start, opener.first - len(side)) if words.texts[j : j + len(side)] == side)
    return side[:1] == (_FROM,) and any(_is_parted(words, j) or words.texts[j].startswith(_CONJUNCTIONS) for j in behind)


def _closes_date(words: Words, i: int, in_timex: set[int]) -> bool:
    """«رفضت الفصائل، اليوم الأحد، مقترحا بهدنة»: a noun behind the date's second comma is the object of the verb before it."""
    before = i - 1
    while before > 0 and before in in_timex and not _is_parted(words, before):
        before -= 1
    return _is_parted(words, i) and before in in_timex and before > 0


def _doubt(cues: Cues, i: int) -> Cue | None:
    """«وقد تنهار», «وكانت هدنة …، قد انهارت»; no clause begins in «وكانت الهدنة، بحسب …، قد بدأت»."""
    doubt = cues.starting(CueKind.MODALITY, i)
    verb = cues.starting(CueKind.STATUS, doubt.last + 1) if doubt else None
    return doubt if doubt and (doubt.prefixes or (verb is not None and verb.value in _OVER)) else None


def _is_ago(words: Words, opener: Cue) -> bool:
    """«قبل أيام», «قبل أسابيع»: a time that is counted from today, and no clause; «قبل ساعات من بدء الهدنة» opens one."""
    unit = opener.last + 1
    if opener.first < opener.last or unit >= len(words) or not words.is_a("before", opener.first):
        return False
    return words.is_a("ago_unit", unit) and _FROM not in words.texts[unit + 1 : unit + 1 + _FROM_REACH]


def says_who_holds(words: Words, status: Cue) -> bool:
    """The status word of "rebel-held Madaya", "towns held by rebels", which tells of no truce."""
    return status.value == "unknown" and _HELD in words.texts[status.first : status.last + 1]


def _is_adverb(words: Words, cues: Cues, opener: Cue) -> bool:
    """«لم تدخل الهدنة حيز التنفيذ بعد في دوما»: "yet", not "after", since a preposition of place follows."""
    behind = cues.starting(CueKind.LOCATIVE, opener.last + 1)
    return behind is not None and not behind.prefixes and words.joined(opener.last) and not words.is_english(opener.first)
