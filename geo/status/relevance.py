"""Relevance: whether a word of status is said of a truce — its end, its suspension, its start — or of something else."""

from __future__ import annotations

from geo.agreement import AgreementType
from geo.cue import Cue, CueKind, Cues
from geo.status.anaphora import takes_up
from geo.status.matter import takes_truce
from geo.status.naming import is_definite
from geo.syntax.sentence import Sentence
from geo.text.phrase import Words

_CREATED_REACH = 8  # words from "zone" to "be set up"
_RUN_OUT_REACH = 3  # words between «انتهت» and the truce
_OVER = ("ended", "over", "violated", "undone", "suspended", "rejected")
_UNDER_WAY = ("begun", "in_force", "suspended")
_CONCLUDED_REACH = 5  # words from «عقدت», with who did, to the truce
_SET_REACH = 4  # words from «مهلة» to «التي حددها»
_GONE_REACH = 7  # words between «خرجت» and «آخر دفعة»
_DATED_REACH = 6  # the same, where it says first when
_SUBJECT_REACH = 2  # words before the subject of a clause: «وكان», «إن»
_REACHED_BEFORE, _REACHED_BEHIND = 6, 10  # words from "reached" back and on to what was reached
_OBJECT_REACH = 5  # words between "ended" and the fighting that ended
_OBSERVED_REACH = 5  # words between "observe" and the truce
# what a verb says of a truce that is its object: «أنهى الهدنة», "shook the truce", "secured a truce"
OF_OBJECT = {"undone": "ended", "strained": "violated", "obtained": "agreed"}
_RELATIVE = ("which", "that")
_IMPAIRED_REACH = 3  # words from «يخلون», with its subject, to «بالهدنة»
_WATCHED_REACH = 2  # words from "monitor" to the violations
_WHO_HOLDS = ("it", "they")
_SOON = ("in", "within")
_AS, _AT = "as", "at"
_HOUR_REACH = 8  # words from "ends at" over the hour to the day: "about 11:30 p.m. on"
_ATTRIBUTES_REACH = 4  # words from "the shattered" to the truce: "Russian-backed"
_FUNCTION_WORDS = (CueKind.LOCATIVE, CueKind.ABOUT, CueKind.PARTY, CueKind.DATE_RELATION, CueKind.BACKDROP)
_SUBJECTS = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.EVACUATION, CueKind.CONFLICT)
_DAY_REACH = 2  # words from "expires" to the day
_COUNTED_REACH = 3  # words from "in" to "weeks"
_ORDERED = "امر"  # folded
_ORDER_REACH = 5  # words between «أمر» and «بهدنة»
_HALTED_REACH = 7  # words from «علقت» on, with the name of the truce
_ON = "علي"  # folded
_COMMENT_REACH = 6  # words from «علق», with who comments, to «على»
_DURING = ("خلاله", "خلالها")
_OF, _OUT = "من", "out"
_WARNED_REACH = 7  # words from «حذر», who warns and whom, to the breach that he warns of
_DURING_REACH = 5  # words between a truce and «جرى خلاله»


def _is_during_truce(sentence: Sentence, cue: Cue) -> bool:
    """«هدنة جرى خلالها إجلاء الجرحى»; in «اجتماع تم خلاله الاتفاق على هدنة» it is the meeting that something was done at."""
    near = sentence.cues.within(max(cue.first - _DURING_REACH, sentence.first), cue.first - 1, CueKind.TRUCE, CueKind.MEETING)
    asked = sentence.cues.within(sentence.first, near[-1].first, CueKind.STATUS) if near else []
    open_still = any(c.value in ("proposed", "negotiating", "rejected") for c in asked)  # «دعا إلى هدنة خرجت خلالها مظاهرات»
    return bool(near) and near[-1].kind is CueKind.TRUCE and not open_still


