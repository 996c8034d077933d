"""Territory: whether an agreement that a text calls no truce is one about who holds which towns."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage import Coverage
from geo.cue import CueKind
from geo.gazetteer import Kind
from geo.sentence import ReadText


def settles_towns(read: ReadText, settlements: Sequence[Coverage]) -> bool:
    """«قبلت فصائل داريا التسوية»: in a text of fighting, the settlement of a town is one with those who fight there."""
    return bool(read.cues.of(CueKind.CONFLICT)) and any(coverage.items for coverage in settlements)


def covers_territory(read: ReadText, coverages: Sequence[Coverage]) -> bool:
    """«الاتفاق يشمل محافظات درعا والقنيطرة»: an agreement said to cover or leave out districts and towns is one about
    territory, even where the text calls it no truce. A trade deal covers countries or goods, and has a name of its own."""
    if read.cues.of(CueKind.OTHER_AGREEMENT) or read.cues.of(CueKind.FIGURATIVE):
        return False
    covering = [coverage for coverage in coverages if coverage.verb]
    named = [r for coverage in covering for r in (*(r for item in coverage.items for r in item), *coverage.excluded)]
    return any(r.area and read.gazetteer.places[r.area.place].kind is not Kind.COUNTRY for r in named)
