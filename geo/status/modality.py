"""Modality: whether what a clause says of a truce is told as a fact, as what lies ahead or may be, or is denied."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.status.outlook import is_future_verb
from geo.syntax.clause import Clause, is_foretold
from geo.syntax.sentence import Sentence

BY_IT = "it"  # the value of «بموجبه»
_COMMITMENT = "التزام"  # «التزامها بالانسحاب» too
_STARTS = ("يبدا", "تبدا")  # folded
_START_REACH = 4  # words between «تبدأ» and the day
_END_REACH = 6  # words from «ينتهي» to the hour: «ينتهي العمل بالهدنة في دوما عند منتصف ليل …»
_CHANCES = ("امكانيه", "احتمال")  # nouns, folded
_COMES_ABOUT = ("agreed", "announced", "reaching", "begun", "in_force")
_PROMISE_REACH = 5  # words from "agreed" to what was agreed: "agreed on Friday to leave"
_OFFER_REACH = 4  # words from «اقترح», with its subject, to «أن»
_BE = "be"
_PROGRESSIVE = "ing"
_COULD = "could"
_THEREBY = "بذلك"
_THAT = "ان"  # folded
_BASE_FORMS = ("agree", "accept")
_TO_AN_END = ("علي", "عن")  # folded
_REMAINS_REACH = 6  # words from «يبق» to «على»: «لم يبق سوى ساعات قليلة على»
_IMPERFECT = ("ي", "ت")  # first letters of an Arabic verb in the imperfect, third person


def find_modality(
    sentence: Sentence, number: int, last: int, verbs: Sequence[Cue], begins: Cue | None, bare: Cue | None
) -> str:  # fmt: skip
    """The modality of what the sentence's clause `number` says as far as the word `last`; "asserted" where nothing limits it.

    `verbs` are its words of status and covering; `begins` its status unless that is denied, `bare` a truce that has no status.
    """
    clause = sentence.clauses[number]
    governed = clause.relation in ("complement", "aim", "relative", "where")
    if any(
        not _is_answered(sentence, clause, denial)
        and not _denies_what_others_say(sentence, clause, denial, begins)
        and not _is_refusal(denial, begins)
        for denial in sentence.cues.within(sentence.first if governed else clause.first, clause.last, CueKind.DENIAL)
    ):
        return "denied"
    if any(c.relation == "condition" for c in sentence.clauses[: number + 1]):
        return "conditional"
    open_still = clause.relation in ("possibility", "fear") and not _is_perceived(sentence, clause.first)
    if open_still or _is_possible(sentence, clause, last):
        return "future" if any(is_reported_future(sentence, clause, verb) for verb in verbs) else "possible"
    if begins is None and any(_shall_become(sentence, verb) for verb in verbs):
        return "possible"
    if begins and begins.value in ("agreed", "announced") and _is_expected(sentence, number):
        return "possible"
    if begins and begins.value == "in_force" and _is_expected(sentence, number):
        return "future"  # «ينتظر أن يوضع التفاهم موضع التطبيق»
    if begins and _is_hours_away(sentence, begins):
        return "future"
    if begins and _is_offered(sentence, number, begins):
        return "possible"
    if _is_future(sentence, clause, verbs, begins, bare):
        return "future"
    timed = clause.relation == "time" and clause.opener is not None
    before = timed and clause.opener is not None and sentence.words.is_a("before", clause.opener.first)
    pledged = timed and begins is not None and begins.value == "in_force" and _is_pledged(sentence, clause)
    return "future" if before or pledged else "asserted"  # «قبل ساعات من بدء سريان الهدنة»


def _is_answered(sentence: Sentence, clause: Clause, denial: Cue) -> bool:
    """In "the rebels denied it and the army insisted | that a deal was struck" the clause is what the last verb says. English
    only."""
    if clause.relation != "complement" or denial.last >= clause.first or not sentence.words.is_english(denial.first):
        return False
    said = sentence.cues.within(denial.last + 1, clause.first - 1, CueKind.SPEECH)
    return any(not sentence.words.is_a("auxiliary", cue.first) for cue in said)


def _denies_what_others_say(sentence: Sentence, clause: Clause, denial: Cue, begins: Cue | None) -> bool:
    """«موسكو تعلن اتفاقا في دوما وجيش الإسلام ينفي»: at the end of what one side announces the other denies it; the first has
    announced it all the same. Arabic only."""
    texts = sentence.words.texts
    if begins is None or begins.last > denial.first or denial.last != clause.last or sentence.words.is_english(denial.first):
        return False
    return any(word.startswith("و") for word in texts[begins.last + 1 : denial.first])


def _is_refusal(denial: Cue, status: Cue | None) -> bool:
    """ "Denied any agreement on a truce": the status says all of it."""
    return status is not None and status.value == "rejected" and status.first <= denial.first <= status.last


def _is_expected(sentence: Sentence, number: int) -> bool:
    """«من المتوقع أن يعلنوا هدنة»; what is scheduled («من المقرر») is more than that."""
    before = sentence.clauses[number - 1] if number else None
    if sentence.clauses[number].relation != "complement" or not before or before.relation != "possibility" or not before.opener:
        return False
    return not any(sentence.words.is_a("scheduled", i) for i in range(before.opener.first, before.opener.last + 1))


def _is_hours_away(sentence: Sentence, cue: Cue) -> bool:
    """«لم يبق سوى ساعات على نهاية الهدنة», «يفصلنا يوم واحد عن انتهاء الهدنة», «موعد انتهائها مساء اليوم»: an end that is to
    come. Arabic only."""
    words, to_it = sentence.words, cue.first - 1
    if cue.value != "ended" or to_it < sentence.first:
        return False
    if words.is_a("appointed_hour", to_it):
        return not (words.is_a("has_come", to_it - 1) or words.is_a("after", to_it - 1))
    if words.texts[to_it] not in _TO_AN_END:
        return False
    near = range(max(to_it - _REMAINS_REACH, sentence.first), to_it)
    left = next((i for i in near if words.is_a("remains", i)), None)
    return left is not None and any(words.is_a("ago_unit", i) for i in range(left + 1, to_it))


def _is_offered(sentence: Sentence, number: int, begins: Cue) -> bool:
    """«اقترح الوسطاء أن تبدأ الهدنة», "demanded that the two sides agree to a truce": what shall be is part of the offer."""
    clause, texts = sentence.clauses[number], sentence.words.texts
    if clause.relation != "complement" or not number or clause.opener is None or clause.opener.last >= clause.last:
        return False
    offers = [cue for cue in sentence.cues_in(sentence.clauses[number - 1], CueKind.STATUS) if cue.value == "proposed"]
    near = any(not sentence.is_negated(cue) and clause.first - cue.last <= _OFFER_REACH for cue in offers)
    be = texts[begins.first - 1] == _BE or texts[begins.first] == _BE  # "suggested that a truce be declared"
    shall = be or (begins.value == "agreed" and texts[begins.first] in _BASE_FORMS)
    return near and (shall or texts[clause.opener.last + 1].startswith(_IMPERFECT))


def _is_pledged(sentence: Sentence, clause: Clause) -> bool:
    """«تعهدوا بالانسحاب بعد دخول الهدنة حيز التنفيذ»: what they pledge waits for it."""
    before = sentence.cues.within(sentence.first, clause.first - 1, CueKind.PLEDGE, CueKind.ADHERENCE)
    return any(cue.kind is CueKind.PLEDGE or sentence.words.texts[cue.first].startswith(_COMMITMENT) for cue in before)


def is_reported_future(sentence: Sentence, clause: Clause, status: Cue | None) -> bool:
    """In "would take effect", "is expected to begin", "announced that a zone would be set up" it is agreed that it will; "may"
    and "could" leave it open."""
    if clause.opener is None or status is None or clause.relation != "possibility":
        return False
    said = any(sentence.words.is_a("said", i) for i in range(sentence.first, clause.first))
    if said and status.value == "agreed" and status.first == clause.opener.first:  # "said that his men would cease fire"
        return True
    before = sentence.cues.within(sentence.first, clause.first - 1, CueKind.STATUS) if status.value == "agreed" else []
    made = any(cue.value in ("agreed", "announced") for cue in before)
    ends = status.value == "ended" and sentence.words.is_a("lasts_no_longer", status.first)  # "is due to expire"
    return (status.value == "in_force" or made or ends) and sentence.words.is_a("reported_future", clause.opener.first)


def is_ahead(sentence: Sentence, number: int) -> bool:
    """True if what a clause tells is done under a truce is a term of it, still to come: «بموجب الاتفاق يخرج المقاتلون …»,
    «يتم بموجبه إجلاء …», "under the deal fighters will leave". «غادروا», «يغادرون» and "are leaving" tell of what is done."""
    clause, texts = sentence.clauses[number], sentence.words.texts
    if _only_says_under_what(sentence, number):
        return is_ahead(sentence, number + 1)
    governed = clause.relation == "complement" and number > 0 and sentence.clauses[number - 1].relation == "possibility"
    if governed or any(cue.value == "future" for cue in sentence.cues_in(clause, CueKind.MODALITY)):
        return True
    if any(is_future_verb(sentence.words, i) for i in range(clause.first, clause.last + 1)):
        return True
    under = sentence.cues_in(clause, CueKind.IMPLEMENTING)
    if any(_is_to(sentence, i) for cue in under for i in range(clause.first + 1, cue.first)):
        return True  # "guns are to fall silent under a deal"
    by_it = [cue for cue in under if cue.value == BY_IT and cue.first > clause.first]
    if any(texts[cue.first - 1].removeprefix("و").startswith(_IMPERFECT) for cue in by_it):
        return True  # «اتفاق تدخل بموجبه قوافل الإغاثة»
    leaving = [cue.first for cue in sentence.cues_in(clause, CueKind.EVACUATION) if cue.first > clause.first + 1]
    leaving = [i - (texts[i - 1] == _BE) for i in leaving]
    if any(
        texts[i - 1] == "to" and not sentence.words.is_a("began", i - 2) and _is_promised(sentence, clause, i) for i in leaving
    ):
        return True  # "agreed to leave", "are to leave", "are to be evacuated"
    verbs = {cue.value for cue in sentence.cues_in(clause, CueKind.CARRYING_OUT) if not _is_news(sentence, clause, cue)}
    return "term" in verbs and "done" not in verbs


def _is_to(sentence: Sentence, word: int) -> bool:
    """ "Are to", "is to": what has been laid down; not "is to blame"."""
    texts = sentence.words.texts
    return texts[word] == "to" and texts[word - 1] in ("is", "are") and not sentence.words.is_a("at_fault", word + 1)


def _is_news(sentence: Sentence, clause: Clause, verb: Cue) -> bool:
    """«قافلة مساعدات تدخل الرستن في ظل الهدنة»: in a headline, whose subject stands first, the imperfect tells what is done."""
    more = sentence.last + 1 < len(sentence.words)
    headline = sentence.number == 0 and more and "\n" in sentence.words.between(sentence.last, sentence.last + 1)
    imperfect = sentence.words.texts[verb.first].startswith(_IMPERFECT)
    return headline and imperfect and clause.first < verb.first and not clause.relation


def _only_says_under_what(sentence: Sentence, number: int) -> bool:
    """«وبموجب الاتفاق، ستدخل مساعدات»: a clause that names the truce, and another behind its comma that says what is done."""
    clause = sentence.clauses[number]
    implementing = sentence.cues.starting(CueKind.IMPLEMENTING, clause.first)
    says = sentence.cues_in(clause, CueKind.CARRYING_OUT, CueKind.EVACUATION, CueKind.STATUS, CueKind.DEPLOYMENT)
    return implementing is not None and not says and number + 1 < len(sentence.clauses)


def _is_promised(sentence: Sentence, clause: Clause, leaving: int) -> bool:
    """ "Agreed to leave", "agreed on Friday to hand over their weapons", "are to leave", "fighters to quit Harasta". English
    only."""
    if sentence.cues.ending(CueKind.EVACUEES, leaving - 2) or sentence.words.is_a("taken_out", leaving - 2):
        return True
    agreed = sentence.cues.within(max(clause.first, leaving - _PROMISE_REACH), leaving - 2, CueKind.STATUS)
    return bool(agreed) or sentence.words.is_a("auxiliary", leaving - 2)


def is_denied_before(sentence: Sentence, number: int) -> bool:
    """«دون أن يوقع»: a negation right before the word that opens the clause."""
    clause = sentence.clauses[number]
    return clause.relation == "complement" and sentence.cues.ending(CueKind.NEGATION, clause.first - 1) is not None


def _is_possible(sentence: Sentence, clause: Clause, last: int) -> bool:
    """«قد» before an imperfect is doubt, before a perfect it is none; «إمكانية إعلان», "may" and "could" always are."""
    for cue in sentence.cues.within(clause.first, last, CueKind.MODALITY):
        behind = sentence.words.texts[cue.last + 1] if cue.last < sentence.last else ""
        reached = sentence.cues.starting(CueKind.STATUS, cue.last + 1)
        if reached and reached.value in _COMES_ABOUT and sentence.words.texts[cue.first][cue.offset :] in _CHANCES:
            return True
        perfect = behind.endswith("ت") or sentence.cues.starting(CueKind.PERFECT, cue.last + 1) is not None
        doubts = behind.isascii() or cue.last > cue.first or (behind.startswith(_IMPERFECT) and not perfect)
        if cue.value == "possible" and doubts and not _is_perceived(sentence, cue.first):
            return True
    return False


def _is_perceived(sentence: Sentence, could: int) -> bool:
    """ "The guns could be heard again and the truce was over": what could be heard was there. English only."""
    texts = sentence.words.texts
    return texts[could] == _COULD and texts[could + 1 : could + 2] == (_BE,) and sentence.words.is_a("perceived", could + 2)


def _is_future(sentence: Sentence, clause: Clause, verbs: Sequence[Cue], begins: Cue | None, bare: Cue | None) -> bool:
    if any(_is_infinitive(sentence, cue) for cue in verbs):
        return True
    if begins and begins.value == "in_force":
        light = sentence.light_verb(clause, begins) or begins
        counted = sentence.words.is_a("time_unit", begins.first)  # «تدخل يومها الثاني»
        comes = sentence.words.is_a("comes_into", light.first, light.offset) or "س" in light.prefixes
        if _is_scheduled(sentence, begins):
            return True
        under = sentence.cues.starting(CueKind.IMPLEMENTING, begins.first)
        if under and _is_news(sentence, clause, light):
            return False
        if _is_result(sentence, light, begins):
            return False
        if comes and not counted:  # «تدخل الهدنة حيز التنفيذ مساء اليوم», «ستدخل الهدنة في درعا حيز التنفيذ»
            return True
        if sentence.words.texts[begins.first].startswith(_IMPERFECT) and _is_of_tomorrow(sentence, begins):
            return True
    if begins and begins.value in ("ended", "over") and _ends_later(sentence, begins):
        return True
    if begins and begins.value == "agreed" and _starts_later(sentence, clause):
        return True
    behind = bare.last + 1 if bare else len(sentence.words)
    if behind < len(sentence.words) and is_future_verb(sentence.words, behind):  # «وقف إطلاق النار سيسمح بدخول المساعدات»
        return True
    future = [
        cue for cue in sentence.cues_in(clause, CueKind.MODALITY)
        if cue.value == "future"
        and not (cue.last < sentence.last and is_foretold(sentence.words, sentence.cues, cue._replace(first=cue.last + 1)))
    ]  # fmt: skip
    future = [cue for cue in future if not _is_of_verb_between(sentence, clause, cue, begins)]
    if begins and sentence.words.is_a("has_started", begins.first):  # "took effect at 4 a.m. Schools will reopen"
        future = [cue for cue in future if cue.first < begins.first]
    return bool(future) or any("س" in cue.prefixes for cue in verbs)


def _is_of_verb_between(sentence: Sentence, clause: Clause, future: Cue, begins: Cue | None) -> bool:
    """ "(A truce) that was due to start on Monday collapsed": what was to come is said by the relative clause, and not by the
    main verb behind it. English only."""
    told = sentence.cues.starting(CueKind.STATUS, future.last + 1)
    relative = clause.opener is not None and sentence.words.is_a("that", clause.opener.first)
    return begins is not None and told is not None and relative and future.first > clause.first and told.last < begins.first


def _shall_become(sentence: Sentence, verb: Cue) -> bool:
    """«يقتضي أن تصبح سرت والجفرة منطقتين منزوعتي السلاح»: what places shall be turned into. Arabic only."""
    becomes = verb.kind is CueKind.COVERAGE and verb.value == "becomes" and verb.first > sentence.first
    return becomes and sentence.words.texts[verb.first - 1] == _THAT and sentence.words.texts[verb.first].startswith(_IMPERFECT)


def _is_result(sentence: Sentence, verb: Cue, begins: Cue) -> bool:
    """«وقعوا على الاتفاق ليدخل بذلك حيز التنفيذ»: what has come of something told before. Arabic only."""
    texts = sentence.words.texts
    return texts[verb.first].startswith("ل") and _THEREBY in texts[verb.last + 1 : begins.first]


def _starts_later(sentence: Sentence, clause: Clause) -> bool:
    """«اتفقا على هدنة تبدأ ليل اليوم»: a start that an imperfect tells of lies ahead, if on the very day."""
    starts = [cue for cue in sentence.cues_in(clause, CueKind.DATE_RELATION) if sentence.words.texts[cue.first] in _STARTS]
    return any(
        timex.value and at - cue.last <= _START_REACH for cue in starts for at, timex in sentence.read.dates if at > cue.last
    )


def _ends_later(sentence: Sentence, ends: Cue) -> bool:
    """«الهدنة تنتهي الليلة», «ينتهي العمل بها عند منتصف الليل», "expires at midnight", "is expiring on Sunday": an end to come
    on the very day."""
    if not sentence.words.is_a("expires", ends.first, ends.offset):
        return False
    reach = range(ends.last + 1, min(ends.last + _END_REACH, sentence.last) + 1)
    dated = sentence.words.texts[ends.first].endswith(_PROGRESSIVE) and any(at in reach for at, _ in sentence.dates)
    return dated or any(sentence.words.is_a("later_today", i) for i in reach)


def _is_of_tomorrow(sentence: Sentence, begins: Cue) -> bool:
    """«يعمل بها ظهر الغد», «تسري من الواحدة فجر غد السبت»: a date shortly behind the verb that says that it is to come."""
    near = [at for at, _ in sentence.dates if begins.last < at <= begins.last + _START_REACH]
    return any(sentence.words.is_a("tomorrow", i) for at in near for i in range(at, min(at + _START_REACH, sentence.last + 1)))


def _is_scheduled(sentence: Sentence, begins: Cue) -> bool:
    """In "the deal takes effect immediately", "comes into force on Sunday" it says what it provides for, and not that it is
    applied. English only."""
    present = sentence.words.is_a("takes_effect", begins.first)
    return present and begins.last < sentence.last and sentence.words.is_a("at_a_time", begins.last + 1)


def _is_infinitive(sentence: Sentence, cue: Cue) -> bool:
    """In "a truce was to begin", "agreed to halt" what the infinitive says lies ahead; in "began to take hold" it does not."""
    before = cue.first - 1
    if before <= sentence.first or sentence.words.texts[before] != "to" or cue.value != "in_force":
        return False
    governing = sentence.cues.ending(CueKind.STATUS, before - 1)
    return governing is None or governing.value != "in_force"
