"""Status: the word that says how the truce of a clause stands — reached, kept, broken, ended, only talked about."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.status.acceptance import accepted, is_urged
from geo.status.beginning import begins, entered_behind, is_of_verb_before
from geo.status.bidding import bidden
from geo.status.decision import awaits_vote, before_council, blocked, decided, decreed
from geo.status.failure import failed_in
from geo.status.fighting import ended_in
from geo.status.matter import is_of_other_matter, refuses_to_leave, without_refused
from geo.status.naming import NEW_AGREEMENT, ZONES, is_definite, is_named, is_presupposed, is_unnamed
from geo.status.obligation import owed
from geo.status.outcome import FARES, OPEN, REACHED, behind_state, outcome
from geo.status.outlook import is_outlook
from geo.status.relevance import is_of_truce
from geo.status.section import section_over
from geo.status.sense import (
    asked_for,
    at_its_hour,
    brought_about,
    brought_to_end,
    created,
    ends_fighting,
    lasts_longer,
    past_deadline,
    provided,
    reached,
)
from geo.status.talks import (
    TALK,
    are_behind,
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
    stands_already,
)
from geo.syntax.clause import Clause, is_foretold, says_who_holds
from geo.syntax.sentence import Sentence

_SAID_OF_OTHERS = (*TALK, "agreed", "announced", "rejected")  # what may be said of something that a zone is the place of
_MAKING = ("creating", "reaching")
SOFT = ("begun", "announced", "agreed", "in_force", "extended")  # statuses that a word before the truce does not rule out
_ON = "علي"  # folded
_OF_NEWS = "عن"
_UNDONE = ("violated", "ended", "suspended")
_BROKEN_REACH = 6  # words between "violations" and the truce
_EFFECTIVE = "effective"
_OF_ASIDE = 2  # commas around an aside, at least
_GERUND = "ing"  # "talks on declaring a truce"
_ATTRIBUTE_REACH = 2  # words from a truce to the verb of its relative clause: «هدنة محلية وقعوها»
_MAKERS_REACH = 10  # words from "that" to its verb: "the ceasefire that President Erdogan and his counterpart negotiated"
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
    if truce and (done := _done_with(sentence, clause, truce)):
        return done
    named = [
        past_deadline(sentence, cue, truce) for cue in sentence.cues_in(clause, CueKind.STATUS)
        if not _heads_event_name(sentence, cue) and not _is_in_name(sentence, cue)
    ]  # fmt: skip
    found = [
        brought_to_end(sentence, clause, created(sentence, clause, reached(sentence, clause, cue)))
        for named_cue in named if (cue := blocked(sentence, negotiated(sentence, clause, named_cue)))
        if is_of_truce(sentence, cue)
    ]  # fmt: skip
    found = [c for c in found if not (is_outlook(sentence, c) or is_of_other_matter(sentence, c) or is_no_talks(sentence, c))]
    found = [c for c in found if not (is_foretold(sentence.words, sentence.cues, c) or is_of_verb_before(sentence, clause, c))]
    found = [c for c in found if c.value not in TALK or not (came_before(sentence, clause) or are_behind(sentence, c, found))]
    found = [
        decided(sentence, provided(sentence, asked_for(sentence, lasts_longer(sentence, at_its_hour(sentence, c)))))
        for c in found
    ]
    found = [meant for c in found if (meant := failed_in(sentence, c)) and (meant := owed(sentence, clause, meant))]
    found = concluded(sentence, clause, _of_talks_going_on(sentence, found, truce))
    creating = {cue.first for cue in named if cue.value == "creating"}
    if any(cue.value == "in_force" and cue.first in creating for cue in found):
        found = [cue for cue in found if not sentence.words.is_a("allows", cue.first)]
    if not (found := [c for c in found if not is_told_behind(sentence, c, found)]):
        return _told_by_phrase(sentence, clause, truce) or bidden(sentence, truce)
    failed = [cue for cue in found if cue.value in ("ended", "rejected")]
    found = [cue for cue in found if cue.value != "begun" or begins(sentence, clause, cue)]
    if failed and any(cue.value == "negotiating" and may_fail(sentence, cue, failed[0]) for cue in found):  # «انهارت المفاوضات»
        lapsed = any(cue.value == "extended" for cue in found)  # "talks to extend the truce collapsed": it is over
        return failed[0]._replace(value="ended" if lapsed else "rejected")
    found = _closed(sentence, found, truce)
    found = [cue for cue in found if cue.value != "unknown"] or found
    if truce:
        found = [_kept(sentence, c, truce) for c in found]
        found = [c for c in found if not (_is_demand(sentence, c) and _asks_to_adhere(sentence, c, truce))]
        if found and (there := stands_already(sentence, found[0], truce)):
            return there
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
        found = _appointed(sentence, found, truce) or _undone_beside(found, truce)
        past = clause.relation == "time"
        ruling = [c for c in found if c.last < truce.first and c.value not in SOFT and (not past or c.value == "ended")]
        near = [c for c in found if not sentence.comma_between(c, truce) or _is_attached(sentence, c, truce)]
        found = ruling[:1] or near or [cue for cue in found if cue.first > truce.last or not past]
    told = [cue for cue in found if cue.value != "announced"]
    if longer := _prolonged(sentence, told, truce):
        return longer
    told = _without_attributes(sentence, clause, told, truce)
    return told[0] if told else found[0] if found else decreed(sentence, truce) or _headed(sentence, truce)


def _done_with(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """What was done with a truce, or by it, told in one phrase with its name."""
    told = (tells(sentence, clause, truce) for tells in (ended_in, section_over, brought_about, ends_fighting))
    return next((cue for cue in told if cue), None)


def _told_by_phrase(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """What a clause without a status word of its own tells of its truce all the same."""
    told = entered_behind(sentence, clause, truce) or decreed(sentence, truce) or _headed(sentence, truce)
    return told or _reported(sentence, clause, truce)


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


def _prolonged(sentence: Sentence, told: Sequence[Cue], truce: Cue | None) -> Cue | None:
    """What is said of making a truce longer: asked for, refused, which ends it, or done."""
    if truce and told and told[0].value in TALK and (longer := asked_to_last(sentence, told[0], truce)):
        return longer
    if told and told[0].value == "rejected" and truce and _would_extend(sentence, told[0], truce):
        return told[0]._replace(value="ended")
    return _made_longer(told, truce)


def _made_longer(told: Sequence[Cue], truce: Cue | None) -> Cue | None:
    """«اتفقوا على تمديد»; "an extension of the truce expired" is its end."""
    extended = [cue for cue in told if cue.value == "extended"]
    over = [cue for cue in told if truce and cue.value == "ended" and cue.first > truce.last]
    if truce and extended and over and extended[0].first < truce.first:
        return over[0]
    return extended[0] if extended and told[0].value == "agreed" else None


def _appointed(sentence: Sentence, found: Sequence[Cue], truce: Cue) -> list[Cue]:
    """«يسبق الهدوء موعد بدء هدنة»: the hour appointed for a truce, right before its name. Arabic only."""
    return [c for c in found if c.last + 1 == truce.first and sentence.words.is_a("appointed_hour", c.first)]


def _undone_beside(found: Sequence[Cue], truce: Cue) -> list[Cue]:
    """«أقر المبعوث بانهيار الهدنة»: what he agrees that a truce has come to stands right before its name."""
    agreed = bool(found) and found[0].value == "agreed"
    beside = [c for c in found if c.value in _UNDONE and c.first < truce.first <= c.last + 1] if agreed else []
    return beside or list(found)


def tells_of_earlier_attempts(sentence: Sentence, clause: Clause, status: Cue | None) -> bool:
    """«انهارت محاولات سابقة لوقف القتال»: what failed before says nothing of what is tried now, nor does what ran out before
    it was made longer («مددوا الهدنة بعدما انقضت مدتها») or goes over into the next («يدخل حيز التنفيذ بعد انتهاء
    الهدنة الحالية»)."""
    before = sentence.cues.within(sentence.first, clause.first - 1, CueKind.STATUS) if clause.relation == "time" else []
    if status and status.value == "ended" and any(_goes_on(sentence, clause, cue) for cue in before):
        return True
    named = sentence.cues_in(clause, CueKind.STATUS) if sentence.cues.firsts(CueKind.EARLIER) else []
    attempts = [cue for cue in named if cue.value == "negotiating" and sentence.cues.starting(CueKind.EARLIER, cue.last + 1)]
    return bool(attempts) and any(cue.value in ("ended", "rejected") and cue.last < attempts[-1].first for cue in named)


def _goes_on(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """True for words that say that a truce was made longer, or that the next comes into force when the one of today ends. The
    second is Arabic only."""
    current = any(sentence.words.is_a("of_today", truce.last + 1) for truce in sentence.cues_in(clause, CueKind.TRUCE))
    begins = current and cue.value == "in_force" and not sentence.is_negated(cue)
    return (cue.value == "extended" or begins) and is_of_truce(sentence, cue)


def _of_talks_going_on(sentence: Sentence, found: Sequence[Cue], truce: Cue | None) -> list[Cue]:
    """«المحادثات بشأن هدنة في الرستن مستمرة», «تستمر المفاوضات بشأن الرستن»: what goes on are the talks before the truce, or
    right behind the verb. Arabic only."""
    behind = {cue.first for cue in found if cue.value == "negotiating" and not sentence.words.is_english(cue.first)}
    found = [cue for cue in found if cue.value != "in_force" or cue.last + 1 not in behind]
    talks = truce is not None and any(cue.value in TALK and cue.last < truce.first for cue in found)
    return [
        cue for cue in found
        if not (talks and truce and cue.value == "in_force" and cue.first > truce.last and _is_going_on(sentence, cue))
    ]  # fmt: skip


def _is_going_on(sentence: Sentence, cue: Cue) -> bool:
    return sentence.words.is_a("goes_on", cue.last) and not sentence.words.is_english(cue.last)


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


def _reported(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«أنباء عن هدنة في درعا», «هناك تقارير مؤكدة عن وقف لإطلاق النار»: what there are reports of, a new truce, is there; not
    what none tells of, or that may come. Arabic only."""
    words = sentence.words
    about = truce.first - 1 if truce else sentence.first
    noun = next((i for i in (about - 1, about - 2) if i >= clause.first and words.is_a("news_of", i)), None)
    if truce is None or noun is None or words.texts[about] != _OF_NEWS or is_named(sentence, truce._replace(last=truce.first)):
        return None
    doubted = sentence.cues.within(clause.first, noun, CueKind.NEGATION, CueKind.DENIAL)
    to_come = sentence.cues.within(truce.last + 1, truce.last + 2, CueKind.PROSPECT, CueKind.OPENER)
    doubted += [cue for cue in to_come if cue.kind is CueKind.PROSPECT or cue.value == "possibility"]
    return None if doubted else truce._replace(kind=CueKind.STATUS, value="agreed")


