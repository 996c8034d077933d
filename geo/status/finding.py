"""Status: the word that says how the truce of a clause stands — reached, kept, broken, ended, only talked about."""

from __future__ import annotations

from collections.abc import Sequence

from geo.agreement import AgreementType
from geo.status.acceptance import accepted, is_urged
from geo.status.decision import awaits_vote, before_council, blocked, decided, decreed
from geo.status.failure import failed_in
from geo.status.fighting import ended_in
from geo.status.matter import is_of_other_matter, refuses_to_leave, without_refused
from geo.status.naming import NEW_AGREEMENT, ZONES, is_definite, is_presupposed, is_unnamed
from geo.status.outcome import FARES, OPEN, SAID_TO_BE, behind_state, outcome
from geo.status.outlook import is_outlook
from geo.status.relevance import OF_OBJECT, is_of_truce
from geo.status.talks import (
    TALK,
    asked_to_last,
    came_before,
    concluded,
    is_no_talks,
    is_talks_of,
    is_told_behind,
    is_under,
    may_fail,
    negotiated,
    not_talked_about,
)
from geo.syntax.clause import Clause, says_who_holds
from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind

_SAID_OF_OTHERS = (*TALK, "agreed", "announced", "rejected")  # what may be said of something that a zone is the place of
_MAKING = ("creating", "reaching")
SOFT = ("begun", "announced", "agreed", "in_force", "extended")  # statuses that a word before the truce does not rule out
_BEGINNING_REACH = 2  # words between «بدأت» and the truce that began
_HOUR_REACH = 8  # words from «بدأت» to the truce, with the hour at which it began
_LEAVING_REACH = 4  # words between «بدأ» and «الانسحاب»
_SUCCESS_REACH = 6  # words between «نجحت» and «التوصل»
_ACCUSED_REACH = 6  # words from «اتهم» to «بنسف»
_CREATION_REACH = 3  # words between «اتفاق» and «إنشاء»
_SUBJECT_REACH = 2  # words before the subject of a clause: «وكان», «إن»
_ON = "علي"  # folded
_UNDONE = ("violated", "ended", "suspended")
_ENDS = ("ended", "ends")  # the English verb of an end that takes an object, too
_OBJECT_REACH = 5  # words between "ended" and the fighting that ended
_BEFORE_ADVERBS = (CueKind.ABOUT, CueKind.LOCATIVE, CueKind.BACKDROP, CueKind.PARTY, CueKind.DATE_RELATION)
_CALLS = ("calls", "called")  # "for": what a deal does
_PROVIDER_REACH = 8  # words between «مقترح» and «ينص»
_BROKEN_REACH = 6  # words between "violations" and the truce
_EFFECTIVE = "effective"
_OF_ASIDE = 2  # commas around an aside, at least
_GERUND = "ing"  # "talks on declaring a truce"
_ATTRIBUTE_REACH = 2  # words from a truce to the verb of its relative clause: «هدنة محلية وقعوها»
_MAKERS_REACH = 5  # words from "that" to its verb: "the ceasefire that Moscow and Ankara negotiated"
_NAMED_REACH = 4  # words from a truce to its relative clause: «اتفاق وقف إطلاق النار الذي»
_AGREEING = ("الاتفاق", "التوافق")


def find_status(sentence: Sentence, clause: Clause, truce: Cue | None = None) -> Cue | None:
    """What `_find_status` says of a clause and its truce, looked up once: several claims of a sentence ask for the same."""
    asked = (clause.first, truce)
    if asked not in sentence.statuses:
        sentence.statuses[asked] = _find_status(sentence, clause, truce)
    return sentence.statuses[asked]


