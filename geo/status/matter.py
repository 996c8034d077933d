"""Matter: what a word of status is said of, where that is anything but a truce."""

from __future__ import annotations

from collections.abc import Sequence

from geo.agreement import AgreementType
from geo.cue import Cue, CueKind
from geo.status.anaphora import has_noun_behind
from geo.status.naming import ZONES, is_definite
from geo.syntax.clause import truce_between_sides
from geo.syntax.sentence import Sentence

_OF_REACH = 8  # words from "suspension" to the noun that "of" governs
_TO_REACH = 7  # words from "to" to what somebody refused to do
_MATTERS = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.MEETING, CueKind.STATUS, CueKind.DECISION, CueKind.EVACUATION)
_DEEDS = (*_MATTERS, CueKind.ADHERENCE, CueKind.LIGHT_VERB, CueKind.CESSATION)
_UNDONE = ("ended", "rejected", "suspended", "violated", "extended")
_ACCEPTS = ("accept", "agree")
_ACCEPTED_REACH = 9  # words between an armed group and what it accepts: "Hamas said on Monday that it had accepted"
_LEAVING_REACH = 2  # words from "refused" to "leave"
_OFFERED_REACH = 6  # words from "accepted" to the proposal
_SUBJECT_REACH = 6  # words from an Arabic verb to the end of its subject
_STARTER_REACH = 4  # words from "patrols" to the verb: "patrols are to begin"
_OF_TALKS = ("negotiating", "proposed", "unknown")
_TALKS_REACH = 5  # words from "suspended" to "talks": "its participation in ceasefire talks"
_ENDED_REACH = 5  # words from «أنهى الاتفاق» to the fighting: «ثلاثة أسابيع من المعارك»
_NAMELESS_REACH = 4  # words from «طلب» to «اسمه»: «عدم الكشف عن»
_HELD = "held"  # of a meeting
_HELD_REACH = 3  # words from "the summit" to "held"
_BETWEEN = (CueKind.ABOUT, CueKind.OPENER, CueKind.BACKDROP, CueKind.IMPLEMENTING)  # words that part a verb from a truce
_NOT_YET = (CueKind.MODALITY, CueKind.NEGATION, CueKind.OPENER)


def is_of_other_matter(sentence: Sentence, cue: Cue) -> bool:
    """True in "the suspension of the prime minister", "refused to recognise the new cabinet", "a conference held in Rome",
    «وانهارت المباني»."""
    texts = sentence.words.texts
    if _refuses_undoing(sentence, cue) or _is_refused(sentence, cue):
        return True
    if not sentence.words.is_english(cue.first):
        if cue.value == "proposed" and _asks_not_to_be_named(sentence, cue):
            return True
        if cue.value == "suspended" and _is_of_talks(sentence, cue):  # «جمدوا المحادثات بسبب خروقات الهدنة»
            return any(c.value == "violated" for c in sentence.cues.within(cue.last + 1, sentence.last, CueKind.STATUS))
        if cue.value == "ended" and (_ends_fighting(sentence, cue) or _ends_older_truce(sentence, cue)):
            return True
        return sentence.words.is_a("collapses", cue.first, cue.offset) and _has_other_subject(sentence, cue)
    if cue.value == "in_force" and texts[cue.last] == _HELD:
        return _is_of_meeting(sentence, cue)
    if cue.value not in _UNDONE:
        return False
    if _is_of_war(sentence, cue):
        return True
    if cue.value == "suspended" and (_is_of_talks(sentence, cue) or _stops_other(sentence, cue)):
        return True
    behind = texts[cue.last + 1] if cue.last < sentence.last else ""
    kinds: Sequence[CueKind] = _MATTERS
    if behind == "of" or (
        "of" in texts[max(cue.last - 1, cue.first) : cue.last + 1] and sentence.words.is_a("of_the", cue.last)
    ):
        first, reach = cue.first + 1, _OF_REACH
    elif cue.value == "rejected" and behind == "to":
        first, reach, kinds = cue.last + 2, _TO_REACH, _DEEDS
    else:
        return False
    end = min(first + reach - 1, sentence.last)
    it = any(sentence.words.is_a("pronoun", i) for i in range(first, end + 1))
    return not it and not sentence.cues.within(first, end, *kinds)


def _asks_not_to_be_named(sentence: Sentence, cue: Cue) -> bool:
    """«طلب عدم نشر اسمه», «طلبت إغفال هويتها»: what a source asks for. Arabic only."""
    words, behind = sentence.words, range(cue.last + 1, min(cue.last + _NAMELESS_REACH, sentence.last) + 1)
    name = next((i for i in behind if words.is_a("own_name", i)), cue.last + 1)
    return any(words.is_a("withheld", i) for i in range(cue.last + 1, name))


def _is_of_war(sentence: Sentence, cue: Cue) -> bool:
    """ "A truce to end the war that has shaken the region": what a relative clause without a truce says of the fighting that
    stands right before it. English only."""
    clause = sentence.clause_at(cue.first)
    if clause.opener is None or not sentence.words.is_a("that", clause.opener.first):
        return False
    fought = sentence.cues.ending(CueKind.CONFLICT, clause.opener.first - 1)
    if truce_between_sides(sentence.words, sentence.cues, clause.opener.first):
        return False  # "the truce between the army and the rebels that the elders arranged collapsed"
    return fought is not None and not sentence.cues_in(clause, CueKind.TRUCE, CueKind.AGREEMENT)