def is_of_truce(sentence: Sentence, cue: Cue) -> bool:
    """«انتهت الهدنة», «إقامة منطقة آمنة»: what is over is the truce, no deadline; what is set up a zone, no post; in «انتهاك
    حقوق الإنسان» no truce is broken, «أمر» is an order where a truce is what was ordered, and «علق» suspends one where that
    or its application («علقت الحكومة العمل بالهدنة») is what was suspended;
    in «أنهى الجيش الهدنة» the truce stands behind, in «الهدنة أنهت الحرب» it is the war that is over."""
    backed = sentence.words.texts[cue.first] == "backed" and cue.first > sentence.first
    if backed and "-" in sentence.gap(cue.first - 1, cue.first):
        return False  # "Iran-backed rebels"
    if cue.first == cue.last and sentence.words.is_a("concludes", cue.first, cue.offset):
        return _concludes_truce(sentence, cue)
    if _is_of_noun_behind(sentence, cue) or (cue.value == "rejected" and _says_who_refuses(sentence, cue)):
        return False
    if sentence.words.is_a("undergoes", cue.first, cue.offset) and _is_undergoing(sentence, cue):
        return False
    if cue.value == "calm":  # "the minister was calm": of a place it tells, and that is asked where places are
        return False
    during = sentence.words.texts[cue.last] in _DURING and not _is_during_truce(sentence, cue)
    if cue.value == "in_force" and (during or _is_in_effect_over(sentence, cue)):
        return False
    if sentence.words.is_a("is_to_end", cue.first) and _is_to_end(sentence, cue):
        return False
    if cue.value == "agreed" and sentence.words.is_a("reaches", cue.first):
        near = sentence.cues.within(cue.first - _REACHED_BEFORE, cue.last + _REACHED_BEHIND, CueKind.TRUCE, CueKind.AGREEMENT)
        return any(sentence.first <= c.first <= sentence.last for c in near)  # no "aid reached Douma", "jets struck Aleppo"
    if sentence.words.texts[cue.last] == "over" and cue.last < sentence.last and sentence.words.joined(cue.last):
        return sentence.words.is_a("behind_over", cue.last + 1)  # no "ceasefire over Christmas"
    if cue.value == "in_force" and cue.first == cue.last and sentence.words.is_english(cue.first):
        return _is_of_english_truce(sentence, cue)
    if cue.value == "in_force" and cue.last < sentence.last and sentence.words.is_a("preliminary", cue.last + 1):
        return False  # «التفاهم ما زال أوليا»
    if cue.value == "in_force" and cue.first == cue.last and sentence.words.is_a("goes_on", cue.first):
        noun = cue.first - 1
        fighting = sentence.cues.ending(CueKind.CONFLICT, noun)  # «وسبق الاتفاق قصف متواصل», «والمعارك مستمرة»
        if fighting is None and noun > sentence.first and sentence.words.joined(noun - 1):
            fighting = sentence.cues.ending(CueKind.CONFLICT, noun - 1)  # «اشتباكات عنيفة متواصلة»
        fought = fighting is not None and (fighting.value == "attack" or sentence.words.is_a("battles", fighting.last))
        return not fought or not sentence.words.joined(cue.first - 1)
    if cue.value == "ended" and sentence.words.is_a("operations", cue.last) and not sentence.cues.firsts(CueKind.EVACUATION):
        return False  # «ما يعني انتهاء العملية التي بدأها الجيش»
    if cue.value == "violated" and _is_no_breach(sentence, cue):
        return False
    if sentence.words.is_a("allows", cue.first, cue.offset) and _is_allowing(sentence, cue):
        return False
    if sentence.words.texts[cue.first] == _ORDERED and cue.value == "agreed":
        near = sentence.cues.within(cue.last + 1, cue.last + _ORDER_REACH, CueKind.TRUCE)
        return any("ب" in c.prefixes for c in near) or _is_ordered_to_cease(sentence, cue)
    if cue.value == "suspended" and cue.first == cue.last:
        return _suspends_truce(sentence, cue)
    halted = cue.value == "suspended" and any(sentence.words.is_a("passive", i) for i in (max(cue.first - 1, 0), cue.first))
    active = sentence.words.texts[cue.first].endswith("ing") and not sentence.words.is_a("passive", cue.first)
    halted = halted and not active  # "was suspending its participation"
    if halted or (cue.value in ("suspended", "ended") and sentence.words.is_a("comes_to", cue.first)):
        return _is_said_of_truce(sentence, cue)
    if cue.value == "extended" and (_is_of_fighting(sentence, cue) or _is_said_of_war(sentence, cue)):
        return False
    if cue.value == "extended" and sentence.cues.starting(CueKind.COVERAGE, cue.first):
        return False  # "did not extend to Idlib"
    if cue.value == "extended" and sentence.words.is_a("maintains", cue.first):
        kept = sentence.cues.within(cue.last + 1, cue.last + _RUN_OUT_REACH, CueKind.TRUCE)
        other = kept and sentence.cues.within(cue.last + 1, kept[0].first - 1, CueKind.STATUS)  # "continued to break the truce"
        return bool(kept) and not other and sentence.cues.starting(CueKind.MEETING, kept[0].last + 1) is None
    if cue.value in OF_OBJECT:
        return _undoes_truce(sentence, cue)
    return cue.value not in ("over", "creating", "completed") or _is_near_truce(sentence, cue)


