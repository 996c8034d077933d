"""The editors' desk: what an editor says is checked, and kept with who said it, when and why.

    known = reader.reference
    desk = Desk(
        store=store, reader=reader, gazetteer=known.gazetteer, agreements=known.agreements, clock=lambda: datetime.now(UTC)
    )
    desk.accept("a", statement_id, editor="هدى")

Every method raises JudgementError with a sentence for each fault, StoreError where the store cannot be used, and keeps nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from uuid import uuid4

from data.reading.answers import ArticleReader, answer, logged
from data.store import StoreWriter
from geo.agreement import Agreement, undescribed
from geo.article import Article
from geo.errors import HudnaError, JudgementError
from geo.evidence.correction import Known, Wording, added, corrected, facts_of, known_facts, reading_of_name, renamed
from geo.evidence.judgement import (
    Facts,
    Judgement,
    NameReading,
    Subject,
    Verdict,
    in_force,
    judge_article,
    judge_names,
    judge_statements,
)
from geo.gazetteer import Gazetteer
from geo.message import Message
from geo.span import Span
from geo.statement import Statement
from geo.toponym.resolution import Resolution


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where editors judge. `reader` reads an article again whose facts an editor sets; `agreements` are the known ones.

    `seen` are the ids of the judgements that the editor knows; None for all that are there when a method begins. Where others
    have said more of the article by the time that it is kept, it is refused.
    """

    store: StoreWriter
    reader: ArticleReader
    gazetteer: Gazetteer
    agreements: tuple[Agreement, ...]
    clock: Callable[[], datetime]
    new_id: Callable[[], str] = lambda: uuid4().hex[:16]
    seen: frozenset[str] | None = None

    # --- statements ----------------------------------------------------------------------------------------------------

    def accept(self, article: str, statement: str, *, editor: str, reason: str = "") -> Judgement:
        """Vouches for a statement as it stands."""
        desk = self._on(article)
        return self._keep(desk, Verdict.ACCEPTED, desk.statement(statement), None, editor, reason)

    def reject(self, article: str, statement: str, *, editor: str, reason: str) -> Judgement:
        """Takes a statement out: the article does not say so."""
        desk = self._on(article)
        return self._keep(desk, Verdict.REJECTED, desk.statement(statement), None, editor, reason)

    def correct(self, article: str, statement: str, wording: Wording, *, editor: str, reason: str) -> Judgement:
        """Puts the editor's words in the place of a statement."""
        desk = self._on(article)
        said = desk.statement(statement)
        new = corrected(desk.article, said, wording, desk.known(self))
        return self._keep(desk, Verdict.CORRECTED, said, new, editor, reason)

    def add(self, article: str, wording: Wording, *, editor: str, reason: str) -> Judgement:
        """Adds a statement that the reader did not find."""
        desk = self._on(article)
        new = added(desk.article, wording, desk.known(self))
        if any(new.id == other.id for other in desk.statements):
            raise JudgementError("the article says this already: accept what stands there")
        return self._keep(desk, Verdict.ADDED, None, new, editor, reason)

    # --- names -----------------------------------------------------------------------------------------------------------

    def accept_name(self, article: str, span: Span, *, editor: str, reason: str = "") -> Judgement:
        """Vouches for what a name is read as; where no place was found: that it is none that the gazetteer knows."""
        desk = self._on(article)
        return self._keep(desk, Verdict.ACCEPTED, reading_of_name(desk.article, desk.name(span)), None, editor, reason)

    def reject_name(self, article: str, span: Span, *, editor: str, reason: str) -> Judgement:
        """Says that the words are no place here; what rested on them alone no longer counts."""
        desk = self._on(article)
        return self._keep(desk, Verdict.REJECTED, reading_of_name(desk.article, desk.name(span)), None, editor, reason)

    def correct_name(self, article: str, span: Span, *, area: str | None, role: str, editor: str, reason: str) -> Judgement:
        """Says which place a name means and what it does there; statements that it names the place of follow."""
        desk = self._on(article)
        name = desk.name(span)
        new = renamed(desk.article, name, area, role, desk.known(self))
        return self._keep(desk, Verdict.CORRECTED, reading_of_name(desk.article, name), new, editor, reason)

    # --- articles --------------------------------------------------------------------------------------------------------

    def accept_facts(self, article: str, *, editor: str, reason: str = "") -> Judgement:
        """Says that an editor has looked at what is known about an article, and at what it is a copy of."""
        desk = self._on(article)
        return self._keep(desk, Verdict.ACCEPTED, facts_of(desk.article), None, editor, reason)

    def set_facts(
        self, article: str, *, title: str, publisher: str, published: str, basis: str, editor: str, reason: str
    ) -> Judgement:
        """Sets what is known about an article, and reads it again with that."""
        desk = self._on(article)
        new = known_facts(desk.article, title, publisher, published, basis)
        return self._keep(desk, Verdict.CORRECTED, facts_of(desk.article), new, editor, reason)

    def undo(self, judgement: str, *, editor: str, reason: str) -> Judgement:
        """Takes a judgement back; of an undoing: lets what it took back stand again."""
        everything = self.store.judgements()
        undone = next((one for one in everything if one.id == judgement), None)
        if undone is None:
            raise JudgementError(
                "there is no judgement {judgement!r}: look at the article's history again", judgement=judgement
            )
        desk = self._on(undone.article)
        _refuse_idle_undoing(undone, desk.judgements)
        return self._keep(desk, Verdict.UNDONE, None, None, editor, reason, undoes=judgement)

    # --- keeping ---------------------------------------------------------------------------------------------------------

    def _on(self, article: str) -> _OnDesk:
        judgements = self.store.judgements(article)  # first: what is read behind them is as new at least
        found = self.store.article(article)
        if found is None:
            raise JudgementError("there is no article {article!r} in the store: look at the list again", article=article)
        return _OnDesk(store=self.store, article=found, judgements=judgements)

    def _keep(
        self, desk: _OnDesk, verdict: Verdict, subject: Subject | None, outcome: Subject | None, editor: str, reason: str,
        *, undoes: str | None = None,
    ) -> Judgement:  # fmt: skip
        faults = []
        if not editor.strip():
            faults.append(Message("who says so? Write your name"))
        if not reason.strip() and verdict is not Verdict.ACCEPTED:
            faults.append(Message("why? A few words are enough, for the one who reads this later"))
        if faults:
            raise JudgementError(*faults)
        judgement = Judgement(
            id=self.new_id(), article=desk.article.id, sha256=desk.article.sha256, verdict=verdict, subject=subject,
            outcome=outcome, undoes=undoes, editor=editor.strip(), judged_at=self.clock(), reason=reason.strip(),
        )  # fmt: skip
        article = _as_known(desk.article, desk.judgements, judgement)
        seen = frozenset(one.id for one in desk.judgements) if self.seen is None else self.seen
        if article == desk.article:
            self.store.judge(judgement, seen=seen)
            return judgement
        again = answer(self.reader, article)
        if again.refusal:
            raise JudgementError(again.refusal)
        if again.reading is None:
            raise _unreadable(again.fault)
        try:
            self.store.judge(judgement, again=(article, again.reading, again.seconds), seen=seen)
        except HudnaError:
            raise
        except Exception as error:  # as in ingest: a reading that breaks the store's rules is the reader's slip
            raise _unreadable(logged(article, error)) from error
        return judgement


