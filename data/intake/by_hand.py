"""What an editor hands over by hand: gathered within limits, looked at, corrected, and only then kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from data.intake.ingest import ingest, storable, survey
from data.intake.summary import Summary
from data.reading.answers import ArticleReader
from data.sources.document import Limits, Refused, checked_text, page_id
from data.sources.duplicates import fingerprint
from data.sources.seeds import Fault, printable
from data.store import StoreReader, StoreWriter
from geo.article import Article, detect_language
from geo.edtf import Edtf
from geo.evidence.correction import facts_of
from geo.evidence.judgement import Judgement, Verdict, judge_article
from geo.message import Message

PASTES = "paste"  # what was pasted without an address is named paste/HASH
EDITOR = Message("given by an editor")
SOMEBODY = Message("an editor")  # who says what is written where articles are added: nobody is asked for a name there
ADDED = Message("so it was written, or left, when the article was added")
_DIGITS = 16
_MOST_CHARACTERS = 2_000  # of what is told about an article: it goes into fields and links


class Outlook(StrEnum):
    """What keeping an article would do: nothing is stored under its id, its text is (and would be read again, with what is
    known of it now), another text is, exactly this article was read before, or another article has its words."""

    NEW = "new"
    AGAIN = "again"
    REPLACES = "replaces"
    UNCHANGED = "unchanged"
    REPEATS = "repeats"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What was gathered: articles with ids that differ, in the order in which they came, and what cannot be read."""

    articles: tuple[Article, ...]
    faults: tuple[Fault, ...]


def collect(
    items: Iterable[Article | Fault], *, most_articles: int, most_bytes: int, told: Callable[[int], None] = lambda count: None
) -> Batch:
    """Gathers until there are `most_articles`, or texts of `most_bytes` in all; what is beyond is told as a fault, not read.

    `told` hears after each article how many there are.
    """
    articles: dict[str, Article] = {}
    faults: list[Fault] = []
    size = 0
    for item in map(storable, items):
        if isinstance(item, Fault):
            faults.append(item)
            continue
        if item.id in articles:
            reason = Message("has the name of another article here: only the first is taken")
            faults.append(Fault(file=printable(item.id), reason=reason))
            continue
        about = (item.id, item.title or "", item.publisher or "", item.url or "", item.published_basis or "")
        if max(map(len, about)) > _MOST_CHARACTERS:
            reason = Message(
                "has a name, title, publisher, address or date of more than {most:,} characters", most=_MOST_CHARACTERS
            )
            faults.append(Fault(file=printable(item.id[:_MOST_CHARACTERS]), reason=reason))
            continue
        size += len("".join((item.text, *about)).encode())
        if len(articles) == most_articles or size > most_bytes:
            reason = Message(
                "and what comes after it is not taken: the page takes {articles:,} articles (HUDNA_INTAKE_ARTICLES) and "
                "{bytes:,} bytes of text (HUDNA_MAX_DOCUMENT_BYTES) at one go; python -m data ingest takes any number",
                articles=most_articles, bytes=most_bytes,
            )  # fmt: skip
            faults.append(Fault(file=printable(item.id), reason=reason))
            break
        articles[item.id] = item
        told(len(articles))
    return Batch(articles=tuple(articles.values()), faults=tuple(faults))


def pasted(
    text: str, limits: Limits, store: StoreReader | None, *, title: str | None = None, publisher: str | None = None,
    published: Edtf | None = None, url: str | None = None,
) -> Article:  # fmt: skip
    """A pasted text as an article: named by its address, else by its words. Raises Refused for a text that cannot be read."""
    if "\0" in text:
        raise Refused("holds NUL characters: it is no text")
    article = Article(
        id=page_id(url) if url else PASTES, text=checked_text(text, limits), language=detect_language(text), title=title,
        publisher=publisher, url=url, published=published, published_basis=EDITOR if published else None,
    )  # fmt: skip
    return named_by_words(article, store)