def _is_in_effect_over(sentence: Sentence, cue: Cue) -> bool:
    """ "The truce was in effect wrecked": an adverb of what the next word says. English only."""
    behind = sentence.cues.starting(CueKind.STATUS, cue.last + 1)
    over = behind is not None and behind.value in _OVER and sentence.words.joined(cue.last)
    return over and sentence.words.texts[cue.first : cue.last + 1] == ("in", "effect")


def _is_ordered_to_cease(sentence: Sentence, order: Cue) -> bool:
    """«أمر الرئيس الروسي، اليوم السبت، قواته بوقف إطلاق النار»: an order that a clause opens with, whoever stands between."""
    clause = sentence.clause_at(order.first)
    behind = sentence.cues.within(order.last + 1, clause.last, CueKind.CESSATION, CueKind.STATUS, CueKind.ADHERENCE)
    truce = sentence.cues.starting(CueKind.TRUCE, behind[0].first) if behind and clause.first == order.first else None
    return truce is not None and behind[0].value == "stop" and "ب" in truce.prefixes


def _is_undergoing(sentence: Sentence, cue: Cue) -> bool:
    """«تعرض الاتفاق لخروقات»: it underwent breaches; the same letters are "she offers"."""
    behind = sentence.cues.within(cue.last + 1, sentence.last, CueKind.STATUS, CueKind.CONFLICT)
    undergone = [c for c in behind if "ل" in c.prefixes and c.value in ("violated", "attack")]
    before = [c.first - 1 for c in undergone]  # no «تجنبا لهجوم»
    return any(i in sentence.read.name_words or not sentence.words.texts[i].endswith("ا") for i in before)


def _is_of_noun_behind(sentence: Sentence, cue: Cue) -> bool:
    """ "The shattered Old City": a participle between an article and another noun than the truce says how that is. English
    only."""
    texts, last = sentence.words.texts, cue.last
    participle = cue.first == last and texts[last].endswith("ed") and sentence.words.is_a("determiner", max(cue.first - 1, 0))
    if not participle or last + 1 > sentence.last or not sentence.words.joined(last):
        return False
    end = min(last + 1 + _ATTRIBUTES_REACH, sentence.last)
    named = sentence.cues.within(last + 1, end, *_SUBJECTS[:3], CueKind.STATUS, CueKind.DECISION)
    return not named and not any(sentence.cues.starting(kind, last + 1) for kind in _FUNCTION_WORDS)


def _says_who_refuses(sentence: Sentence, refusal: Cue) -> bool:
    """«خروج من يرفض التسوية», «ترحيل من لا يقبل الاتفاق»: who is sent away under an accord that stands. Arabic only."""
    texts = sentence.words.texts
    verb = refusal.last if refusal.last > refusal.first else refusal.first  # «لا يقبل» is one cue
    before = texts[max(refusal.first - 2, sentence.first) : refusal.first]
    return texts[verb].startswith("ي") and any(word in sentence.words.classes["whoever"] for word in before)


def _is_of_fighting(sentence: Sentence, renewed: Cue) -> bool:
    """ "Renewed fighting"; not "was extended after fighting", and in «مدد الجيش الهدنة» it is the army that renews."""
    behind = renewed.last + 1
    if behind > sentence.last or not sentence.words.joined(renewed.last) or sentence.cues.starting(CueKind.OPENER, behind):
        return False
    fights = sentence.cues.within(renewed.last + 1, renewed.last + 2, CueKind.CONFLICT)
    return any(fight.value or sentence.words.is_english(fight.first) for fight in fights)


