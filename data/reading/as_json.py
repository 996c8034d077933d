"""A reading as plain JSON values: the public form that docs/reading.md and docs/reading.schema.json describe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from geo.actor import Actors, Party
from geo.agreement import Agreement
from geo.area_names import AreaNames
from geo.article import Article
from geo.edtf import Edtf
from geo.gazetteer import Area, Gazetteer
from geo.pipeline import Reading
from geo.span import Span
from geo.statement import Statement
from geo.toponym.reason import Because, Reason
from geo.toponym.resolution import Candidate, Resolution

DATE_TYPES = ("signed", "effective", "since", "until", "expected")  # the fields of a statement that a date may fill
REPORTED = "reported"  # any other date
# Why a name may mean a place, as sentences.
SENTENCES: Mapping[Because, str] = {
    Because.SAFE_NAME: "{words} is nearly always this place",
    Because.ORDINARY_WORD: "{words} is mostly an ordinary word",
    Because.MOST_USED: "the meaning that the press uses most",
    Because.CALLED: "called a {kinds[0]}",
    Because.CALLED_ANOTHER: "called a {kinds[0]}, and it is a {kinds[1]}",
    Because.CALLED_AREA: "called an area",
    Because.CALLED_CAPITAL: "called the capital",
    Because.NO_CAPITAL: "not a capital",
    Because.PART_NAMED: "a part of it is named",
    Because.NO_SUCH_PART: "no such part of it is named",
    Because.PERSON_TITLE: "a person's title stands before it",
    Because.PREPOSITION: "a preposition stands before it",
    Because.PEOPLE: "those who live or fight there stand before it",
    Because.ADJECTIVE: "an adjective behind a noun",
    Because.TRUCE_OF: "a truce is named after it",
    Because.TRUCE_IN: "a truce is said to be there",
    Because.WITHDRAWN_FROM: "fighters are said to withdraw from it",
    Because.SHELLED: "it is said to be shelled, or to see fighting",
    Because.FOUGHT_OVER: "fighting is said to be there",
    Because.VOWEL_SIGNS: "written {words}",
    Because.DEMONYM: "{words} stands beside it",
    Because.CAPITAL_KNOWN: "the capital is better known than its unit",
    Because.GOVERNORATE_KNOWN: "without a head word the name stands for the governorate",
    Because.LIST_IN_UNIT: "all others of the list lie in {places}",
    Because.TEXT_IN_UNIT: "what else the text names lies in {places}",
    Because.NAMED_IN_FULL: "the text names it in full",
    Because.NAMED_WITH: "named with {places}",
    Because.NAMED_INSIDE: "named inside {places}",
    Because.COUNTRY_OF_TEXT: "the text is about this country",
    Because.COUNTRY_NAMED: "the text names its country",
    Because.COUNTRY_UNNAMED: "the text names other countries and not this one",
    Because.WAR_NAMED: "the text tells of a truce or of fighting there elsewhere",
    Because.GOVERNS: "the words beside it tell of what a government does",
    Because.GOVERNMENT_NAMED: "the text tells elsewhere of what its government does",
    Because.KIND_NAMED: "the text names its kind elsewhere",
    Because.REGION_NAMED: "the text names the region that holds it",
}


@dataclass(frozen=True)
class ReadingJson:
    """Writes readings as JSON values. Offsets are half-open code points of the article's text; lists keep its order."""

    gazetteer: Gazetteer
    actors: Actors

    def record(self, article: Article, reading: Reading) -> dict[str, Any]:
        """The output line of one article."""
        agreements = {agreement.id: agreement for agreement in reading.agreements}
        return {
            "id": article.id,
            "program": reading.reader,
            "mentions": [self._mention(r, article.text) for r in names(reading)],
            "dates": list(_dates(reading, article.text)),
            "statements": [self._statement(s, agreements[s.agreement], article.text) for s in reading.statements],
            "unresolved": list(self._unresolved(reading, article.text)),
        }

    # --- places ----------------------------------------------------------------------------------------------------

    def _mention(self, resolution: Resolution, text: str) -> dict[str, Any]:
        area = resolution.area
        place = self.gazetteer.places[area.place] if area else None
        return {
            **_words(resolution.mention.span, text),
            **self._named(area.key if area else None),
            "names": list(self.area_names.of(area)) if area else [],
            "kind": self.kind(area) if area else None,
            "country": place.country if place else None,
            "role": str(resolution.role),
            "reading": str(resolution.reading),
            "candidates": [self._candidate(c) for c in resolution.candidates],
            "reasons": self._reasons(resolution.candidates[0]) if area and resolution.candidates else [],
        }

    def _named(self, key: str | None) -> dict[str, Any]:
        if key is None:
            return {"place": None, "name_en": None, "name_ar": None}
        area = Area.parse(key)
        return {"place": key, "name_en": self.gazetteer.name(area, "en"), "name_ar": self.gazetteer.name(area, "ar")}

    @cached_property
    def area_names(self) -> AreaNames:
        return AreaNames(self.gazetteer)

    def kind(self, area: Area) -> str:
        """The kind of the place; "countryside" for that of a unit, under a name of its own too, "region" for other parts."""
        if area.setting == "countryside" or area.place in self._countryside:
            return "countryside"
        return "region" if area.setting or area.direction else str(self.gazetteer.places[area.place].kind)

    @cached_property
    def _countryside(self) -> frozenset[str]:
        """The ids of the named regions that are the countryside of a unit («ريف حمص الشمالي»)."""
        derived = self.gazetteer.region_of_area.items()
        return frozenset(region for key, region in derived if Area.parse(key).setting == "countryside")

    def _candidate(self, candidate: Candidate) -> dict[str, Any]:
        return {
            "place": candidate.place,
            "name_en": self.gazetteer.places[candidate.place].name_en,
            "evidence": candidate.evidence,
            "reasons": self._reasons(candidate),
        }

    def _reasons(self, candidate: Candidate) -> list[str]:
        """Each reason as a sentence."""
        return [self._sentence(reason) for reason in candidate.reasons]

    def _sentence(self, reason: Reason) -> str:
        places = ", ".join(self.gazetteer.places[place].name_en for place in reason.places)
        sentence = SENTENCES[reason.code].format(words=reason.words, places=places, kinds=reason.kinds)
        return f"against: {sentence}" if reason.against else sentence

    # --- statements ------------------------------------------------------------------------------------------------

    def _statement(self, statement: Statement, agreement: Agreement, text: str) -> dict[str, Any]:
        first = statement.evidence[0]
        return {
            "id": statement.id,
            "agreement": {"id": agreement.id, "name_en": agreement.name_en, "name_ar": agreement.name_ar},
            "places": [self._named(covered.area) for covered in statement.areas],
            "partial": [covered.area for covered in statement.areas if covered.partial],
            "excluded": list(statement.excluded),
            "status": str(statement.status),
            "status_basis": str(statement.grounds.basis) if statement.grounds else None,
            "status_likelihood": statement.grounds.likelihood if statement.grounds else None,
            "type": str(statement.type),
            **{field: _edtf(getattr(statement, field)) for field in DATE_TYPES},
            "sponsors": list(statement.sponsors),
            "guarantors": list(statement.guarantors),
            "mediators": list(statement.mediators),
            "parties": [self._party(party, text) for party in statement.parties],
            "modality": str(statement.modality),
            "attribution": _words(statement.attribution, text) if statement.attribution else None,
            "quote": first.quote,
            "start": first.span.start,
            "end": first.span.end,
            "evidence": [
                {"start": e.span.start, "end": e.span.end, "quote": e.quote, "aspect": str(e.aspect)}
                for e in statement.evidence
            ],
        }

    def _party(self, party: Party, text: str) -> dict[str, Any]:
        names = {f"name_{language}": self.actors.name(party.actor, self.gazetteer, language) for language in ("en", "ar")}
        return {"actor": party.actor, **names, **_words(party.span, text)}

    # --- what was not understood -----------------------------------------------------------------------------------

    def _unresolved(self, reading: Reading, text: str) -> Iterator[dict[str, Any]]:
        """The names without a place, the dates without a value and the statements without a date."""
        for resolution in names(reading):
            if not resolution.area:
                candidates = [c.place for c in resolution.candidates]
                yield {"what": "name", **_words(resolution.mention.span, text), "candidates": candidates}
        for timex in reading.timexes:
            if not timex.value:
                yield {"what": "date", **_words(timex.span, text)}
        for statement in reading.statements:
            if not any(getattr(statement, field) for field in DATE_TYPES):
                yield {"what": "statement", **_words(statement.evidence[0].span, text), "statement": statement.id}


