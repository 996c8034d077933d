"""What an editor puts in the place of what was read: checked against the article, the gazetteer and the known agreements.

Nothing that is wrong comes through: `corrected`, `added`, `renamed` and `known_facts` raise JudgementError with a sentence for
each fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from geo.agreement import Agreement, AgreementType, unnamed
from geo.article import Article
from geo.edtf import Edtf
from geo.errors import EdtfError, JudgementError
from geo.evidence.judgement import Facts, NameReading
from geo.gazetteer import DIRECTIONS, Area, Gazetteer
from geo.message import Message
from geo.span import Span
from geo.statement import Aspect, CoveredArea, Evidence, Modality, Statement, statement_id
from geo.status import Status
from geo.text.script import fold_digits
from geo.toponym.resolution import Resolution, Role

Choice = TypeVar("Choice", bound=StrEnum)
WITHOUT_A_NAME = {f"unnamed-{type}": type for type in AgreementType}  # what is written for a truce that has no name
_NOT_REACHED = (Status.PROPOSED, Status.NEGOTIATING, Status.REJECTED)
_TURNS = (Status.VIOLATED, Status.SUSPENDED, Status.ENDED, Status.REJECTED)
_SETTINGS = ("", "countryside", "surroundings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A statement as an editor writes it; what is None stays as it was, a date of "" is none at all.

    `areas` are keys of areas, `partial` those of them of which only parts are covered. `quote` are words of the article,
    `start` where they stand; None where the article has them once. `agreement` is an id, or a key of `WITHOUT_A_NAME`.
    """

    areas: tuple[str, ...] | None = None
    partial: tuple[str, ...] | None = None
    quote: str | None = None
    start: int | None = None
    status: str | None = None
    modality: str | None = None
    agreement: str | None = None
    signed: str | None = None
    effective: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an editor's words are checked against. `names` are those of the article as editors read them."""

    gazetteer: Gazetteer
    agreements: Mapping[str, Agreement]
    names: tuple[Resolution, ...]


def corrected(article: Article, statement: Statement, wording: Wording, known: Known) -> Statement:
    """A statement of an article as an editor words it."""
    faults: list[Message] = []
    new = _worded(article, statement, wording, known, faults)
    if not faults and replace(new, id=statement.id) == statement:
        faults.append(Message("nothing is different from what stands there: change something, or accept it"))
    return _sound(new, faults)


def added(article: Article, wording: Wording, known: Known) -> Statement:
    """A statement that an editor makes by hand: with a quote, an area, a status and an agreement."""
    faults = [
        missing for missing, given in (
            (Message("the quote is missing: copy the words of the article that say it"), wording.quote),
            (Message("the place is missing: name at least one area that is covered"), wording.areas),
            (Message("the status is missing: choose one"), wording.status),
            (Message("the agreement is missing: choose the one that it belongs to"), wording.agreement),
        ) if not given
    ]  # fmt: skip
    if faults:
        raise JudgementError(*faults)
    bare = Statement(
        id="", article=article.id, agreement="", type=AgreementType.CEASEFIRE, areas=(), excluded=(), status=Status.UNKNOWN,
        modality=Modality.ASSERTED, attribution=None, signed=None, effective=None, until=None, expected=None, sponsors=(),
        guarantors=(), evidence=(),
    )  # fmt: skip
    return _sound(_worded(article, bare, wording, known, faults), faults)


def renamed(article: Article, resolution: Resolution, area: str | None, role: str, known: Known) -> NameReading:
    """What a name of the article means by an editor's word: the key of an area, None for no place; and what it does there."""
    faults: list[Message] = []
    if area:
        _area(area, known, faults)
    if role not in tuple(Role):
        faults.append(Message("there is no role {role!r}: choose from {choices}", role=role, choices=", ".join(Role)))
    said = reading_of_name(article, resolution)
    if not faults:
        new = replace(said, area=area or None, role=Role(role))
        if new != said:
            return new
        faults.append(Message("nothing is different from what stands there: change something, or accept it"))
    raise JudgementError(*faults)


