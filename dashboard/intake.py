"""The pages' one door for writing: what an editor hands over is checked and kept here, where a setting lets the page do so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from threading import BoundedSemaphore

from dashboard.draft import Candidate, Draft, IntakeLimits, Kept
from dashboard.edition import BadFile
from dashboard.queries import article_reader
from dashboard.visitor import may_write
from data.intake.by_hand import collect, corrected, keep, named_by_words, outlooks, pasted, with_what_is_known
from data.settings import Settings, load_settings
from data.sources.document import Limits, Refused, is_web_address
from data.sources.families import ENDINGS
from data.sources.gather import Gatherer
from data.sources.seeds import Fault
from data.store import StoreReader, home_of, open_reader, open_writer
from geo.article import Article
from geo.edtf import Edtf
from geo.errors import ArticleError

AT_ONCE = 3  # checks: each may have a process of its own with HUDNA_PARSE_MEMORY_BYTES
_checks = BoundedSemaphore(AT_ONCE)
Told = Callable[[int], None]


def find_intake(listens_on: str | None, headers: Mapping[str, str]) -> Intake | None:
    """The way to take articles in, None where the setting or the visitor does not allow it (`dashboard.visitor.may_write`)."""
    settings = load_settings()
    return Intake(settings=settings) if may_write(settings.intake, listens_on, headers) else None


def whole_address(written: str) -> str | None:
    """The address of a page that was meant: https:// may be left out. None for what is none, as a path of this machine."""
    address = written.strip()
    address = address if "://" in address else f"https://{address}"
    return address if is_web_address(address) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Checks and keeps what an editor hands over; `find_intake` gives one to those who may."""

    settings: Settings

    @property
    def limits(self) -> IntakeLimits:
        """How much is taken, to be shown before anything is."""
        settings = self.settings
        return IntakeLimits(
            article_bytes=settings.max_article_bytes, document_bytes=settings.max_document_bytes,
            parse_seconds=settings.parse_seconds, fetch_seconds=settings.fetch_seconds, feed_entries=settings.feed_entries,
            articles=settings.intake_articles, endings=tuple(ENDINGS),
        )  # fmt: skip

    def check_paste(
        self, text: str, *, title: str | None, publisher: str | None, published: Edtf | None, url: str | None
    ) -> Draft:
        """What a pasted text would be kept as."""
        settings = self.settings
        limits = Limits(
            article_bytes=settings.max_article_bytes, document_bytes=settings.max_document_bytes,
            archive_bytes=settings.max_archive_bytes,
        )  # fmt: skip
        with self._store() as store:
            try:
                article = pasted(text, limits, store, title=title, publisher=publisher, published=published, url=url)
            except Refused as refusal:
                return Draft(candidates=(), faults=(BadFile(file="", reason=refusal.message),))
            return self._draft((with_what_is_known(article, store, newer_counts=True),), (), store)

    def check_uploads(self, files: Iterable[tuple[str, bytes]], told: Told) -> Draft:
        """What files would be kept as: their names as the browser gave them, and what they hold."""
        with Gatherer(self.settings) as gatherer:
            return self._check(chain.from_iterable(gatherer.gather_upload(name, content) for name, content in files), told)

    def check_address(self, address: str, told: Told) -> Draft:
        """What the page at an address, or the feed that is there, would be kept as. Raises ArticleError for what is no address:
        it must never be taken for a path of this machine."""
        if not is_web_address(address):
            raise ArticleError(
                "{address!r} is no address of a page: write one that begins with https:// or http://", address=address
            )
        with Gatherer(self.settings) as gatherer:
            return self._check(gatherer.gather(address), told)

    def correct(self, draft: Draft, number: int, *, title: str | None, publisher: str | None, published: Edtf | None) -> Draft:
        """The draft with one of its articles as the editor says it is; what keeping would do is found out anew."""
        candidate = draft.candidates[number]
        with self._store() as store:
            said = corrected(candidate.found, title=title, publisher=publisher, published=published)
            changed = [*draft.candidates]
            changed[number] = replace(candidate, article=named_by_words(said, store))
            return replace(draft, candidates=self._seen(changed, store))

    def keep(self, draft: Draft) -> Kept | Draft:
        """Reads the wanted articles of a draft into the store. Where keeping them would by now do something else than the draft
        says, nothing is kept: the draft that says so is given. Raises StoreError where the store cannot be written."""
        settings = self.settings
        with open_writer(settings.store_home) as store:
            seen = replace(draft, candidates=self._seen([*draft.candidates], store))
            if any(now.wanted and now != before for now, before in zip(seen.candidates, draft.candidates, strict=True)):
                return seen
            summary = keep(draft.wanted, store, article_reader(settings.gazetteer), lambda: datetime.now(UTC))
        return Kept(
            read=tuple(reading.article for reading in summary.read), unchanged=summary.unchanged,
            repeated=tuple(repeat.of for repeat in summary.repeated), faults=_bad_files((*summary.skipped, *summary.failed)),
        )  # fmt: skip

    def _check(self, items: Iterable[Article | Fault], told: Told) -> Draft:
        settings = self.settings
        if not _checks.acquire(timeout=settings.parse_seconds):
            raise ArticleError("the server is checking other files and addresses: try again in a minute")
        try:
            most = {"most_articles": settings.intake_articles, "most_bytes": settings.max_document_bytes}
            batch = collect(items, **most, told=told)
        finally:
            _checks.release()
        with self._store() as store:
            known = [with_what_is_known(article, store, newer_counts=False) for article in batch.articles]
            return self._draft(known, batch.faults, store)

    def _draft(self, articles: Iterable[Article], faults: Iterable[Fault], store: StoreReader | None) -> Draft:
        found = [Candidate(found=article, article=article, outlook="") for article in articles]
        return Draft(candidates=self._seen(found, store), faults=_bad_files(faults))

    def _seen(self, candidates: list[Candidate], store: StoreReader | None) -> tuple[Candidate, ...]:
        found = outlooks([one.article for one in candidates], store, article_reader(self.settings.gazetteer).version)
        return tuple(
            replace(one, outlook=str(outlook), repeats=repeats, stored=store.article(one.article.id) if store else None)
            for one, (outlook, repeats) in zip(candidates, found, strict=True)
        )

    @contextmanager
    def _store(self) -> Iterator[StoreReader | None]:
        """The store to look things up in; None where there is none yet."""
        if not home_of(self.settings.store_home).is_there():
            yield None
            return
        with open_reader(self.settings.store_home) as store:
            yield store


def _bad_files(faults: Iterable[Fault]) -> tuple[BadFile, ...]:
    return tuple(BadFile(file=fault.file, reason=fault.reason) for fault in faults)