def names(reading: Reading) -> list[Resolution]:
    """The mentions that are names: what only points back to one («ريفها») shows in the statements that it makes."""
    return [r for r in reading.resolutions if not r.mention.anaphor]


def _dates(reading: Reading, text: str) -> Iterator[dict[str, Any]]:
    types = date_types(reading)
    for timex in reading.timexes:
        yield {**_words(timex.span, text), "edtf": _edtf(timex.value), "type": types.get(timex.span, REPORTED)}


def date_types(reading: Reading) -> dict[Span, str]:
    """What the date expressions date that a statement uses: of those with the statement's value, the one nearest its words."""
    found: dict[Span, str] = {}
    for statement in reading.statements:
        words = [evidence.span for evidence in statement.evidence]
        for field in DATE_TYPES:
            value: Edtf | None = getattr(statement, field)
            if not value:
                continue
            plain = value.text.rstrip("~")  # a statement may doubt a date that the words give plainly
            same = [t for t in reading.timexes if t.narrowest and t.narrowest.text.rstrip("~") == plain]
            if same:
                nearest = min(same, key=lambda timex: min(_gap(timex.span, span) for span in words))
                found.setdefault(nearest.span, field)
    return found


def _gap(one: Span, other: Span) -> int:
    """How many code points lie between two spans, 0 where they touch or meet."""
    return max(0, one.start - other.end, other.start - one.end)


def _words(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "surface": span.of(text)}


def _edtf(value: Edtf | None) -> str | None:
    return value.text if value else None
