"""Talks: what is only offered or negotiated beside a truce, what talks brought about, and what is none of a truce's own."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.status.naming import ZONES, is_definite
from geo.status.outlook import is_future_verb
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_TO, _WITH = "الي", "ب"  # folded
_VERBS = (CueKind.STATUS, CueKind.SPEECH, CueKind.OUTCOME, CueKind.NEGATION, CueKind.MODALITY)
_AND = "and"
TALK = ("proposed", "negotiating")
_FAILED_TALKS_REACH = 4  # words between "collapse" and the talks
_TALKS_REACH = 6  # words between "talks" and what they led to
_UNDER_REACH = 4  # words from «بموجب» to the truce: «إعلان اتفاق»
_STOPPED_REACH = 4  # words from mediation, what it is called, to «وقف»
_TALKED_ASIDE = 6  # words between talks and a decision that they do not make
_STILL_REACH = 5  # words from «لا يزال» to «قيد التفاوض»
_LONGER_REACH = 3  # words between «تمديد» and the truce

_THAT, _REACHING = "ان", "توصل"  # folded: «أن يتوصل», «أن يتم التوصل»
_VERB_REACH = 2  # words from «أن» to «التوصل»
_IMPERFECT, _PAST = ("ي", "ت"), "ت"  # «تريد», «تواصلت»


def may_fail(sentence: Sentence, talks: Cue, failed: Cue) -> bool:
    """In "the collapse of talks", "talks broke down" it is the talks that failed; in "the truce expired before new talks" it is
    not, since English has the subject first."""
    english = sentence.words.is_english(failed.first)
    return not english or talks.first < failed.first or talks.first - failed.last <= _FAILED_TALKS_REACH


def negotiated(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
    """«اتفاق تفاوض بشأنه ضباط», «السفير الذي تفاوض على قرار الهدنة»: what was negotiated is agreed; the same letters are the
    noun for talks everywhere else."""
    if _is_reached_in_the_end(sentence, clause, cue):
        return cue._replace(value="agreed")
    if cue.value != "negotiating" or not sentence.words.is_a("negotiated", cue.first) or cue.last >= sentence.last:
        return cue
    who = clause.relation == "relative" and clause.opener is not None and clause.opener.last + 1 == cue.first
    what = sentence.cues.ending(CueKind.AGREEMENT, cue.first - 1) and sentence.words.is_a("at_it", cue.last + 1)
    return cue._replace(value="agreed") if who or what else cue


def _is_reached_in_the_end(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """«اندلعت معارك في طفس قبل أن يتوصل الطرفان إلى هدنة»: what fighting that is told of went before has come about; not where
    the fighting is to come («ستستمر المعارك», «تريد القوات»). Arabic only."""
    words, first = sentence.words, clause.first
    that = first > sentence.first and words.texts[first] == _THAT and words.is_a("before", first - 1)
    if not that or _REACHING not in words.texts[cue.first] or cue.first - first > _VERB_REACH:
        return False
    opening = words.texts[sentence.first]
    ahead = opening.startswith(_IMPERFECT) and not opening.endswith(_PAST)
    ahead = ahead or any(is_future_verb(words, i) for i in range(sentence.first, first))
    limits = sentence.cues.within(sentence.first, first - 1, CueKind.MODALITY, CueKind.NEGATION, CueKind.STATUS)
    open_still = [limit for limit in limits if limit.kind is not CueKind.STATUS or limit.value in TALK]
    fought = sentence.cues.within(sentence.first, first - 1, CueKind.CONFLICT)
    return not ahead and not open_still and any(fight.value == "attack" for fight in fought)


def concluded(sentence: Sentence, clause: Clause, found: Sequence[Cue]) -> list[Cue]:
    """«توصلت المفاوضات إلى هدنة», «أسفرت الوساطة عن اتفاق», "talks led to a truce": what talks bring about is agreed, and the
    talks are over. Of anything else («أسفر القصف عن …») such a verb says nothing."""
    if ended := _ended_in(sentence, clause):
        found = [*(cue for cue in found if cue.value not in TALK and cue.first != ended.first), ended]
    longer = {cue.first: cue.last for cue in found}  # "ended in failure"
    led = [c for c in sentence.cues_in(clause, CueKind.OUTCOME) if not c.value and longer.get(c.first, c.last) <= c.last]
    subjects: dict[int, Cue] = {}  # the verb by the first word of its subject
    for verb in (*led, *(cue for cue in found if cue.value == "agreed")):
        talks = None if sentence.is_negated(verb) else _talks_of(sentence, clause, verb)
        if talks:
            subjects[talks.first] = verb if verb.kind is CueKind.STATUS else verb._replace(kind=CueKind.STATUS, value="agreed")
    kept = [cue for cue in found if cue.first not in subjects]
    return sorted({*kept, *subjects.values()}, key=lambda cue: (cue.first, -cue.last, cue.value)) if subjects else kept


def _ended_in(sentence: Sentence, clause: Clause) -> Cue | None:
    """«انتهت المفاوضات … إلى تسوية», «المفاوضات … انتهت إلى تسوية», «انتهى الاجتماع باتفاق», «… بالتوصل إلى هدنة»: talks that
    are over since they came to one; also «انتهى المفاوضون إلى اتفاق». Arabic only."""
    for verb in sentence.cues_in(clause, CueKind.STATUS):
        if verb.value != "over":
            continue
        named = sentence.cues.within(verb.last + 1, clause.last, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.STATUS)
        if not _talks_of(sentence, clause, verb) and not _is_said_of_sides(sentence, verb):
            behind = verb.last + 2  # «انتهت إلى تسوية»; not «انتهاء العمل باتفاق»
            named = [cue for cue in named if cue.first == behind and sentence.words.texts[behind - 1] == _TO]
        reached = [cue for cue in named if _is_result(sentence, verb, cue)]
        if reached and not sentence.cues.within(verb.last + 1, reached[0].first - 1, CueKind.NEGATION, CueKind.EXCLUSION):
            return verb._replace(value="agreed")
    return None


def _is_said_of_sides(sentence: Sentence, verb: Cue) -> bool:
    """«انتهى المفاوضون في الرستن إلى اتفاق»: those who talk come to an end of it, and no truce does."""
    arabic = not sentence.words.is_english(verb.first)
    sides = sentence.cues.starting(CueKind.SIDES, verb.last + 1) is not None
    return arabic and (sides or sentence.words.is_a("come_to_accord", verb.last + 1))


def _is_result(sentence: Sentence, verb: Cue, cue: Cue) -> bool:
    """«إلى هدنة», «باتفاق», «بالتوصل إلى …»; a truce behind «ب» only beside the verb: no «المفاوضات المتعلقة بوقف النار»."""
    if cue.kind is CueKind.STATUS:
        return cue.value == "reaching" and cue.prefixes[-1:] == (_WITH,)
    beside = cue.kind is CueKind.AGREEMENT or cue.first == verb.last + 1
    return sentence.words.texts[cue.first - 1] == _TO or (beside and cue.prefixes[-1:] == (_WITH,))


def _talks_of(sentence: Sentence, clause: Clause, verb: Cue) -> Cue | None:
    """The talks that are the subject of a verb: behind it in Arabic, or at the head of its clause; before it in English, where
    a participle or an infinitive («talks brokered by …», "talks to sign …") has none."""
    texts = sentence.words.texts
    if sentence.words.is_a("accepts", verb.first, verb.offset):  # «قبلت مبادرة الوسطاء»: behind it stands what was accepted
        return None
    if not sentence.words.is_english(verb.first):
        if opening := _opening_talks(sentence, clause, verb):
            return opening
        first, last = verb.last + 1, min(verb.last + 1, clause.last)
    elif (
        texts[verb.first - 1] == "to"
        or texts[verb.first].endswith("ing")
        or sentence.words.is_a("behind_participle", min(verb.last + 1, sentence.last))
    ):
        return None
    else:
        first, last = max(clause.first, verb.first - _TALKS_REACH), verb.first - 1
    near = sentence.cues.within(first, last, CueKind.STATUS, CueKind.MEETING)
    said = {cue.first for cue in near if cue.kind is CueKind.STATUS and cue.value not in TALK}
    return next((cue for cue in reversed(near) if cue.first not in said), None)


def _opening_talks(sentence: Sentence, clause: Clause, verb: Cue) -> Cue | None:
    """«قال إن المفاوضات بين الطرفين انتهت إلى هدنة», «الاجتماع الذي ضم الطرفين انتهى باتفاق»: the talks that an Arabic clause
    begins with or, where it is relative, hangs on, with no verb of status between."""
    first = clause.opener.last + 1 if clause.opener else clause.first
    if clause.relation == "relative" and (on := sentence.cues.ending(CueKind.MEETING, clause.first - 1)):
        first = on.first
    talks = sentence.cues.starting(CueKind.STATUS, first) or sentence.cues.starting(CueKind.MEETING, first)
    if talks is None or talks.last >= verb.first or (talks.kind is CueKind.STATUS and talks.value != "negotiating"):
        return None
    noun = sentence.cues.starting(CueKind.MEETING, first) is not None and not sentence.words.texts[first].startswith(_IMPERFECT)
    between = sentence.cues.within(talks.last + 1, verb.first - 1, *_VERBS)
    return talks if noun and not between else None


def asked_to_last(sentence: Sentence, talk: Cue, truce: Cue) -> Cue | None:
    """«جهود لتمديد الهدنة», "talks to extend the truce", "efforts to maintain a ceasefire": what is to last longer is there.
    None where a new one is sought."""
    longer = [cue for cue in sentence.cues.within(talk.last + 1, truce.first - 1, CueKind.STATUS) if cue.value == "extended"]
    known = is_definite(sentence.words, sentence.cues, truce)
    kept = len(longer) == 1 and sentence.words.is_a("maintains", longer[0].first)
    known = known or (kept and sentence.words.texts[longer[0].first - 1] != _AND)  # not "to reach and keep a ceasefire"
    return longer[-1] if longer and known and truce.first - longer[-1].last <= _LONGER_REACH else None


def stands_already(sentence: Sentence, talk: Cue, truce: Cue) -> Cue | None:
    """«لبحث الهدنة المستمرة», «بشأن الهدنة القائمة»: an adjective behind a truce that is talked about says that it is there.
    Arabic only."""
    told = talk.value == "negotiating" and talk.last < truce.first < sentence.last
    adjective = told and sentence.words.joined(truce.last) and sentence.words.is_a("already_there", truce.last + 1)
    return talk._replace(value="in_force") if adjective and truce.kind is CueKind.TRUCE else None


def is_talks_of(sentence: Sentence, talks: Cue, truce: Cue) -> bool:
    """«مفاوضات الهدنة», «محادثات وقف إطلاق النار»: talks that a truce gives their name are about one that is not there."""
    construct = talks.last + 1 == truce.first and not truce.prefixes and truce.value not in ZONES
    return construct and not sentence.words.is_english(talks.first)


def not_talked_about(sentence: Sentence, found: Sequence[Cue], truce: Cue) -> list[Cue]:
    """«بحثا العلاقات بين البلدين ورحبا بقرار المجلس الداعي لهدنة»: talks named far before a decision are none about
    it, and neither are those on something that is to be done under the truce."""
    if all(cue.value not in TALK for cue in found):
        return list(found)
    english = sentence.words.is_english(truce.first)
    under = sentence.cues.within(truce.first - _UNDER_REACH, truce.first - 1, CueKind.IMPLEMENTING)
    if under and not english and not sentence.comma_between(under[-1], truce):  # «بحثا فتح الطرق بموجب اتفاق الهدنة»
        found = [cue for cue in found if not (cue.value == "negotiating" and cue.last < under[-1].first)]
    made = [cue for cue in sentence.cues.within(sentence.first, truce.first, CueKind.DECISION) if not cue.value]
    return [
        cue for cue in found
        if not (made and cue.value in TALK and cue.last < made[-1].first - _TALKED_ASIDE)
    ]  # fmt: skip


def are_behind(sentence: Sentence, talks: Cue, found: Sequence[Cue]) -> bool:
    """«توصلوا بعد مفاوضات طويلة إلى هدنة»: talks that an accord told before them came after. Arabic only."""
    words, before = sentence.words, talks.first - 1
    if talks.value not in TALK or words.is_english(talks.first) or before <= sentence.first:
        return False
    over = words.is_a("after", before) or sentence.cues.ending(CueKind.BACKDROP, before) is not None
    return over and any(cue.value == "agreed" and cue.last < before and not sentence.is_negated(cue) for cue in found)


def came_before(sentence: Sentence, clause: Clause) -> bool:
    """«وسبقت الاتفاق لقاءات ومشاورات»: talks that are over."""
    first = sentence.first if "و" in sentence.words.texts[clause.first][:1] else clause.first
    truce = sentence.cues.starting(CueKind.AGREEMENT, first + 1) or sentence.cues.starting(CueKind.TRUCE, first + 1)
    return sentence.words.is_a("preceded", first) and truce is not None


def is_no_talks(sentence: Sentence, cue: Cue) -> bool:
    """True for a word of talks that tells of none: an offer that is studied, a committee for negotiation, mediation that has
    succeeded."""
    if cue.value != "negotiating":
        return False
    return _studies_offer(sentence, cue) or _names_negotiators(sentence, cue) or _has_succeeded(sentence, cue)


def _has_succeeded(sentence: Sentence, talks: Cue) -> bool:
    """«نجحت وساطات قبلية في وقف الاشتباكات»: mediation that is over. Arabic only."""
    done = sentence.cues.ending(CueKind.OUTCOME, talks.first - 1)
    stops = sentence.cues.within(talks.last + 1, talks.last + _STOPPED_REACH, CueKind.CESSATION)
    arabic = not sentence.words.is_english(talks.first)
    return arabic and done is not None and done.value == "achieved" and bool(stops) and not sentence.is_negated(done)


def _names_negotiators(sentence: Sentence, talks: Cue) -> bool:
    """«لجنة التفاوض», "the negotiating committee": the body, whatever it does."""
    words, first = sentence.words, talks.first
    if words.is_english(first):
        return talks.last < sentence.last and words.is_a("negotiators", talks.last + 1)
    named = first > sentence.first and words.joined(first - 1) and words.texts[first].startswith("ال")
    return named and words.is_a("negotiators", first - 1)


def _studies_offer(sentence: Sentence, talks: Cue) -> bool:
    """«تدرس مقترحات للتهدئة»: what is studied is proposed; nobody talks yet. Arabic only."""
    if not sentence.words.is_a("studies", talks.first, talks.offset):
        return False
    offer = sentence.cues.starting(CueKind.STATUS, talks.last + 1)
    return offer is not None and offer.value == "proposed"


def is_under(talks: Cue, truce: Cue) -> bool:
    """«الهدنة قيد التفاوض», "the truce is being negotiated": one that is not there yet."""
    return truce.last < talks.first < talks.last


def is_told_behind(sentence: Sentence, cue: Cue, found: Sequence[Cue]) -> bool:
    """«لا يزال اتفاق إدلب قيد التفاوض»: how a truce still stands is told behind the verb. Arabic only."""
    still = sentence.cues.starting(CueKind.CONTINUATION, cue.first)
    told = any(c.value == "negotiating" and cue.last < c.first <= cue.last + _STILL_REACH for c in found)
    return told and still is not None and still.last == cue.last


def is_of_talks_before(sentence: Sentence, clause: Clause, status: Cue) -> bool:
    """ "Negotiations dragged on for a year and | broke down repeatedly": a verb with the subject of the clause before, which
    are talks. English only."""
    before = next((c for c in sentence.clauses if c.last + 1 == clause.first), None)
    if before is None or status.first != clause.first or sentence.words.texts[clause.first - 1] != _AND:
        return False
    subject = sentence.cues.starting(CueKind.MEETING, before.first + sentence.words.is_a("determiner", before.first))
    return subject is not None
