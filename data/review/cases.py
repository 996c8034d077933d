"""Corrections as evaluation cases: the articles that editors put right, in the format of tests/evaluation/articles.jsonl.

A case holds the whole article as editors leave it. What nobody judged in it is as the reader read it: look it through before it
joins a set. A name that a statement has its place from is covered, whoever made the statement. A name that the reader takes for
covered, and that no statement of the article is about any more, is doubtful: it is scored neither way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from data.store import StoreReader
from data.store.evidence import Evidence
from geo.evidence.judgement import Facts, Judgement, NameReading, Verdict, in_force
from geo.gazetteer import Area
from geo.span import Span
from geo.statement import Modality, Statement
from geo.toponym.resolution import Resolution, Role

CATEGORY = "review"
_CORRECTING = (Verdict.CORRECTED, Verdict.ADDED, Verdict.REJECTED)


def correction_cases(evidence: Evidence, store: StoreReader) -> Iterator[dict[str, Any]]:
    """A row for each article with a correction in force, sorted by id; `data.evaluate.gold` reads such rows."""
    said: dict[str, list[Judgement]] = {}
    for judgement in in_force(evidence.judgements):
        if judgement.verdict in _CORRECTING and judgement.article in evidence.articles:
            said.setdefault(judgement.article, []).append(judgement)
    for id, judgements in sorted(said.items()):
        statements = [
            s for s in evidence.statements
            if s.article == id and ((when := evidence.attested.get(s.id)) is None or when.withdrawn_on is None)
        ]  # fmt: skip
        yield _case(evidence, store, id, judgements, statements)


def as_lines(cases: Iterable[dict[str, Any]]) -> str:
    """The rows as JSON lines."""
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)


def _case(
    evidence: Evidence, store: StoreReader, id: str, judgements: Iterable[Judgement], statements: Iterable[Statement]
) -> dict[str, Any]:
    article = evidence.articles[id]
    names = evidence.names(id, store.resolutions(id))[0]
    no_place = {j.subject.span for j in judgements if j.verdict is Verdict.REJECTED and isinstance(j.subject, NameReading)}
    zones: dict[str, dict[str, None]] = {}
    told: set[str] = set()
    covered_names: set[Span | None] = set()
    for statement in statements:
        covered_names |= {covered.mention for covered in statement.areas}
        told |= {Area.parse(covered.area).place for covered in statement.areas}
        if statement.modality is not Modality.DENIED:
            zones.setdefault(statement.status, {}).update(dict.fromkeys(covered.area for covered in statement.areas))
    named = [
        replace(name, role=Role.COVERED) if name.mention.span in covered_names else name
        for name in names if name.area and _is_name(name)
    ]  # fmt: skip
    doubtful = [name for name in named if name.role is Role.COVERED and name.area and name.area.place not in told]
    return {
        "id": id, "lang": str(article.language), "published": article.published.text if article.published else None,
        "category": CATEGORY, "phenomena": sorted({_phenomenon(judgement) for judgement in judgements}), "held_out": False,
        "text": article.text, "mentions": [_mention(article.text, name) for name in named if name not in doubtful],
        "dates": [
            {"start": t.span.start, "end": t.span.end, "surface": t.span.of(article.text),
             "edtf": t.value.text if t.value else None}
            for t in store.timexes(id)
        ],
        "zones": [{"places": list(places), "status": status} for status, places in zones.items()],
        "traps": [_spot(article.text, span) for span in sorted(no_place & {name.mention.span for name in names})],
        "doubtful": [_spot(article.text, name.mention.span) for name in doubtful],
    }  # fmt: skip


def _phenomenon(judgement: Judgement) -> str:
    """What was put right: by it the scores can be told apart."""
    about = judgement.subject or judgement.outcome
    kind = "facts" if isinstance(about, Facts) else "name" if isinstance(about, NameReading) else "statement"
    return f"{judgement.verdict}-{kind}"


def _is_name(name: Resolution) -> bool:
    return not name.mention.anaphor


def _spot(text: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "surface": span.of(text)}


def _mention(text: str, name: Resolution) -> dict[str, Any]:
    span = name.mention.span
    area = name.area.key if name.area else None
    return {**_spot(text, span), "place": area, "role": str(name.role)}