def _is_in_name(sentence: Sentence, cue: Cue) -> bool:
    """«في مدينة سرت», "rebel-held Madaya", «ثالث محاولة هدنة»: a town that is spelt like a verb, what only says who holds one,
    and a word in the middle of a truce's name."""
    around = sentence.cues.starting(CueKind.TRUCE, cue.first - 1)
    inside = around is not None and cue.last < around.last
    return inside or cue.first in sentence.read.name_words or says_who_holds(sentence.words, cue)


def _would_extend(sentence: Sentence, refusal: Cue, truce: Cue) -> bool:
    """«رفضت الحركة تمديد الهدنة»: what is refused is to go on with a truce that has run out."""
    last = truce.last + 1 if sentence.words.is_english(truce.first) else truce.first - 1  # "rules out a truce extension"
    return any(cue.value == "extended" for cue in sentence.cues.within(refusal.last + 1, last, CueKind.STATUS))


def _is_participle(sentence: Sentence, cue: Cue, truce: Cue | None) -> bool:
    """In "a pause brokered by Moscow broke down", "the truce reached last week has held", "the deal to establish four zones
    came into force" the first word only says how it came about, or what for. English only."""
    texts = sentence.words.texts
    behind = texts[cue.last + 1] if cue.last < sentence.last else ""
    aim = cue.first > sentence.first and texts[cue.first - 1] == "to"
    beside = truce is not None and cue.first == truce.last + 1
    return cue.value in ("agreed", "announced") and (behind == "by" or aim or beside) and sentence.words.is_english(cue.first)


