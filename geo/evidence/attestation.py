"""Attestations: since when a changing article says something, and until when it did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from geo.article import Article
from geo.edtf import Edtf
from geo.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of an article that another has replaced, with what was read in it.

    `number` counts from 1; it was first seen at `since`, and the next one at `until`, both in UTC.
    """

    article: Article
    number: int
    since: datetime
    until: datetime
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """When an article says something: from the day `known_on`, None for the day it was published, until the day before
    `withdrawn_on`, None where it still says so. `published` is the day that the version bore which first said so, None where
    the article bears the same. `said_in` is the last version that said so, in which its words and offsets stand, None for the
    article as it is."""

    known_on: date | None = None
    withdrawn_on: date | None = None
    published: Edtf | None = None
    said_in: Article | None = None

    def reported_in(self, article: Article) -> Edtf | None:
        """The day of publication of the version that first said so; `article` is the current one. None where unknown."""
        return self.published or article.published

    def known_from(self, article: Article) -> date | None:
        """The day from which it could be known, None where no day can be named; `article` is the current version."""
        published = self.reported_in(article)
        return self.known_on or (published.latest if published else None)


def attest(
    article: Article, current: Iterable[Statement], former: Sequence[Version]
) -> tuple[tuple[Statement, ...], Mapping[str, Attestation]]:
    """What the versions of one article say that its current one does not, and when each of its statements was said, by id.

    `former` are its replaced versions in order. A version says the same as another if it tells the same status of the same
    areas under the same agreement, as surely and with the same dates, in whatever words. What only the first version's
    successors say, a corrected date too, became known when they were seen, whatever date the page bears; statements without an
    entry are as old as the article.
    """
    current = tuple(current)
    said = [version.statements for version in former] + [current]
    bore = [version.article.published for version in former] + [article.published]
    first_said: dict[object, Attestation] = {_claim(s): _first_said(None, bore[0], article) for s in said[0]}
    gone: dict[str, Statement] = {}
    attested: dict[str, Attestation] = {}
    for version, following, published in zip(former, said[1:], bore[1:], strict=True):
        replaced_on = version.until.date()
        still = {_claim(statement) for statement in following}
        for statement in version.statements:
            if _claim(statement) not in still:
                gone[statement.id] = statement
                when = first_said[_claim(statement)]
                attested[statement.id] = replace(when, withdrawn_on=replaced_on, said_in=version.article)
        for claim in still:
            first_said.setdefault(claim, _first_said(replaced_on, published, article))
    for statement in current:  # what was taken back and is said again counts as said all the while
        gone.pop(statement.id, None)
        attested[statement.id] = first_said[_claim(statement)]
    return tuple(gone.values()), {id: when for id, when in attested.items() if when != Attestation()}


def _first_said(seen_on: date | None, published: Edtf | None, article: Article) -> Attestation:
    """Of what a version says first that was seen on a day, None for the first one, and bears a day of publication."""
    return Attestation(known_on=seen_on, published=published if published != article.published else None)


def _claim(statement: Statement) -> object:
    dates = (statement.signed, statement.effective, statement.since, statement.until, statement.expected)
    areas = frozenset((covered.area, covered.partial) for covered in statement.areas)
    return statement.agreement, statement.status, statement.modality, dates, areas, frozenset(statement.excluded)