def _refuses_undoing(sentence: Sentence, refusal: Cue) -> bool:
    """«لن نقبل تأخير إقامة المنطقة», «رفضوا خرق الاتفاق», "would not accept any breach of the deal": whoever refuses that keeps
    to the truce."""
    behind = refusal.last + 1
    behind += behind < sentence.last and sentence.words.is_a("any", behind)
    if refusal.value != "rejected" or behind > sentence.last:
        return False
    breach = sentence.cues.starting(CueKind.STATUS, behind)
    return sentence.words.is_a("delay", behind) or (breach is not None and breach.value == "violated")


def _is_refused(sentence: Sentence, breach: Cue) -> bool:
    """The breach that is refused in such words, which did not come."""
    before = breach.first - 1
    before -= before > sentence.first and sentence.words.is_a("any", before)
    refusal = sentence.cues.ending(CueKind.STATUS, before) if breach.value == "violated" else None
    return refusal is not None and refusal.value == "rejected"


def _ends_fighting(sentence: Sentence, end: Cue) -> bool:
    """«أنهى الاتفاق أسابيع من المعارك», «أنهى الاتفاق حصارا دام عاما»: the accord is the subject of a verb whose object, the
    fighting, stands behind it; in «أنهى الاتفاق الجيش» it is the object. Arabic only."""
    words, behind = sentence.words, end.last + 1
    if end.first == end.last or behind > sentence.last or not sentence.cues.ending(CueKind.AGREEMENT, end.last):
        return False
    reach = range(behind, min(behind + _ENDED_REACH, sentence.last + 1))
    fought = [i for i in reach if words.is_a("violence", i) or _is_fought(sentence.cues.starting(CueKind.CONFLICT, i))]
    if not fought or not all(map(words.joined, range(end.last, fought[0]))):
        return False
    lasted = any(words.is_a("lasting", i) for i in range(behind, fought[0]))
    accusative = words.texts[behind].endswith("ا") and not words.texts[behind].startswith("ال")
    told = any(words.is_a("lasted", i) for i in range(fought[0] + 1, reach.stop))
    return lasted or (fought[0] == behind and (accusative or told or words.is_a("violence", behind)))


def _ends_older_truce(sentence: Sentence, end: Cue) -> bool:
    """«وينهي الاتفاق هدنة سرت أعواما»: the accord, behind the verb, and the truce of before that it takes the place of."""
    accord = sentence.cues.starting(CueKind.AGREEMENT, end.last + 1) or sentence.cues.ending(CueKind.AGREEMENT, end.last)
    if accord is None or not sentence.words.texts[accord.first].startswith("ال"):
        return False
    truce = sentence.cues.starting(CueKind.TRUCE, accord.last + 1)
    return truce is not None and not is_definite(sentence.words, sentence.cues, truce)


def _is_fought(cue: Cue | None) -> bool:
    return cue is not None and bool(cue.value)


def _has_other_subject(sentence: Sentence, verb: Cue) -> bool:
    """True for an Arabic verb with a subject behind it, no word of which speaks of a truce or of talks."""
    if verb.first < verb.last or not has_noun_behind(sentence, verb.last):
        return False
    end = verb.last + 1
    while end < sentence.last and end < verb.last + _SUBJECT_REACH and not sentence.gap(end, end + 1).strip():
        end += 1
    return not sentence.cues.within(verb.last + 1, end, *_DEEDS)


def goes_on_with_other(sentence: Sentence, status: Cue) -> bool:
    """«لا يزال العمل مستمرا على إقامة منطقة مشابهة»: the noun right behind a verb of going on, which is neither a truce nor
    calm. Arabic only."""
    behind = status.last + 1
    if behind > sentence.last or not sentence.words.texts[behind].startswith("ال"):
        return False
    named = sentence.cues.starting(CueKind.STATUS, behind) or sentence.words.is_a("calm", behind)
    return not named and not any(sentence.cues.starting(kind, behind) for kind in (*_DEEDS, CueKind.ZONES, CueKind.COUNTRY))


def starts_beside(sentence: Sentence, start: int) -> bool:
    """ "Joint patrols are to begin on March 15", «وتبدأ الدوريات المشتركة في 15 آذار»: what starts is something else than a
    truce, by the noun before the English verb or behind the Arabic one."""
    words = sentence.words
    if not words.is_english(start):
        return start < sentence.last and words.is_a("starts_beside", start + 1)
    before = range(max(start - _STARTER_REACH, sentence.first), start)
    nouns = words.of_class("starts_beside", before.start, before.stop - 1)
    if not nouns or sentence.cues.within(nouns[-1] + 1, start - 1, CueKind.TRUCE, CueKind.AGREEMENT):
        return False
    truces = sentence.cues.within(sentence.first, nouns[-1], CueKind.TRUCE, CueKind.AGREEMENT)
    told = sentence.cues.within(truces[-1].last + 1, nouns[-1], CueKind.STATUS, CueKind.MODALITY) if truces else []
    return not truces or bool(told)  # not "a truce and joint patrols will begin"


