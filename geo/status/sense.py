"""What a status word comes to where it stands: an accord reached or only talked about, a zone proposed or agreed."""

from __future__ import annotations

from geo.agreement import AgreementType
from geo.cue import Cue, CueKind
from geo.status.acceptance import is_urged
from geo.status.naming import ZONES
from geo.status.relevance import OF_OBJECT
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_SUCCESS_REACH = 6  # words between «نجحت» and «التوصل»
_ACCUSED_REACH = 6  # words from «اتهم» to «بنسف»
_CREATION_REACH = 3  # words between «اتفاق» and «إنشاء»
_SUBJECT_REACH = 2  # words before the subject of a clause: «وكان», «إن»
_DATED_REACH = 6  # words between «انتهت» and «المهلة», with the hour
_ENDS = ("ended", "ends")  # the English verb of an end that takes an object, too
_HALT = "halt"  # of "brought to a halt"
_OBJECT_REACH = 5  # words between "ended" and the fighting that ended
_BEFORE_ADVERBS = (CueKind.ABOUT, CueKind.LOCATIVE, CueKind.BACKDROP, CueKind.PARTY, CueKind.DATE_RELATION)
_CALLS = ("calls", "called")  # "for": what a deal does
_DAY = "اليوم"
_WITHDRAWN_REACH = 8  # words from «سحب» to the zone: «سحب كامل السلاح الثقيل من المنطقة العازلة»
_LIST_REACH = 8  # sentences from the heading of a list to its last entry; a number of the list is one
_HEADING = 6  # words of such a heading
_TRIED_REACH = 5  # words from «تحاول» to «عقد»
_OF = "من"
_BEFORE = "قبل"
_NONE_REACH = 6  # words from «لا» to «قبل»: «وقف لإطلاق النار في مأرب»
_LONGER_REACH = 5  # words from «ستستمر» to «ساعة أخرى»
_LIMIT = ("حد", "حدا")  # «وضع حدا للقتال»
_TO = "to"
_VERB_REACH = 8  # words from a truce, with its place, to "put an end"
_ARTICLE_REACH = 2  # words from "put" to "end"
_UNTOLD = (CueKind.NEGATION, CueKind.MODALITY, CueKind.OPENER, CueKind.TRUCE)
_PROVIDER_REACH = 8  # words between «مقترح» and «ينص»


def asked_for(sentence: Sentence, cue: Cue) -> Cue:
    """ "The army gave rebels until Tuesday to accept a deal": what a deadline asks for is proposed, in English; what others are
    urged to agree to is, too; what somebody tries to reach or warns of is not agreed."""
    words = sentence.words
    if effort := _tried(sentence, cue) or _conditional(sentence, cue):
        return effort
    if cue.value == "agreed" and is_urged(sentence, cue):
        return cue._replace(value="proposed")
    if cue.value != "agreed" or cue.first == sentence.first or words.texts[cue.first - 1] != "to":
        return cue
    given = next((i for i in range(sentence.first, cue.first) if words.is_a("gives_time", i)), cue.first)
    deadline = any(words.is_a("deadline", i) for i in range(given, cue.first))
    return cue._replace(value="proposed") if deadline and words.texts[cue.first].startswith("accept") else cue


def _tried(sentence: Sentence, cue: Cue) -> Cue | None:
    """«تحاول روسيا عقد هدنة» is an effort, «حذرت الفصائل من عقد هدنة» a refusal: the noun for making one, behind such a verb
    and its subject. Arabic only."""
    words, noun = sentence.words, cue.first
    if cue.value != "agreed" or not words.is_a("making_of", noun, cue.offset):
        return None
    verb = next((i for i in range(noun - 1, max(noun - _TRIED_REACH, sentence.first) - 1, -1) if words.is_a("tries", i)), None)
    warns = next((i for i in range(noun - 2, max(noun - _TRIED_REACH, sentence.first) - 1, -1) if words.is_a("warns", i)), None)
    if verb is not None and all(map(words.joined, range(verb, noun))):
        return cue._replace(value="negotiating")
    refused = warns is not None and words.texts[noun - 1] == _OF and all(map(words.joined, range(warns, noun)))
    return cue._replace(value="rejected") if refused else None