def _is_said_of_war(sentence: Sentence, extended: Cue) -> bool:
    """ "The war would go on for another year": what is said to last longer is the fighting. English only."""
    if not any(sentence.words.texts[i] == "another" for i in range(extended.first, extended.last + 1)):
        return False
    subjects = sentence.cues.within(sentence.clause_at(extended.first).first, extended.first - 1, *_SUBJECTS)
    return bool(subjects) and subjects[-1].kind is CueKind.CONFLICT and _is_fighting(sentence, subjects[-1])


def _is_near_truce(sentence: Sentence, cue: Cue) -> bool:
    """«انتهت الهدنة», «اكتمل خروج المقاتلين», "a zone would be set up": what the verb is said of stands beside it."""
    if cue.value == "over" and cue.last < sentence.last and sentence.words.is_a("deadline", cue.last + 1):
        return False  # «موعد انقضاء المهلة التي وضعها الاتفاق»
    if cue.value == "over" and sentence.words.is_a("time_limit", cue.last) and _is_set_by_deal(sentence, cue):
        return False
    made = cue.value == "creating"
    first = max(cue.first - _CREATED_REACH * _is_passive(sentence, cue), sentence.first) if made else cue.first - _RUN_OUT_REACH
    named = sentence.cues.within(first, sentence.last, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.ZONES)
    dated = cue.last < sentence.last and sentence.words.is_a("hour", cue.last + 1)  # «انتهت عند منتصف الليل الهدنة»
    near = [c for c in named if c.first <= cue.last + (_DATED_REACH if dated else _RUN_OUT_REACH)]
    begun = sentence.cues.ending(CueKind.STATUS, cue.first - 1) if cue.first > sentence.first else None
    if cue.value == "completed" and begun is not None and begun.value in _UNDER_WAY:  # «بدء خروج الدفعة الأخيرة»
        return False
    if cue.value == "completed":  # «اكتمل خروج المقاتلين»; a truce is not over where its application is complete
        leaving = sentence.cues.within(cue.first - _GONE_REACH, cue.last + _RUN_OUT_REACH, CueKind.EVACUATION)
        leaving = [c for c in leaving if c.first >= sentence.first and not sentence.comma_between(c, cue)]
        leaving = [c for c in leaving if not sentence.is_negated(c)]
        return bool(leaving) or any(c.value == AgreementType.EVACUATION_SETTLEMENT for c in near)
    subject = cue.value == "over" and _is_subject(sentence, cue)
    if cue.value == "over" and sentence.words.is_a("lasted", cue.first):  # «أنهت الهدنة معارك دامت شهرا»
        near = [c for c in near if c.last < cue.first and not sentence.cues.within(c.last + 1, cue.first - 1, CueKind.CONFLICT)]
        return any(not sentence.words.is_a("violence", c.last + 1) for c in near)  # «أنهى الاتفاق حصارا دام عاما»
    subject = subject or (cue.value == "over" and takes_up(sentence, cue))
    return subject or any(c.kind is not CueKind.ZONES or cue.value == "creating" for c in near)


def _concludes_truce(sentence: Sentence, verb: Cue) -> bool:
    """«عقدت قوات النظام اتفاقا لوقف إطلاق النار مع الفصائل»; not «عقدت لجنة الهدنة اجتماعا», "held" as meetings are."""
    kinds = (CueKind.MEETING, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.STATUS, CueKind.ABOUT)
    behind = [c for c in sentence.cues.within(verb.last + 1, verb.last + _CONCLUDED_REACH, *kinds) if c.first <= sentence.last]
    new = bool(behind) and behind[0].kind in (CueKind.TRUCE, CueKind.AGREEMENT)
    return new and not sentence.words.texts[behind[0].first].startswith("ال") and behind[0].first > verb.last + 1