def _is_attached(sentence: Sentence, cue: Cue, truce: Cue) -> bool:
    """ "Declared a truce, effective immediately", "the truce in Madaya, near Damascus, has ended": an adjective behind a comma
    goes with the truce, and the verb behind an aside has it as its subject. English only."""
    words, first = sentence.words, cue.first
    if cue.first < truce.last or not words.is_english(cue.first):
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
    known = cue.value in REACHED or (clause.relation == "relative" and cue.value in ("proposed", "rejected"))
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


def _kept(sentence: Sentence, cue: Cue, truce: Cue) -> Cue:
    """«أعلن المجلس التزامه التام بالهدنة»: who announces that he keeps a truce himself; not «أعلن إنهاء التزامه بها»."""
    own = next((i for i in range(cue.last + 1, truce.first) if sentence.words.is_a("own_adherence", i)), None)
    if cue.value != "announced" or own is None:
        return cue
    ends = sentence.cues.within(cue.last + 1, own, CueKind.STATUS, CueKind.NEGATION, CueKind.CESSATION)
    return cue if ends else cue._replace(value="in_force")


def _asks_to_adhere(sentence: Sentence, cue: Cue, truce: Cue) -> bool:
    """«دعت إلى تطبيق وقف إطلاق النار», «أعلن التزامه بالهدنة», «جهود لتثبيت الهدنة», «أهمية تنفيذ مذكرة إنشاء مناطق خفض
    التصعيد», "urged both sides to respect the truce": there is one already."""
    named = any(r.mention.last + 1 == truce.first for r in sentence.places) and sentence.words.is_english(truce.first)
    known = is_presupposed(sentence, truce) or named  # "a plan to shore up Tripoli truce"
    kept = sentence.cues.within(cue.last + 1, truce.first - 1, CueKind.ADHERENCE)
    made = any(sentence.cues.starting(CueKind.AGREEMENT, adherence.last + 1) for adherence in kept)
    return (made and cue.value == "proposed") or (known and bool(kept))


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
    words, texts = sentence.words, sentence.words.texts
    made = [
        c for c in found if c.value in ("agreed", "announced") and words.is_english(c.first) and texts[c.first - 1] != "to"
        and c.first < truce.first and not sentence.is_negated(c) and not _modifies(sentence, c, truce)
        and not _is_participle(sentence, c, truce) and not texts[c.first].endswith(_GERUND)
    ]  # fmt: skip

    def is_beside(talks: Cue) -> bool:
        noun = sentence.cues.ending(CueKind.MEETING, talks.last) is not None and talks.value == "negotiating"
        before = talks.first - 1 - (texts[talks.first - 1] == "the")  # "signed at the talks in Astana"
        where = sentence.words.is_a("before_talks", before) or texts[talks.first] == "in"
        beside = any((c.first < talks.first and where) or talks.last < c.first for c in made)
        return noun and (beside or (where and _is_done(sentence, before - 1)))

    return [cue for cue in found if not is_beside(cue)]


def _is_done(sentence: Sentence, last: int) -> bool:
    """ "(A memorandum) signed (at talks)", "reached (during negotiations)"; not "to be signed". English only."""
    done = sentence.cues.ending(CueKind.STATUS, last)
    if done is None or done.value != "agreed" or not sentence.words.is_english(last):
        return False
    return done.first == sentence.first or sentence.words.texts[done.first - 1] not in ("to", "be")


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
