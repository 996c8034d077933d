"""Exceptions: the places of a clause that its truce leaves out, and the rivers that are lines in it."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.enjoyment import SAVE, entering
from geo.coverage.extent import TRUCES
from geo.coverage.record import Coverage
from geo.cue import Cue, CueKind
from geo.gazetteer import Kind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_OUTSIDE_REACH = 4  # words between "excluded from" and the truce: "the newly announced truce"
_RIVER_REACH = 4  # words between a truce and the river that it runs along: "a truce that holds along the"


def leave_out(sentence: Sentence, clause: Clause, places: list[Resolution], found: Coverage) -> list[Resolution]:
    """The places that no exception takes out; the others go to `excluded`: «باستثناء إدلب», «حلب خارج الاتفاق», «من دون إدلب»,
    but not «من دون خروقات في إدلب»; «لم تدخل حلب في الاتفاق»."""
    named = sentence.cues_in(clause, CueKind.EXCLUSION) if places else []
    edges = {sentence.edge(r, clause.first) for r in places} if named else set()
    exclusions = [c for c in named if c.value not in ("beside", SAVE) or c.last + 1 in edges]
    exclusions = [c for c in exclusions if c.value != SAVE or not _is_only(sentence, clause, c)]
    if not exclusions:
        found.excluded = entering(sentence, clause, places, denied=True)
        return [r for r in places if r not in found.excluded]
    exception = exclusions[0]
    if exception.value != "outside":
        behind = sentence.cues.within(exception.last + 1, clause.last, CueKind.COVERAGE)
        fronted = [verb.first for verb in behind if verb.value == "covers" and "," in sentence.gap(exception.last, verb.first)]
        if not fronted and exception.first == clause.first:  # "except for Jobar, the truce is holding in Eastern Ghouta"
            named = sentence.cues.within(exception.last + 1, clause.last, *TRUCES)
            fronted = [cue.first for cue in named if "," in sentence.gap(cue.first - 2, cue.first)]
        end = fronted[0] if fronted else clause.last + 1  # "apart from Jobar, the truce covers all of Eastern Ghouta"
        found.excluded = [r for r in places if exception.first < r.mention.first < end]
    elif sentence.cues.within(exception.last + 1, exception.last + _OUTSIDE_REACH, *TRUCES):
        found.excluded = [r for r in places if r.mention.last < exception.first]
    excluded = {r.area for r in found.excluded}
    return [r for r in places if r.area not in excluded]


def _is_only(sentence: Sentence, clause: Clause, save: Cue) -> bool:
    """«لا تشمل سوى درعا»: behind a negation what would be left out is all that there is."""
    return bool(sentence.cues.within(clause.first, save.first - 1, CueKind.NEGATION))


def without_lines(sentence: Sentence, clause: Clause, places: Sequence[Resolution]) -> list[Resolution]:
    """The places without the rivers far behind a truce: in "the truce requires them to withdraw beyond the Litani", «يقضي وقف
    النار بانسحابهم إلى شمال الليطاني» the river is a line that somebody crosses; "a truce along the Litani" is one there."""
    return [r for r in places if not _is_line(sentence, clause, r)]


def _is_line(sentence: Sentence, clause: Clause, place: Resolution) -> bool:
    if place.area is None or sentence.read.gazetteer.places[place.area.place].kind is not Kind.RIVER:
        return False
    truces = sentence.cues.within(clause.first, place.mention.first - 1, *TRUCES)
    behind = truces[-1].last + 1 if truces else place.mention.first
    far = sentence.edge(place, behind) - behind >= _RIVER_REACH
    return far and not sentence.cues.within(behind, place.mention.first - 1, CueKind.COVERAGE)