def _is_set_by_deal(sentence: Sentence, deadline: Cue) -> bool:
    """«انتهاء مهلة الـ120 ساعة التي حددها الاتفاق»: the time that a deal gives for something, said of no truce before it."""
    behind = sentence.cues.within(deadline.last + 1, deadline.last + _SET_REACH, CueKind.OPENER, CueKind.TRUCE)
    return bool(behind) and behind[0].kind is CueKind.OPENER and behind[0].value == "relative"


def _is_no_breach(sentence: Sentence, cue: Cue) -> bool:
    """«انتهاك حقوق الإنسان», «تراقب خروقات الهدنة», "to monitor violations": no truce was broken, or may have been."""
    texts = sentence.words.texts
    if cue.last < sentence.last and sentence.words.is_a("violable", cue.last + 1):
        return True
    if sentence.words.is_a("impairs", cue.first, cue.offset) and not texts[min(cue.last + 1, sentence.last)].startswith("ب"):
        named = sentence.cues.within(cue.last + 1, cue.last + _IMPAIRED_REACH, CueKind.TRUCE, CueKind.AGREEMENT)
        return not any("ب" in truce.prefixes for truce in named)  # «سيخلون المعبر»
    out = cue.last < sentence.last and sentence.words.is_a("breaks_out", cue.last) and texts[cue.last + 1] == _OUT
    if out or _is_conceded_charge(sentence, cue) or _is_blame_for_other(sentence, cue):  # "clashes have broken out"
        return True
    warned = range(max(cue.first - _WARNED_REACH, sentence.first), cue.first - 1)
    if warned and texts[cue.first - 1] == _OF and sentence.cues.within(warned.start, warned.stop - 1, CueKind.PROSPECT):
        return True  # «حذرت الأمم المتحدة الأطراف من خرق الهدنة»
    return any(sentence.words.is_a("monitors", i) for i in range(max(cue.first - _WATCHED_REACH, sentence.first), cue.first))


def _is_blame_for_other(sentence: Sentence, blame: Cue) -> bool:
    """ "(The operation was stuck and) both sides blamed each other": no breach where the clause, as far as that, names no
    truce and no fighting. English only."""
    if not sentence.words.is_a("blames", blame.first):
        return False
    clause = sentence.clause_at(blame.first)
    named = sentence.cues.within(sentence.first, clause.last, *_SUBJECTS[:2], CueKind.CONFLICT)
    fought = [c for c in named if c.kind is not CueKind.CONFLICT or c.value or sentence.words.is_a("violence", c.last)]
    return not fought


def _is_conceded_charge(sentence: Sentence, breach: Cue) -> bool:
    """ "The truce has held, although both sides have accused each other of violations": a charge that is conceded to what the
    main clause says, which is that it holds."""
    clause = sentence.clause_at(breach.first)
    accused = any(sentence.words.is_a("accuses", i) for i in range(clause.first, breach.first))
    main = [cue for c in sentence.clauses if c is not clause and not c.relation for cue in sentence.cues_in(c, CueKind.STATUS)]
    return accused and clause.relation == "concession" and any(cue.value in ("in_force", "extended") for cue in main)


def _is_to_end(sentence: Sentence, cue: Cue) -> bool:
    """ "The truce, which runs out on Friday", "a truce that runs out in two weeks": it holds until then; not where it "ends on
    Friday as fighting resumes"."""
    texts = sentence.words.texts
    if _is_as_fighting_resumes(sentence, cue):
        return False
    if cue.first > sentence.first and texts[cue.first - 1] in _RELATIVE:
        return True
    at_hour = cue.last < sentence.last and texts[cue.last + 1] == _AT
    reach = cue.last + (_HOUR_REACH if at_hour else _DAY_REACH)
    if any(cue.last < at <= reach and sentence.words.joined(cue.last) for at, _ in sentence.dates):
        return True  # "expires on Saturday", "ends at midnight on Sunday"
    counted = range(cue.last + 2, min(cue.last + 1 + _COUNTED_REACH, sentence.last) + 1)
    soon = cue.last < sentence.last and texts[cue.last + 1] in _SOON
    return soon and any(sentence.words.is_a("duration_unit", i) for i in counted)