def _is_of_talks(sentence: Sentence, halt: Cue) -> bool:
    """ "Suspended the talks on a ceasefire", "suspended its participation in ceasefire talks": it is not the truce that was."""
    reach = min(halt.last + _TALKS_REACH, sentence.last)
    talks = [cue for cue in sentence.cues.within(halt.last + 1, reach, CueKind.STATUS) if cue.value in _OF_TALKS]
    passive = sentence.words.is_a("passive", halt.first - 1)
    return bool(talks) and not passive and "," not in sentence.gap(halt.last, talks[0].first)


def _stops_other(sentence: Sentence, halt: Cue) -> bool:
    """ "The distributions ground to a halt", "work came to a halt": what stops stands before the verb. English only."""
    clause = sentence.clause_at(halt.first)
    if not sentence.words.is_a("comes_to_a_halt", halt.first) or sentence.words.texts[halt.last] != "halt":
        return False
    before = range(clause.first, halt.first)
    stopped = sentence.cues.within(clause.first, halt.first - 1, *_MATTERS)
    return not stopped and not any(sentence.words.is_a("stopped_with_truce", i) for i in before)


def _is_of_meeting(sentence: Sentence, cue: Cue) -> bool:
    """ "A summit held in Rome", "held talks"; in "the truce held" it did."""
    before = sentence.cues.within(max(cue.first - _HELD_REACH, sentence.first), cue.first - 1, CueKind.MEETING, CueKind.TRUCE)
    met = bool(before) and before[-1].kind is CueKind.MEETING
    met = met and sentence.cues.ending(CueKind.TRUCE, before[-1].first - 1) is None  # "the truce reached last week has held"
    return met or sentence.cues.starting(CueKind.MEETING, cue.last + 1) is not None


def accepted_alone(sentence: Sentence, cue: Cue) -> bool:
    """ "Hamas said it had accepted a plan": what one armed group accepts; not "Israel and Hamas", "both". English only."""
    texts, before = sentence.words.texts, sentence.cues.within(sentence.first, cue.first - 1, CueKind.GROUP)
    if not before or not texts[cue.first].startswith(_ACCEPTS) or cue.first - before[-1].last > _ACCEPTED_REACH:
        return False
    group = before[-1]
    beside = (*texts[max(group.first - 2, sentence.first) : group.first], texts[group.last + 1])
    return "and" not in beside and "both" not in texts[sentence.first : cue.first]


def still_offered(sentence: Sentence, cue: Cue) -> Cue:
    """What one armed group alone accepts that is called a proposal is still one."""
    if cue.value != "agreed" or not sentence.words.is_english(cue.first):
        return cue
    reach = range(cue.first, min(cue.last + _OFFERED_REACH, sentence.last) + 1)
    named = any(sentence.words.is_a("offer", i) for i in reach)
    return cue._replace(value="proposed") if named and accepted_alone(sentence, cue) else cue


def without_refused(sentence: Sentence, found: Sequence[Cue]) -> list[Cue]:
    """ "The offer of a truce was rejected by the rebels": what is refused, in the passive, is offered no more. English only."""
    refused = [
        cue for cue in found
        if cue.value == "rejected" and sentence.words.is_a("passive", cue.first - 1) and not sentence.is_negated(cue)
    ]  # fmt: skip
    return [cue for cue in found if not refused or cue.value != "proposed" or cue.first > refused[0].first]


def refuses_to_leave(sentence: Sentence, refusal: Cue, truce: Cue) -> bool:
    """ "Rebels refused to leave the demilitarised zone", «رفضوا الانسحاب من المنطقة المنزوعة السلاح»: what is refused is no
    zone but leaving it."""
    leaving = sentence.cues.within(refusal.last + 1, truce.first - 1, CueKind.EVACUATION)
    right_behind = bool(leaving) and leaving[0].first - refusal.last <= _LEAVING_REACH
    return refusal.value == "rejected" and truce.value in ZONES and right_behind


def takes_truce(sentence: Sentence, verb: Cue, truce: Cue) -> bool:
    """True in "shelling shook the truce", "rebels quit truce"; not in "threatened to quit the truce", "broke truce talks", nor
    in "will sign a truce", or where the truce is another word's or a place ("quit the town as a truce began")."""
    cues, texts = sentence.cues, sentence.words.texts
    behind = cues.starting(CueKind.STATUS, truce.last + 1)
    if cues.starting(CueKind.MEETING, truce.last + 1) or (behind and behind.value == "violated"):
        return False
    if truce.value in (*ZONES, AgreementType.SAFE_ZONE) and verb.value != "obtained":
        return False
    if texts[verb.last + 1] == "to" or cues.within(verb.last + 1, truce.first - 1, *_BETWEEN):
        return False
    if verb.value != "obtained" or verb.first == sentence.first:
        return True
    return texts[verb.first - 1] != "to" and not any(cues.ending(kind, verb.first - 1) for kind in _NOT_YET)
