"""Agreements: the known ones, and the new ones that a text describes by sponsors, area and date.

A cluster of claims is linked to a known agreement only by what the text itself gives: the day of signing, the town that names
it, its sponsors, its areas. A fit of areas alone is not enough, for the same town has had many truces, unless it is all that
the text gives and the agreement is known to have run then; nor is one of states and areas where the text gives a day that is
not the agreement's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from geo.edtf import Edtf
from geo.gazetteer import Area, Gazetteer


class AgreementType(StrEnum):
    """What sort of truce."""

    CEASEFIRE = "ceasefire"
    HUMANITARIAN_PAUSE = "humanitarian_pause"
    DE_ESCALATION = "de_escalation"
    SAFE_ZONE = "safe_zone"
    DEMILITARISED = "demilitarised"
    DISENGAGEMENT = "disengagement"
    EVACUATION_SETTLEMENT = "evacuation_settlement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A truce. A known one is a row of the reference tables with its sources; a described one is made from a text.

    `sponsors`, `guarantors` are place ids of states, `mediators` and `parties` ids of actors (`geo.actor`): who went between
    those that the truce binds, and these; `event_places` the places that name it (Astana); `areas`
    the keys of the areas it covers. Dates are EDTF, None where unknown.
    """

    id: str
    name_en: str
    name_ar: str
    type: AgreementType
    known: bool
    signed: Edtf | None = None
    in_force: Edtf | None = None
    ended: Edtf | None = None
    sponsors: tuple[str, ...] = ()
    guarantors: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    event_places: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a text gives of an agreement, before it is known which one it is. Days are EDTF as the text gives them. `former` if
    the text says that it came before another one, and is over; `made` if its making is the news, and not how one that was there
    before fares. `ended` is the day of the end that the text tells, that of publication where it gives none, None where it
    tells no end. `event_places` are the towns of its meetings, `named_by` those of them that are its name ("the Sochi
    agreement"); `states` those named beside it which it is not in, whatever they have to do with it."""

    type: AgreementType
    areas: tuple[str, ...]
    sponsors: tuple[str, ...]
    event_places: tuple[str, ...]
    signed: Edtf | None
    effective: Edtf | None
    reached: bool
    published: Edtf | None
    former: bool = False
    made: bool = False
    ended: Edtf | None = None
    named_by: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


ENOUGH_TO_LINK = 5
SAME_DAY = 5
SAME_MONTH = 2
SAME_SPONSORS = 2
EVENT_NAMED = 2
CALLED_BY_IT = 4  # an agreement that is called by its town: "the Sochi agreement"
STATES_NAMED = 2  # just its sponsors are named beside it, if not as such: "Russia and Turkey agreed on …"
SOME_STATES_NAMED = 1  # the same of two or more of them, and nobody else: "brokered by the United States and Russia"
SAME_AREAS = 3
OVERLAPPING_AREAS = 1
SAME_TYPE = 1
RUNNING = 2  # the truce that ran last in just the areas of which a text speaks without another name or day
SAME_RARE_TYPE = 2  # a demilitarised or a safe zone is rarer than a ceasefire
ANNOUNCED_BEFORE = timedelta(days=2)  # how long before its signing an agreement may be reported as reached
SPOKEN_OF_AFTER = timedelta(days=3 * 365)  # how long after its end texts still speak of an agreement
RUNS_SURELY = timedelta(days=365)  # how long one without a known end is surely the latest: those with one ran for about a year
MADE_IS_NEWS = timedelta(days=7)  # how long behind its start the making of an agreement is news
END_IS_NEWS = timedelta(days=14)  # how long behind its end a text may tell it without a day
STAGES_FOLLOW_WITHIN = timedelta(weeks=8)  # how far from its own days a text may date an agreement, by one of its stages


_SEVERAL = 2

_COMMON_TYPES = (AgreementType.CEASEFIRE, AgreementType.EVACUATION_SETTLEMENT)


def link(description: Description, known: Iterable[Agreement], gazetteer: Gazetteer) -> Agreement:
    """The known agreement that a description fits best, if it fits well enough, else a new one made from the description.

    Talks and proposals are never linked: what comes of them may be another agreement; nor is a former one to which the text
    gives no day.
    """
    dated = description.signed or description.effective
    if description.reached and (dated or not description.former):
        known = tuple(known)
        running = _running(description, known, gazetteer)
        scored = [(_fit(description, agreement, gazetteer, runs=agreement is running), agreement) for agreement in known]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if best and best[0] >= ENOUGH_TO_LINK and [score for score, _ in scored].count(best[0]) == 1:
            return best[1]
    return _describe(description, gazetteer)


def _fit(text: Description, agreement: Agreement, gazetteer: Gazetteer, *, runs: bool) -> int:
    """How well a description fits a known agreement; 0 where time or place rule it out."""
    if not _in_its_time(text, agreement):
        return 0
    if not any(_meet(one, other, gazetteer) for one in text.areas for other in agreement.areas):
        return 0
    if text.named_by and agreement.event_places and not set(text.named_by) & set(agreement.event_places):
        return 0
    same = _same_areas(text.areas, agreement.areas, gazetteer)
    score = SAME_AREAS if same else OVERLAPPING_AREAS
    if text.type is agreement.type:
        score += SAME_TYPE if text.type in _COMMON_TYPES else SAME_RARE_TYPE
    if set(text.named_by) & set(agreement.event_places):
        score += CALLED_BY_IT
    elif set(text.event_places) & set(agreement.event_places):
        score += EVENT_NAMED
    if text.sponsors and set(text.sponsors) == set(agreement.sponsors):
        score += SAME_SPONSORS
    elif same or not text.ended:
        score += _states_beside(text, agreement)
    score += RUNNING if runs else 0
    days = max(_same_time(text.signed, agreement.signed), _same_time(text.effective, agreement.in_force))
    return score + (days or _in_its_first_days(text, agreement))


def _states_beside(text: Description, agreement: Agreement) -> int:
    """How well the states that a text names beside a truce fit an agreement of several sponsors."""
    named, sponsors = set(text.states), set(agreement.sponsors)
    if len(named) < _SEVERAL or not named <= sponsors:
        return 0
    return STATES_NAMED if named == sponsors else SOME_STATES_NAMED


def _same_areas(told: Sequence[str], known: Sequence[str], gazetteer: Gazetteer) -> bool:
    """True for the same areas; where an agreement has several, also for a list that names each of them, or a part of it, and
    nothing outside («ريف حلب الغربي، بما فيه الأتارب»)."""
    if _are_just(told, known, gazetteer):
        return True
    inside = all(any(gazetteer.key_lies_in(one, other) for other in known) for one in told)
    return len(known) > 1 and inside and all(any(_meet(one, other, gazetteer) for one in told) for other in known)


def _are_just(told: Sequence[str], known: Sequence[str], gazetteer: Gazetteer) -> bool:
    """True for the very same areas, or a region that is made of just these: southwest Syria of Daraa, Quneitra and Suwayda."""
    return set(told) == set(known) or _drawn_of(told, gazetteer) == _drawn_of(known, gazetteer)


def _drawn_of(areas: Iterable[str], gazetteer: Gazetteer) -> frozenset[str]:
    """Areas, each region among them as those that every reading of its name agrees on."""
    regions = gazetteer.regions
    return frozenset(part for area in areas for part in (regions[area].core if area in regions else (area,)))


def _same_time(told: Edtf | None, known: Edtf | None) -> int:
    if not told or not known or not told.earliest or not told.latest or not known.earliest:
        return 0
    if not told.earliest <= known.earliest <= told.latest:
        return 0
    return SAME_DAY if told.earliest == told.latest else SAME_MONTH


def _in_its_first_days(text: Description, agreement: Agreement) -> int:
    """A text without a day, from those in which an agreement was made, is as good as one that gives its month; not one that
    tells an end, which may be that of a truce before."""
    own, told = _own_days(agreement), text.published
    if text.signed or text.effective or text.ended or not own or not told or not told.earliest or not told.latest:
        return 0
    near = min(own) - ANNOUNCED_BEFORE <= told.earliest and told.latest <= max(own) + MADE_IS_NEWS
    return SAME_MONTH if near else 0


def _in_its_time(text: Description, agreement: Agreement) -> bool:
    day = text.published.latest if text.published else None
    if not day or not agreement.signed or not agreement.signed.earliest:
        return True
    end = agreement.ended.latest if agreement.ended and agreement.ended.latest else None
    begun = text.effective or text.signed
    if end and begun and begun.earliest and begun.earliest > end:
        return False  # one that the text says was made when that was over
    if not _may_be_of_its_days(text, agreement):
        return False
    return agreement.signed.earliest - ANNOUNCED_BEFORE <= day and (end is None or day <= end + SPOKEN_OF_AFTER)


def _running(text: Description, known: Iterable[Agreement], gazetteer: Gazetteer) -> Agreement | None:
    """The agreement that a text means which names no other meeting, state or day: while one runs in an area, "the truce" there
    is that one, of several the one that began last."""
    running = [
        agreement for agreement in known if _runs(text, agreement) and _are_just(text.areas, agreement.areas, gazetteer)
    ]  # fmt: skip
    return max(running, key=lambda agreement: min(_own_days(agreement)), default=None)


def _runs(text: Description, agreement: Agreement) -> bool:
    """True for a text of a day on which an agreement ran, or of its making or its end around these. One without a known end
    may have been followed by others, the likelier the longer ago it began."""
    day, own = (text.ended or text.published), _own_days(agreement)
    alike = {text.type, agreement.type} <= {AgreementType.CEASEFIRE, AgreementType.DE_ESCALATION}
    unnamed = set(text.event_places) <= set(agreement.event_places) and set(text.sponsors) <= set(agreement.sponsors)
    dated = [told for told in (text.signed, text.effective) if told]
    if not (alike and unnamed and day and day.earliest and own) or not all(_is_near(told, own) for told in dated):
        return False
    if text.made:
        return min(own) - ANNOUNCED_BEFORE <= day.earliest <= max(own) + MADE_IS_NEWS
    last = agreement.ended.latest if agreement.ended and agreement.ended.latest else min(own) + RUNS_SURELY
    return min(own) <= day.earliest <= (last + END_IS_NEWS if text.ended else last)


def _own_days(agreement: Agreement) -> list[date]:
    """The days on which an agreement was signed and took effect, where they are known."""
    return [day for told in (agreement.signed, agreement.in_force) if told for day in (told.earliest, told.latest) if day]


def _is_near(told: Edtf, own: Sequence[date]) -> bool:
    """True for a date that may be one of an agreement's own days or of its stages."""
    first, last = told.earliest or min(own), told.latest or max(own)
    return min(own) - last <= STAGES_FOLLOW_WITHIN and first - max(own) <= STAGES_FOLLOW_WITHIN


def _may_be_of_its_days(text: Description, agreement: Agreement) -> bool:
    """False where a text gives days of signing or start, to the day, that all lie far from the agreement's own: another truce
    of the same states in the same area. News of the making is of its own day where it gives none, nor by whom and where."""
    told = [day for day in (text.signed, text.effective) if day and day.earliest and day.earliest == day.latest]
    own = _own_days(agreement)
    told_whose = text.event_places and (text.sponsors or text.states)
    if text.made and text.published and not (text.signed or text.effective or told_whose):
        told = [text.published]
    return not told or not own or any(_is_near(day, own) for day in told)


def _meet(one: str, other: str, gazetteer: Gazetteer) -> bool:
    return gazetteer.key_lies_in(one, other) or gazetteer.key_lies_in(other, one)


_TYPE_NAMES = {
    AgreementType.CEASEFIRE: ("Ceasefire", "وقف إطلاق النار"),
    AgreementType.HUMANITARIAN_PAUSE: ("Humanitarian pause", "هدنة إنسانية"),
    AgreementType.DE_ESCALATION: ("De-escalation", "خفض التصعيد"),
    AgreementType.SAFE_ZONE: ("Safe zone", "منطقة آمنة"),
    AgreementType.DEMILITARISED: ("Demilitarised zone", "منطقة منزوعة السلاح"),
    AgreementType.DISENGAGEMENT: ("Disengagement", "فض اشتباك"),
    AgreementType.EVACUATION_SETTLEMENT: ("Evacuation or settlement", "إجلاء أو تسوية"),
}
_AREAS_IN_A_NAME = 3


_FORMER, _TALKS = "former-", "talks-"
_DESCRIBED = re.compile(r"(described-[a-z_-]+)-[0-9a-f]{12}")


def truce_of(agreement: str) -> str:
    """The truce that an agreement's id means: of a known one its own. Texts that describe a truce seldom name the same states,
    towns and year, so what they describe of one type is one truce in each area; talks, and what came before another one, are
    truces of their own."""
    described = _DESCRIBED.fullmatch(agreement)
    return described[1] if described else agreement


def is_talks(agreement: str) -> bool:
    """True for the id of what texts describe as talks or a proposal: nothing was agreed yet."""
    return agreement.startswith(f"described-{_TALKS}")


def unnamed(
    type: AgreementType, areas: Iterable[str], *, reached: bool, published: Edtf | None, gazetteer: Gazetteer
) -> Agreement:
    """A truce without a name that an editor tells of: the one that a text of that day describes by type and areas alone."""
    told = Description(
        type=type, areas=tuple(sorted(areas)), sponsors=(), event_places=(), signed=None, effective=None, reached=reached,
        published=published,
    )  # fmt: skip
    return _describe(told, gazetteer)


def _describe(text: Description, gazetteer: Gazetteer) -> Agreement:
    """A new agreement, named by its type, areas, sponsors and year; its id tells the truce, and is a hash of these."""
    day = text.published.earliest if text.published else None
    year = str(day.year) if day else ""
    truce = f"{_FORMER if text.former else '' if text.reached else _TALKS}{text.type}"
    key = "|".join((year, *sorted(text.sponsors), "@", *sorted(text.areas)))
    english, arabic = (_name(text, gazetteer, language, year) for language in ("en", "ar"))
    return Agreement(
        id=f"described-{truce}-{hashlib.sha256(key.encode()).hexdigest()[:12]}",
        name_en=english, name_ar=arabic, type=text.type, known=False, signed=text.signed, in_force=text.effective,
        sponsors=text.sponsors, event_places=text.event_places, areas=text.areas,
    )  # fmt: skip


def undescribed(id: str, type: AgreementType) -> Agreement:
    """An agreement that only former readings or an editor's word name: no text that is there now describes it."""
    english, arabic = _TYPE_NAMES[type]
    return Agreement(id=id, name_en=english, name_ar=arabic, type=type, known=False)


def _name(text: Description, gazetteer: Gazetteer, language: str, year: str) -> str:
    type_name = _TYPE_NAMES[text.type][language == "ar"]
    if text.former:
        type_name = f"سابقا: {type_name}" if language == "ar" else f"Earlier: {type_name}"
        year = ""  # the text says not when it was
    elif not text.reached:
        type_name = f"محادثات أو مقترح: {type_name}" if language == "ar" else f"Talks or proposal: {type_name}"
    areas = _listed([gazetteer.name(Area.parse(key), language) for key in text.areas[:_AREAS_IN_A_NAME]], language)
    more = "…" if len(text.areas) > _AREAS_IN_A_NAME else ""
    states = _listed([gazetteer.name(Area(state), language) for state in text.sponsors], language)
    return " · ".join(part for part in (type_name, areas + more, states, year) if part)


def without_year(name: str) -> str:
    """The name of a described agreement without the year of the texts that describe it: "Ceasefire · Aleppo"."""
    return _OF_A_YEAR.sub("", name)


_OF_A_YEAR = re.compile(r" · \d{4}$")


def _listed(names: Sequence[str], language: str) -> str:
    return ("، " if language == "ar" else ", ").join(names)
