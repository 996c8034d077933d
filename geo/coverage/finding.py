"""Coverage: which of a clause's places its truce covers, and which it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.attachment import attached, is_handed_over
from geo.coverage.calm import calm_places
from geo.coverage.container import without_containers
from geo.coverage.covering import before_verb, beside_covered, corrected, covered_by, find_objects
from geo.coverage.elsewhere import placed_behind, placed_elsewhere
from geo.coverage.enactment import places_of_deeds
from geo.coverage.enjoyment import enjoying, is_celebrated_in, is_received_in
from geo.coverage.evacuation import leaves_in_exchange, left_under, places_left
from geo.coverage.exception import leave_out, without_lines
from geo.coverage.extent import TRUCES, coverage_verb, named_behind
from geo.coverage.interstate import is_host_of_two
from geo.coverage.listing import before_described, behind_aside, with_added
from geo.coverage.placement import fronted
from geo.coverage.record import Coverage
from geo.cue import SETTLEMENT, Cue, CueKind
from geo.status.scene import leads_up_to
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution


def find_coverage(sentence: Sentence, number: int, status: Cue | None, truce: Cue | None, *, listing: bool) -> Coverage:
    """The coverage of the sentence's clause `number`, empty if it covers nothing.

    `listing` if an earlier clause of the sentence has a verb of covering, which «وهي …» goes on with.
    """
    clause = sentence.clauses[number]
    places = without_containers(sentence, [r for r in sentence.places_in(clause) if not is_received_in(sentence, r)])
    found = Coverage()
    if _find_listed(sentence, number, places, found, listing=listing):
        return found
    places = without_lines(sentence, clause, leave_out(sentence, clause, places, found))
    covered, found.passive = covered_by(sentence, number, places)
    if covered:
        found.items = [covered]
        return found
    verb = coverage_verb(sentence, clause) or corrected(sentence, number)
    if verb:
        found.verb = verb
        find_objects(sentence, verb, places, found)
        before, found.seen = before_verb(sentence, clause, verb, places) if found.items else ([], None)
        if before and not found.several:  # «بدأت الهدنة بدرعا، ثم امتدت للسويداء»
            found.items = [[*before, *found.items[0]]]
        behind = behind_aside(sentence, number, opened=bool(found.items)) if not found.excluded else []
        if behind and not found.several:
            found.items = [[*(found.items or [[]])[0], *behind]]
        if found.items or found.excluded:
            return found
    covered, found.seen = enjoying(sentence, clause, places)
    if not covered and truce is None:
        covered, found.seen = calm_places(sentence, clause, places)
        found.calm = bool(covered)
    if covered:
        found.items = [covered]
        return found
    left = [r for r in places_left(sentence, clause, places) if not is_handed_over(sentence, r)]
    covered = attached(sentence, clause, places)
    if truce and status and covered and "," in sentence.gap(truce.last, covered[0].mention.first):  # "in Taiz, a truce …, as …"
        covered = fronted(sentence, status, truce, without_containers(sentence, sentence.places)) or covered
    if covered and (truces := sentence.cues_in(clause, *TRUCES)):
        covered = [*(r for r in beside_covered(sentence, truces[0]) if r not in covered), *covered]
    if status and (parts := _parts_behind(sentence, status, covered, places)):
        covered = parts
    if covered or (not places and sentence.cues_in(clause, CueKind.TRUCE)):  # «بدأت هدنة بين الفصيلين، اللذين …، في إدلب»
        covered += behind_aside(sentence, number, opened=bool(covered))
    if not covered:
        covered, found.implementing = places_of_deeds(sentence, clause, places)
    behind = [r for r in left if covered and found.implementing and r.mention.last < covered[0].mention.first]
    if any(r in left for r in covered) or behind:  # «اتفاق على إجلاء … من مضايا مقابل خروج … من كفريا»
        covered = left if covered[0] in left else [*covered, *(r for r in left if r not in covered)]
    elif covered and truce and _are_left_too(sentence, left, max(truce.last, covered[-1].mention.last)):
        covered = [*covered, *left]
    if not covered and left:
        covered, found.implementing = left, left_under(sentence, clause, left)
        found.refers_back = leaves_in_exchange(sentence)
    if truce and truce.value == SETTLEMENT:  # that of a whole country is a political one: «كما فعل كثيرون في سوريا»
        covered = [r for r in covered if not sentence.read.gazetteer.names_country(r.area)]
    if not (truce and leads_up_to(sentence, truce)):  # "shelling killed three in Shirokine ahead of the truce"
        covered = covered or placed_elsewhere(sentence, number, status, truce, places, found)
    covered = [r for r in covered if not is_host_of_two(sentence.read, r)]
    covered = [] if truce and is_celebrated_in(sentence, clause, truce, covered) else covered
    found.items = [_without_states(sentence, covered)] if covered else []
    return found


def _parts_behind(
    sentence: Sentence, status: Cue, covered: Sequence[Resolution], places: Sequence[Resolution]
) -> list[Resolution]:  # fmt: skip
    """ "De-escalation zones in Syria are to be created in Idlib and Homs": the parts of a country behind the verb."""
    gazetteer = sentence.read.gazetteer
    country = covered[0].area if len(covered) == 1 and gazetteer.names_country(covered[0].area) else None
    if country is None or covered[0].mention.last > status.first:
        return []
    parts = placed_behind(sentence, status, places)
    return parts if parts and all(r.area and r.area != country and gazetteer.lies_in(r.area, country) for r in parts) else []


def _are_left_too(sentence: Sentence, left: Sequence[Resolution], floor: int) -> bool:
    """«هدنة ينسحب خلالها المقاتلون من الزبداني ويجلى مدنيون من الفوعة»: places that others are taken from, behind those that
    the truce covers; not «هدنة في طرابلس، وغادر موفدها بنغازي»."""
    before = sentence.preposition(before_described(sentence, left[0]) - 1) if left else None
    return before is not None and before.value == "from" and before.first > floor


def _find_listed(
    sentence: Sentence, number: int, places: list[Resolution], found: Coverage, *, listing: bool
) -> bool:  # fmt: skip
    """What «وهي …» lists behind a verb of covering, or «هي …» behind words for what is covered; True if it does."""
    if sentence.clauses[number].relation == "apposition" and listing:
        found.items = [places] if places else []
        return True
    found.verb = named_behind(sentence, number, places)
    if found.verb:
        listed = with_added(sentence, places[0], places)
        found.excluded = listed if sentence.is_negated(found.verb) else []
        found.items = [] if found.excluded else [listed]
    return found.verb is not None


def _without_states(sentence: Sentence, covered: list[Resolution]) -> list[Resolution]:
    """«توصلت فصائل درعا وروسيا إلى هدنة»: a state abroad that is listed with a place is a party."""
    inside = [r for r in covered if not (sentence.read.gazetteer.names_country(r.area) and sentence.read.is_abroad(r))]
    return inside or covered
