"""Judgements: what editors say of what was read. They are only ever added to, and outlive the reading that they speak of.

A judgement keeps what was judged and what shall hold instead in full, so that an editor's word stands where a newer reader says
something else, or nothing. Where an article has changed, it stands only if the paragraphs that it rests on are there word for
word; else it is orphaned, and shown as such. Where a newer reader takes the same names for other places, what an editor
accepted or corrected stands instead; what he rejected was of the former place, and is orphaned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from geo.actor import Party
from geo.article import Article
from geo.edtf import Edtf
from geo.gazetteer import Area
from geo.span import Span
from geo.statement import CoveredArea, Evidence, Statement, named_areas, statement_id
from geo.toponym.resolution import Resolution, Role


class Verdict(StrEnum):
    """What an editor says. `undone` takes back another judgement, which may be an undoing."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    ADDED = "added"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameReading:
    """What a name in a text means: its span, its words, the key of its area (None: no place that is known), its role."""

    span: Span
    surface: str
    area: str | None
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known about an article beside its text."""

    title: str | None
    publisher: str | None
    published: Edtf | None
    published_basis: str | None


Subject: TypeAlias = Statement | NameReading | Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One verdict of one editor. `judged_at` is in UTC; `sha256` is the version of the article's text that was judged.

    `subject` is what was judged as it stood then, None where something is added or undone; `outcome` is what shall hold
    instead, None unless something is corrected or added; `undoes` is the id of the judgement that is taken back.
    """

    id: str
    article: str
    sha256: str
    verdict: Verdict
    subject: Subject | None
    outcome: Subject | None
    undoes: str | None
    editor: str
    judged_at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a statement is vouched for: `judgement` is the last that speaks of it. What was edited after it was accepted
    is not verified until it is accepted again."""

    verified: bool
    edited: bool
    judgement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The statements of an article as its editors leave them, in the order of the text.

    `standings` are by the id of the statement, for those that were judged or whose place was; `rejected` are the reader's that
    do not count; `orphaned` are the judgements whose words are no longer in the article, in their order, and behind them the
    rejections of what is read of other places now.
    """

    statements: tuple[Statement, ...]
    standings: Mapping[str, Standing]
    rejected: tuple[Statement, ...] = ()
    orphaned: tuple[Judgement, ...] = ()


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that are not undone, in their order, without the undoings."""
    said = tuple(judgements)
    undone: set[str] = set()
    for judgement in reversed(said):  # the last word first: an undoing that is itself undone takes nothing back
        if judgement.undoes and judgement.id not in undone:
            undone.add(judgement.undoes)
    return tuple(j for j in said if j.id not in undone and j.verdict is not Verdict.UNDONE)


def judge_article(article: Article, judgements: Iterable[Judgement]) -> Article:
    """The article with what editors know about it: it is read with this."""
    for judgement in in_force(judgements):
        if isinstance(known := judgement.outcome, Facts):
            article = replace(
                article, title=known.title, publisher=known.publisher, published=known.published,
                published_basis=known.published_basis,
            )  # fmt: skip
    return article


def judge_statements(
    article: Article, read: Iterable[Statement], judgements: Iterable[Judgement], texts: Mapping[str, str]
) -> Judged:
    """What the reader read in an article, as its editors leave it. `texts` holds the former versions by their sha256."""
    standing = in_force(judgements)
    renamings = _renamings(article, standing, texts)
    claims, orphaned = _claims(article, standing, texts, renamings)
    open_statements: list[Statement] = []
    rejected: list[Statement] = []
    standings: dict[str, Standing] = {}
    for statement in read:
        renamed, editor = _renamed(statement, renamings)
        if renamed and editor:
            standings[renamed.id] = Standing(verified=False, edited=True, judgement=editor)
        (open_statements if renamed else rejected).append(renamed or statement)
    answers = [_taken(open_statements, claim.first and _answered(claim.first, open_statements)) for claim in claims]
    held: list[Statement] = []
    for claim, answered in zip(claims, answers, strict=True):
        elsewhere = None if answered or not claim.first else _read_elsewhere(claim.first, open_statements)
        if claim.now:
            answered = answered or _taken(open_statements, elsewhere)
            held.append(claim.now)
        elif answered:
            rejected.append(answered)
        elif elsewhere:
            orphaned += tuple(j for j in standing if j.id == claim.judgement and j.verdict is Verdict.REJECTED)
        if answered:
            standings.pop(answered.id, None)
        if claim.now:
            standings[claim.now.id] = Standing(verified=claim.verified, edited=claim.edited, judgement=claim.judgement)
    # once is enough: an editor may have added by hand what the reader reads, or said that two names mean one place
    once = {statement.id: statement for statement in (*open_statements, *held)}
    return Judged(
        statements=tuple(sorted(once.values(), key=lambda s: (s.evidence[0].span, s.status, s.id))),
        standings=standings, rejected=tuple(rejected), orphaned=orphaned,
    )  # fmt: skip


def judge_names(
    article: Article, read: Sequence[Resolution], judgements: Iterable[Judgement], texts: Mapping[str, str]
) -> tuple[tuple[Resolution, ...], tuple[Judgement, ...]]:
    """The names of an article as its editors read them, in their order, and the judgements whose words are gone.

    A name that is accepted or corrected means what the editor says, whatever a newer reader makes of it; a rejected one means
    no place.
    """
    said, orphaned = said_of_names(article, judgements, texts)
    return tuple(_as_said(resolution, said.get(resolution.mention.span)) for resolution in read), orphaned


def said_of_names(
    article: Article, judgements: Iterable[Judgement], texts: Mapping[str, str]
) -> tuple[Mapping[Span, NameReading], tuple[Judgement, ...]]:
    """What the names of an article mean that an editor spoke of, by where they stand now, and the orphaned judgements."""
    said: dict[Span, NameReading] = {}
    orphaned: list[Judgement] = []
    for judgement in in_force(judgements):
        subject = judgement.subject
        if not isinstance(subject, NameReading):
            continue
        moved = _carried_spans([subject.span], judgement, article, texts)
        if moved is None:
            orphaned.append(judgement)
        else:
            said[moved[0]] = _meaning(judgement, subject)
    return said, tuple(orphaned)


def is_same_claim(one: Statement, other: Statement) -> bool:
    """True if both say the same status of the same areas, on words that they share; parts of a wider area that are covered by
    its name are no areas of their own here."""
    return one.status is other.status and named_areas(one) == named_areas(other) and _share_words(one, other)


def _share_words(one: Statement, other: Statement) -> bool:
    return any(mine.span.overlaps(theirs.span) for mine in one.evidence for theirs in other.evidence)


# --- the claims that editors spoke of ------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class _Claim:
    """One claim through its judgements: as the reader read it (None: added by hand), as it was last shown, as it now holds."""

    first: Statement | None
    shown: Statement
    now: Statement | None
    verified: bool = False
    edited: bool = False
    judgement: str = ""


def _claims(
    article: Article, judgements: Iterable[Judgement], texts: Mapping[str, str], renamings: Sequence[_Renaming]
) -> tuple[list[_Claim], tuple[Judgement, ...]]:
    claims: list[_Claim] = []
    orphaned: list[Judgement] = []
    for number, judgement in enumerate(judgements):
        about = judgement.outcome if judgement.verdict is Verdict.ADDED else judgement.subject
        if not isinstance(about, Statement):
            continue
        shown = _carried(about, judgement, article, texts)
        outcome = _carried(judgement.outcome, judgement, article, texts) if isinstance(judgement.outcome, Statement) else None
        if shown is None or (judgement.outcome is not None and outcome is None):
            orphaned.append(judgement)
            continue
        later = [renaming for renaming in renamings if renaming.number > number]
        accepted, renamed_by = _renamed(shown, later)
        shown = accepted or shown
        if outcome:
            outcome, renamed_by = _renamed(outcome, later)
        claim = next((c for c in claims if shown.id in (c.shown.id, c.now.id if c.now else "")), None)
        if claim is None:
            claim = _Claim(first=None if judgement.verdict is Verdict.ADDED else shown, shown=shown, now=shown)
            claims.append(claim)
        claim.shown, claim.judgement = shown, judgement.id
        match judgement.verdict:
            case Verdict.ACCEPTED:
                claim.now, claim.verified = accepted, True
            case Verdict.REJECTED:
                claim.now, claim.verified = None, False
            case Verdict.CORRECTED | Verdict.ADDED:
                claim.now, claim.verified, claim.edited = outcome, False, True
        if renamed_by:
            claim.verified, claim.edited, claim.judgement = False, True, renamed_by
    return claims, tuple(orphaned)


def _answered(judged: Statement, read: Iterable[Statement]) -> Statement | None:
    """The statement that a judgement speaks of: the same, else the same claim, of the same agreement if there is one."""
    same = [statement for statement in read if statement.id == judged.id or is_same_claim(statement, judged)]
    return min(same, key=lambda s: (s.id != judged.id, s.agreement != judged.agreement, s.evidence[0].span), default=None)


def _read_elsewhere(judged: Statement, read: Iterable[Statement]) -> Statement | None:
    """The statement that says the same in the same words of the same names, which it takes for other places."""
    names = _names_of(judged)
    same = (
        statement for statement in read
        if names and statement.status is judged.status and _names_of(statement) == names and _share_words(statement, judged)
    )  # fmt: skip
    return min(same, key=lambda s: (s.agreement != judged.agreement, s.evidence[0].span), default=None)


def _names_of(statement: Statement) -> frozenset[Span]:
    """Where the names of the areas stand of which a statement speaks; none where one of them has no name."""
    names = {covered.mention for covered in statement.areas if covered.said_of is None}
    return frozenset(name for name in names if name) if None not in names else frozenset()


def _taken(read: list[Statement], statement: Statement | None) -> Statement | None:
    """A statement, taken out of those that nobody has judged."""
    if statement:
        read.remove(statement)
    return statement


@dataclass(frozen=True, slots=True, kw_only=True)
class _Renaming:
    """That statements have this area from the name at a span, by the judgement of this number in the order of them all. None:
    the words are no place, or what they name is no longer covered."""

    number: int
    span: Span
    area: str | None
    judgement: str


def _renamings(article: Article, judgements: Iterable[Judgement], texts: Mapping[str, str]) -> list[_Renaming]:
    found: list[_Renaming] = []
    for number, judgement in enumerate(judgements):
        if isinstance(subject := judgement.subject, NameReading):
            moved = _carried_spans([subject.span], judgement, article, texts)
            if moved:
                meant = _meaning(judgement, subject)
                is_covered = meant.role is Role.COVERED
                if is_covered and meant.area:  # after all: what it gave no place to has one again
                    found = [renaming for renaming in found if renaming.span != moved[0] or renaming.area]
                area = meant.area if is_covered or subject.role is not Role.COVERED else None
                found.append(_Renaming(number=number, span=moved[0], area=area, judgement=judgement.id))
    return found


def _renamed(statement: Statement, renamings: Iterable[_Renaming]) -> tuple[Statement | None, str | None]:
    """A statement with the areas that its names mean by the editors' word, None where they give it no place; and the
    judgement that made it another one, if any did."""
    editor = None
    for renaming in renamings:
        meant: dict[CoveredArea, None] = {}
        for covered in statement.areas:
            if covered.mention != renaming.span:
                meant[covered] = None
            elif renaming.area:
                stays = renaming.area == covered.said_of  # the wider name means what was read
                meant[covered if stays else replace(covered, area=renaming.area, said_of=None)] = None
        if tuple(meant) == statement.areas:
            continue
        editor = renaming.judgement
        if not meant:
            return None, editor
        statement = replace(statement, areas=tuple(meant))
        statement = replace(statement, id=statement_id(statement))
    return statement, editor


def _meaning(judgement: Judgement, subject: NameReading) -> NameReading:
    """What a judgement says that a name means."""
    chosen = judgement.outcome if isinstance(judgement.outcome, NameReading) else subject
    return replace(chosen, area=None) if judgement.verdict is Verdict.REJECTED else chosen


def _as_said(read: Resolution, said: NameReading | None) -> Resolution:
    if said is None:
        return read
    return replace(read, area=Area.parse(said.area) if said.area else None, role=said.role)


# --- from one version of a text to another -------------------------------------------------------------------------------


def _carried(statement: Statement, judgement: Judgement, article: Article, texts: Mapping[str, str]) -> Statement | None:
    """A judged statement where its words stand in the article as it now is; None where they do not."""
    mentions = [covered.mention for covered in statement.areas if covered.mention]
    attribution = [statement.attribution] if statement.attribution else []
    spans = [*(evidence.span for evidence in statement.evidence), *mentions, *attribution]
    found = _carried_spans(spans, judgement, article, texts)
    if found is None:
        return None
    moved = dict(zip(spans, found, strict=True))
    parties = tuple(_moved_parties(statement.parties, judgement, article, texts))
    if all(span == moved[span] for span in spans) and parties == statement.parties:
        return statement
    carried = replace(
        statement,
        areas=tuple(_moved_area(covered, moved) for covered in statement.areas),
        attribution=moved[statement.attribution] if statement.attribution else None,
        evidence=tuple(Evidence(span=moved[e.span], quote=e.quote, aspect=e.aspect) for e in statement.evidence),
        parties=parties,
    )
    return replace(carried, id=statement_id(carried))


def _moved_parties(
    parties: Iterable[Party], judgement: Judgement, article: Article, texts: Mapping[str, str]
) -> Iterator[Party]:
    """The parties whose words still stand in the article; one may be named far from what was judged."""
    for party in parties:
        if span := _carried_spans([party.span], judgement, article, texts):
            yield replace(party, span=span[0])


def _moved_area(covered: CoveredArea, moved: Mapping[Span, Span]) -> CoveredArea:
    return replace(covered, mention=moved[covered.mention]) if covered.mention else covered


def _carried_spans(
    spans: Sequence[Span], judgement: Judgement, article: Article, texts: Mapping[str, str]
) -> list[Span] | None:
    """Spans of the version that was judged, in the article as it now is: each moves with its paragraph. None where one of the
    paragraphs is not there word for word, is there twice, or where nobody knows the version."""
    if judgement.sha256 == article.sha256:
        return list(spans)
    judged = texts.get(judgement.sha256)
    if judged is None:
        return None
    found = []
    for span in spans:
        start = judged.rfind("\n", 0, span.start) + 1
        end = judged.find("\n", span.end)
        paragraph = judged[start : len(judged) if end < 0 else end].rstrip("\r")
        here = _paragraph_starts(article.text, paragraph)
        if len(here) != 1 or len(_paragraph_starts(judged, paragraph)) != 1:
            return None
        found.append(Span(span.start - start + here[0], span.end - start + here[0]))
    return found


def _paragraph_starts(text: str, paragraph: str) -> list[int]:
    """Where a text has exactly these lines."""
    starts = []
    at = text.find(paragraph)
    while at >= 0:
        before, behind = text[:at], text[at + len(paragraph) :]
        if (not before or before.endswith("\n")) and (not behind or behind.startswith(("\n", "\r\n"))):
            starts.append(at)
        at = text.find(paragraph, at + 1)
    return starts