def reading_of_name(article: Article, resolution: Resolution) -> NameReading:
    """A name as it is read, for a judgement to speak of."""
    span = resolution.mention.span
    area = resolution.area.key if resolution.area else None
    return NameReading(span=span, surface=span.of(article.text), area=area, role=resolution.role)


def facts_of(article: Article) -> Facts:
    """What is known about an article beside its text."""
    return Facts(
        title=article.title, publisher=article.publisher, published=article.published, published_basis=article.published_basis
    )


def known_facts(article: Article, title: str, publisher: str, published: str, basis: str) -> Facts:
    """What an editor knows about an article; "" for what nobody knows. A date that is another one needs its basis."""
    faults: list[Message] = []
    day = _date(Message("published"), published, faults)
    new = Facts(
        title=title.strip() or None, publisher=publisher.strip() or None, published=day,
        published_basis=article.published_basis if basis.strip() == article.published_basis else basis.strip() or None,
    )  # fmt: skip
    if day and day != article.published and new.published_basis in (None, article.published_basis):
        faults.append(Message("how is the date of publication known? Say it in a few words"))
    if not faults and new == facts_of(article):
        faults.append(Message("nothing is different from what stands there: change something"))
    if faults:
        raise JudgementError(*faults)
    return new


def places_of(text: str, quote: str) -> tuple[Span, ...]:
    """Where words stand in a text, in order."""
    found = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        found.append(Span(at, at + len(quote)))
        at = text.find(quote, at + 1)
    return tuple(found)


# --- the parts of a statement --------------------------------------------------------------------------------------------


def _sound(statement: Statement, faults: Sequence[Message]) -> Statement:
    if faults:
        raise JudgementError(*faults)
    return replace(statement, id=statement_id(statement))


def _worded(article: Article, statement: Statement, wording: Wording, known: Known, faults: list[Message]) -> Statement:
    new = replace(
        statement,
        evidence=_evidence(article, statement, wording, faults),
        status=_chosen(Message("status"), wording.status, statement.status, Status, faults),
        modality=_chosen(Message("modality"), wording.modality, statement.modality, Modality, faults),
        signed=statement.signed if wording.signed is None else _date(Message("signed"), wording.signed, faults),
        effective=statement.effective if wording.effective is None else _date(Message("effective"), wording.effective, faults),
        since=statement.since if wording.since is None else _date(Message("since"), wording.since, faults),
        until=statement.until if wording.until is None else _date(Message("until"), wording.until, faults),
    )
    new = replace(
        new, areas=_areas(new, wording, known, faults), grounds=statement.grounds if new.status is statement.status else None
    )
    if wording.agreement is not None and wording.agreement != statement.agreement:
        if agreement := _agreement(article, new, wording.agreement, known):
            new = replace(new, agreement=agreement.id, type=agreement.type)
        else:
            faults.append(Message(
                "there is no agreement {agreement!r}: choose one that the tables or the articles know",
                agreement=wording.agreement,
            ))  # fmt: skip
    start = new.effective or new.signed
    if start and new.until and start.earliest and new.until.latest and new.until.latest < start.earliest:
        faults.append(Message(
            "the truce would end ({until}) before it begins ({start}): one of the dates is wrong",
            until=str(new.until), start=str(start),
        ))  # fmt: skip
    turned = new.status in _TURNS and new.status is not statement.status
    if turned and new.effective and not new.since and not article.published:
        faults.append(Message(
            "since when? The article has no date of publication: without a day, the truce would stay in force from its start on"
        ))  # fmt: skip
    return new


def _agreement(article: Article, statement: Statement, written: str, known: Known) -> Agreement | None:
    """The agreement that an editor means for a statement that has its areas and its status, None where there is none such."""
    if written not in WITHOUT_A_NAME:
        return known.agreements.get(written)
    return unnamed(
        WITHOUT_A_NAME[written], [covered.area for covered in statement.areas], reached=statement.status not in _NOT_REACHED,
        published=article.published, gazetteer=known.gazetteer,
    )  # fmt: skip