def _conditional(sentence: Sentence, cue: Cue) -> Cue | None:
    """«رفضت وقف النار قبل الاتفاق على …», «لا هدنة قبل الاتفاق على …» refuse a truce until something is agreed, «اشترط رفع
    الحصار قبل الاتفاق على هدنة» asks for something first; «قتل عشرة قبل الاتفاق على هدنة» says when. Arabic only."""
    words, before = sentence.words, cue.first - 1
    if cue.value != "agreed" or before <= sentence.first or words.texts[before] != _BEFORE:
        return None
    if not (words.is_a("agreeing_on", cue.first) or words.is_a("making_of", cue.first)):
        return None
    said = sentence.cues.within(sentence.first, before, CueKind.STATUS)
    none = words.of_class("none_before", max(before - _NONE_REACH, sentence.first), before)
    refused = (
        said and said[-1].value == "rejected" and not (sentence.is_negated(said[-1]) or sentence.comma_between(said[-1], cue))
    )
    if none or refused:
        return cue._replace(value="rejected")
    return cue._replace(value="proposed") if words.of_class("sets_condition", sentence.first, before) else None


def lasts_longer(sentence: Sentence, cue: Cue) -> Cue:
    """«الهدنة ستستمر 48 ساعة أخرى»: a truce that goes on for a further time is prolonged. Arabic only."""
    words, behind = sentence.words, range(cue.last + 1, min(cue.last + _LONGER_REACH, sentence.last) + 1)
    goes_on = cue.value == "in_force" and words.is_a("goes_on", cue.first, cue.offset) and not words.is_english(cue.first)
    timed = goes_on and any(words.is_a("ago_unit", i) and words.is_a("more_of_it", i + 1) for i in behind)
    return cue._replace(value="extended") if timed else cue


def at_its_hour(sentence: Sentence, cue: Cue) -> Cue:
    """«اقترب موعد بدء الهدنة» tells of a truce that is agreed, «حل موعد بدء الهدنة», «بعد موعد بدئها» of one that has begun.
    Arabic only."""
    words, before = sentence.words, cue.first - 1
    hour = cue.value == "in_force" and words.is_a("appointed_hour", cue.first)
    come = before >= sentence.first and (words.is_a("has_come", before) or words.is_a("after", before))
    return cue._replace(value="agreed") if hour and not come else cue


def past_deadline(sentence: Sentence, cue: Cue, truce: Cue | None) -> Cue:
    """«انتهت مهلة انسحاب المقاتلين من المنطقة المنزوعة السلاح», "the deadline to leave the buffer zone expired": what is over
    is the time to leave a zone, or to take arms out of it, and the zone is still there."""
    if truce is None or truce.value not in (*ZONES, AgreementType.SAFE_ZONE) or cue.value not in ("over", "ended"):
        return cue
    deadlines = sentence.words.of_class("time_limit", sentence.first, truce.first - 1)
    if not deadlines:
        return cue
    first = deadlines[-1] + 1
    leaving = sentence.cues.within(first, truce.first - 1, CueKind.EVACUATION)
    clearing = sentence.words.of_class("clears_of_arms", first, truce.first - 1)
    beside = cue.first <= deadlines[-1] <= cue.last + _DATED_REACH or cue.first > truce.last
    return cue._replace(value="in_force") if (leaving or clearing) and beside else cue


