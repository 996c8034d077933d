"""Fighting: which words of a sentence tell of attacks, whether they go on, and where they hit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import NEGATION_REACH, Sentence

_CALM = ("in_force", "calm")  # values of words for calm: of a truce, or of any place
_SPARED_REACH = 5  # words from "spared" to the fighting
_UNSEEN_REACH = 5  # words from a negation to the fighting that nobody saw
_CESSATION_REACH = 2  # words between «توقفت» and the fighting
_CLOSED_REACH = 7  # words from "brought to a close" to the fighting
_CESSATION_FAR_REACH = 6  # the same in English, which says first where they were: "air raids on the town of Binnish stopped"
_GOING_ON_REACH = 3  # words between «لا يزال» and the fighting
_FORBIDDEN_REACH = 8  # words between "not to" and the attack
_ATTACKER_REACH = 4  # words of the subject between «قصف» and the place

_ADJECTIVES_REACH = 4  # words from "with" to the truce
_TRUCES = (CueKind.TRUCE, CueKind.AGREEMENT)
_SUBJECTS = (CueKind.CONFLICT, CueKind.MEETING)  # what may come to an end
_IMPERFECT = ("ي", "ت")  # first letters of an Arabic verb of what is to come


def attacks(sentence: Sentence, truce: Cue | None, *, any_fighting: bool = False) -> list[Cue]:
    """The words of a sentence that tell of an attack, or of `any_fighting`: not denied, not at an end, not the truce's own
    (None for a sentence that names no truce)."""
    return [
        cue for cue in sentence.cues.within(sentence.first, sentence.last, CueKind.CONFLICT)
        if (cue.value == "attack" or any_fighting) and not (truce and truce.first <= cue.first <= truce.last)
        and not _is_denied(sentence, cue) and not _is_forbidden(sentence, cue) and not has_ceased(sentence, cue)
        and not _is_aim(sentence, cue) and not _is_state_of_war(sentence, cue) and not _is_spared(sentence, cue)
        and cue.first not in sentence.read.feared
    ]  # fmt: skip


def _is_denied(sentence: Sentence, fighting: Cue) -> bool:
    """«لم يقصف الجيش درعا», «لم تشهد إدلب قصفا أو غارات», "no sign of shelling or raids"; in «لم يتوقف القصف» it is the end of
    it that is denied."""
    ends = sentence.cues.within(fighting.first - _CESSATION_REACH, fighting.first - 1, CueKind.CESSATION)
    if any(map(sentence.is_negated, ends)):
        return False
    first = _first_of_list(sentence, fighting)
    return sentence.is_negated(fighting) or sentence.is_negated(first) or _is_unseen(sentence, first)


def _is_unseen(sentence: Sentence, fighting: Cue) -> bool:
    """«لم تشهد إدلب قصفا», "no sign of shelling": where nobody saw any."""
    start = max(fighting.first - _UNSEEN_REACH, sentence.first)
    for denial in sentence.cues.within(start, fighting.first - 2, CueKind.NEGATION):
        between = range(denial.last + 1, fighting.first)
        parted = any(sentence.words.is_a("parts_clauses", i) for i in between) or sentence.cues.within(
            between.start, between.stop - 1, CueKind.OPENER
        )  # "no reports of casualties as shelling hit the town"
        if sentence.words.is_a("observed", between.start) and not parted and all(map(sentence.words.joined, between)):
            return True
    return False


def _first_of_list(sentence: Sentence, fighting: Cue) -> Cue:
    """«قصفا» of «قصفا أو غارات أو اشتباكات», "shelling" of "shelling or air strikes": what is denied of it is denied of all."""
    first = fighting
    while first.first - 2 >= sentence.first and sentence.words.is_a("or", first.first - 1):
        before = sentence.cues.ending(CueKind.CONFLICT, first.first - 2)
        if before is None:
            break
        first = before
    return first


def _is_forbidden(sentence: Sentence, fighting: Cue) -> bool:
    """In "urged them not to attack posts or to shell the town", "must refrain from raids" none is told of, nor in "celebratory
    gunfire". English only."""
    texts = sentence.words.texts[max(fighting.first - _FORBIDDEN_REACH, sentence.first) : fighting.first]
    return texts[-1:] == ("celebratory",) or any(
        " ".join(pair) in sentence.words.classes["forbids"] for pair in pairwise(texts)
    )


