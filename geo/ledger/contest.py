"""Who disagrees with whom about a zone: the lines of its ledger with copies of one text as one voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from geo.article import Article
from geo.ledger.zone import LedgerLine, Zone
from geo.span import Span
from geo.statement import SAID_TO_BE, Modality
from geo.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the ledger, and the lines of other articles that say the same in the very same sentences, or as copies of one
    text."""

    line: LedgerLine
    copies: tuple[LedgerLine, ...] = ()


# Signing and start are steps of one course, and an article that does not say the status contradicts none that does.
_GO_TOGETHER = ({Status.AGREED, Status.IN_FORCE},)
_HOLDS = (Status.IN_FORCE, Status.EXTENDED, Status.VIOLATED)
_DOES_NOT_HOLD = (Status.ENDED, Status.REJECTED, Status.SUSPENDED, Status.PROPOSED, Status.NEGOTIATING)
_SENTENCE_END = re.compile(r"[.!?؟…]\s|\n")


def entries(zone: Zone, articles: Mapping[str, Article], origins: Mapping[str, str]) -> tuple[Entry, ...]:
    """The lines of a zone in the order of the ledger, those that only copy an earlier one put to it.

    `origins` gives, by the id of an article that is a copy or is copied, one id for all copies of that text.
    """
    gathered: dict[tuple[object, ...], list[LedgerLine]] = {}
    for line in zone.ledger:
        told = tuple(_sentence(line.text_of(articles).text, evidence.span) for evidence in line.evidence)
        gathered.setdefault((*_what(line), told), []).append(line)
    by_origin: dict[tuple[object, ...], list[LedgerLine]] = {}
    for number, lines in enumerate(gathered.values()):
        origin = origins.get(lines[0].article)
        by_origin.setdefault((*_what(lines[0]), origin) if origin else (number,), []).extend(lines)
    return tuple(Entry(line=first, copies=_of_others(first, rest)) for first, *rest in by_origin.values())


def _what(line: LedgerLine) -> tuple[object, ...]:
    return line.status, line.modality, line.dated, line.true_until, line.withdrawn_on is None


def _of_others(line: LedgerLine, copies: Sequence[LedgerLine]) -> tuple[LedgerLine, ...]:
    """One copy for each other article: an article that says a thing twice has said it once."""
    return tuple({copy.article: copy for copy in copies if copy.article != line.article}.values())


def count_origins(articles: Iterable[str], origins: Mapping[str, str]) -> int:
    """How many texts some articles are, given by their ids: copies of one text count once."""
    return len({origins.get(article, article) for article in articles})


def _sentence(text: str, span: Span) -> str:
    """A quote with its sentence, white space aside: what two articles share that carry one text."""
    starts = [match.end() for match in _SENTENCE_END.finditer(text, 0, span.start)]
    end = _SENTENCE_END.search(text, span.end)
    return " ".join(text[starts[-1] if starts else 0 : end.start() + 1 if end else len(text)].split())


def disagreements(found: Sequence[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """The entries in groups, each in the order given; a group of more than one, or of a denial, is contested.

    Two entries disagree if they speak of the same time in different articles and give statuses that do not go together, or
    if one denies what the other says. The same time is one first day; of whether the truce stands at all, also one day of
    publication. A denial without a date of its own answers the last that was said before it.
    """
    group = {id(entry): [entry] for entry in found}
    pairs = [(a, b) for a, b in _of_one_time(found) if _disagree(a.line, b.line)]
    pairs += [(denial, answered) for denial in found if (answered := _answered(denial, found, pairs))]
    for a, b in pairs:
        if group[id(a)] is not group[id(b)]:
            joined = [*group[id(a)], *group[id(b)]]
            group.update({id(entry): joined for entry in joined})
    order = {id(entry): number for number, entry in enumerate(found)}
    groups = {id(joined): joined for joined in (group[id(entry)] for entry in found)}
    return tuple(tuple(sorted(joined, key=lambda entry: order[id(entry)])) for joined in groups.values())


def _of_one_time(found: Iterable[Entry]) -> Iterable[tuple[Entry, Entry]]:
    """The pairs that share a first day or a day of publication."""
    times: dict[tuple[str, date | None], list[Entry]] = {}
    for entry in found:
        times.setdefault(("first", _first_day(entry.line)), []).append(entry)
        times.setdefault(("published", entry.line.reported_on), []).append(entry)
    return (pair for together in times.values() for pair in combinations(together, 2))


def is_contested(group: Sequence[Entry]) -> bool:
    """True for a group of entries that disagree, and for a denial that stands alone: somebody said what it denies."""
    return len(group) > 1 or group[0].line.modality is Modality.DENIED


def _disagree(a: LedgerLine, b: LedgerLine) -> bool:
    if Status.UNKNOWN in (a.status, b.status):
        return False
    if Modality.DENIED in (a.modality, b.modality):
        said = a.modality in SAID_TO_BE or b.modality in SAID_TO_BE
        return said and a.status is b.status and (_first_day(a) == _first_day(b) or _same_report(a, b))
    if a.article == b.article or a.status is b.status or {a.status, b.status} in _GO_TOGETHER:
        return False
    if a.modality not in SAID_TO_BE or b.modality not in SAID_TO_BE:
        return False
    return _first_day(a) == _first_day(b) is not None or (_same_report(a, b) and _is_opposite(a.status, b.status))


def _is_opposite(a: Status, b: Status) -> bool:
    return (a in _HOLDS and b in _DOES_NOT_HOLD) or (b in _HOLDS and a in _DOES_NOT_HOLD)


def _first_day(line: LedgerLine) -> date | None:
    return line.true_from or line.reported_on


def _same_report(a: LedgerLine, b: LedgerLine) -> bool:
    return a.reported_on is not None and a.reported_on == b.reported_on


def _answered(denial: Entry, found: Sequence[Entry], pairs: Iterable[tuple[Entry, Entry]]) -> Entry | None:
    """What a denial denies where nothing of its own day does: the last entry before it that says so."""
    line = denial.line
    if line.modality is not Modality.DENIED or any(denial is a or denial is b for a, b in pairs):
        return None
    denied_on = line.reported_on or line.true_from
    before = [
        entry for entry in found
        if entry.line.modality in SAID_TO_BE and entry.line.status is line.status
        and (day := _first_day(entry.line)) and denied_on and day <= denied_on
    ]  # fmt: skip
    return before[-1] if before else None