def _unreadable(fault: str) -> JudgementError:
    return JudgementError(
        "with this the article breaks the reader ({fault}), and nothing was kept: the log says where. Leave these facts as "
        "they are, and tell whoever looks after the program",
        fault=fault,
    )


@dataclass(frozen=True, kw_only=True)
class _OnDesk:
    """One article with what is said of it, as it stands."""

    store: StoreWriter
    article: Article
    judgements: tuple[Judgement, ...]

    @cached_property
    def texts(self) -> dict[str, str]:
        return {version.article.sha256: version.article.text for version in self.store.versions(self.article.id)}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        read = self.store.statements(self.article.id)
        return judge_statements(self.article, read, self.judgements, self.texts).statements

    @cached_property
    def names(self) -> tuple[Resolution, ...]:
        return judge_names(self.article, self.store.resolutions(self.article.id), self.judgements, self.texts)[0]

    def statement(self, id: str) -> Statement:
        found = next((statement for statement in self.statements if statement.id == id), None)
        if found is None:
            raise JudgementError("the statement no longer stands like that: it was judged or read again meanwhile. Look again")
        return found

    def name(self, span: Span) -> Resolution:
        found = next((name for name in self.names if name.mention.span == span), None)
        if found is None:
            raise JudgementError(
                "no name was read at {start} to {end} of {article!r}: look again",
                start=span.start, end=span.end, article=self.article.id,
            )  # fmt: skip
        return found

    def known(self, desk: Desk) -> Known:
        agreements = {statement.agreement: undescribed(statement.agreement, statement.type) for statement in self.statements}
        agreements |= {agreement.id: agreement for agreement in (*desk.agreements, *self.store.agreements())}
        return Known(gazetteer=desk.gazetteer, agreements=agreements, names=self.names)


def _as_known(article: Article, said: tuple[Judgement, ...], judgement: Judgement) -> Article:
    """The article as stored, with what editors know of it once they have said this, too.

    Without their facts it is what the store last held while none of these counted: what they replaced.
    """
    if not _facts_count(said):
        return judge_article(article, (*said, judgement))
    first = None
    for number, one in enumerate(said):
        if isinstance(one.subject, Facts) and not _facts_count(said[:number]):
            first = one.subject
    if first is not None:
        article = replace(
            article, title=first.title, publisher=first.publisher, published=first.published,
            published_basis=first.published_basis,
        )  # fmt: skip
    return judge_article(article, (*said, judgement))


def _facts_count(said: tuple[Judgement, ...]) -> bool:
    """True if editors who said this know something about the article."""
    return any(isinstance(judgement.outcome, Facts) for judgement in in_force(said))


def _refuse_idle_undoing(undone: Judgement, judgements: tuple[Judgement, ...]) -> None:
    """Raises JudgementError where a judgement does not count any more, or another one rests on it."""
    standing = in_force(judgements)
    taken_back = {id for j in judgements if (id := j.undoes) and j.verdict is Verdict.UNDONE}
    if undone.id in taken_back and undone not in standing:
        raise JudgementError("this was taken back already: to let it stand again, undo the undoing")
    after = standing[standing.index(undone) + 1 :] if undone in standing else ()
    for later in after:
        if isinstance(undone.outcome, Statement | NameReading) and later.subject == undone.outcome:
            raise JudgementError("{editor} judged what came of this later: undo that first", editor=later.editor)