def _is_as_fighting_resumes(sentence: Sentence, end: Cue) -> bool:
    first = next((i for i in range(end.last + 1, sentence.last) if sentence.words.texts[i] == _AS), sentence.last)
    if sentence.cues.within(first, sentence.last, CueKind.MODALITY, CueKind.PROSPECT):
        return False
    told = (CueKind.RESUMPTION, CueKind.CONFLICT)
    return all(sentence.cues.within(first, sentence.last, kind) for kind in told)


def _suspends_truce(sentence: Sentence, cue: Cue) -> bool:
    """«علقت الحكومة الهدنة», «علقت العمل بالهدنة», «… هدنة وعلقت اليوم»; not «علق المتحدث على الهدنة», «أوقف الجيش رتلا»."""
    if comments_on(sentence.words, sentence.cues, cue.first):
        return False
    halts = sentence.words.is_a("suspends", cue.first, cue.offset)
    stops = sentence.words.is_a("stops", cue.first, cue.offset)
    ceases = sentence.words.is_a("ceases", cue.first, cue.offset)
    if not halts and not stops and not ceases:
        return True
    end = min(cue.last + _HALTED_REACH, sentence.last)
    near = sentence.cues.within(cue.last + 1, end, CueKind.TRUCE, CueKind.AGREEMENT)
    between = sentence.words.texts[cue.last + 1 : near[0].first] if near else ()
    if _ON in between:
        return False
    halted = halts and bool(near) and "ب" not in near[0].prefixes
    leaving = bool(near) and near[0].value == AgreementType.EVACUATION_SETTLEMENT  # «توقفت عملية إخراج المسلحين»
    if ceases or (stops and leaving):  # where the fighting stops, no truce does
        return leaving
    adhering = any(word in sentence.words.classes["adherence"] for word in between)
    return halted or adhering or takes_up(sentence, cue)


def comments_on(words: Words, cues: Cues, first: int) -> bool:
    """True for «علقت واشنطن على الهدنة», «تعليق إسرائيل على …», «تعليقه على»: a comment, in the letters of a suspension; not
    for «علقت الهدنة ردا على …»."""
    if not words.is_a("comments_on", first):
        return False
    on = next((i for i in range(first + 1, min(first + _COMMENT_REACH, len(words) - 1) + 1) if words.texts[i] == _ON), None)
    if on is None or not all(map(words.joined, range(first, on))):
        return False
    return not cues.within(first, on - 1, CueKind.TRUCE, CueKind.AGREEMENT)


def _is_said_of_truce(sentence: Sentence, halted: Cue) -> bool:
    """In "the evacuation was halted" it is; in "fighting was brought to a halt by a truce" it is not. English only."""
    named = sentence.cues.within(sentence.first, halted.first - 1, *_SUBJECTS)
    before = [c for c in named if c.kind is not CueKind.CONFLICT or c.value or sentence.words.is_a("violence", c.first)]
    told = before and any(sentence.words.is_a("said", i) for i in range(before[-1].last + 1, halted.first))
    return bool(before) and not told and before[-1].kind is not CueKind.CONFLICT


def _is_passive(sentence: Sentence, cue: Cue) -> bool:
    """ "A buffer zone would be set up": what is made stands before the verb. English only."""
    return sentence.words.is_english(cue.first) and sentence.words.is_a("passive", cue.first - 1)


def _is_allowing(sentence: Sentence, verb: Cue) -> bool:
    """«أتاحت الهدنة دخول المساعدات»: what made something possible is a truce that is there; «أتاحت المحادثات هدنة» made one."""
    truce = sentence.cues.starting(CueKind.TRUCE, verb.last + 1)
    return truce is not None and is_definite(sentence.words, sentence.cues, truce)