def named_by_words(article: Article, store: StoreReader | None) -> Article:
    """A pasted article without an address under the id of its words; any other as it is.

    Where the same words are stored from another publisher, both known, the publisher is a part of the id: they are two.
    """
    if article.id.partition("/")[0] != PASTES:
        return article
    words = fingerprint(article.text)
    stored = store.article(f"{PASTES}/{words[:_DIGITS]}") if store else None
    if stored and stored.publisher and article.publisher and stored.publisher != article.publisher:
        words = hashlib.sha256(f"{words} {article.publisher}".encode("utf-8", "surrogatepass")).hexdigest()
    return replace(article, id=f"{PASTES}/{words[:_DIGITS]}")


def with_what_is_known(article: Article, store: StoreReader | None, *, newer_counts: bool) -> Article:
    """The article with what the store knows of its text under its id, and with what editors said of that id: as it would be
    read, to be looked at.

    `newer_counts` says that what the article itself brings was written by an editor now, and counts more.
    """
    stored = store.article(article.id) if store else None
    if store is None or stored is None:
        return article
    said = store.judgements(article.id)
    known = judge_article(stored if stored.text == article.text else article, said)
    first, second = (article, known) if newer_counts else (known, article)
    dated = first if first.published else second
    found = replace(
        article, title=first.title or second.title, publisher=first.publisher or second.publisher, url=first.url or second.url,
        published=dated.published, published_basis=dated.published_basis,
    )  # fmt: skip
    return found if newer_counts else judge_article(found, said)


def corrected(found: Article, *, title: str | None, publisher: str | None, published: Edtf | None) -> Article:
    """What was found as an editor says it is. The basis of a date that was corrected says so, and what was found."""
    basis = found.published_basis
    if published != found.published:
        was, how = str(found.published), basis or Message("not known how")
        instead = Message("given by an editor, instead of {date} ({basis})", date=was, basis=how)
        basis = instead if found.published else EDITOR
    return replace(found, title=title, publisher=publisher, published=published, published_basis=basis)


def outlooks(articles: Sequence[Article], store: StoreReader | None, version: str) -> tuple[tuple[Outlook, str], ...]:
    """For each article, as an editor leaves it, what keeping it would do, and the id of the one that it repeats, else "".
    Nothing is read or written."""
    found = survey(articles, store, version, as_edited=True)
    repeated = {repeat.article: repeat.of for repeat in found.repeated}
    unchanged = frozenset(found.unchanged)

    def outlook(article: Article) -> tuple[Outlook, str]:
        if article.id in repeated:
            return Outlook.REPEATS, repeated[article.id]
        if article.id in unchanged:
            return Outlook.UNCHANGED, ""
        stored = store.article(article.id) if store else None
        if stored is None:
            return Outlook.NEW, ""
        return (Outlook.AGAIN if stored.text == article.text else Outlook.REPLACES), ""

    return tuple(map(outlook, articles))


def keep(articles: Sequence[Article], store: StoreWriter, reader: ArticleReader, clock: Callable[[], datetime]) -> Summary:
    """Reads articles into the store, as an editor leaves them: what is known of one otherwise than editors said before is a
    judgement of now, kept with the article or not at all. What the last ingest could not read stays told, unless an article of
    it is here now.

    Raises as `data.intake.ingest.ingest`.
    """
    said = [judgement for article in articles if (judgement := _facts_of_now(article, store, clock()))]
    ids = {article.id for article in articles}
    told_before = tuple(fault for fault in store.faults() if not ids.intersection(fault.articles))
    summary = ingest((*told_before, *articles), store, reader, clock, whole_folder=False, said=said)
    return replace(summary, skipped=tuple(fault for fault in summary.skipped if fault not in told_before))


def _facts_of_now(article: Article, store: StoreReader, now: datetime) -> Judgement | None:
    """What is known of an article that is about to be kept, as a judgement; None where editors said nothing else of it."""
    known = judge_article(article, store.judgements(article.id))
    if facts_of(known) == facts_of(article):
        return None
    return Judgement(
        id=uuid4().hex[:16], article=article.id, sha256=article.sha256, verdict=Verdict.CORRECTED, subject=facts_of(known),
        outcome=facts_of(article), undoes=None, editor=str(SOMEBODY), judged_at=now, reason=str(ADDED),
    )  # fmt: skip
