"""Enactment: where something is done under an agreement, which shows that the agreement is carried out there."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.evacuation import evacuates
from geo.coverage.listing import with_added
from geo.coverage.placement import before_phrase, is_seat
from geo.cue import Cue, CueKind
from geo.status.modality import BY_IT
from geo.status.naming import NEW_AGREEMENT
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_ADJECTIVES = 5  # words from "under" to an English truce: "under a rare Russian-backed deal"
_ENTERED = "entered"
_PAST = "ed"
_ENTERED_REACH = 5  # words between «دخلت» and the place
_LEFT_REACH = 3  # words from «خرج» to those who left: «بموجبه كل»
_ASIDE_REACH = 10  # words from the towns to the verb: ", both held by rebels, have been"
_TRUCES = (CueKind.TRUCE, CueKind.AGREEMENT)
_DEEDS = (CueKind.EVACUATION, CueKind.DEPLOYMENT)


def places_of_deeds(
    sentence: Sentence, clause: Clause, places: Sequence[Resolution]
) -> tuple[list[Resolution], Cue | None]:  # fmt: skip
    """«تسليم السلاح في درعا بموجب اتفاق»: what is done under an agreement shows that it is carried out there; and the words
    that say under which."""
    if not places:
        return [], None
    own = [*sentence.cues_in(clause, CueKind.IMPLEMENTING), *_days_of_truce(sentence, clause)]
    if not own and sentence.cues_in(clause, CueKind.CONFLICT) and not sentence.cues_in(clause, *_DEEDS):
        return [], None  # «خرجوا من دوما بموجب الاتفاق، فيما تواصلت المعارك في دير الزور»
    under = own or sentence.cues.within(sentence.first, sentence.last, CueKind.IMPLEMENTING)
    for cue in under or _since_deal(sentence, clause):
        named = sentence.cues.within(cue.last + 1, min(cue.last + 2, sentence.last), *_TRUCES)
        if cue.value == BY_IT:  # «اتفاق … خرج بموجبه سكان الفوعة»
            named = sentence.cues.within(sentence.first, cue.first - 1, *_TRUCES) if cue in own else []
        if not named:
            continue
        for resolution in places:
            if _is_carried_out_in(sentence, clause, resolution):
                return with_added(sentence, resolution, places), cue
    return [], None


def _since_deal(sentence: Sentence, clause: Clause) -> list[Cue]:
    """«غادر المقاتلون دوما إثر اتفاق مع روسيا», «… عقب التوصل إلى اتفاق»: the words behind which the deal is named that made
    those leave of whom a clause tells. Arabic only."""
    words, behind = sentence.words, next((c for c in sentence.clauses if c.first == clause.last + 1), None)
    gone = sentence.cues_in(clause, CueKind.EVACUEES) and sentence.cues_in(clause, CueKind.EVACUATION)
    if not gone or behind is None or behind.opener is None or behind.relation != "time":
        return []
    deal = next((i for i in range(behind.opener.last + 1, behind.last + 1) if words.texts[i] == NEW_AGREEMENT), None)
    reaching = range(behind.opener.last + 1, deal) if deal is not None else ()
    if deal is None or not all(words.is_a("come_to", i) for i in reaching):
        return []
    return [behind.opener._replace(kind=CueKind.IMPLEMENTING, value="", last=deal - 1)]


def _days_of_truce(sentence: Sentence, clause: Clause) -> list[Cue]:
    """«دخلت شاحنات إلى دوما في اليوم الثاني من الهدنة», "aid trucks entered Daraya on the second day of the truce"."""
    entered = [cue.first for cue in sentence.cues_in(clause, CueKind.DEPLOYMENT)]
    if not any(sentence.words.is_a("enters", i) or sentence.words.texts[i] == _ENTERED for i in entered):
        return []
    days = sentence.cues_in(clause, CueKind.BACKDROP, CueKind.STATUS)
    return [cue for cue in days if any(sentence.words.is_a("day_of", i) for i in range(cue.first, cue.last + 1))]


def implements(sentence: Sentence, truce: Cue | None) -> Cue | None:
    """«توجهت القافلة إلى المعبر تنفيذا لاتفاق …»: what is done under a truce shows that it stands."""
    if truce is None:
        return None
    done = sentence.cues.within(sentence.first, sentence.last, CueKind.EVACUATION) or _have_entered(sentence, truce)
    english = sentence.words.is_english(truce.first)
    near = range(truce.first - 1, truce.first - 1 - (_ADJECTIVES if done and english else 1), -1)
    return next((cue for i in near if (cue := sentence.cues.ending(CueKind.IMPLEMENTING, i))), None)


def _have_entered(sentence: Sentence, truce: Cue) -> bool:
    """ "Troops entered Tafas to implement a ceasefire agreement"; not "troops are to be deployed". English only."""
    deployed = [cue.first for cue in sentence.cues.within(sentence.first, truce.first - 1, CueKind.DEPLOYMENT)]
    return any(
        sentence.words.texts[i].endswith(_PAST) and i > sentence.first and not sentence.words.is_a("not_yet_left", i - 1)
        and not sentence.words.is_a("passive", i - 1)
        for i in deployed
    )  # fmt: skip


def as_status(clause: Clause, items: Sequence[Sequence[Resolution]], implementing: Cue, *, ahead: bool) -> Cue:
    """The words that show a truce being carried out, as a status; of one whose terms lie `ahead` only that it is agreed."""
    cue = implementing
    if items and not clause.first <= cue.first <= clause.last:  # they stand in another clause: the place stands for them
        place = items[0][0].mention
        cue = cue._replace(first=place.first, last=place.last)
    return cue._replace(kind=CueKind.STATUS, value="agreed" if ahead else "in_force")


def _is_carried_out_in(sentence: Sentence, clause: Clause, resolution: Resolution) -> bool:
    """«خرجوا من دوما», «دخلت القوافل إلى إدلب», «دخلت الحافلات كفريا»: where something is done, who left, or who was deployed;
    «خبراء من روسيا» says where they come from; nor is it in another country, or the capital of one."""
    area, gazetteer = resolution.area, sentence.read.gazetteer
    if sentence.read.is_abroad(resolution) and area and (gazetteer.is_country(area) or area.place in gazetteer.capital_cities):
        return False
    preposition = sentence.preposition(sentence.edge(resolution, clause.first, people=True) - 1)
    if preposition is None:
        edge = sentence.edge(resolution, clause.first)
        entered = sentence.cues.within(max(clause.first, edge - _ENTERED_REACH), edge - 1, CueKind.DEPLOYMENT)
        entered = [cue for cue in entered if sentence.words.is_a("enters", cue.first)]
        entered += [cue for word in before_phrase(sentence, edge, clause.first) if (cue := _english_deed(sentence, word))]
        emptied = _is_emptied(sentence, clause, resolution) or _are_evacuated(sentence, resolution)
        return "ب" in resolution.mention.prefixes or bool(entered) or emptied
    if preposition.value == "destination":
        deployed = sentence.cues.within(clause.first, preposition.first, CueKind.DEPLOYMENT)
        if any(cue.value == "evacuees" for cue in sentence.cues_in(clause, CueKind.DEPLOYMENT)):  # «وصلت الحافلات إلى إدلب»
            return False
        return any(cue.first in (clause.first, clause.first + 1) or cue.first >= preposition.first - 3 for cue in deployed)
    if preposition.value == "from" and sentence.words.is_english(preposition.first):  # no "aid from Damascus"
        if sentence.read.is_abroad(resolution):
            return False  # "trucks crossed from Turkey into Idlib under the deal"
        leaving = sentence.cues.within(clause.first, preposition.first, CueKind.EVACUATION)
        return any(evacuates(sentence.read, cue) for cue in leaving)
    if is_seat(sentence, preposition):
        return False
    whole = sentence.read.gazetteer.names_country(resolution.area)
    return preposition.value == "in" or (preposition.value == "from" and not whole)


def _english_deed(sentence: Sentence, word: int) -> Cue | None:
    """ "An aid convoy entered (the besieged towns of) Foua"."""
    deed = sentence.cues.ending(CueKind.DEPLOYMENT, word)
    return deed if deed and sentence.words.is_english(word) else None


def _is_emptied(sentence: Sentence, clause: Clause, resolution: Resolution) -> bool:
    """«شهدت حرستا إجلاء المقاتلين», «حرستا شهدت …», «مقاتلو حرستا خرجوا», «خرج بموجبه كل سكان حرستا»: a place that sees people
    leave, or theirs."""
    leaving = sentence.cues_in(clause, CueKind.EVACUATION)
    edge, first = sentence.edge(resolution, clause.first), sentence.edge(resolution, clause.first, people=True)
    behind = resolution.mention.last + 1
    seen = any(
        not verb.value and sentence.words.is_a("sees", verb.first)
        for verb in sentence.cues.within(max(clause.first, edge - 2), behind, CueKind.LIGHT_VERB)
        if verb.last == edge - 1 or verb.first == behind
    )  # fmt: skip
    empties = range(max(edge - _LEFT_REACH, clause.first), edge)
    if any(sentence.words.is_a("empties", i) for i in empties) and sentence.preposition(edge - 1) is None:
        return True  # «تخلو بموجبه الرحيبة من المسلحين»
    people = first < edge and any(cue.first > resolution.mention.last or 0 < first - cue.last <= _LEFT_REACH for cue in leaving)
    return bool(leaving) and (seen or people)


def _are_evacuated(sentence: Sentence, resolution: Resolution) -> bool:
    """ "Under the deal, Talbiseh and Rastan(, both held by rebels,) have been evacuated": the towns before a passive."""
    first = in_group(resolution, sentence.places)[-1].mention.last + 1
    leaving = sentence.cues.within(first, min(first + _ASIDE_REACH, sentence.last), CueKind.EVACUATION)
    passive = bool(leaving) and sentence.words.is_a("passive", leaving[0].first - 1)
    others = [r for r in sentence.places if passive and first <= r.mention.first < leaving[0].first]
    return passive and not others and sentence.words.is_english(first - 1)