def reached(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
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


def provided(sentence: Sentence, cue: Cue) -> Cue:
    """«مقترح ينص على هدنة»: what a proposal provides for is proposed; what an agreement does is agreed, and so is what "the
    deal calls for"."""
    if cue.value == "proposed" and sentence.words.texts[cue.first] in _CALLS:
        return _called_for(sentence, cue)
    if not sentence.words.is_a("provides", cue.first, cue.offset):
        return cue
    kinds = (CueKind.STATUS, CueKind.AGREEMENT, CueKind.TRUCE, CueKind.DECISION)
    before = sentence.cues.within(max(sentence.first, cue.first - _PROVIDER_REACH), cue.first - 1, *kinds)
    proposals = [c for c in before if c.kind is not CueKind.STATUS or c.value == "proposed"]
    subject = sentence.cues.within(cue.last + 1, min(cue.last + _SUBJECT_REACH, sentence.last), *kinds)
    if subject and subject[0].value in ("proposed", "draft"):  # «وينص المقترح على هدنة»
        return cue._replace(value="proposed")
    return cue._replace(value="proposed") if proposals and proposals[-1].value in ("proposed", "draft") else cue


def _called_for(sentence: Sentence, call: Cue) -> Cue:
    """In "the deal, signed late on Monday, calls for a truce" the subject is a deal: the noun that its part of the sentence
    begins with, with no other subject or conjunction before the verb."""
    before = sentence.cues.within(max(sentence.first, call.first - _PROVIDER_REACH), call.first - 1, CueKind.AGREEMENT)
    openers = sentence.cues.within(sentence.first, call.first, CueKind.OPENER)  # "who rejected the deal, calls …"
    if not before or sentence.words.is_a("other_subject", call.first - 1) or any(c.value == "relative" for c in openers):
        return call
    between = sentence.gap(before[-1].last, call.first)
    beside = before[-1].last + 1 == call.first
    located = beside or between.count(",") == 2 or before[-1].last + 2 == call.first
    return call._replace(value="agreed") if located and not sentence.preposition(before[-1].first - 1) else call


def created(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
    """«إقامة منطقة» is proposed, but agreed where an agreement, or the word of those who agreed, governs it; zones that talks
    made possible («أتاحت إقامة أربع مناطق») are there."""
    if cue.value != "creating":
        return cue
    if any(sentence.words.is_a("allows", i) for i in range(max(clause.first, cue.first - _CREATION_REACH), cue.first)):
        return cue._replace(value="in_force")
    before = [c for c in sentence.cues.within(sentence.first, cue.first - 1, CueKind.STATUS) if c.value != "creating"]
    if _is_brought_off(sentence, clause, cue):
        return cue._replace(value="in_force")
    noun = sentence.cues.within(max(clause.first, cue.first - _CREATION_REACH), cue.first - 1, CueKind.AGREEMENT)
    agreed = bool(noun) or (bool(before) and before[-1].value in ("agreed", "announced", "in_force"))
    agreed = agreed or (not before and _is_listed_term(sentence, cue))
    kept = sentence.cues.within(max(clause.first, cue.first - _CREATION_REACH), cue.first - 1, CueKind.ADHERENCE)
    agreed = agreed or (bool(kept) and cue.first - 1 > kept[-1].last)  # «تنفيذ مذكرة إنشاء مناطق»
    return cue._replace(value="agreed" if agreed else "proposed")


def _is_brought_off(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """«نجحت القوات في فرض هدنة», «تم فرض هدنة»: a truce that somebody has brought about, and no aim. Arabic only."""
    done = sentence.cues.ending(CueKind.PERFECT, cue.first - 1)
    won = sentence.cues.within(max(clause.first, cue.first - _SUCCESS_REACH), cue.first - 1, CueKind.OUTCOME)
    return done is not None or any(c.value == "achieved" and not sentence.is_negated(c) for c in won)


def brought_about(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """«تم وقف إطلاق النار»: the noun of the deed behind the verb that says that it was done, where nothing behind tells what
    became of it. Arabic only."""
    done = sentence.cues.ending(CueKind.PERFECT, truce.first - 1)
    done = done if done and done.first >= clause.first and truce.kind is CueKind.TRUCE else None
    deed = sentence.words.is_a("halt_of", truce.first)
    if done is None or not deed or sentence.cues.within(truce.last + 1, clause.last, CueKind.STATUS):
        return None
    return truce._replace(kind=CueKind.STATUS, value="in_force")


def ends_fighting(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """«أنهت الهدنة القتال», «وضعت الهدنة في درعا حدا للحصار», "the truce put an end on Monday to fighting": a truce that is
    the subject of a verb of ending, and holds therefore."""
    words, verb = sentence.words, truce.first - 1
    if words.is_english(truce.first):
        return _puts_end(sentence, clause, truce)
    limited = verb >= clause.first and words.is_a("puts", verb)
    ends = words.is_a("brings_to_end", verb) and truce.kind is CueKind.TRUCE
    if verb < clause.first or not (ends or limited) or not _is_its_verb(sentence, verb, truce):
        return None
    behind = range(truce.last + 1, min(truce.last + _OBJECT_REACH, clause.last) + 1)
    limit = next((i for i in behind if words.texts[i] in _LIMIT), None) if limited else truce.last
    start = behind.stop if limit is None else limit + 1
    fought = words.of_class("ended_by_truce", start, min(start + _OBJECT_REACH - 1, clause.last))
    return truce._replace(kind=CueKind.STATUS, value="in_force") if fought else None


def _is_its_verb(sentence: Sentence, verb: int, truce: Cue) -> bool:
    """True for a verb in the gender of the truce: in «أنهى الهدنة القصف» it is the shelling that ended the truce."""
    texts = sentence.words.texts
    feminine = texts[verb].endswith("ت") or texts[verb].startswith("ت")
    return feminine is texts[truce.first].endswith("ه")


def _puts_end(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """The words of "put an end on Monday to" behind a truce and before fighting. English only."""
    words, texts = sentence.words, sentence.words.texts
    verbs = words.of_class("declares", truce.last + 1, min(truce.last + _VERB_REACH, clause.last))
    if not verbs or texts[verbs[0] - 1] == _TO or sentence.cues.within(truce.last + 1, verbs[0], *_UNTOLD):
        return None
    noun = next(
        (i for i in range(verbs[0] + 1, min(verbs[0] + _ARTICLE_REACH, clause.last) + 1) if words.is_a("an_end", i)), None
    )
    to = next((i for i in range(noun + 1, min(noun + _DATED_REACH, clause.last)) if texts[i] == _TO), None) if noun else None
    if to is None or not (sentence.cues.within(to + 1, min(to + _OBJECT_REACH, clause.last), CueKind.CONFLICT)):
        return None
    return truce._replace(kind=CueKind.STATUS, value="in_force", first=verbs[0], last=to, prefixes=(), offset=0)


def _is_listed_term(sentence: Sentence, cue: Cue) -> bool:
    """«أهم بنود الوثيقة / 1. وقف الأعمال القتالية / 2. إنشاء ممر آمن»: an entry of the list below a heading that says whose
    terms follow."""
    words = sentence.words
    if cue.first > sentence.first + words.texts[sentence.first].isdigit():
        return False
    for number in range(sentence.number - 1, max(sentence.number - 1 - _LIST_REACH, -1), -1):
        first, last = words.sentence(number)
        heads = last - first < _HEADING and any(words.is_a("terms_of", i) for i in range(first, last + 1))
        if heads and sentence.cues.within(first, last, CueKind.AGREEMENT, CueKind.TRUCE):
            return not sentence.cues.within(first, last, CueKind.STATUS)
    return False


def _ends_a_day(sentence: Sentence, cue: Cue) -> bool:
    """«انقضى اليوم الرابع من الهدنة»: a day of it is over, and it goes on. Arabic only."""
    day = cue.last + 1
    return day < sentence.last and sentence.words.texts[day] == _DAY and sentence.words.is_a("number_of_a_day", day + 1)


def _ends_withdrawal(sentence: Sentence) -> bool:
    """«أنهت الفصائل سحب السلاح الثقيل من المنطقة العازلة», "the withdrawal of arms from the buffer zone has ended": what is
    over is what the zone asks for, and so it is applied."""
    zones = [c for c in sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE) if c.value in ZONES]
    for zone in zones:
        near = range(max(zone.first - _WITHDRAWN_REACH, sentence.first), zone.first)
        pulled = next((i for i in near if sentence.words.is_a("pulling_out", i)), None)
        of_it = pulled is not None and any(sentence.words.is_a("out_of", i) for i in range(pulled, zone.first))
        if of_it:
            return True
    return False


def _halts_fighting(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """ "The truce brought to a halt the worst fighting in years". English only."""
    truce = sentence.cues.any_within(sentence.first, cue.first - 1, (CueKind.TRUCE, CueKind.AGREEMENT))
    behind = sentence.cues.within(cue.last + 1, min(cue.last + _OBJECT_REACH, clause.last), CueKind.CONFLICT)
    object_ = bool(behind) and "," not in sentence.gap(cue.last, behind[0].first)
    return sentence.words.texts[cue.last] == _HALT and truce and object_


def brought_to_end(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
    """«انتهت» is an end; in "the truce ended two weeks of fighting" it is that of the fighting, in English, where the object
    follows."""
    if "ل" in cue.prefixes and cue.value in ("completed", "ended") and sentence.words.texts[cue.first].startswith("لا"):
        return cue._replace(value="in_force")  # «تمهيدا لاستكمال عملية الإجلاء»
    if cue.value in ("over", "ended") and _ends_a_day(sentence, cue):
        return cue._replace(value="in_force")
    if cue.value in ("over", "ended", "undone", "completed") and _ends_withdrawal(sentence):
        return cue._replace(value="in_force")
    if cue.value in OF_OBJECT:
        before = range(max(cue.first - _ACCUSED_REACH, sentence.first), cue.first)
        accused = "ب" in cue.prefixes and any(sentence.words.is_a("accuses", i) for i in before)
        return cue._replace(value="violated" if accused else OF_OBJECT[cue.value])  # «تبادلا الاتهام بنسف الهدنة»
    if cue.value in ("over", "completed"):
        return cue._replace(value="ended")
    if cue.value == "suspended" and _halts_fighting(sentence, clause, cue):
        return cue._replace(value="in_force")
    behind = cue.last + 1
    if cue.value != "ended" or cue.first != cue.last or behind > clause.last or not sentence.words.is_english(cue.first):
        return cue
    opening = max(clause.first - 1, sentence.first) if clause.opener else clause.first  # "a deal | that ends the siege"
    subject = sentence.cues.within(opening, cue.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    adverb = any(sentence.cues.starting(kind, behind) for kind in _BEFORE_ADVERBS)
    fighting = sentence.cues.within(behind, min(behind + _OBJECT_REACH, clause.last), CueKind.CONFLICT)
    takes_object = (
        sentence.words.texts[cue.first] in _ENDS and fighting and "," not in sentence.gap(cue.last, fighting[0].first)
    )
    return cue._replace(value="in_force") if subject and takes_object and not adverb else cue
