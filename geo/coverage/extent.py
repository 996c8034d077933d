"""Extent: the words that say which places a truce covers — a verb whose subject is the truce, or «هي» behind a clause that
speaks of what is covered."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.status.naming import ZONES
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

TRUCES = (CueKind.TRUCE, CueKind.AGREEMENT)
_LISTING = ("including", "within")  # values of words that go on with a list, and say nothing of a truce
_COUNTED_REACH = 6  # words between "in" and "including": "a number of towns"
_AMONG = (CueKind.COVERAGE, CueKind.LOCATIVE)
_COVERS = ("covers", "covered")
_STANDS = ("agreed", "announced", "in_force", "begun")  # «المناطق التي أعلنت فيها الهدنة هي …»
_BACK = 2  # clauses before «هي» that may say what it lists
_THE = "ال"
_BESIDE = 2  # words from «المناطق» to what stands before «هي»: a number and an adjective
_DESCRIBED = 4  # words from «محافظات» to the colon
SEVERAL = ("many", "some")  # values of words for zones and districts of which there are more than one
_KNOWN = (  # what a truce's extent is said of, or made of
    *TRUCES, CueKind.ZONES, CueKind.DECISION, CueKind.STATUS, CueKind.ORDINAL, CueKind.LAND, CueKind.COUNTRY,
    CueKind.PART_OF_COUNTRY, CueKind.CAPITAL, CueKind.LOCATIVE, CueKind.ADDITION,
)  # fmt: skip
_MET_REACH = 2  # words from «اجتماع» to «ضم»: «الذي»


def coverage_verb(sentence: Sentence, clause: Clause) -> Cue | None:
    """The clause's verb of covering, if its subject is a truce and not, say, a bombardment («شمل القصف») or snow."""
    verbs = [cue for cue in sentence.cues_in(clause, CueKind.COVERAGE) if cue.value not in _LISTING]
    truce = sentence.cues_in(clause, *TRUCES, CueKind.ZONES) if verbs else []
    for cue in verbs:  # what was hit «تتوزع على درعا وحلب»
        fighting = sentence.cues.within(max(clause.first, cue.first - 3), min(cue.last + 2, clause.last), CueKind.CONFLICT)
        turned = sentence.cues.starting(CueKind.TRUCE, cue.last + 1)  # «تحويل وقف القتال في منبج إلى هدنة دائمة»
        if cue.value == "becomes" and not _makes_zone(sentence, clause, cue):
            continue
        if sentence.words.is_a("extends", cue.first, cue.offset) and _is_of_operation(sentence, cue):
            continue
        makes = cue.value != "makes" or (not turned and sentence.cues.within(cue.last + 1, clause.last, CueKind.TRUCE))
        spread = cue.value == "spread" and bool(sentence.cues.within(sentence.first, cue.first - 1, CueKind.CONFLICT))
        hit = spread or _is_of_fighting(sentence, clause, cue)
        if (
            makes and not hit and (truce or not fighting) and not _is_of_another(sentence, clause, cue)
        ):  # «جعل سرت منطقة منزوعة السلاح»
            return cue
    return None


def _is_of_operation(sentence: Sentence, verb: Cue) -> bool:
    """«بدأت تركيا عملية في عفرين، وتقول إنها ستمتد إلى منبج»: what spreads is the only thing that the sentence tells of."""
    told = any(sentence.words.of_class("operation", sentence.first, verb.first - 1))
    return told and not sentence.cues.within(sentence.first, verb.first - 1, *TRUCES)


def _is_of_fighting(sentence: Sentence, clause: Clause, verb: Cue) -> bool:
    """«القصف امتد إلى مدينة شقرة», «امتدت الاشتباكات إلى دوما»: the verb is said of fighting, and of no truce beside it. Arabic
    only."""
    if sentence.words.texts[verb.first].lstrip("وس") not in sentence.words.classes["extends"]:
        return False
    beside = sentence.cues.within(max(clause.first, verb.first - 3), min(verb.last + 2, clause.last), CueKind.CONFLICT)
    truces = sentence.cues_in(clause, *TRUCES)
    return any(not any(truce.first <= cue.first <= truce.last for truce in truces) for cue in beside) and not truces


def _makes_zone(sentence: Sentence, clause: Clause, verb: Cue) -> bool:
    """«أن تكون كوباني منطقة منزوعة السلاح»: a place right behind the verb, and a zone right behind the place."""
    zones = [c for c in sentence.cues.within(verb.last + 1, clause.last, CueKind.TRUCE) if c.value in ZONES]
    between = [r for r in sentence.places_in(clause) if zones and verb.last < r.mention.first < zones[0].first]
    if not between:
        return False
    zone = sentence.cues.ending(CueKind.ZONES, zones[0].first - 1) or zones[0]
    return sentence.edge(between[0], verb.last + 1) == verb.last + 1 and between[-1].mention.last + 1 == zone.first


def _is_of_another(sentence: Sentence, clause: Clause, verb: Cue) -> bool:
    """«وشمل القصف درعا قبل الهدنة», «وتغطي الثلوج درعا», «شملت جولة المبعوث درعا»: a noun right behind the verb that is no
    truce is its subject; «اجتماع ضم محافظ ريف دمشق», «اللقاء الذي ضم وجهاء»: who met. Arabic only."""
    texts, behind = sentence.words.texts, verb.last + 1
    if behind > clause.last or sentence.words.is_english(behind):
        return False
    if sentence.words.is_a("gathers", verb.first, verb.offset):
        met = range(max(verb.first - _MET_REACH, sentence.first), verb.first)
        if any(sentence.cues.ending(CueKind.MEETING, i) or sentence.words.is_a("negotiators", i) for i in met):
            return True
    truces = sentence.cues_in(clause, *TRUCES)
    fights = sentence.cues.starting(CueKind.CONFLICT, behind)
    if fights and not any(cue.first <= behind <= cue.last for cue in truces):
        return True
    nouns = texts[behind : behind + 2]
    construct = len(nouns) == 2 and nouns[1].startswith(_THE) and not _is_known(sentence, behind + 1)
    subject = nouns[0].startswith(_THE) or construct or _agrees(sentence, clause, verb)
    return subject and not truces and not _is_known(sentence, behind)


