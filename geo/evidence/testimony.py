"""What one article says in all: as it was read, as its editors leave it, and as its former versions said it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geo.article import Article
from geo.evidence.attestation import Attestation, Version, attest
from geo.evidence.judgement import Judged, Judgement, in_force, judge_statements
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
    oldest first."""
    texts = {version.article.sha256: version.article.text for version in former}
    judged = judge_statements(article, read, judgements, texts) if judgements else Judged(statements=tuple(read), standings={})
    gone, attested = attest(judged.statements, former)
    return Testimony(statements=(*judged.statements, *_still_claimed(gone, judgements)), attested=attested, judged=judged)


def _still_claimed(gone: Iterable[Statement], said: Iterable[Judgement]) -> Iterable[Statement]:
    """What former versions say, without what an editor rejected or corrected there."""
    put_right = {
        judgement.subject.id for judgement in in_force(said)
        if isinstance(judgement.subject, Statement) and judgement.verdict in ("rejected", "corrected")
    }  # fmt: skip
    return (statement for statement in gone if statement.id not in put_right)