def _find_status(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """The status word that governs a truce: one before it that rules the rest out («رفضت», «محادثات»), else one in its own
    stretch between commas, else any of the clause. What a clause of time says before a comma («بعد محادثات …،») is over."""
    if truce and (reached := ended_in(sentence, clause, truce)):
        return reached
    named = [
        cue for cue in sentence.cues_in(clause, CueKind.STATUS)
        if not _heads_event_name(sentence, cue) and not _is_in_name(sentence, cue)
    ]  # fmt: skip
    found = [
        _brought_to_end(sentence, clause, _created(sentence, clause, _reached(sentence, clause, cue)))
        for named_cue in named if (cue := blocked(sentence, negotiated(sentence, clause, named_cue)))
        if is_of_truce(sentence, cue)
    ]  # fmt: skip
    found = [c for c in found if not (is_outlook(sentence, c) or is_of_other_matter(sentence, c) or is_no_talks(sentence, c))]
    found = [c for c in found if c.value not in TALK or not came_before(sentence, clause)]
    found = [decided(sentence, _provided(sentence, _asked_for(sentence, c))) for c in found]
    found = [meant for c in found if (meant := failed_in(sentence, c))]
    found = concluded(sentence, clause, _of_talks_going_on(sentence, found, truce))
    created = {cue.first for cue in named if cue.value == "creating"}
    if any(cue.value == "in_force" and cue.first in created for cue in found):
        found = [cue for cue in found if not sentence.words.is_a("allows", cue.first)]
    if not (found := [c for c in found if not is_told_behind(sentence, c, found)]):
        return decreed(sentence, truce) or _headed(sentence, truce)
    failed = [cue for cue in found if cue.value in ("ended", "rejected")]
    found = [cue for cue in found if cue.value != "begun" or _begins(sentence, clause, cue)]
    if failed and any(cue.value == "negotiating" and may_fail(sentence, cue, failed[0]) for cue in found):  # «انهارت المفاوضات»
        lapsed = any(cue.value == "extended" for cue in found)  # "talks to extend the truce collapsed": it is over
        return failed[0]._replace(value="ended" if lapsed else "rejected")
    found = _closed(sentence, found, truce)
    found = [cue for cue in found if cue.value != "unknown"] or found
    if truce:
        found = [c for c in found if not (_is_demand(sentence, c) and _asks_to_adhere(sentence, c, truce))]
        if any(cue.value == "negotiating" for cue in found) and _is_known(sentence, truce):
            found = [c for c in found if c.value != "negotiating" or is_under(c, truce) or is_talks_of(sentence, c, truce)]
        found = [cue for cue in found if not _modifies(sentence, cue, truce)] or found
        found = [cue for cue in found if not _failed_of_old(sentence, cue, truce)] or found
        found = [cue for cue in accepted(sentence, clause, found, truce) if not awaits_vote(sentence, clause, cue, truce)]
        found = _without_talks_beside(sentence, not_talked_about(sentence, _of_breach(sentence, found, truce), truce), truce)
        found = [before_council(sentence, cue, truce) for cue in without_refused(sentence, found)]
        found = [cue for cue in found if not refuses_to_leave(sentence, cue, truce)]
        if is_where(sentence, truce):
            found = [cue for cue in found if cue.last > truce.first or cue.value not in _SAID_OF_OTHERS]
        if found and found[0].value in OPEN and (later := outcome(sentence, found, truce)):
            return later
        found = _undone_beside(found, truce)
        past = clause.relation == "time"
        ruling = [c for c in found if c.last < truce.first and c.value not in SOFT and (not past or c.value == "ended")]
        near = [c for c in found if not sentence.comma_between(c, truce) or _is_attached(sentence, c, truce)]
        found = ruling[:1] or near or [cue for cue in found if cue.first > truce.last or not past]
    told = [cue for cue in found if cue.value != "announced"]
    if truce and told and told[0].value in TALK and (longer := asked_to_last(sentence, told[0], truce)):
        return longer
    if told and told[0].value == "rejected" and truce and _would_extend(sentence, told[0], truce):
        return told[0]._replace(value="ended")
    if longer := _made_longer(told, truce):
        return longer
    told = _without_attributes(sentence, clause, told, truce)
    return told[0] if told else found[0] if found else decreed(sentence, truce) or _headed(sentence, truce)


def _without_attributes(sentence: Sentence, clause: Clause, told: list[Cue], truce: Cue | None) -> list[Cue]:
    """What is told of how a truce fares, where the first word of it only says which truce is meant; else all that is told."""
    fares: list[Cue] = []
    if told and (_is_participle(sentence, told[0], truce) or _is_attribute(sentence, clause, told[0], truce)):
        fares = [c for c in told[1:] if c.value in FARES and sentence.words.texts[c.first - 1] != "to"]
    return fares or (behind_state(sentence, clause, told, truce) if told else []) or told


def _closed(sentence: Sentence, found: Sequence[Cue], accord: Cue | None) -> list[Cue]:
    """«اختتمت المحادثات باتفاق»: the accord that talks came to; not one that somebody is urged to."""
    with_it = accord is not None and accord.kind is CueKind.AGREEMENT and accord.prefixes[-1:] == ("ب",)
    if not with_it or accord is None or is_urged(sentence, accord):
        return list(found)
    return [cue._replace(value="agreed") if cue.value == "negotiating" else cue for cue in found]


def _made_longer(told: Sequence[Cue], truce: Cue | None) -> Cue | None:
    """«اتفقوا على تمديد»; "an extension of the truce expired" is its end."""
    extended = [cue for cue in told if cue.value == "extended"]
    over = [cue for cue in told if truce and cue.value == "ended" and cue.first > truce.last]
    if truce and extended and over and extended[0].first < truce.first:
        return over[0]
    return extended[0] if extended and told[0].value == "agreed" else None


def _undone_beside(found: Sequence[Cue], truce: Cue) -> list[Cue]:
    """«أقر المبعوث بانهيار الهدنة»: what he agrees that a truce has come to stands right before its name."""
    agreed = bool(found) and found[0].value == "agreed"
    beside = [c for c in found if c.value in _UNDONE and c.first < truce.first <= c.last + 1] if agreed else []
    return beside or list(found)


def tells_of_earlier_attempts(sentence: Sentence, clause: Clause, status: Cue | None) -> bool:
    """«انهارت محاولات سابقة لوقف القتال»: what failed before says nothing of what is tried now, nor does what ran out before
    it was made longer («مددوا الهدنة بعدما انقضت مدتها»)."""
    before = sentence.cues.within(sentence.first, clause.first - 1, CueKind.STATUS) if clause.relation == "time" else []
    if status and status.value == "ended" and any(cue.value == "extended" and is_of_truce(sentence, cue) for cue in before):
        return True
    named = sentence.cues_in(clause, CueKind.STATUS) if sentence.cues.firsts(CueKind.EARLIER) else []
    attempts = [cue for cue in named if cue.value == "negotiating" and sentence.cues.starting(CueKind.EARLIER, cue.last + 1)]
    return bool(attempts) and any(cue.value in ("ended", "rejected") and cue.last < attempts[-1].first for cue in named)


def _of_talks_going_on(sentence: Sentence, found: Sequence[Cue], truce: Cue | None) -> list[Cue]:
    """«المحادثات بشأن هدنة في الرستن مستمرة», «تستمر المفاوضات بشأن الرستن»: what goes on are the talks before the truce, or
    right behind the verb. Arabic only."""
    behind = {cue.first for cue in found if cue.value == "negotiating" and not sentence.words.texts[cue.first].isascii()}
    found = [cue for cue in found if cue.value != "in_force" or cue.last + 1 not in behind]
    talks = truce is not None and any(cue.value in TALK and cue.last < truce.first for cue in found)
    return [
        cue for cue in found
        if not (talks and truce and cue.value == "in_force" and cue.first > truce.last and _is_going_on(sentence, cue))
    ]  # fmt: skip


def _is_going_on(sentence: Sentence, cue: Cue) -> bool:
    return sentence.words.is_a("goes_on", cue.last) and not sentence.words.texts[cue.last].isascii()


def _asked_for(sentence: Sentence, cue: Cue) -> Cue:
    """ "The army gave rebels until Tuesday to accept a deal": what a deadline asks for is proposed, in English; what others are
    urged to agree to is, too."""
    words = sentence.words
    if cue.value == "agreed" and is_urged(sentence, cue):
        return cue._replace(value="proposed")
    if cue.value != "agreed" or cue.first == sentence.first or words.texts[cue.first - 1] != "to":
        return cue
    given = next((i for i in range(sentence.first, cue.first) if words.is_a("gives_time", i)), cue.first)
    deadline = any(words.is_a("deadline", i) for i in range(given, cue.first))
    return cue._replace(value="proposed") if deadline and words.texts[cue.first].startswith("accept") else cue


def _headed(sentence: Sentence, truce: Cue | None) -> Cue | None:
    """«اتفاق لإجلاء الجرحى من مضايا», «اتفاق هدنة في …»: a sentence, a headline or what one quotes that begins with a new
    agreement tells that there is one."""
    if truce is None or sentence.words.texts[truce.first] != NEW_AGREEMENT:
        return None
    on = sentence.words.texts[truce.first + 1 : truce.first + 2] == (_ON,)  # «اتفاق على إجلاء المقاتلين»
    if not on and is_definite(sentence.words, sentence.cues, truce):
        return None
    opens = truce.first == sentence.first or '"' in sentence.gap(truce.first - 1, truce.first)
    return truce._replace(kind=CueKind.STATUS, value="agreed") if opens else None


def _is_in_name(sentence: Sentence, cue: Cue) -> bool:
    """«في مدينة سرت», "rebel-held Madaya": a town that is spelt like a verb, and what only says who holds one."""
    return cue.first in sentence.read.name_words or says_who_holds(sentence.words, cue)


def _would_extend(sentence: Sentence, refusal: Cue, truce: Cue) -> bool:
    """«رفضت الحركة تمديد الهدنة»: what is refused is to go on with a truce that has run out."""
    last = truce.last + 1 if sentence.words.texts[truce.first].isascii() else truce.first - 1  # "rules out a truce extension"
    return any(cue.value == "extended" for cue in sentence.cues.within(refusal.last + 1, last, CueKind.STATUS))


def _is_participle(sentence: Sentence, cue: Cue, truce: Cue | None) -> bool:
    """In "a pause brokered by Moscow broke down", "the truce reached last week has held", "the deal to establish four zones
    came into force" the first word only says how it came about, or what for. English only."""
    texts = sentence.words.texts
    behind = texts[cue.last + 1] if cue.last < sentence.last else ""
    aim = cue.first > sentence.first and texts[cue.first - 1] == "to"
    beside = truce is not None and cue.first == truce.last + 1
    return cue.value in ("agreed", "announced") and (behind == "by" or aim or beside) and texts[cue.first].isascii()


def _is_attached(sentence: Sentence, cue: Cue, truce: Cue) -> bool:
    """ "Declared a truce, effective immediately", "the truce in Madaya, near Damascus, has ended": an adjective behind a comma
    goes with the truce, and the verb behind an aside has it as its subject. English only."""
    words, first = sentence.words, cue.first
    if cue.first < truce.last or not words.texts[cue.first].isascii():
        return False
    while first - 1 > truce.last and (words.is_a("auxiliary", first - 1) or words.is_a("passive", first - 1)):
        first -= 1
    commas = sum("," in words.between(i - 1, i) for i in range(truce.last + 1, first + 1))
    return words.texts[cue.first] == _EFFECTIVE or (commas >= _OF_ASIDE and "," in words.between(first - 1, first))


def _is_attribute(sentence: Sentence, clause: Clause, cue: Cue, truce: Cue | None) -> bool:
    """«الهدنة السارية في درعا انهارت», «دخل الاتفاق على الهدنة حيز التنفيذ», «هدنة محلية وقعوها في أبريل صامدة», «اتفاق الهدنة
    المبرم بين الطرفين انهار», «الهدنة التي تم التوصل إليها … انهارت»: what the verb says is news, what the adjective, the noun
    or the relative clause says was known."""
    word = sentence.words.texts[cue.first]
    start = truce.last if truce else clause.first if clause.relation == "relative" else cue.first
    distance = cue.first - start
    standing = truce is not None and distance == 1 and word.startswith("ال") and cue.value == "in_force"
    resumed = sentence.words.texts[cue.last].endswith(("ها", "ه"))  # «توصلوا إليها», «وقعوه»
    of_it = clause.relation != "relative" or hangs_on_truce(sentence, clause)
    reach = _MAKERS_REACH if word.isascii() and clause.relation == "relative" else _ATTRIBUTE_REACH
    made = 0 < distance <= reach and (resumed or word.startswith("ال") or clause.relation == "relative")
    known = cue.value in SAID_TO_BE or (clause.relation == "relative" and cue.value in ("proposed", "rejected"))
    told = made and known and of_it
    return standing or told or (cue.value == "agreed" and word in _AGREEING)


def hangs_on_truce(sentence: Sentence, clause: Clause) -> bool:
    """True for a relative clause of the truce before it: «الهدنة التي تم التوصل إليها»; not where what is said of that is
    denied: «لم تدخل الهدنة التي أقرت أمس حيز التنفيذ»."""
    if clause.relation != "relative":
        return False
    floor = max(clause.first - _NAMED_REACH, sentence.first)
    near = sentence.cues.within(floor, clause.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    verbs = sentence.cues.within(sentence.first, clause.first - 1, CueKind.STATUS, CueKind.LIGHT_VERB)
    return bool(near) and not any(sentence.is_negated(verb) for verb in verbs)


def _is_demand(sentence: Sentence, cue: Cue) -> bool:
    return cue.value in (*TALK, "announced") or sentence.words.texts[cue.first] == "ordered"


def _asks_to_adhere(sentence: Sentence, cue: Cue, truce: Cue) -> bool:
    """«دعت إلى تطبيق وقف إطلاق النار», «أعلن التزامه بالهدنة», «جهود لتثبيت الهدنة»,
    "urged both sides to respect the truce": there is one already."""
    named = any(r.mention.last + 1 == truce.first for r in sentence.places) and sentence.words.texts[truce.first].isascii()
    known = is_presupposed(sentence, truce) or named  # "a plan to shore up Tripoli truce"
    return known and bool(sentence.cues.within(cue.last + 1, truce.first - 1, CueKind.ADHERENCE))


def _is_known(sentence: Sentence, truce: Cue) -> bool:
    """«بحثا سبل دعم منطقة خفض التصعيد», «اتصالات بشأن الهدنة»: talks about a zone or a truce that is there; those «من أجل
    التوصل إلى» or «إقامة» one are about one that is not."""
    if _is_dated(sentence, truce):
        return True
    if is_unnamed(sentence, truce):
        return False  # «المفاوضات بشأن الخروج من حرستا»
    if truce.kind is CueKind.AGREEMENT:  # «تطورات اتفاق خفض التصعيد»
        behind = sentence.cues.starting(CueKind.TRUCE, truce.last + 1)
        return behind is not None and behind.value in ZONES and is_definite(sentence.words, sentence.cues, truce)
    zone = sentence.cues.ending(CueKind.ZONES, truce.first - 1) or sentence.cues.starting(CueKind.ZONES, truce.first)
    named = zone is not None and truce.value in ZONES and is_definite(sentence.words, sentence.cues, truce)
    if truce.kind is not CueKind.TRUCE or not (named or sentence.words.texts[truce.first].startswith("ال")):
        return False
    return not any(cue.value in _MAKING for cue in sentence.cues.within(sentence.first, truce.first - 1, CueKind.STATUS))


def _is_dated(sentence: Sentence, truce: Cue) -> bool:
    """ "The July deal", "the 2018 truce": one that was made then. English only."""
    texts, first = sentence.words.texts, truce.first
    if first - 2 < sentence.first or texts[first - 2] != "the":
        return False
    start = sentence.words.source(first - 1, first - 1).start
    return any(timex.span.start <= start < timex.span.end for timex in sentence.read.timexes)


def _begins(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """«الهدنة … بدأت», «بدأت الهدنة»: what began is the truce, not talks about it or an attack."""
    reach = range(cue.last + 1, cue.last + 1 + _BEGINNING_REACH)
    behind = [truce for i in reach if (truce := sentence.cues.starting(CueKind.TRUCE, i)) and i <= sentence.last]
    leaving = sentence.cues.within(cue.last + 1, cue.last + 1 + _LEAVING_REACH, CueKind.EVACUATION)
    truces = sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE) if leaving else []
    if any(truce.value == AgreementType.EVACUATION_SETTLEMENT for truce in truces):
        return True  # «بدأ المقاتلون الانسحاب من الضمير في اتفاق استسلام»
    if not behind and not sentence.words.texts[cue.first].isascii():
        behind = [truce for truce in _dated_behind(sentence, cue) if truce.last <= clause.last]
    if not behind and not sentence.words.texts[cue.first].isascii():
        behind = [truce for truce in _placed_behind(sentence, cue) if truce.last <= clause.last]
    return bool(behind or sentence.cues.within(clause.first, cue.first - 1, CueKind.TRUCE))


def _placed_behind(sentence: Sentence, verb: Cue) -> list[Cue]:
    """«بدأت في مدينة الرستن هدنة»: the truce behind the place in which it began."""
    place = next((r for r in sentence.places if r.mention.first > verb.last), None)
    if place is None:
        return []
    edge = sentence.edge(place, verb.last + 1)
    preposition = sentence.preposition(edge - 1)
    beside = preposition is not None and preposition.first == verb.last + 1 and preposition.value == "in"
    if not (beside or ("ب" in place.mention.prefixes and edge == verb.last + 1)):
        return []
    behind = sentence.cues.within(place.mention.last + 1, place.mention.last + 1 + _HOUR_REACH, CueKind.TRUCE)[:1]
    others = (CueKind.CONFLICT, CueKind.MEETING, CueKind.STATUS)
    return [truce for truce in behind if not sentence.cues.within(place.mention.last + 1, truce.first - 1, *others)]


def _dated_behind(sentence: Sentence, verb: Cue) -> list[Cue]:
    """«بدأت في الثامنة من صباح الجمعة هدنة»: the truce behind the hour at which it began."""
    behind = sentence.cues.within(verb.last + 1, verb.last + 1 + _HOUR_REACH, CueKind.TRUCE)[:1]
    return [
        truce for truce in behind
        if any(verb.last < at < truce.first for at, _ in sentence.dates) and "ب" not in truce.prefixes
        and not sentence.cues.within(verb.last + 1, truce.first - 1, CueKind.CONFLICT, CueKind.MEETING, CueKind.STATUS)
    ]  # fmt: skip


def _modifies(sentence: Sentence, cue: Cue, truce: Cue) -> bool:
    """«a Russian-brokered truce», "the truce agreed in Moscow", «الاتفاق الموقع»: a participle beside the noun says how it
    came about, not how it stands."""
    beside = cue.last + 1 == truce.first or cue.first == truce.last + 1
    word = sentence.words.texts[cue.first]
    if cue.value == "in_force" and cue.first + 1 == cue.last == truce.first:  # "the fragile truce collapsed"
        return word.isascii()
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


def _of_breach(sentence: Sentence, found: Sequence[Cue], truce: Cue) -> list[Cue]:
    """«مساعٍ أفسدها خرق الهدنة», "talks were suspended over violations by the army of a truce": a breach of the very truce says
    more than talks named before it, or than what else is refused («رفضه المقترح ومواصلته خرق الهدنة»)."""
    before = [cue for cue in found if cue.last < truce.first]
    broken = bool(before) and before[-1].value == "violated" and truce.first - before[-1].last <= _BROKEN_REACH
    if not broken:
        return list(found)
    apart = range(before[-2].last + 1, before[-1].first) if len(before) > 1 else ()
    beside = any(sentence.words.texts[i].startswith("و") for i in apart)
    less = (*TALK, *(("rejected",) if beside else ()))
    return [cue for cue in found if not (cue.value in less and cue.last < truce.first)]


def _without_talks_beside(sentence: Sentence, found: Sequence[Cue], truce: Cue) -> list[Cue]:
    """In "they agreed, at talks in Oslo, to a truce", "after talks in Oslo the two sides signed a truce" the talks are where it
    was agreed, and over. "To reach", "to agree" is what talks are for. English only."""
    texts = sentence.words.texts
    made = [
        c for c in found if c.value in ("agreed", "announced") and texts[c.first].isascii() and texts[c.first - 1] != "to"
        and c.first < truce.first and not sentence.is_negated(c) and not _modifies(sentence, c, truce)
        and not _is_participle(sentence, c, truce) and not texts[c.first].endswith(_GERUND)
    ]  # fmt: skip
    if not made:
        return list(found)

    def is_beside(talks: Cue) -> bool:
        noun = sentence.cues.ending(CueKind.MEETING, talks.last) is not None and talks.value == "negotiating"
        where = sentence.words.is_a("before_talks", talks.first - 1) or texts[talks.first] == "in"
        return noun and any((c.first < talks.first and where) or talks.last < c.first for c in made)

    return [cue for cue in found if not is_beside(cue)]


def is_where(sentence: Sentence, truce: Cue) -> bool:
    """«اتفق الضباط على لقاء داخل منطقة خفض التصعيد»: a zone behind a preposition of place is where something else is
    agreed."""
    if truce.kind is not CueKind.TRUCE or truce.value not in ZONES:
        return False
    zone = sentence.cues.ending(CueKind.ZONES, truce.first - 1) or sentence.cues.starting(CueKind.ZONES, truce.first)
    first = min(zone.first, truce.first) if zone else truce.first
    before = sentence.preposition(first - 1)
    inside = "ب" in (zone or truce).prefixes or (before is not None and before.value == "in")
    return inside and is_definite(sentence.words, sentence.cues, truce)


def _created(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
    """«إقامة منطقة» is proposed, but agreed where an agreement, or the word of those who agreed, governs it; zones that talks
    made possible («أتاحت إقامة أربع مناطق») are there."""
    if cue.value != "creating":
        return cue
    if any(sentence.words.is_a("allows", i) for i in range(max(clause.first, cue.first - _CREATION_REACH), cue.first)):
        return cue._replace(value="in_force")
    before = [c for c in sentence.cues.within(sentence.first, cue.first - 1, CueKind.STATUS) if c.value != "creating"]
    noun = sentence.cues.within(max(clause.first, cue.first - _CREATION_REACH), cue.first - 1, CueKind.AGREEMENT)
    agreed = bool(noun) or (bool(before) and before[-1].value in ("agreed", "announced", "in_force"))
    return cue._replace(value="agreed" if agreed else "proposed")


def _brought_to_end(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
    """«انتهت» is an end; in "the truce ended two weeks of fighting" it is that of the fighting, in English, where the object
    follows."""
    if "ل" in cue.prefixes and cue.value in ("completed", "ended") and sentence.words.texts[cue.first].startswith("لا"):
        return cue._replace(value="in_force")  # «تمهيدا لاستكمال عملية الإجلاء»
    if cue.value in OF_OBJECT:
        before = range(max(cue.first - _ACCUSED_REACH, sentence.first), cue.first)
        accused = "ب" in cue.prefixes and any(sentence.words.is_a("accuses", i) for i in before)
        return cue._replace(value="violated" if accused else OF_OBJECT[cue.value])  # «تبادلا الاتهام بنسف الهدنة»
    if cue.value in ("over", "completed"):
        return cue._replace(value="ended")
    behind = cue.last + 1
    if cue.value != "ended" or cue.first != cue.last or behind > clause.last or not sentence.words.texts[cue.first].isascii():
        return cue
    opening = max(clause.first - 1, sentence.first) if clause.opener else clause.first  # "a deal | that ends the siege"
    subject = sentence.cues.within(opening, cue.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    adverb = any(sentence.cues.starting(kind, behind) for kind in _BEFORE_ADVERBS)
    fighting = sentence.cues.within(behind, min(behind + _OBJECT_REACH, clause.last), CueKind.CONFLICT)
    takes_object = (
        sentence.words.texts[cue.first] in _ENDS and fighting and "," not in sentence.gap(cue.last, fighting[0].first)
    )
    return cue._replace(value="in_force") if subject and takes_object and not adverb else cue


def _heads_event_name(sentence: Sentence, cue: Cue) -> bool:
    """«محادثات أستانة» names a process; it does not say that talks go on."""
    return cue.last + 1 in sentence.read.event_names


def not_begun(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«لم تدخل الهدنة التي …»: a denied verb of coming into force says enough before the rest of its phrase."""
    if truce is None:
        return None
    verbs = [
        cue for cue in sentence.cues_in(clause, CueKind.LIGHT_VERB) if cue.value == "in_force" and sentence.is_negated(cue)
    ]
    return verbs[0]._replace(kind=CueKind.STATUS) if verbs and verbs[0].last < truce.first else None