def _is_spared(sentence: Sentence, fighting: Cue) -> bool:
    """ "The district has been spared shelling since", «لتجنيب المدينة القصف»: none came; "was not spared shelling" says the
    contrary."""
    for i in range(max(fighting.first - _SPARED_REACH, sentence.first), fighting.first):
        if sentence.words.is_a("spares", i):
            parted = sentence.cues.within(i + 1, fighting.first - 1, CueKind.OPENER)
            denied = sentence.cues.within(max(i - NEGATION_REACH, sentence.first), i - 1, CueKind.NEGATION)
            return not parted and not denied and all(map(sentence.words.joined, range(i, fighting.first)))
    return False


def _is_aim(sentence: Sentence, fighting: Cue) -> bool:
    """«حشد قواته لشن هجوم»: what is only an aim has not come; «تعرضت لقصف» has."""
    return "ل" in fighting.prefixes and sentence.words.is_a("aim", fighting.first, fighting.offset)


def _is_state_of_war(sentence: Sentence, war: Cue) -> bool:
    """«ما زال البلدان في حالة حرب», "still formally at war": how two states stand to each other is no shot that is fired."""
    before = sentence.words.texts[max(war.first - 2, 0) : war.first]
    state = bool(before) and sentence.words.is_a("state_of", war.first - 1)
    return not war.value and (state or " ".join(before) in sentence.words.classes["state_of"])


def calm_words(sentence: Sentence, first: int, last: int) -> list[Cue]:
    """«ساد الهدوء», «هدوء حذر», "was quiet": the words [first, last] that tell of calm, each as the status of a truce that
    keeps it."""
    found = sentence.cues.within(first, last, CueKind.STATUS)
    return [
        c._replace(value="in_force") for c in found
        if c.value in _CALM and not sentence.is_negated(c)
        and any(sentence.words.is_a("calm", i, c.offset if i == c.first else 0) for i in range(c.first, c.last + 1))
    ]  # fmt: skip


def stopped_fighting(sentence: Sentence, first: int, last: int) -> list[Cue]:
    """ "Shelling of Hasakah ceased", "Hasakah was spared shelling": the words [first, last] that tell of fighting that came to
    an end, as the status of a truce that keeps it. English only."""
    fights = sentence.cues.within(first, last, CueKind.CONFLICT)
    fights = [c for c in fights if sentence.words.is_english(c.first) and c.value != "fire"]
    found = [c for c in fights if has_ceased(sentence, c) or _is_spared(sentence, c)]
    return [cue._replace(kind=CueKind.STATUS, value="in_force") for cue in found]


def goes_on_fighting(sentence: Sentence, status: Cue) -> bool:
    """«لا يزال العنف مستمرا», "fighting is still under way": what goes on is no truce."""
    near = sentence.cues.within(status.first - _GOING_ON_REACH, status.last + _GOING_ON_REACH, CueKind.CONFLICT)
    return any(sentence.first <= cue.first <= sentence.last and not has_ceased(sentence, cue) for cue in near)


def tells_of_attack(sentence: Sentence, clause: Clause) -> bool:
    """True if attacks or fire are told of beside the truce of a clause; «الجيش» alone tells of none."""
    truces = sentence.cues_in(clause, CueKind.TRUCE)
    return any(cue.value for cue in attacks(sentence, truces[0] if truces else None, any_fighting=True))


def has_ceased(sentence: Sentence, fighting: Cue) -> bool:
    """«توقفت الغارات», «تراجع القصف», "raids on the town stopped", "gunfire and shelling stopped": it is told that the fighting
    came to an end."""
    return any(_ceased(sentence, cue) for cue in (fighting, *_joined_fighting(sentence, fighting)))


def _ceased(sentence: Sentence, fighting: Cue) -> bool:
    last = fighting.last + _CESSATION_REACH
    if sentence.words.is_english(fighting.first):
        behind = range(fighting.last + 1, min(fighting.last + _CESSATION_FAR_REACH, sentence.last) + 1)
        parted = (i for i in behind if sentence.words.is_a("parts_clauses", i) or not sentence.words.joined(i - 1))
        last = next(parted, behind.stop) - 1
        if fighting.last <= sentence.last and _stopped_at_last(sentence, fighting):
            return True
    start = max(fighting.first - _CLOSED_REACH, sentence.first)
    closed = sentence.cues.within(start, fighting.first - 1, CueKind.CESSATION)
    if any(cue.value == "closes" and not sentence.is_negated(cue) for cue in closed):
        return True  # "brought to a close a week of deadly clashes"
    start, end = max(fighting.first - _CESSATION_REACH, sentence.first), min(last, sentence.last)
    near = sentence.cues.within(start, end, CueKind.CESSATION)
    return any(cue.value != "halts" and not sentence.is_negated(cue) for cue in near)  # «القصف لم يتوقف»


