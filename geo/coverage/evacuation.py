"""Evacuation: the places that those leave who go under an agreement, and whether they are leaving; what they go to is not
covered by it."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.listing import is_added, with_added
from geo.coverage.placement import before_phrase
from geo.cue import SETTLEMENT, Cue, CueKind
from geo.status.naming import is_unnamed
from geo.syntax.clause import Clause, says_who_holds
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_EVACUATION_REACH = 6  # words between those who leave and the place that they leave
_SUBJECT_REACH = 8  # words between «غادرت» and the place, its subject among them
_DATE_WORDS = 3  # of a date between those who leave and the place
_ADJECTIVES_REACH = 5  # words between "under" and an English truce
_LEAVING_REACH = 4  # words from «خروج» to those who leave
_OF_FIGHTERS = ("withdraws", "taken", "fighters")  # values of words that tell of an evacuation only beside those who fight
_SICK_REACH = 6  # words from "were taken" to "to hospital"
_TAKEN_REACH = 10  # words from those who leave to "will be taken"
_WITHDRAWN_REACH = 4  # words between «انسحاب» and those who withdraw
_GOING_REACH = 3  # words from a place to "leave": "will have to"
_ASIDE_REACH = 12  # the same, where something is said of the place in between
_UNDER_WAY_REACH = 2  # words between «تواصلت» and the evacuation
_INSIDE_REACH = 2  # words from «الرافضين» to «في»: «للمصالحة»
_RELATIVE_REACH = 3  # words from a place to its relative clause: ", from which"
_PAST = "ed"
_TOOK = "took"
_TRUCES = (CueKind.TRUCE, CueKind.AGREEMENT)


def evacuates(read: ReadText, cue: Cue) -> bool:
    """True for a word of leaving that is no army's withdrawal («انسحاب المسلحين» is one, «انسحاب القوات» is not), no journey of
    anybody else ("the minister departed"), nor one to hospital."""
    if cue.value not in _OF_FIGHTERS:
        return True
    first, last = read.words.sentence(read.words.sentences[cue.first])
    before = cue.last + 1 if cue.value == "withdraws" else max(cue.first - _TAKEN_REACH, first)
    if any(read.words.is_a("not_evacuated", i) for i in range(cue.last + 1, min(cue.last + _SICK_REACH, last) + 1)):
        return False
    people = cue.value == "taken" and any(read.words.is_a("taken_out", i) for i in range(before, cue.first))
    return people or bool(read.cues.within(before, min(cue.last + _WITHDRAWN_REACH, last), CueKind.EVACUEES))


def accords_on_leaving(sentence: Sentence, clause: Clause) -> list[Cue]:
    """«اتفاق يقضي بخروج مقاتلي جيش الإسلام إلى جرابلس»: the agreements that a clause says let fighters leave, or have them do
    so."""
    leaving = [cue for cue in sentence.cues_in(clause, CueKind.EVACUATION) if evacuates(sentence.read, cue)]
    gone = [
        c.first
        for c in leaving
        if sentence.cues.within(c.last + 1, min(c.last + _LEAVING_REACH, clause.last), CueKind.EVACUEES)
        or any(sentence.words.is_a("arms", i) for i in range(c.first, min(c.last + 1, sentence.last) + 1))
    ]
    return [cue for cue in sentence.cues_in(clause, CueKind.AGREEMENT) if any(cue.last < first for first in gone)]


def places_left(
    sentence: Sentence, clause: Clause, places: Sequence[Resolution], *, under_deal: bool = False
) -> list[Resolution]:  # fmt: skip
    """«خروج المسلحين من حرستا»: those who leave under an agreement leave the places that it covers, not those that they go
    to; in an exchange («إجلاء … من الفوعة مقابل خروج … من الزبداني») every place that is left. `under_deal` if a sentence
    before has named the agreement."""
    spoken_of = under_deal or sentence.speaks_of_truce or leaves_in_exchange(sentence)
    if not spoken_of or not (sentence.cues.firsts(CueKind.EVACUATION) or sentence.cues.of(CueKind.EVACUEES)):
        return []
    left = [r for r in places if _is_left(sentence, clause, r)] or _left_from_there(sentence, clause)
    places = [*places, *(r for r in left if r not in places)]
    added = [r for r in places if left and is_added(sentence, r)]
    listed = {r.mention.first for first in (*left, *added) for r in with_added(sentence, first, places)}
    return [r for r in places if r.mention.first in listed]


def leaves_in_exchange(sentence: Sentence) -> bool:
    """ "(Fighters left Zabadani under a deal.) In exchange, residents were evacuated from Foua", «في المقابل، أجلي سكان من
    الفوعة»: the other half of a deal that the sentence before told of."""
    opener = sentence.cues.starting(CueKind.EXCHANGE, sentence.first) if sentence.continues else None
    leaving = sentence.cues.within(sentence.first, sentence.last, CueKind.EVACUATION) if opener else []
    before = sentence.words.sentence(sentence.number - 1) if leaving else (0, -1)
    under = sentence.cues.any_within(*before, (CueKind.EVACUATION,))
    return under and any(cue.value != "withdraws" for cue in leaving)


def _left_from_there(sentence: Sentence, clause: Clause) -> list[Resolution]:
    """«حرستا وعربين خاليتان بعد الانتهاء من إخراج المسلحين منهما»: the pronoun means the list of places before it, unless it
    opens a list of its own («بلدات منها سقبا») or the place before is where somebody goes."""
    done = any(cue.value in ("ended", "completed", "over") for cue in sentence.cues_in(clause, CueKind.STATUS))
    for cue in sentence.cues_in(clause, CueKind.EVACUATION) if done else ():
        behind = range(cue.last + 1, min(cue.last + 1 + _EVACUATION_REACH, clause.last + 1))
        there = next((i for i in behind if sentence.words.is_a("from_there", i)), None)
        before = [r for r in sentence.read.places if sentence.first <= r.mention.first < cue.first]
        if there is None or not before or any(sentence.edge(r, there) == there + 1 for r in sentence.read.places):
            continue
        preposition = sentence.preposition(sentence.edge(before[-1], sentence.first) - 1)
        if preposition is None or preposition.value != "destination":
            return in_group(before[-1], before)
    return []


def left_under(sentence: Sentence, clause: Clause, left: Sequence[Resolution]) -> Cue | None:
    """The words that say that a place was left under an agreement, None where it was only agreed to be left."""
    before = left[0].mention.first - 1
    told = [c for c in sentence.cues.within(clause.first, before, CueKind.STATUS) if not says_who_holds(sentence.words, c)]
    if told or not sentence.words.is_english(before):
        return None
    named = sentence.cues.within(before, sentence.last, CueKind.IMPLEMENTING)
    under = next((cue for cue in named if sentence.cues.within(cue.last + 1, cue.last + _ADJECTIVES_REACH, *_TRUCES)), None)
    return under or next(
        (deal for deal in sentence.cues.within(sentence.first, sentence.last, *_TRUCES) if _in(sentence, deal)), None
    )


def _in(sentence: Sentence, deal: Cue) -> bool:
    """ "In a rare deal overseen by the United Nations". English only."""
    article = next(
        (i for i in range(deal.first - 1, deal.first - _ADJECTIVES_REACH, -1) if sentence.words.is_a("article", i)), 0
    )
    return sentence.first < article and sentence.words.texts[article - 1] == "in"


def _is_left(sentence: Sentence, clause: Clause, resolution: Resolution) -> bool:
    capitals = sentence.read.gazetteer.capital_cities
    if sentence.read.is_abroad(resolution) or (resolution.area and resolution.area.place in capitals):
        return False  # «غادر الوفد موسكو»
    edge = sentence.edge(resolution, clause.first, people=True)
    if sentence.words.texts[edge - 1] == "of" and sentence.cues.ending(
        CueKind.EVACUATION, edge - 2
    ):  # "the evacuation of Foua"
        return True
    plain = sentence.edge(resolution, clause.first)
    whole = sentence.words.is_a("last_of", edge - 1) or sentence.words.is_a("everybody_of", edge - 1)
    if edge < plain and sentence.cues.ending(CueKind.EVACUATION, edge - 1 - whole):  # «إجلاء (جميع) سكان الفوعة»
        return True
    if edge < plain and sentence.words.is_a("driven_out", edge):  # «استقبلت جرابلس مهجري حي الوعر بموجب اتفاق»
        return bool(sentence.cues.within(sentence.first, sentence.last, CueKind.IMPLEMENTING))
    towards = sentence.cues.ending(CueKind.ABOUT, edge - 1)  # "leaving Douma for Idlib"
    goes_on = in_group(resolution, sentence.places)[0] != resolution  # «غادروا دوما إلى جرابلس وعفرين»
    bare = sentence.preposition(edge - 1) is None and not goes_on and not towards
    if bare and edge - clause.first <= 1 and _is_emptied(sentence, resolution):
        return True
    if bare and not {"ب", "ل"} & set(resolution.mention.prefixes):
        dated = any(at <= edge - 1 < at + _DATE_WORDS for at, _ in sentence.dates)  # «غادرت … فجر الأحد مخيم اليرموك»
        reach = max(clause.first, edge - _SUBJECT_REACH - (_DATE_WORDS if dated else 0))  # «غادرت قافلة تقل مقاتلين دوما»
        if any(cue.value == "leaves" for cue in sentence.cues.within(reach, edge - 1, CueKind.EVACUATION)):
            return True
    for word in before_phrase(sentence, edge, clause.first):
        preposition = sentence.preposition(word)
        counted = preposition is not None and _counts(sentence, preposition.first - 1)  # "…, including 2,200 from Madaya"
        reach = clause.first if counted else max(clause.first, word - _EVACUATION_REACH)
        leaving = sentence.cues.within(reach, word, CueKind.EVACUATION) if preposition else []
        if preposition and preposition.value == "from" and any(evacuates(sentence.read, cue) for cue in leaving):
            return True
        if preposition and (
            _are_to_go(sentence, preposition.first - 1, resolution) or _are_inside(sentence, clause, preposition)
        ):
            return True
    return sentence.words.texts[edge - 1] == "of" and _are_to_go(sentence, edge - 2, resolution)  # "inhabitants of Fuaa"


def _are_inside(sentence: Sentence, clause: Clause, preposition: Cue) -> bool:
    """«إجلاء من تبقى من المقاتلين في الزبداني», «… والرافضين للمصالحة في مضايا»: those who are taken out are told by where they
    still are. Arabic only."""
    first, words = preposition.first, sentence.words
    if preposition.value != "in" or words.is_english(first):
        return False
    inside = sentence.cues.within(first - _INSIDE_REACH, first - 1, CueKind.EVACUEES)
    taken = sentence.cues.within(clause.first, inside[0].first - 1, CueKind.EVACUATION) if inside else []
    behind = range(taken[-1].last + 1, first) if taken else range(0)
    gone = any((cue := sentence.preposition(i)) is not None and cue.value == "destination" for i in behind)
    return bool(taken) and not gone and evacuates(sentence.read, taken[-1])


def _is_emptied(sentence: Sentence, resolution: Resolution) -> bool:
    """«وكانت داريا أخليت بموجب اتفاق», "Daraya was evacuated under a deal": a town that a clause begins with is left."""
    behind = resolution.mention.last + 1
    while behind <= sentence.last and (sentence.words.is_a("passive", behind) or sentence.words.is_a("verb_phrase", behind)):
        behind += 1
    told = behind <= sentence.last and sentence.words.is_a("emptied", behind)
    return told and not sentence.cues.within(resolution.mention.last + 1, behind, CueKind.NEGATION)


def _counts(sentence: Sentence, word: int) -> bool:
    """ "2,200 from …", "others from …"."""
    texts = sentence.words.texts
    return sentence.words.is_english(word) and (texts[word].replace(",", "").isdigit() or sentence.words.is_a("hundreds", word))


def _are_to_go(sentence: Sentence, who: int, resolution: Resolution) -> bool:
    """ "Militants from Khan al-Shih will leave for Idlib": who is in a place, or comes from it, and goes. English only."""
    last = in_group(resolution, sentence.places)[-1].mention.last
    people = who >= sentence.first and sentence.words.is_a("taken_out", who)
    people = people or sentence.cues.ending(CueKind.EVACUEES, who) is not None
    if not sentence.words.is_english(last) or not people:
        return False
    aside = last < sentence.last and "," in sentence.gap(
        last, last + 1
    )  # "inhabitants of Fuaa, the last besieged town, are to"
    going = sentence.cues.within(last + 1, last + 1 + (_ASIDE_REACH if aside else _GOING_REACH), CueKind.EVACUATION)
    if any(cue.value == "taken" for cue in going):
        return True
    before = [cue.first - 1 for cue in going if cue.value == "leaves"]
    infinitive = any(
        sentence.words.texts[i] == "to"
        and (sentence.words.is_a("passive", i - 1) or sentence.words.is_a("reported_future", i - 1))
        for i in before
    )  # "are to leave", "are expected to leave"
    return infinitive or any(sentence.words.is_a("passive", i) or sentence.words.is_a("auxiliary", i) for i in before)


def have_left(sentence: Sentence, clause: Clause, truce: Cue) -> bool:
    """«خرج المقاتلون من الضمير», «تم خلال أيام إخراج المقاتلين من الضمير»: an evacuation that a verb tells as done, in whole or
    in part; «غادرت دفعة من الرافضين لاتفاق التسوية درعا»: those who refuse an accord leave under it."""
    if not is_unnamed(sentence, truce):
        leaving = sentence.cues.within(clause.first, truce.first - 2, CueKind.EVACUATION)
        gone = [c for c in leaving if sentence.words.is_a("has_left", c.first, c.offset) and not sentence.is_negated(c)]
        settled = truce.kind is CueKind.TRUCE or truce.value == SETTLEMENT
        return settled and bool(gone) and sentence.words.is_a("refuses_accord", truce.first - 1)
    verb = sentence.words.texts[truce.first][truce.offset :].removeprefix("و")
    done = [cue for cue in sentence.cues.within(clause.first, truce.first - 1, CueKind.PERFECT) if not sentence.is_negated(cue)]
    passive = any(sentence.words.is_a("was_done", cue.first) for cue in done)
    return verb in sentence.words.classes["has_left"] or passive


def under_way(sentence: Sentence, clause: Clause, truce: Cue | None, status: Cue | None) -> Cue | None:
    """«أعلنت سانا خروج المسلحين من مضايا», «استؤنفت عملية إجلاء المقاتلين»: an evacuation that is told of as done or going on
    is the agreement in force."""
    if truce is None or not is_unnamed(sentence, truce) or (status and status.value != "announced"):
        return None
    before = sentence.cues.within(clause.first, truce.first - 1, CueKind.RESUMPTION, CueKind.CARRYING_OUT)
    goes_on = [cue for cue in before if cue.value != "term" and truce.first - cue.last <= _UNDER_WAY_REACH]
    told = status or next(iter(goes_on), None) or _taken_up_again(sentence, clause, truce)
    return told._replace(kind=CueKind.STATUS, value="in_force") if told and not sentence.is_negated(told) else None


def _taken_up_again(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """The verb of "the evacuation of Foua and Kefraya resumed on Wednesday". English only."""
    verbs = sentence.cues.within(truce.last + 1, clause.last, CueKind.RESUMPTION)
    if not verbs or not sentence.words.is_english(truce.first):
        return None
    between = sentence.cues.within(truce.last + 1, verbs[0].first - 1, CueKind.CONFLICT, CueKind.AGREEMENT, CueKind.MEETING)
    will = any(sentence.words.is_a("not_yet_left", i) for i in range(truce.last + 1, verbs[0].first))
    return None if between or will or "," in sentence.gap(truce.last, verbs[0].first) else verbs[0]


def left_beside(
    sentence: Sentence, number: int, truce: Cue | None, items: Sequence[Sequence[Resolution]], *, in_exchange: bool
) -> Cue | None:  # fmt: skip
    """ "A similar agreement in Barzeh, from which two groups of fighters have been evacuated", "in return, buses carried people
    out of Foua": the places of the clause `number`, in a truce beside the one that the text tells of, or `in_exchange` the
    other half of that, have been left, and so it is in force."""
    left = truce if truce and _left_since(sentence, number, items) else None
    clause = sentence.clauses[number]
    if left is None and in_exchange and _went_in_exchange(sentence, clause):
        left = sentence.cues_in(clause, CueKind.EVACUATION)[0]
    return left._replace(kind=CueKind.STATUS, value="in_force") if left else None


def _left_since(sentence: Sentence, number: int, items: Sequence[Sequence[Resolution]]) -> bool:
    """«اتفاق في برزة التي خرج منها المقاتلون»: the relative clause behind the places tells that those who leave have left
    them."""
    if not items or number + 1 == len(sentence.clauses):
        return False
    behind, last = sentence.clauses[number + 1], items[-1][-1].mention.last
    beside = behind.relation in ("relative", "where") and behind.first - last <= _RELATIVE_REACH
    leaving = sentence.cues_in(behind, CueKind.EVACUATION) if beside and sentence.cues_in(behind, CueKind.EVACUEES) else []
    told = [cue for cue in leaving if sentence.words.is_a("has_left", cue.first, cue.offset) and not sentence.is_negated(cue)]
    return any(not any(sentence.words.is_a("not_yet_left", i) for i in range(behind.first, cue.first)) for cue in told)


def _went_in_exchange(sentence: Sentence, clause: Clause) -> bool:
    """«وفي المقابل أجلي سكان الفوعة»: told as done, and not as a term."""
    leaving = sentence.cues_in(clause, CueKind.EVACUATION) if leaves_in_exchange(sentence) else []
    verbs = [i for i in range(clause.first, clause.last + 1) if sentence.words.is_a("brings_out", i)]
    done = any(sentence.words.texts[i].endswith(_PAST) or sentence.words.texts[i] == _TOOK for i in verbs)
    done = done or any(sentence.words.is_a("has_left", cue.first, cue.offset) for cue in leaving)
    return bool(leaving) and done and not any(sentence.words.is_a("not_yet_left", i) for i in range(clause.first, clause.last))


def is_gone(sentence: Sentence, status: Cue | None, goes_on: Cue | None) -> bool:
    """True for a status that tells of a departure itself: that it `goes_on`, or its end in "all residents had been evacuated by
    Thursday", «خرجت آخر حافلة»."""
    if status is None or status is goes_on:
        return status is not None
    whole = sentence.words.is_a("last_of", status.first) or sentence.words.is_a("everybody_of", status.first)
    return status.value == "ended" and status.first < status.last and whole
