"""Status: the word that says how the truce of a clause stands — reached, kept, broken, ended, only talked about."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from geo.agreement import AgreementType
from geo.clause import Clause
from geo.cue import Cue, CueKind, Cues
from geo.fighting import attacks
from geo.phrase import Words
from geo.sentence import Sentence


class Status(StrEnum):
    """What a text says of a truce. Silence is `unknown`, never peace; `violated` does not end a truce."""

    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    VIOLATED = "violated"
    SUSPENDED = "suspended"
    EXTENDED = "extended"
    ENDED = "ended"
    REJECTED = "rejected"
    UNKNOWN = "unknown"


ZONES = (AgreementType.DE_ESCALATION, AgreementType.DEMILITARISED, AgreementType.DISENGAGEMENT)
_TALK = ("proposed", "negotiating")
_SAID_OF_OTHERS = (*_TALK, "agreed", "announced", "rejected")  # what may be said of something that a zone is the place of
_MAKING = ("creating", "reaching")
SOFT = ("begun", "announced", "agreed", "in_force", "extended")  # statuses that a word before the truce does not rule out
_NOT_REACHED = ("proposed", "negotiating", "rejected", "reaching")
_BEGINNING_REACH = 2  # words between «بدأت» and the truce that began
_LEAVING_REACH = 4  # words between «بدأ» and «الانسحاب»
_SUCCESS_REACH = 6  # words between «نجحت» and «التوصل»
_CREATION_REACH = 3  # words between «اتفاق» and «إنشاء»
_RUN_OUT_REACH = 3  # words between «انتهت» and the truce
_THAT = "ان"  # «أن», folded
BEFORE = ("قبل", "قبيل", "before")
_FARES = ("in_force", "violated", "ended", "extended", "suspended")
_ENDS = ("ended", "ends")  # the English verb of an end that takes an object, too
_OBJECT_REACH = 5  # words between "ended" and the fighting that ended
_BEFORE_ADVERBS = (CueKind.ABOUT, CueKind.LOCATIVE, CueKind.BACKDROP, CueKind.PARTY, CueKind.DATE_RELATION)
_BACKDROP_REACH = 4  # words between «خلال» and the truce
_FEARED_REACH = 3  # words between a warning and the end that it warns of
_ACCEPTED_REACH = 6  # words between «وافقت» and the proposal
_RESUMED_REACH = 5  # words between «استؤنف» and the fighting
_DECISION_REACH = 10  # words between «قرار» and what it demands
_TALKS_REACH = 6  # words between "talks" and what they led to
_TRUCES_IN_GENERAL = ("truces", "ceasefires", "fires", "agreements", "deals", "هدن", "الهدن", "هدنات", "اتفاقات", "اتفاقيات")
_LASTS = ("تستمر", "يستمر")
_LASTING_REACH = 2  # words between «تستمر» and how long
_PROVIDES = ("ينص", "تنص", "نص", "نصت", "يقضي", "تقضي", "قضى")
_PROVIDER_REACH = 8  # words between «مقترح» and «ينص»
_OBSERVED_REACH = 5  # words between "observe" and the truce
_BROKEN_REACH = 6  # words between "violations" and the truce
_ANTECEDENT_REACH = 2  # words between a noun and its relative clause
_VOTE_REACH = 3  # words between «التصويت» and «قرار»
_TALKED_ASIDE = 6  # words between talks and a decision that they do not make
_EARLIER_THAN_TRUCE = ("اثر", "بعد", "عقب", "بعيد", "after", "following")  # openers of what came before, folded


def status_in_spite(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«رغم الهدنة، شنّ …», «خلال الهدنة قصفت …», «غارات … بعد تبني قرار الهدنة»: what happened in spite of a truce was
    fighting, so the truce was broken.

    Fighting in spite of calls for a truce («رغم مناشدات») broke none, nor did fighting that stopped.
    """
    if not sentence.cues.any_within(sentence.first, sentence.last, (CueKind.CONFLICT,)):
        return None
    backdrop = _backdrop(sentence, clause, truce) if truce else None
    if not truce or not backdrop:
        return None
    before = sentence.cues.within(clause.first, truce.first - 1, CueKind.STATUS)
    if any(cue.value in _NOT_REACHED or cue.value == "ended" for cue in before):
        return None
    conceded = clause.relation == "concession"
    fighting = [
        cue for cue in attacks(sentence, truce, any_fighting=conceded)
        if not (conceded and clause.first <= cue.first < truce.first) and not _led_to(sentence, cue, truce)
    ]  # fmt: skip
    return backdrop._replace(kind=CueKind.STATUS, value="violated") if fighting else None