def _chosen(what: Message, given: str | None, was: Choice, kind: type[Choice], faults: list[Message]) -> Choice:
    if given is None:
        return was
    try:
        return kind(given)
    except ValueError:
        choices = ", ".join(kind)
        faults.append(Message("there is no {what} {given!r}: choose from {choices}", what=what, given=given, choices=choices))
        return was


def _date(what: Message, written: str, faults: list[Message]) -> Edtf | None:
    try:
        return Edtf.parse(fold_digits(written.strip())) if written.strip() else None
    except EdtfError as fault:
        faults.append(Message("{what}: {fault}", what=what, fault=fault.messages[0]))
        return None


def _evidence(article: Article, statement: Statement, wording: Wording, faults: list[Message]) -> tuple[Evidence, ...]:
    """The quotes with the editor's first; it must stand in the article where it is said to stand."""
    first = statement.evidence[0] if statement.evidence else None
    if wording.quote is None or (first and wording.start is None and wording.quote == first.quote.replace("\r\n", "\n")):
        return statement.evidence
    places = places_of(article.text, wording.quote)
    if not wording.quote.strip() or not places:
        faults.append(Message("the article does not say {quote!r}: copy the words as they stand there", quote=wording.quote))
        return statement.evidence
    if wording.start is None and len(places) > 1:
        starts = ", ".join(str(place.start) for place in places)
        faults.append(Message(
            "the article says {quote!r} {count} times, at {starts}: say which, or take more words",
            quote=wording.quote, count=len(places), starts=starts,
        ))  # fmt: skip
        return statement.evidence
    span = next((place for place in places if wording.start in (None, place.start)), None)
    if span is None:
        faults.append(Message(
            "{quote!r} does not stand at {start} in the article, but at {place}",
            quote=wording.quote, start=str(wording.start), place=str(places[0].start),
        ))  # fmt: skip
        return statement.evidence
    aspect = first.aspect if first else Aspect.STATUS
    rest = tuple(evidence for evidence in statement.evidence[1:] if evidence.span != span)
    return (Evidence(span=span, quote=wording.quote, aspect=aspect), *rest)


def _areas(statement: Statement, wording: Wording, known: Known, faults: list[Message]) -> tuple[CoveredArea, ...]:
    """The areas that the editor names, each with the name in the article that says so: in the quotes, else anywhere. A part
    of a wider one is covered by the name of that as long as it is there."""
    before = {covered.area: covered for covered in statement.areas}
    keys = tuple(dict.fromkeys(wording.areas)) if wording.areas is not None else tuple(before)
    if not keys:
        faults.append(Message("a statement needs a place: name at least one, or reject it"))
    kept = {key: covered for key, covered in before.items() if covered.said_of is None or covered.said_of in keys}
    wanted = [_area(key, known, faults) for key in keys]
    partial = {key for key, covered in before.items() if covered.partial} if wording.partial is None else set(wording.partial)
    for key in sorted(partial - set(keys) if wording.partial is not None else ()):
        faults.append(Message("{key!r} is to be covered in part, but is not among the places", key=key))
    quoted = [evidence.span for evidence in statement.evidence]
    return tuple(
        CoveredArea(
            area=area.key, partial=area.key in partial,
            mention=kept[area.key].mention if area.key in kept else _name_of(area, known.names, quoted),
            said_of=kept[area.key].said_of if area.key in kept else None,
        ) for area in wanted if area
    )  # fmt: skip


def _name_of(area: Area, names: Iterable[Resolution], quoted: Sequence[Span]) -> Span | None:
    spans = [name.mention.span for name in names if name.area == area]
    inside = (span for span in spans if any(span in quote for quote in quoted))
    return next(chain(inside, spans), None)


def _area(key: str, known: Known, faults: list[Message]) -> Area | None:
    area = Area.parse(key)
    if area.place in known.gazetteer.places and area.setting in _SETTINGS and area.direction in ("", *DIRECTIONS):
        return area
    faults.append(Message("there is no place {key!r}: choose one of the gazetteer", key=key))
    return None