def _is_subject(sentence: Sentence, verb: Cue) -> bool:
    """«وكان وقف إطلاق النار بين الحكومة والمتمردين في الإقليم انتهى», «الهدنة التي أعلنت أمس في الرستن انتهت»: the truce that a
    clause begins with, or that a relative one hangs on, is what is over; not the battle that «أعقبت معركة انتهت» tells of."""
    clause = sentence.clause_at(verb.first)
    if clause.relation == "relative":
        fought = sentence.cues.within(clause.first, verb.first - 1, CueKind.CONFLICT)
        fought = [cue for cue in fought if cue.value]
        return not fought and any(sentence.cues.ending(kind, clause.first - 1) for kind in (CueKind.TRUCE, CueKind.AGREEMENT))
    before = sentence.cues.within(clause.first, verb.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    return bool(before) and before[0].first <= clause.first + _SUBJECT_REACH


def _is_of_english_truce(sentence: Sentence, cue: Cue) -> bool:
    """In "the truce is holding", "to observe a truce" the verb is said of a truce; in "rebels holding out in Douma have agreed
    to one" it is not: a truce is named before it, or right behind."""
    kinds = (CueKind.TRUCE, CueKind.AGREEMENT)
    if sentence.cues.starting(CueKind.TRUCE, cue.first):  # "has halted its offensive"
        return True
    if _is_of_land(sentence, cue) or is_of_war(sentence, cue):
        return False
    clause = sentence.clause_at(cue.first)
    subject = clause.relation == "relative" and cue.first > clause.first + 1 and sentence.words.is_a("holds", cue.first)
    if subject and not sentence.cues.within(clause.first, cue.first - 1, *kinds):
        return False  # "Sirte and Jufra, which Haftar holds, become demilitarized zones"
    behind = sentence.cues.within(cue.last + 1, cue.last + _OBSERVED_REACH, *kinds)
    before = sentence.cues.within(sentence.first, cue.first - 1, *kinds, CueKind.EVACUATION)
    return bool(behind or before) or sentence.continues


def _is_of_land(sentence: Sentence, cue: Cue) -> bool:
    """ "The positions it held before the war": who held which ground."""
    subject, ground = cue.first - 1, cue.first - 2
    if ground < sentence.first or sentence.words.texts[subject] not in _WHO_HOLDS:
        return False
    return sentence.words.is_a("land", ground) or sentence.words.is_a("posts", ground)


def is_of_war(sentence: Sentence, begun: Cue) -> bool:
    """ "The war in Libya began in 2014 and a ceasefire was reached": it is the fighting that began."""
    if not sentence.words.is_a("began", begun.first):
        return False
    clause = sentence.clause_at(begun.first)
    fought = [c for c in sentence.cues.within(clause.first, begun.first - 1, CueKind.CONFLICT) if _is_fighting(sentence, c)]
    if not fought:
        return False
    between = range(fought[-1].last + 1, begun.first)
    other = sentence.cues.within(clause.first, begun.first - 1, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.EVACUATION)
    return not other and not any(sentence.words.is_a("pronoun", i) for i in between)


def _is_fighting(sentence: Sentence, conflict: Cue) -> bool:
    words, last = sentence.words, conflict.last
    return words.is_a("violence", last) or words.is_a("battles", last) or words.is_a("war_as_such", last)


def _undoes_truce(sentence: Sentence, cue: Cue) -> bool:
    """«أنهى الجيش الهدنة»; «أنهت الهدنة معارك عنيفة» is what a truce does, and «أنهى القصف …» an end of something else."""
    objects = sentence.cues.within(cue.last + 1, min(cue.last + 1 + _OBJECT_REACH, sentence.last), CueKind.TRUCE)
    if not objects:
        return False
    truce = objects[0]
    aside = sentence.cues.ending(CueKind.BACKDROP, truce.first - 1) or sentence.cues.ending(CueKind.OPENER, truce.first - 1)
    if aside or "," in sentence.gap(cue.last, truce.first):  # «أسقطوا طائرة خلال الهدنة», «نسفوا جسرا، والهدنة سارية»
        return False
    if sentence.words.is_english(cue.first) and not takes_truce(sentence, cue, truce):
        return False
    fighting = sentence.cues.within(cue.last + 1, min(truce.last + _OBJECT_REACH, sentence.last), CueKind.CONFLICT)
    fought = [
        c for c in fighting if sentence.words.is_a("violence", c.last) and c.last < truce.first
    ]  # "ended the war with a truce"
    fought += [c for c in fighting if c.value in ("attack", "fire") and not truce.first <= c.first <= truce.last]
    return all("," in sentence.gap(truce.last, c.first) for c in fought if c.first > truce.last) and not any(
        c.first < truce.first for c in fought
    )