def resumed_after(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«استؤنف القتال بعد هدنة قصيرة», "fighting resumed after a truce": what is taken up again ends the truce before it."""
    earlier = clause.relation == "time" and sentence.words.texts[clause.first] in _EARLIER_THAN_TRUCE
    if not truce or not earlier or sentence.cues.within(clause.first, truce.first - 1, CueKind.STATUS):
        return None
    before = sentence.cues.within(sentence.first, clause.first - 1, CueKind.RESUMPTION)
    taken_up = [cue for cue in before if not sentence.is_negated(cue) and _is_of_fighting(sentence, cue)]
    return taken_up[-1]._replace(kind=CueKind.STATUS, value="ended") if taken_up else None


def _is_of_fighting(sentence: Sentence, resumption: Cue) -> bool:
    if resumption.value:  # «جرى استئنافها»
        return True
    first, last = resumption.first - _RESUMED_REACH, resumption.last + _RESUMED_REACH
    return bool(sentence.cues.within(max(first, sentence.first), min(last, sentence.last), CueKind.CONFLICT))


def _backdrop(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """The word that makes a truce the backdrop of what the sentence tells."""
    if clause.relation == "concession":
        return clause.opener
    if _is_where(sentence, truce) and any(clause.first <= cue.first < truce.first for cue in attacks(sentence, truce)):
        return truce  # «غارات على بلدة في منطقة خفض التصعيد»
    seen = [
        cue
        for cue in sentence.cues.within(max(truce.first - 2, clause.first), truce.first - 1, CueKind.LIGHT_VERB)
        if not cue.value
    ]
    if seen and truce.value in ZONES and any(truce.last < cue.first <= clause.last for cue in attacks(sentence, truce)):
        return seen[-1]  # «سجلت منطقة خفض التصعيد 30 غارة»
    words = sentence.cues.within(sentence.first, truce.first - 1, CueKind.BACKDROP)
    words = [cue for cue in words if truce.first - cue.last <= _BACKDROP_REACH]
    if words:
        return words[-1]
    reached = [c for c in sentence.cues.within(clause.first, truce.first, CueKind.STATUS) if c.value in ("agreed", "announced")]
    before = clause.opener is not None and sentence.words.texts[clause.opener.first] in BEFORE
    fronted = "," in sentence.gap(clause.first, truce.first)  # "After weeks of clashes, they agreed on a truce"
    return clause.opener if clause.relation == "time" and reached and not before and not fronted else None


def _led_to(sentence: Sentence, fighting: Cue, truce: Cue) -> bool:
    """«غداة سريان الهدنة إثر حملة قصف»: what a clause of time behind the truce tells came before it."""
    openers = sentence.cues.within(truce.last + 1, fighting.first, CueKind.OPENER)
    return any(sentence.words.texts[cue.first] in _EARLIER_THAN_TRUCE for cue in openers)


def find_status(sentence: Sentence, clause: Clause, truce: Cue | None = None) -> Cue | None:
    """What `_find_status` says of a clause and its truce, looked up once: several claims of a sentence ask for the same."""
    asked = (clause.first, truce)
    if asked not in sentence.statuses:
        sentence.statuses[asked] = _find_status(sentence, clause, truce)
    return sentence.statuses[asked]


def _find_status(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """The status word that governs a truce: one before it that rules the rest out («رفضت», «محادثات»), else one in its own
    stretch between commas, else any of the clause. What a clause of time says before a comma («بعد محادثات …،») is over."""
    named = [cue for cue in sentence.cues_in(clause, CueKind.STATUS) if not _heads_event_name(sentence, cue)]
    found = [
        _brought_to_end(sentence, clause, _created(sentence, clause, _reached(sentence, clause, cue)))
        for cue in named if _is_of_truce(sentence, cue)
    ]  # fmt: skip
    beside = (_is_wished_for, _is_feared, _says_how_long)  # what such a word says is nothing that a truce does
    found = [_decided(sentence, _provided(sentence, c)) for c in found if not any(says(sentence, c) for says in beside)]
    found = _concluded(sentence, clause, found)
    if not found:
        return _decreed(sentence, truce)
    failed = [cue for cue in found if cue.value in ("ended", "rejected")]
    found = [cue for cue in found if cue.value != "begun" or _begins(sentence, clause, cue)]
    if failed and any(cue.value == "negotiating" for cue in found):  # «انهارت المفاوضات»
        lapsed = any(cue.value == "extended" for cue in found)  # "talks to extend the truce collapsed": it is over
        return failed[0]._replace(value="ended" if lapsed else "rejected")
    if truce and truce.kind is CueKind.AGREEMENT and truce.prefixes[-1:] == ("ب",):  # «اختتمت المحادثات باتفاق»
        found = [cue._replace(value="agreed") if cue.value == "negotiating" else cue for cue in found]
    found = [cue for cue in found if cue.value != "unknown"] or found
    if truce:
        found = [cue for cue in found if not (cue.value in _TALK and _asks_to_adhere(sentence, cue, truce))]
        if any(cue.value == "negotiating" for cue in found) and _is_known(sentence, truce):
            found = [cue for cue in found if cue.value != "negotiating"]
        found = [cue for cue in found if not _modifies(sentence, cue, truce)] or found
        found = [cue for cue in found if not _failed_of_old(sentence, cue, truce)] or found
        found = _accepted(sentence, found)
        found = _not_talked_about(sentence, _of_breach(found, truce), truce)
        if _is_where(sentence, truce):
            found = [cue for cue in found if cue.last > truce.first or cue.value not in _SAID_OF_OTHERS]
        past = clause.relation == "time"
        ruling = [c for c in found if c.last < truce.first and c.value not in SOFT and (not past or c.value == "ended")]
        near = [cue for cue in found if not sentence.comma_between(cue, truce)]
        found = ruling[:1] or near or [cue for cue in found if cue.first > truce.last or not past]
    told = [cue for cue in found if cue.value != "announced"]
    if truce and told and told[0].value in _TALK and (longer := _asked_to_last(sentence, told[0], truce)):
        return longer
    if told and told[0].value == "rejected" and truce and _would_extend(sentence, told[0], truce):
        return told[0]._replace(value="ended")
    extended = [cue for cue in told if cue.value == "extended"]
    over = [cue for cue in told if truce and cue.value == "ended" and cue.first > truce.last]
    if truce and extended and over and extended[0].first < truce.first:  # "an extension of the truce expired"
        return over[0]
    if extended and told[0].value == "agreed":  # «اتفقوا على تمديد»
        return extended[0]
    if told and _is_participle(sentence, told[0]):
        fares = [c for c in told[1:] if c.value in _FARES and sentence.words.texts[c.first - 1] != "to"]
        told = fares or told
    return told[0] if told else found[0] if found else _decreed(sentence, truce)


def _says_how_long(sentence: Sentence, cue: Cue) -> bool:
    """«هدنة تستمر ثلاثة أيام»: how long a truce shall last, and not that it does."""
    if cue.value != "in_force" or cue.first != cue.last or sentence.words.texts[cue.first] not in _LASTS:
        return False
    behind = range(cue.last + 1, min(cue.last + _LASTING_REACH, sentence.last) + 1)
    counted = any(sentence.words.texts[i].isdigit() for i in behind)
    return counted or bool(sentence.cues.within(behind.start, behind.stop, CueKind.DURATION))


def _concluded(sentence: Sentence, clause: Clause, found: Sequence[Cue]) -> list[Cue]:
    """«توصلت المفاوضات إلى هدنة», «أسفرت الوساطة عن اتفاق», "talks led to a truce": what talks bring about is agreed, and the
    talks are over. Of anything else («أسفر القصف عن …») such a verb says nothing."""
    led = [cue for cue in sentence.cues_in(clause, CueKind.OUTCOME) if not cue.value]
    subjects: dict[int, Cue] = {}  # the verb by the first word of its subject
    for verb in (*led, *(cue for cue in found if cue.value == "agreed")):
        talks = None if sentence.is_negated(verb) else _talks_of(sentence, clause, verb)
        if talks:
            subjects[talks.first] = verb if verb.kind is CueKind.STATUS else verb._replace(kind=CueKind.STATUS, value="agreed")
    kept = [cue for cue in found if cue.first not in subjects]
    return sorted({*kept, *subjects.values()}, key=lambda cue: cue.first) if subjects else kept


def _talks_of(sentence: Sentence, clause: Clause, verb: Cue) -> Cue | None:
    """The talks that are the subject of a verb: behind it in Arabic; before it in English, where a participle or an infinitive
    («talks brokered by …», "talks to sign …") has none."""
    texts = sentence.words.texts
    if not texts[verb.first].isascii():
        first, last = verb.last + 1, min(verb.last + 1, clause.last)
    elif texts[verb.first - 1] == "to" or texts[min(verb.last + 1, sentence.last)] in ("by", "in", "at"):
        return None
    else:
        first, last = max(clause.first, verb.first - _TALKS_REACH), verb.first - 1
    near = sentence.cues.within(first, last, CueKind.STATUS, CueKind.MEETING)
    said = {cue.first for cue in near if cue.kind is CueKind.STATUS and cue.value not in _TALK}
    return next((cue for cue in reversed(near) if cue.first not in said), None)


def _decreed(sentence: Sentence, truce: Cue | None) -> Cue | None:
    """«التصويت على قرار هدنة», «قرار المجلس الذي يدعم وقف القتال»: of the truce nothing else is said than who decides it."""
    reach = max(sentence.first, truce.first - _DECISION_REACH) if truce and truce.kind is CueKind.TRUCE else sentence.last
    made = [
        cue
        for cue in sentence.cues.within(reach, truce.first - 1 if truce else reach, CueKind.DECISION)
        if cue.value != "council"
    ]
    if not made or (sentence.words.texts[made[-1].first].isascii() and not made[-1].value):
        return None
    if any(cue.value in _NOT_REACHED for cue in sentence.cues.within(sentence.first, sentence.last, CueKind.STATUS)):
        return None  # «تجري محادثات على قرار …»
    draft = any(cue.value == "draft" for cue in made)
    return made[-1]._replace(kind=CueKind.STATUS, value="proposed" if draft else "agreed")


def _would_extend(sentence: Sentence, refusal: Cue, truce: Cue) -> bool:
    """«رفضت الحركة تمديد الهدنة»: what is refused is to go on with a truce that has run out."""
    return any(cue.value == "extended" for cue in sentence.cues.within(refusal.last + 1, truce.first - 1, CueKind.STATUS))


def _asked_to_last(sentence: Sentence, talk: Cue, truce: Cue) -> Cue | None:
    """«جهود لتمديد الهدنة», "talks to extend the truce": what is to last longer is there. None where a new one is sought."""
    longer = [cue for cue in sentence.cues.within(talk.last + 1, truce.first - 1, CueKind.STATUS) if cue.value == "extended"]
    known = is_definite(sentence.words, sentence.cues, truce)
    return longer[-1] if longer and known and truce.first - longer[-1].last <= _RUN_OUT_REACH else None


def _is_of_truce(sentence: Sentence, cue: Cue) -> bool:
    """«انتهت الهدنة», «إقامة منطقة آمنة»: what is over is the truce, no deadline; what is set up a zone, no post;
    in «أنهى الجيش الهدنة» the truce stands behind, in «الهدنة أنهت الحرب» it is the war that is over."""
    if cue.value == "in_force" and cue.first == cue.last and sentence.words.texts[cue.first].isascii():
        return _is_of_english_truce(sentence, cue)
    if cue.value == "extended" and sentence.cues.within(cue.last + 1, cue.last + 2, CueKind.CONFLICT):
        return False  # "renewed fighting"
    if cue.value not in ("over", "undone", "creating", "completed"):
        return True
    first = cue.first if cue.value in ("undone", "creating") else cue.first - _RUN_OUT_REACH
    named = sentence.cues.within(first, sentence.last, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.ZONES)
    near = [c for c in named if c.first <= cue.last + _RUN_OUT_REACH]
    if cue.value == "undone":
        return _undoes_truce(sentence, cue)
    if cue.value == "completed":  # «اكتمل خروج المقاتلين»; a truce is not over where its application is complete
        return any(c.value == AgreementType.EVACUATION_SETTLEMENT for c in near)
    return any(c.kind is not CueKind.ZONES or cue.value == "creating" for c in near)


def _is_of_english_truce(sentence: Sentence, cue: Cue) -> bool:
    """In "the truce is holding", "to observe a truce" the verb is said of a truce; in "rebels holding out in Douma have agreed
    to one" it is not: a truce is named before it, or right behind."""
    kinds = (CueKind.TRUCE, CueKind.AGREEMENT)
    behind = sentence.cues.within(cue.last + 1, cue.last + _OBSERVED_REACH, *kinds)
    return bool(behind) or sentence.continues or bool(sentence.cues.within(sentence.first, cue.first - 1, *kinds))


def _undoes_truce(sentence: Sentence, cue: Cue) -> bool:
    """«أنهى الجيش الهدنة»; «أنهت الهدنة معارك عنيفة» is what a truce does, and «أنهى القصف …» an end of something else."""
    objects = sentence.cues.within(cue.last + 1, cue.last + 1 + _RUN_OUT_REACH, CueKind.TRUCE)
    if not objects:
        return False
    truce = objects[0]
    fighting = sentence.cues.within(cue.last + 1, min(truce.last + _OBJECT_REACH, sentence.last), CueKind.CONFLICT)
    other = [c for c in fighting if c.value in ("attack", "fire") and not truce.first <= c.first <= truce.last]
    return all("," in sentence.gap(truce.last, c.first) for c in other if c.first > truce.last) and not any(
        c.first < truce.first for c in other
    )


def _is_wished_for(sentence: Sentence, cue: Cue) -> bool:
    """«أن تلتزم الحركة بالهدنة»: a verb behind «أن» tells what shall be."""
    verb = sentence.words.texts[cue.first]
    behind_that = cue.first > 0 and sentence.words.texts[cue.first - 1] == _THAT and sentence.words.joined(cue.first - 1)
    return behind_that and verb.startswith(("ي", "ت")) and cue.value in ("in_force", "ended", "violated")


def _is_feared(sentence: Sentence, cue: Cue) -> bool:
    """«حذر من انهيار الهدنة», «لوح بإنهاء الهدنة»: an end that may come; the truce is there."""
    return cue.value in ("ended", "rejected") and bool(
        sentence.cues.within(max(cue.first - _FEARED_REACH, sentence.first), cue.first - 1, CueKind.PROSPECT)
    )


def _is_participle(sentence: Sentence, cue: Cue) -> bool:
    """In "a pause brokered by Moscow broke down", "the deal to establish four zones came into force" the first word only says
    how it came about, or what for. English only."""
    texts = sentence.words.texts
    behind = texts[cue.last + 1] if cue.last < sentence.last else ""
    aim = cue.first > sentence.first and texts[cue.first - 1] == "to"
    return cue.value in ("agreed", "announced") and (behind == "by" or aim) and texts[cue.first].isascii()


def _asks_to_adhere(sentence: Sentence, cue: Cue, truce: Cue) -> bool:
    """«دعت إلى تطبيق وقف إطلاق النار», «جهود لتثبيت الهدنة», "urged both sides to respect the truce": there is one already."""
    return is_presupposed(sentence, truce) and bool(sentence.cues.within(cue.last + 1, truce.first - 1, CueKind.ADHERENCE))


def _is_known(sentence: Sentence, truce: Cue) -> bool:
    """«بحثا سبل دعم منطقة خفض التصعيد», «اتصالات بشأن الهدنة»: talks about a zone or a truce that is there; those «من أجل
    التوصل إلى» or «إقامة» one are about one that is not."""
    zone = sentence.cues.ending(CueKind.ZONES, truce.first - 1) or sentence.cues.starting(CueKind.ZONES, truce.first)
    named = zone is not None and truce.value in ZONES and is_definite(sentence.words, sentence.cues, truce)
    if truce.kind is not CueKind.TRUCE or not (named or sentence.words.texts[truce.first].startswith("ال")):
        return False
    return not any(cue.value in _MAKING for cue in sentence.cues.within(sentence.first, truce.first - 1, CueKind.STATUS))


def _begins(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """«الهدنة … بدأت», «بدأت الهدنة»: what began is the truce, not talks about it or an attack."""
    behind = sentence.cues.within(cue.last + 1, cue.last + _BEGINNING_REACH, CueKind.TRUCE)
    leaving = sentence.cues.within(cue.last + 1, cue.last + 1 + _LEAVING_REACH, CueKind.EVACUATION)
    truces = sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE) if leaving else []
    if any(truce.value == AgreementType.EVACUATION_SETTLEMENT for truce in truces):
        return True  # «بدأ المقاتلون الانسحاب من الضمير في اتفاق استسلام»
    return bool(behind or sentence.cues.within(clause.first, cue.first - 1, CueKind.TRUCE))


def _modifies(sentence: Sentence, cue: Cue, truce: Cue) -> bool:
    """«a Russian-brokered truce», "the truce agreed in Moscow", «الاتفاق الموقع»: a participle beside the noun says how it
    came about, not how it stands."""
    beside = cue.last + 1 == truce.first or cue.first == truce.last + 1
    word = sentence.words.texts[cue.first]
    return beside and (word.isascii() or word.startswith("الم")) and cue.value in ("agreed", "announced")


def _failed_of_old(sentence: Sentence, cue: Cue, truce: Cue | None) -> bool:
    """In "the latest of several failed truces ended" the adjective tells of earlier ones. English only."""
    beside = truce is not None and cue.last + 1 == truce.first
    return beside and cue.value == "rejected" and sentence.words.texts[cue.last] == "failed"


def _reached(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
    """«التوصل إلى اتفاق» was reached where it opens a headline or a quote, or is announced; elsewhere talks are about it."""
    if cue.value != "reaching":
        return cue
    before = sentence.cues.within(sentence.first, cue.first - 1, CueKind.STATUS)
    if any(earlier.value == "rejected" for earlier in before):  # «فشل … في التوصل»
        return cue._replace(value="rejected")
    opens = cue.first == sentence.first or any(mark in sentence.gap(cue.first - 1, cue.first) for mark in '":')
    told = any(earlier.value == "announced" for earlier in before) or _is_told(sentence, clause, cue)
    done = sentence.cues.within(max(clause.first, cue.first - _SUCCESS_REACH), cue.first - 1, CueKind.OUTCOME)
    if any(earlier.value == "achieved" and not sentence.is_negated(earlier) for earlier in done):
        return cue._replace(value="agreed")  # «نجحت الوساطة في التوصل إلى هدنة»
    past = clause.relation == "time"  # «إثر محادثات في أنقرة، التوصل …»: the talks are over
    talked = [
        earlier for earlier in sentence.cues.within(clause.first, cue.first - 1, CueKind.STATUS)
        if earlier.value in ("negotiating", "proposed") and not (past and sentence.comma_between(earlier, cue))
    ]  # fmt: skip
    if (opens or told) and not talked:
        return cue._replace(value="agreed")
    pledged = sentence.cues.within(sentence.first, cue.first - 1, CueKind.PLEDGE)  # «تعهدا بالتوصل إلى هدنة»
    talks = any(earlier.value == "negotiating" for earlier in before)
    return cue._replace(value="proposed" if pledged and not talks else "negotiating")


def _is_told(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """«أكد … التوصل إلى اتفاق»; what is pledged or denied is not told."""
    other = sentence.cues.within(clause.first, cue.first - 1, CueKind.PLEDGE, CueKind.DENIAL)
    return not other and bool(sentence.cues.within(clause.first, cue.first - 1, CueKind.SPEECH))


def _provided(sentence: Sentence, cue: Cue) -> Cue:
    """«مقترح ينص على هدنة»: what a proposal provides for is proposed; what an agreement does is agreed."""
    if sentence.words.texts[cue.first] not in _PROVIDES:
        return cue
    kinds = (CueKind.STATUS, CueKind.AGREEMENT, CueKind.TRUCE, CueKind.DECISION)
    before = sentence.cues.within(max(sentence.first, cue.first - _PROVIDER_REACH), cue.first - 1, *kinds)
    proposals = [c for c in before if c.kind is not CueKind.STATUS or c.value == "proposed"]
    return cue._replace(value="proposed") if proposals and proposals[-1].value in ("proposed", "draft") else cue


def _decided(sentence: Sentence, cue: Cue) -> Cue:
    """«قرار مجلس الأمن الذي يطالب بهدنة», "adopted a resolution demanding a truce": what a decision demands, a draft or one
    still to be voted on aside, is more than proposed."""
    if cue.value != "proposed":
        return cue
    reach = sentence.cues.within(max(sentence.first, cue.first - _DECISION_REACH), cue.last + 1, CueKind.DECISION)
    made = [decision for decision in reach if decision.value != "council"]
    if not made or any(decision.value for decision in made):
        return cue
    decision = made[-1]
    voted = sentence.cues.within(max(sentence.first, decision.first - _VOTE_REACH), decision.first - 1, CueKind.DECISION)
    if any(earlier.value == "draft" for earlier in voted) or not _is_adopted(sentence, decision):
        return cue
    return cue._replace(value="agreed")


def _is_adopted(sentence: Sentence, decision: Cue) -> bool:
    """In English only "the resolution", one that has a number, or one that was adopted: "a resolution" may be a draft."""
    texts = sentence.words.texts
    if not texts[decision.first].isascii():
        return True
    before = sentence.cues.within(sentence.first, decision.first - 1, CueKind.STATUS)
    numbered = decision.last < sentence.last and texts[decision.last + 1].isdigit()
    return numbered or texts[decision.first - 1] == "the" or any(cue.value == "agreed" for cue in before)


def _accepted(sentence: Sentence, found: Sequence[Cue]) -> list[Cue]:
    """«وافقت الفصائل على المقترح الروسي للهدنة»: a proposal that is accepted is one no more; what is pledged still is."""
    if len(found) < 2 or all(cue.value != "proposed" for cue in found):
        return list(found)
    pledged = {cue.last for cue in sentence.cues.within(sentence.first, sentence.last, CueKind.PLEDGE)}
    accepted = {cue.last for cue in found if cue.value == "agreed" and not _is_one_sided(sentence, cue)} - pledged
    found = [cue for cue in found if cue.value != "agreed" or not _is_one_sided(sentence, cue)]
    return [
        cue for cue in found
        if cue.value != "proposed" or not any(last < cue.first <= last + _ACCEPTED_REACH for last in accepted)
    ]  # fmt: skip


def _is_one_sided(sentence: Sentence, cue: Cue) -> bool:
    """«موافقة حماس على مقترح …»: what one of those who fight accepts is still proposed to the other."""
    english = sentence.words.texts[cue.first].isascii()
    first, last = (cue.first - 2, cue.first - 1) if english else (cue.last + 1, cue.last + 2)
    accepts = not english or sentence.words.texts[cue.first].startswith("accept")
    return accepts and bool(sentence.cues.within(first, last, CueKind.GROUP))


def _of_breach(found: Sequence[Cue], truce: Cue) -> list[Cue]:
    """«مساعٍ أفسدها خرق الهدنة», "talks were suspended over violations by the army of a truce": a breach of the very truce says
    more than talks named before it."""
    before = [cue for cue in found if cue.last < truce.first]
    broken = bool(before) and before[-1].value == "violated" and truce.first - before[-1].last <= _BROKEN_REACH
    return [cue for cue in found if not (broken and cue.value in _TALK and cue.last < truce.first)]


def _not_talked_about(sentence: Sentence, found: Sequence[Cue], truce: Cue) -> list[Cue]:
    """«بحثا العلاقات بين البلدين ورحبا بقرار المجلس الداعي لهدنة»: talks named far before a decision are none about it."""
    if all(cue.value not in _TALK for cue in found):
        return list(found)
    made = [cue for cue in sentence.cues.within(sentence.first, truce.first, CueKind.DECISION) if not cue.value]
    return [
        cue for cue in found
        if not (made and cue.value in _TALK and cue.last < made[-1].first - _TALKED_ASIDE)
    ]  # fmt: skip


def _is_where(sentence: Sentence, truce: Cue) -> bool:
    """«اتفق الضباط على لقاء داخل منطقة خفض التصعيد»: a zone behind a preposition of place is where something else is
    agreed."""
    zone = sentence.cues.ending(CueKind.ZONES, truce.first - 1) or sentence.cues.starting(CueKind.ZONES, truce.first)
    first = min(zone.first, truce.first) if zone else truce.first
    before = sentence.preposition(first - 1)
    inside = "ب" in (zone or truce).prefixes or (before is not None and before.value == "in")
    return inside and truce.kind is CueKind.TRUCE and truce.value in ZONES and is_definite(sentence.words, sentence.cues, truce)


def _created(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
    """«إقامة منطقة» is proposed, but agreed where an agreement, or the word of those who agreed, governs it."""
    if cue.value != "creating":
        return cue
    before = [c for c in sentence.cues.within(sentence.first, cue.first - 1, CueKind.STATUS) if c.value != "creating"]
    noun = sentence.cues.within(max(clause.first, cue.first - _CREATION_REACH), cue.first - 1, CueKind.AGREEMENT)
    agreed = bool(noun) or (bool(before) and before[-1].value in ("agreed", "announced", "in_force"))
    return cue._replace(value="agreed" if agreed else "proposed")


def _brought_to_end(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
    """«انتهت» is an end; in "the truce ended two weeks of fighting" it is that of the fighting, in English, where the object
    follows."""
    if "ل" in cue.prefixes and cue.value in ("completed", "ended") and sentence.words.texts[cue.first].startswith("لا"):
        return cue._replace(value="in_force")  # «تمهيدا لاستكمال عملية الإجلاء»
    if cue.value in ("over", "undone", "completed"):
        return cue._replace(value="ended")
    behind = cue.last + 1
    if cue.value != "ended" or cue.first != cue.last or behind > clause.last or not sentence.words.texts[cue.first].isascii():
        return cue
    subject = sentence.cues.within(clause.first, cue.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    adverb = any(sentence.cues.starting(kind, behind) for kind in _BEFORE_ADVERBS)
    fighting = sentence.cues.within(behind, min(behind + _OBJECT_REACH, clause.last), CueKind.CONFLICT)
    takes_object = (
        sentence.words.texts[cue.first] in _ENDS and fighting and "," not in sentence.gap(cue.last, fighting[0].first)
    )
    return cue._replace(value="in_force") if subject and takes_object and not adverb else cue


def _heads_event_name(sentence: Sentence, cue: Cue) -> bool:
    """«محادثات أستانة» names a process; it does not say that talks go on."""
    return cue.last + 1 in sentence.read.event_names


def is_named_before(words: Words, truce: Cue) -> bool:
    """«الهدنة», "the truce", with no word more: the one that the text has named before."""
    first, texts = truce.first, words.texts
    return first > 0 and (texts[first - 1] == "the" if texts[first].isascii() else texts[first].startswith("ال"))


def is_definite(words: Words, cues: Cues, truce: Cue) -> bool:
    """«الهدنة», «هدنة الجنوب», «اتفاق خفض التصعيد», "the truce": one that is known to be there; «اتفاق لوقف القتال» is a new
    one."""
    if truce.kind is not CueKind.TRUCE:
        behind = cues.starting(CueKind.TRUCE, truce.last + 1)
        return behind is not None and "ل" not in behind.prefixes and is_definite(words, cues, behind)
    named = words.texts[truce.first : truce.last + 2]
    article = words.texts[truce.first].removeprefix("و").removeprefix("ف").startswith(("بال", "كال", "لل"))
    return article or any(word.startswith("ال") for word in named) or "the" in words.texts[truce.first - 1 : truce.first]


def is_named(sentence: Sentence, truce: Cue) -> bool:
    """«الهدنة», «هدنة درعا»."""
    return truce.last + 1 in sentence.read.bare_places or is_definite(sentence.words, sentence.cues, truce)


def is_plural(sentence: Sentence, truce: Cue) -> bool:
    """ "truces are often broken", «خرقت هدن كثيرة»: truces in general, and not the one that a text tells of."""
    texts = sentence.words.texts
    named = texts[truce.last : truce.last + 2] if texts[truce.first].isascii() else texts[truce.first : truce.first + 1]
    return truce.value not in ZONES and any(word in _TRUCES_IN_GENERAL for word in named)


def is_unnamed(sentence: Sentence, truce: Cue) -> bool:
    """«خروج المقاتلين من الضمير»: an evacuation that no word names an agreement."""
    evacuation = sentence.cues.starting(CueKind.EVACUATION, truce.first)
    return truce.kind is CueKind.TRUCE and evacuation is not None and evacuation.last == truce.last


def antecedent(sentence: Sentence, clause: Clause) -> Cue | None:
    """In "the deal, which covers Madaya" the noun that a relative clause speaks of: the truce right before it."""
    near = sentence.cues.within(clause.first - _ANTECEDENT_REACH, clause.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    return near[-1] if near and clause.relation == "relative" else None


def is_presupposed(sentence: Sentence, truce: Cue | None) -> bool:
    """True for a truce that is known, for a zone, which has a name, and for an evacuation that no word names an agreement."""
    if truce is None:
        return False
    named = truce.kind is CueKind.AGREEMENT and is_named_before(sentence.words, truce)  # «الاتفاق», "the deal"
    return named or truce.value in ZONES or is_unnamed(sentence, truce) or is_named(sentence, truce)