def _agrees(sentence: Sentence, clause: Clause, verb: Cue) -> bool:
    """«شملت حملة اعتقالات درعا»: a feminine noun behind a feminine verb, whose object stands behind with no preposition."""
    texts, behind = sentence.words.texts, verb.last + 1
    feminine = texts[verb.first][verb.offset :].startswith("ت") or texts[verb.first].endswith("ت")
    places = [r for r in sentence.places_in(clause) if r.mention.first > behind]
    if not feminine or not texts[behind].endswith("ه") or not places:
        return False
    edge = sentence.edge(places[0], behind + 1)
    return sentence.preposition(edge - 1) is None and not {"ب", "ل"} & {*places[0].mention.prefixes}


def _is_known(sentence: Sentence, word: int) -> bool:
    """True for a word of truces or places."""
    named = any(r.mention.first <= word <= r.mention.last for r in sentence.read.resolutions)
    return named or any(sentence.cues.starting(kind, word) for kind in _KNOWN)


def named_behind(sentence: Sentence, number: int, places: Sequence[Resolution]) -> Cue | None:
    """«المناطق التي يشملها الاتفاق | هي درعا …», «أما المدن المعنية بالهدنة | فهي …»: the word of the clauses before that says
    that what «هي» lists, right behind it, is covered."""
    clause = sentence.clauses[number]
    if clause.relation != "apposition" or clause.opener is None or not places:
        return None
    edge = sentence.edge(places[0], clause.opener.last + 1)
    preposition = sentence.preposition(edge - 1)  # «هي كل من درعا …»
    if edge != clause.opener.last + 1 and not (preposition and preposition.first == clause.opener.last + 1):
        return None
    counted = _counted(sentence, sentence.clauses[number - 1], clause.opener) if number else None
    if counted:
        return counted
    for before in reversed(sentence.clauses[max(number - _BACK, 0) : number]):
        verbs = [cue for cue in sentence.cues_in(before, CueKind.COVERAGE) if cue.value in _COVERS]
        if verbs and coverage_verb(sentence, before):
            return verbs[0]
        stands = [cue for cue in sentence.cues_in(before, CueKind.STATUS) if cue.value in _STANDS]
        stands = stands if sentence.cues_in(before, *TRUCES) else []
        if not stands and sentence.cues_in(before, *TRUCES, CueKind.CONFLICT):
            stands = sentence.cues_in(before, CueKind.CESSATION)  # «المدن التي ستتوقف فيها المعارك»
        if stands and before.relation == "relative":
            return stands[0]
    return None


def _counted(sentence: Sentence, before: Clause, opener: Cue) -> Cue | None:
    """«المناطق الأربع | هي إدلب …», «في ثلاث محافظات سورية | هي درعا …»: the word for zones or districts that «هي» stands
    behind, if they are those of a truce: of one in the same clause, or that was named before."""
    reach = max(before.first, opener.first - 1 - _BESIDE)
    zones = sentence.cues.within(reach, opener.first - 1, CueKind.ZONES)
    if not zones or zones[-1].value not in SEVERAL or sentence.cues_in(before, CueKind.CONFLICT):
        return None
    opens = zones[-1].first - before.first <= 1 and before.first == sentence.first
    these = zones[-1].value == "many" or zones[-1].last + 1 == opener.first  # «والمناطق الأربع هي», «وهذه المدن هي»
    return zones[-1] if sentence.cues_in(before, *TRUCES) or (opens and these and sentence.continues) else None


def opens_count(sentence: Sentence, truce: Cue, resolution: Resolution) -> bool:
    """«هدنة في ثلاث محافظات جنوبية: درعا …», «في المحافظات الثلاث، درعا …»: the first place of a list behind a colon or a
    comma, before which the districts that it lists are said to be where the truce is."""
    first = resolution.mention.first
    if not {":", ","} & {*sentence.gap(first - 1, first)}:
        return False
    reach = max(truce.last + 1, first - 1 - _DESCRIBED)
    zones = [z for z in sentence.cues.within(reach, first - 1, CueKind.ZONES) if z.value in SEVERAL]
    places = [sentence.preposition(word) for zone in zones for word in (zone.first - 1, zone.first - 2)]
    return any(p is not None and p.value == "in" and p.first > truce.last for p in places)


def counts_among(sentence: Sentence, truce: Cue, resolution: Resolution) -> bool:
    """«هدنة في مناطق عدة، بينها الرستن», "a truce in several towns, including Rastan": the first of those that are named of the
    places where a truce is."""
    among = named_among(sentence, sentence.edge(resolution, truce.last + 1))
    if among is None:
        return False
    reach = max(truce.last + 1, among.first - _COUNTED_REACH)
    return bool(sentence.cues.within(reach, among.first - 1, CueKind.ABOUT))


def named_among(sentence: Sentence, edge: int) -> Cue | None:
    """The word before a place with its heads that makes it one of several: «أبرزها», «بينها», "including"."""
    before = (sentence.cues.ending(kind, edge - 1) for kind in _AMONG)
    return next((cue for cue in before if cue and cue.value == "including"), None)
