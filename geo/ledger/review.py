"""What needs an editor's eyes: the queue of the review page, made from the evidence. What is judged leaves it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from geo.article import Article
from geo.evidence.judgement import Facts, Judgement, NameReading, Standing, Verdict, in_force
from geo.ledger.contest import disagreements, entries, is_contested
from geo.ledger.zone import Zone
from geo.span import Span
from geo.statement import Doubt, Statement
from geo.toponym.resolution import ENOUGH, Resolution
from geo.toponym.weight import WEAK


class Concern(StrEnum):
    """Why something needs eyes, in the order of the queue."""

    ORPHANED = "orphaned"
    CONTESTED = "contested"
    UNRESOLVED = "unresolved"
    LOW_EVIDENCE = "low_evidence"
    DOUBTFUL_STATUS = "doubtful_status"
    UNDATED = "undated"
    EDITED = "edited"
    COPY = "copy"
    CHOSEN = "chosen"  # in no queue: whatever somebody wants to judge in an article


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One thing to look at. `quote` is exactly the article's text at `span`; of an orphaned judgement, whose words are gone, it
    is what they were, and `span` is None. Both are None for an article as a whole.

    `statement` is one of the article as its editors leave it, `name` a name in it, `judgement` an orphaned one. `others` are
    the ids of the statements that it disagrees with, of the places that it may mean, or of the article it is a copy of.
    """

    id: str
    concern: Concern
    article: str
    span: Span | None
    quote: str | None
    statement: Statement | None = None
    name: Resolution | None = None
    judgement: Judgement | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What the queue is made from: everything as editors leave it.

    `names` are by article, `spoken_of` by article where the names stand that an editor judged. `statements` are by id, without
    those that only former versions make; `zones` are folded from all. `orphaned` are of statements and names alike.
    """

    articles: Mapping[str, Article] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    standings: Mapping[str, Standing] = field(default_factory=dict)
    names: Mapping[str, Sequence[Resolution]] = field(default_factory=dict)
    spoken_of: Mapping[str, frozenset[Span]] = field(default_factory=dict)
    zones: Sequence[Zone] = ()
    judgements: Sequence[Judgement] = ()
    orphaned: Sequence[Judgement] = ()
    origins: Mapping[str, str] = field(default_factory=dict)


def review_queue(reviewed: Reviewed) -> tuple[ReviewItem, ...]:
    """Everything that needs eyes: by concern, then article, then its place in the text."""
    found = (
        *_orphaned(reviewed), *_contested(reviewed), *_doubtful_names(reviewed), *_doubtful_statements(reviewed),
        *_copies(reviewed),
    )  # fmt: skip
    concerns = list(Concern)
    return tuple(sorted(found, key=lambda i: (concerns.index(i.concern), i.article, i.span or Span(0, 0), i.id)))


def items_of(reviewed: Reviewed, article: str) -> tuple[ReviewItem, ...]:
    """All that can be judged in an article, doubtful or not: the article itself, then its statements, then its names."""
    statements = [s for s in reviewed.statements.values() if s.article == article]
    names = [name for name in reviewed.names.get(article, ()) if not name.mention.anaphor]
    known = reviewed.articles[article]
    return (
        _item(Concern.CHOSEN, known, None),
        *(_of_statement(Concern.CHOSEN, statement, reviewed) for statement in statements),
        *(_item(Concern.CHOSEN, known, name.mention.span, name=name,
                others=tuple(candidate.place for candidate in name.candidates)) for name in names),
    )  # fmt: skip


def is_weak(name: Resolution) -> bool:
    """True if a name has a place on little evidence, or another place is nearly as likely.

    Of 196 names that are covered in the project's annotated texts and have one candidate or a clear lead, 2 are wrong; of 17
    that have not, 1 is.
    """
    if name.area is None or not name.candidates or name.mention.anaphor:
        return False
    first, *others = name.candidates
    return first.evidence <= ENOUGH or any(first.evidence - other.evidence <= WEAK for other in others)


def doubt_of(statement: Statement, standing: Standing | None) -> Doubt | None:
    """Why the status of a statement is doubtful, until an editor has judged it.

    Of 1,863 pairs of a place and a status that were read in annotated articles and passages, 73 in a hundred of those without
    a doubt are annotated so, and 53 of the doubtful ones; in real Arabic articles 88 and 73.
    """
    return statement.grounds.doubt if statement.grounds and standing is None else None


def _item(concern: Concern, article: Article, span: Span | None, quote: str | None = None, **what: object) -> ReviewItem:
    told = what.get("statement") or what.get("judgement")
    parts = (concern, article.id, str(span), told.id if isinstance(told, Statement | Judgement) else "")
    id = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    words = span.of(article.text) if span else quote
    return ReviewItem(id=id, concern=concern, article=article.id, span=span, quote=words, **what)  # type: ignore[arg-type]


def _of_statement(concern: Concern, statement: Statement, reviewed: Reviewed, others: Iterable[str] = ()) -> ReviewItem:
    article = reviewed.articles[statement.article]
    return _item(concern, article, statement.evidence[0].span, statement=statement, others=tuple(others))


def _orphaned(reviewed: Reviewed) -> Iterable[ReviewItem]:
    for judgement in reviewed.orphaned:
        if article := reviewed.articles.get(judgement.article):
            about = judgement.subject or judgement.outcome
            words = about.evidence[0].quote if isinstance(about, Statement) else None
            words = about.surface if isinstance(about, NameReading) else words
            yield _item(Concern.ORPHANED, article, None, words, judgement=judgement)


def _contested(reviewed: Reviewed) -> Iterable[ReviewItem]:
    """The statements of each zone that articles disagree about, until each of them is verified."""
    against: dict[str, dict[str, None]] = {}
    for zone in reviewed.zones:
        told = [line for line in entries(zone, reviewed.articles, reviewed.origins) if line.line.withdrawn_on is None]
        for group in disagreements(told):
            ids = [entry.line.statement for entry in group] if is_contested(group) else []
            for id in ids:
                against.setdefault(id, {}).update(dict.fromkeys(other for other in ids if other != id))
    for id, others in against.items():
        if id in reviewed.statements and not _is_verified(id, reviewed):
            yield _of_statement(Concern.CONTESTED, reviewed.statements[id], reviewed, others)


def _doubtful_names(reviewed: Reviewed) -> Iterable[ReviewItem]:
    """Names without a place, and weak ones that a statement has its place from: what else one means changes no map."""
    named = {(s.article, covered.mention) for s in reviewed.statements.values() for covered in s.areas}
    for id, names in reviewed.names.items():
        for name in names:
            if name.mention.span in reviewed.spoken_of.get(id, ()):
                continue
            likely = tuple(candidate.place for candidate in name.candidates)
            if name.area is None:
                yield _item(Concern.UNRESOLVED, reviewed.articles[id], name.mention.span, name=name, others=likely)
            elif (id, name.mention.span) in named and is_weak(name):
                yield _item(Concern.LOW_EVIDENCE, reviewed.articles[id], name.mention.span, name=name, others=likely)


def _doubtful_statements(reviewed: Reviewed) -> Iterable[ReviewItem]:
    for statement in reviewed.statements.values():
        standing = reviewed.standings.get(statement.id)
        if standing and standing.edited and not standing.verified:
            yield _of_statement(Concern.EDITED, statement, reviewed)
        elif doubt_of(statement, standing):
            yield _of_statement(Concern.DOUBTFUL_STATUS, statement, reviewed)
        elif standing is None and not any((statement.signed, statement.effective, statement.until, statement.expected)):
            yield _of_statement(Concern.UNDATED, statement, reviewed)


def _copies(reviewed: Reviewed) -> Iterable[ReviewItem]:
    """Each article that is a copy of another one, until an editor has looked at what is known about it."""
    looked_at = {
        judgement.article for judgement in in_force(reviewed.judgements)
        if judgement.verdict is Verdict.ACCEPTED and isinstance(judgement.subject, Facts)
    }  # fmt: skip
    for id, origin in reviewed.origins.items():
        if id != origin and id in reviewed.articles and id not in looked_at:
            yield _item(Concern.COPY, reviewed.articles[id], None, others=(origin,))


def _is_verified(statement: str, reviewed: Reviewed) -> bool:
    standing = reviewed.standings.get(statement)
    return bool(standing and standing.verified)
