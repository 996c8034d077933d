"""W3C Web Annotation (JSON-LD): each statement as an annotation of the words that it rests on."""

from __future__ import annotations

import json
from typing import Any

from data.export.about import about
from data.export.dossier import Selection
from data.export.plain import urn, web_address
from geo.article import Article
from geo.edtf import Edtf
from geo.gazetteer import Area
from geo.statement import Evidence, Statement

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"hudna": "urn:hudna:terms:"}]
CONTEXT_LENGTH = 32  # code points of prefix and suffix: enough to tell two places of the same words apart


def write(selection: Selection) -> bytes:
    """An AnnotationCollection with all annotations on its first page, in the order of the statements."""
    told = about(selection)
    items = [_annotation(selection, statement, told["program"]) for statement in selection.statements]
    collection = {
        "@context": CONTEXT, "id": "urn:hudna:annotations", "type": "AnnotationCollection", "label": "Hudna: statements",
        "total": len(items), "hudna:about": told,
        "first": {"id": "urn:hudna:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }  # fmt: skip
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _annotation(selection: Selection, statement: Statement, program: str) -> dict[str, Any]:
    article = selection.dossier.text_of(statement.id, statement.article)
    withdrawn = selection.withdrawn_on(statement.id)
    return {
        "id": urn("statement", statement.id),
        "type": "Annotation",
        "motivation": ["classifying", "identifying"],
        "generator": {"id": "urn:hudna:program", "type": "Software", "name": program},
        "body": _bodies(selection, statement),
        "target": [_target(article, evidence) for evidence in statement.evidence],
        "hudna:agreement": statement.agreement,
        "hudna:type": str(statement.type),
        "hudna:modality": str(statement.modality),
        "hudna:statusBasis": str(statement.grounds.basis) if statement.grounds else None,
        "hudna:statusLikelihood": statement.grounds.likelihood if statement.grounds else None,
        **{f"hudna:{name}": _text(getattr(statement, name)) for name in ("signed", "effective", "since", "until", "expected")},
        "hudna:withdrawnOn": withdrawn.isoformat() if withdrawn else None,
        "hudna:excluded": list(statement.excluded),
        "hudna:sponsors": list(statement.sponsors),
        "hudna:guarantors": list(statement.guarantors),
        "hudna:mediators": list(statement.mediators),
        "hudna:parties": [
            {"hudna:actor": party.actor, "hudna:start": party.span.start, "hudna:end": party.span.end}
            for party in statement.parties
        ],
    }


def _bodies(selection: Selection, statement: Statement) -> list[dict[str, Any]]:
    """What is said: the status, and each area that it is said of."""
    name = selection.dossier.gazetteer.name
    status = {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": str(statement.status)}
    areas = [
        {
            "type": "SpecificResource", "purpose": "identifying", "source": urn("area", covered.area),
            "hudna:area": covered.area, "hudna:partial": covered.partial,
            **({"hudna:saidOf": covered.said_of} if covered.said_of else {}),
            "hudna:name_en": name(Area.parse(covered.area), "en"), "hudna:name_ar": name(Area.parse(covered.area), "ar"),
        }
        for covered in statement.areas
    ]  # fmt: skip
    return [status, *areas]


def _target(article: Article, evidence: Evidence) -> dict[str, Any]:
    """A quote by its words and by its place. Places count code points of the text with this checksum, as the standard asks."""
    start, end = evidence.span.start, evidence.span.end
    return {
        "type": "SpecificResource",
        "source": {
            "id": web_address(article.url) or urn("article", article.id), "type": "Text", "format": "text/plain",
            "language": str(article.language), "hudna:article": article.id, "hudna:sha256": article.sha256,
        },
        "hudna:aspect": str(evidence.aspect),
        "selector": [
            {
                "type": "TextQuoteSelector", "exact": evidence.quote,
                "prefix": article.text[max(0, start - CONTEXT_LENGTH) : start],
                "suffix": article.text[end : end + CONTEXT_LENGTH],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }  # fmt: skip


def _text(value: Edtf | None) -> str | None:
    return value.text if value else None
