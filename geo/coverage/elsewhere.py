"""Places that no word ties to the truce of their clause: those of its status, of the clauses around it, of who fights or
agrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.coverage.abroad import fares_abroad
from geo.coverage.attachment import is_said_in
from geo.coverage.container import without_containers
from geo.coverage.counterpart import counterpart_towns
from geo.coverage.enjoyment import ZONE_TYPES
from geo.coverage.listing import with_added
from geo.coverage.placement import (
    before_phrase,
    calmed,
    fighting_to_end,
    fronted,
    is_seat,
    leaflets_dropped_on,
    named_before,
    place_right_before,
    placed_between,
    pointed_back_to,
)
from geo.coverage.record import Coverage
from geo.coverage.side import made_with, parties_in
from geo.cue import Cue, CueKind
from geo.gazetteer import SETTLEMENTS
from geo.status.fighting import is_fought_over, tells_of_attack
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_STRETCH_REACH = 3  # words behind a comma that still belong to the noun before it
_NAMED_REACH = 2  # words behind a truce that name it: «هدنة عيد الفصح التي …»
_NAMES_AN_AGREEMENT = 3  # a status phrase of so many words holds the agreement itself: «مخالفة لما تم الاتفاق عليه»
_TALKED_REACH = 3  # words from «المفاوضات» to «حول»
_TALKED_WITH_REACH = 8  # the same, with those who talk
_SAID_OF_TOPIC = ("in_force", "violated", "ended")  # statuses of the place that a sentence is about
_SUPPOSED, _SUPPOSED_WORDS = ("complement", "possibility"), 3  # «التي | كان من | المفترض | أن …»
_SEEN = ("suspended", "extended")  # statuses of a place only where it sees them: «شهدت حلب تعليق الهدنة»
_SAYING = (CueKind.STATUS, CueKind.COVERAGE, CueKind.TRUCE, CueKind.SPEECH, CueKind.DECISION)  # what leaves a clause no topic


def placed_elsewhere(
    sentence: Sentence, number: int, status: Cue | None, truce: Cue | None, places: list[Resolution], found: Coverage
) -> list[Resolution]:  # fmt: skip
    """The places of a clause none of whose words ties them to its truce: those of its status, of the clauses around it, of who
    fights or agrees; the likelier first."""
    clause = sentence.clauses[number]
    covered: list[Resolution] = []
    before = without_containers(sentence, sentence.places_in(sentence.clauses[number - 1])) if number else []
    if truce:
        covered = fighting_to_end(sentence, truce, places)
    resumed = status is not None and status.value == "ended" and sentence.cues_in(clause, CueKind.RESUMPTION)
    if not covered and truce and status and (_is_of_fighting(clause, status) or resumed):
        covered = _placed_in_relative(sentence, number, truce) or _fought_in(sentence, number, found)
    if not covered and truce and clause.relation == "where":
        covered = place_right_before(sentence, number, before)
        covered = [*(r for r in topic(sentence, number) if _lies_in_any(sentence, r, covered)), *covered]
    if not covered and status:
        found.refers_back = status.last - status.first >= _NAMES_AN_AGREEMENT - 1
        if truce or found.refers_back:
            covered = _said_where_made(sentence, number, truce) or _subject(sentence, number, status, places)
    if not covered and truce and status and (truce.last < clause.first or truce.last < status.first):
        covered = placed_behind(sentence, status, places)
    if not covered and truce:
        covered = _placed_in_zone(sentence, clause, truce, places) or _placed_in_relative(sentence, number, truce)
    if not covered and truce:
        covered = place_right_before(sentence, number, before)
    if not covered and truce and status and status.last < truce.first:
        covered = placed_between(sentence, status, truce, places)
    if not covered and truce:
        covered = calmed(sentence, clause, truce, places) or named_before(sentence, clause, truce)
    if not covered and truce and status and status.value == "proposed":
        covered = leaflets_dropped_on(sentence, truce)
    if not covered and truce and status:
        covered = made_with(sentence, clause, truce, places)
    if not covered and truce and status and status.last < truce.first:
        covered = parties_in(sentence, clause, truce, places) or counterpart_towns(sentence, truce.last, places)
    if not covered and truce:
        covered = _from_afar(sentence, number, truce, status)
    if not covered and not truce and status and status.value == "negotiating":
        covered = _talked_about(sentence, status, places) or counterpart_towns(sentence, status.last, places)
    if not covered and not truce and status and sentence.words.is_a("its_application", status.last):
        covered, found.refers_back = placed_behind(sentence, status, places), True
    return covered


def _said_where_made(sentence: Sentence, number: int, truce: Cue | None) -> list[Resolution]:
    """«تتصاعد الهجمات في حماة قبل نهاية الهدنة التي اتفقوا عليها في سوريا»: where a truce is, told right behind its name, is no
    place of another clause. Arabic only."""
    behind = number + 1 < len(sentence.clauses) and sentence.clauses[number + 1].relation == "relative"
    told = truce is not None and behind and truce.last + 1 == sentence.clauses[number + 1].first
    arabic = truce is not None and not sentence.words.is_english(truce.first)
    return _placed_in_relative(sentence, number, truce) if told and truce and arabic else []


def _is_of_fighting(clause: Clause, status: Cue) -> bool:
    """True if fighting gave the status: it broke the truce, or was resumed before the clause that names that."""
    return status.value == "violated" or (status.value == "ended" and status.last < clause.first)


def _subject(sentence: Sentence, number: int, status: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """The places of which a status is said: «شهدت درعا خروقات للهدنة», or the topic of the sentence."""
    if status.value not in (*_SAID_OF_TOPIC, *_SEEN):
        return []
    clause = sentence.clauses[number]
    if clause.relation == "concession" and sentence.cues_in(clause, CueKind.DECISION) and not tells_of_attack(sentence, clause):
        return []  # «تتواصل العملية في منبج رغم هدنة مجلس الأمن»: it says not where that holds
    light = sentence.light_verb(clause, status)
    light = light or (status if sentence.cues.starting(CueKind.LIGHT_VERB, status.first) else None)
    behind = [r for r in places if light and 0 < sentence.edge(r, light.last + 1) - light.last <= 2]  # «ساد الهدوء جبهات حلب»
    if not behind and light and sentence.words.is_a("saw", light.first):  # "Idlib province saw several breaches"
        near = any(0 < light.first - r.mention.last <= 2 for r in sentence.places)
        behind = [r for r in places if near and r.mention.last < light.first]
    if behind:
        return with_added(sentence, in_group(behind[0], places)[0], places)
    return topic(sentence, number) if status.value in _SAID_OF_TOPIC else []


def _talked_about(sentence: Sentence, status: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """«المفاوضات مستمرة حول بلدات حمورية وجسرين»: the places that talks are about, shortly behind the word for them; towns also
    where it says before how or with whom one talks («مفاوضات لا تزال تجري مع الروس بشأن دوما»)."""
    about = sentence.cues.within(status.last + 1, status.last + _TALKED_REACH, CueKind.ABOUT)
    words = {cue.last + 1 for cue in about if sentence.words.is_a("about_whom", cue.first)}
    if listed := next((with_added(sentence, r, places) for r in places if sentence.edge(r, status.last + 1) in words), []):
        return listed
    about = sentence.cues.within(status.last + 1, status.last + _TALKED_WITH_REACH, CueKind.ABOUT)
    about = [cue for cue in about if "," not in sentence.gap(status.last, cue.first)]
    words = {about[0].last + 1} if about and sentence.words.is_a("about_whom", about[0].first) else set()
    towns = [r for r in places if r.area and sentence.read.gazetteer.places[r.area.place].kind in SETTLEMENTS]
    return next((with_added(sentence, r, places) for r in towns if sentence.edge(r, status.last + 1) in words), [])


def placed_behind(sentence: Sentence, status: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """«(The truce, which …,) is holding in Homs»: the first list behind the status that a preposition of place opens."""
    for resolution in places:
        edge = sentence.edge(resolution, status.last + 1)
        words = [] if is_said_in(sentence, edge) else before_phrase(sentence, edge, status.last + 1)
        told = sentence.cues.within(status.last + 1, edge - 1, CueKind.SPEECH, CueKind.CONFLICT)
        if any(cue.kind is CueKind.SPEECH or cue.value == "attack" for cue in told):
            return []  # "the truce had come to an end, and the U.N. said a convoy was hit in Aleppo"
        if any((p := sentence.preposition(word)) and p.value in ("in", "") for word in words):
            return with_added(sentence, resolution, places)
    return []


def _placed_in_zone(sentence: Sentence, clause: Clause, truce: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """In "the town of Hirak, inside a de-escalation zone", "Idlib, a de-escalation zone" the place before says what lies in the
    zone. English only."""
    article = truce.first - 1
    if article <= clause.first or truce.value not in ZONE_TYPES or not sentence.words.is_english(truce.first):
        return []
    beside = [r for r in places if r.mention.last in (article - 1, article - 2)]  # "Idlib province"
    if beside and sentence.words.texts[article] == "a" and "," in sentence.gap(article - 1, article):
        return in_group(beside[-1], places)
    preposition = sentence.preposition(article) or sentence.preposition(article - 1)
    before = [r for r in places if preposition and r.mention.last < preposition.first and preposition.value == "in"]
    near = bool(before) and preposition is not None and preposition.first - before[-1].mention.last <= _STRETCH_REACH
    return in_group(before[-1], before) if near else []


def _placed_in_relative(sentence: Sentence, number: int, truce: Cue) -> list[Resolution]:
    """«الهدنة التي بدأت في نيسان في اليمن», «الاتفاق الذي أبرم أمس والذي نص على هدنة في تعز»: the place that a relative clause
    behind the truce gives it."""
    last = sentence.clauses[number].last
    if not 0 <= last - truce.last <= _NAMED_REACH or "," in sentence.gap(truce.last, min(last + 1, sentence.last)):
        return []
    for relative in _relative_clauses(sentence, number):
        named = sentence.cues_in(relative, CueKind.TRUCE)
        fights = sentence.cues_in(relative, CueKind.CONFLICT)
        if any(fight.value and not any(t.first <= fight.first <= t.last for t in named) for fight in fights):
            return []
        places = without_containers(sentence, sentence.places_in(relative))
        before = [(r, sentence.preposition(sentence.edge(r, relative.first) - 1)) for r in places]
        located = [
            r for r, preposition in before
            if "ب" in r.mention.prefixes or (preposition and preposition.value == "in" and not is_seat(sentence, preposition))
        ]  # fmt: skip
        if located:
            return with_added(sentence, located[0], places)
    return []


def _relative_clauses(sentence: Sentence, number: int) -> Iterator[Clause]:
    """The relative clauses right behind a clause; «التي كان يفترض أن تسري في غزة» is one, whatever its words open."""
    before = None
    for clause in sentence.clauses[number + 1 :]:
        goes_on = before is not None and clause.relation in _SUPPOSED and before.last - before.first < _SUPPOSED_WORDS
        if clause.relation != "relative" and not goes_on:
            return
        yield clause
        before = clause


def _from_afar(sentence: Sentence, number: int, truce: Cue, status: Cue | None) -> list[Resolution]:
    """The places that the clause points back to, or those of the clause whose word says how its truce stands («عاد الهدوء إلى
    درعا بعد هدنة»), or, where it says that itself, that the sentence opens with."""
    english = sentence.words.is_english(truce.first)
    told = (c for c in sentence.clauses[:number] if status and c.first <= status.first <= c.last)
    other = _calm_before(sentence, number) if english else next(told, None)
    if other:
        places = without_containers(sentence, sentence.places_in(other))
        return with_added(sentence, places[0], places) if places else []
    before = [r for c in sentence.clauses[:number] for r in without_containers(sentence, sentence.places_in(c))]
    back = pointed_back_to(sentence, sentence.clauses[number], truce, before)
    if back or status is None:
        return back
    named = without_containers(sentence, sentence.places)
    return fronted(sentence, status, truce, named) or fares_abroad(sentence, status, truce, named)


def _calm_before(sentence: Sentence, number: int) -> Clause | None:
    """In "calm has prevailed in Douma | since the truce took effect", "fighting stopped | after a truce" that before. English
    only."""
    before, clause = sentence.clauses[number - 1], sentence.clauses[number]
    if not number or clause.relation != "time" or not sentence.words.is_english(clause.first):
        return None
    calm = any(cue.value == "in_force" for cue in sentence.cues_in(before, CueKind.STATUS))
    return before if calm or sentence.cues_in(before, CueKind.CESSATION) else None


def topic(sentence: Sentence, number: int) -> list[Resolution]:
    """The places that the clauses before name without saying anything of them: «إلا أن مدينة درعا وريفها التي …»."""
    named: list[Resolution] = []
    for clause in sentence.clauses[:number]:
        if clause.relation == "relative":
            continue
        if sentence.cues_in(clause, *_SAYING):
            return []
        named += without_containers(sentence, sentence.places_in(clause))
    return named


def _fought_in(sentence: Sentence, number: int, found: Coverage) -> list[Resolution]:
    """«قصف على الغوطة رغم الهدنة», «رغم الهدنة، قصفت بلدات في ريف إدلب»: where the fighting is that a truce did not prevent."""
    own = sentence.clauses[number]
    others = [*reversed(sentence.clauses[:number]), *sentence.clauses[number:]]
    for clause in others:
        if clause.first > own.first and sentence.is_alongside(clause):
            continue  # «خرق جديد للهدنة، فيما تواصلت المعارك في دير الزور»
        fights = sentence.cues_in(clause, CueKind.CONFLICT)
        places = [r for r in without_containers(sentence, sentence.places_in(clause)) if not sentence.read.is_abroad(r)]
        hit = (r for r in places if fights and _is_hit(sentence, clause, r, fights))
        if (first := next(hit, None)) is not None:
            found.fought = True
            return with_added(sentence, first, places)
    return []


def _is_hit(sentence: Sentence, clause: Clause, resolution: Resolution, fights: Sequence[Cue]) -> bool:
    before = before_phrase(sentence, sentence.edge(resolution, clause.first), clause.first)
    return "ب" in resolution.mention.prefixes or any(is_fought_over(sentence, word, fights) for word in before)


def _lies_in_any(sentence: Sentence, resolution: Resolution, outer: Sequence[Resolution]) -> bool:
    """In "Madaya, which lies in Wadi Barada, where a truce …" both are under the truce."""
    lies_in = sentence.read.gazetteer.lies_in
    return any(r.area != resolution.area and lies_in(resolution.area, r.area) for r in outer if r.area and resolution.area)