def _stopped_at_last(sentence: Sentence, fighting: Cue) -> bool:
    """ "Clashes between armed groups in the Libyan city of Zawiya stopped on Saturday": the fighting that a clause begins with,
    whose verb has no object. English only."""
    words, clause = sentence.words, sentence.clause_at(fighting.first)
    if fighting.first > clause.first + 1 or clause.relation:
        return False
    verb = next(iter(sentence.cues.within(fighting.last + 1, clause.last, CueKind.CESSATION, CueKind.STATUS)), None)
    if verb is None or verb.kind is not CueKind.CESSATION or verb.value == "halts" or sentence.is_negated(verb):
        return False
    if not all(map(words.joined, range(fighting.last, verb.first))):
        return False
    if any(words.is_a("parts_clauses", i) for i in range(fighting.last + 1, verb.first)):
        return False
    behind = verb.last + 1
    dated = any(at in (behind, behind + 1) for at, _ in sentence.dates)
    return behind > clause.last or dated or sentence.preposition(behind) is not None


def ended_in(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """«انتهت المعارك باتفاق», «دارت معارك … قبل أن تنتهي بهدنة», "the war ended with a truce": what fighting came to is
    agreed; in «انتهت الهدنة بمعارك», "ended with the collapse of a truce" it is not."""
    words, before = sentence.words, _closing(sentence, truce)
    verb = next((i for i in range(before, clause.first - 1, -1) if words.is_a("comes_to_an_end", i)), None)
    if verb is None or sentence.cues.within(verb + 1, truce.first - 1, *_TRUCES):
        return None
    told = not words.texts[verb].startswith(_IMPERFECT) or words.is_a("before", max(verb - 2, sentence.first))
    if not told or sentence.cues.ending(CueKind.NEGATION, verb - 1):
        return None
    behind = sentence.cues.within(verb + 1, truce.first - 1, *_SUBJECTS) if not words.is_english(verb) else []
    subject = behind[:1] or sentence.cues.within(sentence.first, verb - 1, *_SUBJECTS, *_TRUCES)[-1:]
    fought = bool(subject) and subject[0].kind is CueKind.CONFLICT
    return truce._replace(kind=CueKind.STATUS, value="agreed") if fought else None


def _closing(sentence: Sentence, truce: Cue) -> int:
    """The word before «بهدنة», "with a truce", "in a shaky truce" and its preposition; -1 for a truce that stands otherwise."""
    words = sentence.words
    if not words.is_english(truce.first):
        return truce.first - 1 if "ب" in truce.prefixes else -1
    near = range(truce.first - 1, max(truce.first - 1 - _ADJECTIVES_REACH, sentence.first), -1)
    article = next((i for i in near if words.is_a("article", i)), None)
    closes = article is not None and words.is_a("closes_with", article - 1)
    return article - 2 if closes and article is not None else -1


def _joined_fighting(sentence: Sentence, fighting: Cue) -> list[Cue]:
    """The fighting before and behind that "and" joins to some fighting. English only."""
    texts, before, behind = sentence.words.texts, fighting.first - 1, fighting.last + 1
    found: list[Cue | None] = []
    if before > sentence.first and texts[before] == "and" and sentence.words.joined(before - 1):
        found.append(sentence.cues.ending(CueKind.CONFLICT, before - 1))
    if behind < sentence.last and texts[behind] == "and" and sentence.words.joined(fighting.last):
        found.append(sentence.cues.starting(CueKind.CONFLICT, behind + 1))
    return [cue for cue in found if cue]


def is_fought_over(sentence: Sentence, word: int, fights: Sequence[Cue]) -> bool:
    """«قصف على دوما», «قصف دوما», «قصف الطيران الروسي دوما», «تعرضت دوما لقصف»: a preposition of place, the fighting itself,
    its subject or a verb that sees it stands before the place."""
    verbs = [cue for cue in fights if cue.value == "attack" and 0 < word - cue.last <= _ATTACKER_REACH]
    if any("," not in sentence.gap(cue.last, word) and not sentence.words.is_english(word) for cue in verbs):
        return True
    if sentence.words.texts[word] == "of" and any(cue.last == word - 1 for cue in fights):  # "the shelling of Douma"
        return True
    seen = sentence.cues.ending(CueKind.LIGHT_VERB, word)
    fought = sentence.preposition(word) is not None or sentence.cues.ending(CueKind.CONFLICT, word) is not None
    return fought or (seen is not None and not seen.value)
