"""What one article says in all: as it was read, as its editors leave it, and as its former versions said it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.article import Article
from geo.evidence.attestation import Attestation, Version, attest
from geo.evidence.judgement import Judged, Judgement, judge_statements
from geo.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """`statements` in the order of the text, behind them those that only former versions make; `attested` are by the id of
    the statement, for those that were not said from the publication on until today; `judged` is what editors made of it."""

    statements: tuple[Statement, ...]
    attested: Mapping[str, Attestation]
    judged: Judged


def testify(
    article: Article, read: Sequence[Statement], judgements: Sequence[Judgement], former: Sequence[Version]
) -> Testimony:
    """What an article says; `read` is its reading, `judgements` what editors said of it and `former` its replaced versions, the
    oldest first. An editor's word counts in every version that has the paragraph that it rests on."""
    versions = [version.article for version in former] + [article]
    texts = {version.sha256: version.text for version in versions}
    if not judgements:
        judged = Judged(statements=tuple(read), standings={})
    else:
        judged = judge_statements(article, read, judgements, texts)
        former = [
            replace(v, statements=judge_statements(v.article, v.statements, judgements, texts).statements) for v in former
        ]  # fmt: skip
    gone, attested = attest(article, judged.statements, former)
    return Testimony(statements=(*judged.statements, *gone), attested=attested, judged=judged)
