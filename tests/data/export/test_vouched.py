"""The tables say what editors vouch for, what was taken back, and which articles are one text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from data.dossier import Filter, select
from data.export.tables import article_rows, statement_rows
from geo.evidence.attestation import Attestation
from geo.evidence.judgement import Standing
from tests.data.export.sample_dossier import dossier


def test_statements_and_articles_have_their_origin_and_standing() -> None:
    sample = dossier()
    first, *rest = sample.statements
    articles = list(sample.articles)
    changed = replace(
        sample, standings={first.id: Standing(verified=True, edited=False, judgement="j")},
        attested={first.id: Attestation(withdrawn_on=date(2018, 3, 1))}, origins={articles[0]: articles[-1]},
    )  # fmt: skip
    rows = {row["statement"]: row for row in statement_rows(select(changed))}
    assert (rows[first.id]["verified"], rows[first.id]["edited"], rows[first.id]["withdrawn_on"]) == (True, False, "2018-03-01")
    assert all((rows[s.id]["verified"], rows[s.id]["withdrawn_on"]) == (False, None) for s in rest)
    assert {row["article"]: row["origin"] for row in article_rows(select(changed))} == {
        id: articles[-1] if id == articles[0] else id for id in articles
    }
    then = statement_rows(select(changed, Filter(known_on=date(2018, 2, 1))))
    assert all(row["withdrawn_on"] is None for row in then), "on that day nobody had taken it back"
