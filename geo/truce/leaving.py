"""Leaving: the places of a deal on an evacuation that only the sentences behind it name, as those that people leave."""

from __future__ import annotations

from collections.abc import Sequence

from geo.agreement import AgreementType
from geo.claim import Claim
from geo.coverage.container import without_containers
from geo.coverage.evacuation import places_left
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution
from geo.truce.record import Truce

_SENTENCES = 4  # how far behind the deal they may be named


def name_places_left(truces: Sequence[Truce], read: ReadText) -> list[Truce]:
    """ "An evacuation deal was reached. Residents of Fuaa are to leave over 60 days": gives the first such deal of a text that
    places none the towns that the next sentences say are left. English only."""
    for truce in truces:
        for claim in truce.claims:
            left = _left_behind(claim, read) if _is_deal(claim, read) else []
            if left:
                truce.place(claim, [left])
                return [truce]
    return []


def _is_deal(claim: Claim, read: ReadText) -> bool:
    leaving = claim.type is AgreementType.EVACUATION_SETTLEMENT and claim.truce is not None and claim.status is not None
    told = leaving and claim.told_as_fact and not claim.negated and not claim.earlier
    return told and read.words.is_english(claim.clause.first)


def _left_behind(claim: Claim, read: ReadText) -> list[Resolution]:
    """The places that the next sentences say are left, each once."""
    number = claim.clause.sentence
    found: dict[object, Resolution] = {}
    for at in range(number + 1, min(number + 1 + _SENTENCES, len(read.words.sentence_starts))):
        sentence = Sentence(read, at, continues=True)
        for clause in sentence.clauses:
            places = without_containers(sentence, sentence.places_in(clause))
            for resolution in places_left(sentence, clause, places, under_deal=True):
                found.setdefault(resolution.area, resolution)
    return list(found.values())
