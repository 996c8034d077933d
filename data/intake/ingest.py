"""From articles to the store: each read and saved by itself, so that one fault costs one article."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from time import perf_counter

from data.intake.repeats import Repeats
from data.intake.summary import ReadArticle, Summary
from data.progress import Progress
from data.reading.answers import Answer, ArticleReader, ReadAll, answer, by_processes, in_turn, logged
from data.reading.jobs import check_jobs
from data.settings import Settings, load_settings
from data.sources.gather import Gatherer, gather_all, local_bytes, refuse_missing
from data.sources.seeds import ENTRIES_FILE, Fault, printable
from data.store import (
    Kept,
    NewReading,
    Repeat,
    StoredReading,
    StoreReader,
    StoreWriter,
    Where,
    home_of,
    open_reader,
    open_writer,
)  # fmt: skip
from geo.article import Article
from geo.errors import StoreError
from geo.evidence.judgement import Judgement, judge_article
from geo.message import Message, same_in_every_language

_AT_ONCE, _SECONDS_AT_ONCE = 16, 0.1  # articles that the store is asked about: as many as come, not waited for


def ingest(
    items: Iterable[Article | Fault],
    store: StoreWriter,
    reader: ArticleReader,
    clock: Callable[[], datetime],
    *,
    whole_folder: bool,
    read_all: ReadAll | None = None,
    said: Iterable[Judgement] = (),
) -> Summary:
    """Reads the articles that are new or changed, and stores what is found in them, and the faults; `clock` tells the time and
    its zone.

    A fault that names articles comes before them. `whole_folder` says that the items are all that a folder holds: what is
    stored and not among them is then told as gone. `read_all` reads in place of the reader. `said` is what an editor says of
    the facts of some articles, kept with each of them or not at all.

    Raises ArticleError if a folder cannot be read, StoreError if the store cannot be used; what was saved until then stays.
    """
    facts = {judgement.article: judgement for judgement in said}
    with Repeats(store) as repeats:
        read_all = read_all or in_turn(reader)
        return _ingest(items, store, reader, read_all, clock, repeats, perf_counter(), facts, whole_folder=whole_folder)


def _ingest(
    items: Iterable[Article | Fault],
    store: StoreWriter,
    reader: ArticleReader,
    read_all: ReadAll,
    clock: Callable[[], datetime],
    repeats: Repeats,
    began: float,
    said: Mapping[str, Judgement],
    *,
    whole_folder: bool,
) -> Summary:
    sorted_out = _SortedOut()
    keeping = _Keeping(store, reader, clock, said)
    try:
        for article, answer in read_all(_unread(_worth_reading(items, repeats, sorted_out), reader.version, sorted_out, said)):
            keeping.add(article, answer, sorted_out.came_as.pop(article.id, None))
    finally:
        keeping.keep_the_rest()
    skipped = sorted_out.faults()
    store.replace_faults([*skipped, *keeping.failed])
    repeated = (*sorted_out.repeated, *keeping.repeated)
    store.add_repeats(repeated)
    gone = tuple(id for id in repeats.gone() if id not in sorted_out.in_doubt) if whole_folder else ()
    return Summary(
        read=tuple(keeping.read), unchanged=tuple(sorted_out.unchanged), repeated=repeated, skipped=skipped,
        failed=tuple(keeping.failed), gone=gone, seconds=perf_counter() - began,
    )  # fmt: skip


def survey(items: Iterable[Article | Fault], store: StoreReader | None, version: str, *, as_edited: bool = False) -> Summary:
    """What `ingest` would do, without reading an article or writing anything; without a store all would be read. With
    `as_edited` the articles are as an editor has just left them: what editors said of them before is older."""
    began = perf_counter()
    sorted_out = _SortedOut()
    with Repeats(store) as repeats:
        worth_reading = _worth_reading(items, repeats, sorted_out)
        if as_edited:
            worth_reading = ((article, replace(kept, judgements=())) for article, kept in worth_reading)
        pending = [article.id for article in _unread(worth_reading, version, sorted_out, {})]
    return Summary(
        read=(), unchanged=tuple(sorted_out.unchanged), repeated=tuple(sorted_out.repeated), skipped=sorted_out.faults(),
        failed=(), gone=(), pending=tuple(pending), seconds=perf_counter() - began,
    )  # fmt: skip


def _unread(
    found: Iterable[tuple[Article, Kept]], version: str, sorted_out: _SortedOut, said: Mapping[str, Judgement]
) -> Iterator[Article]:  # fmt: skip
    """The articles, as editors leave them, that this version of the reader has not read, and those of which one says more."""
    for plain, kept in found:
        now = [said[plain.id]] if plain.id in said else []
        article = judge_article(plain, (*kept.judgements, *now))
        if not now and (kept.article, kept.reader) == (article, version) and _is_dated_alike(kept.article, article):
            sorted_out.unchanged.append(article.id)
            continue
        if article != plain:
            sorted_out.came_as[article.id] = plain
        yield article


@dataclass(slots=True)
class _SortedOut:
    """What is not read, and why; filled while the articles are read. `in_doubt` are ids of which a fault tells, `half_known`
    those of which articles.toml says something wrong; `came_as` are those being read, without what editors know of them."""

    unchanged: list[str] = field(default_factory=list)
    repeated: list[Repeat] = field(default_factory=list)
    skipped: list[Fault] = field(default_factory=list)
    in_doubt: set[str] = field(default_factory=set)
    half_known: set[str] = field(default_factory=set)
    came_as: dict[str, Article] = field(default_factory=dict)

    def faults(self) -> tuple[Fault, ...]:
        """The faults, by file."""
        return tuple(sorted(self.skipped, key=lambda fault: fault.file))


def _worth_reading(
    items: Iterable[Article | Fault], repeats: Repeats, sorted_out: _SortedOut
) -> Iterator[tuple[Article, Kept]]:
    """The articles that are neither at fault nor there already under another name, with what the store keeps of each.

    In their order, but for those that have the words of a stored article which came later, or not at all: these are last.
    """
    for some in chain(_a_few_at_a_time(map(storable, items)), _a_few_at_a_time(repeats.waiting())):
        kept_of = iter(repeats.kept([item for item in some if isinstance(item, Article)]))
        yield from _of_these_worth_reading(some, kept_of, repeats, sorted_out)


def storable(item: Article | Fault) -> Article | Fault:
    """The item; a fault for an article with characters that JSON or a file's name can spell, and no database takes. A fault
    keeps the ids that a store can hold: of others nothing was stored."""
    if isinstance(item, Fault):
        return replace(item, articles=tuple(filter(_can_be_stored, item.articles)))
    told = "".join(
        (item.id, item.text, *(about or "" for about in (item.title, item.publisher, item.url, item.published_basis)))
    )
    if _can_be_stored(told):
        return item
    reason = Message("holds NUL characters or halves of characters, which the store cannot keep: take them out")
    return storable(Fault(file=printable(item.id), reason=reason, articles=(item.id,)))


def _can_be_stored(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _of_these_worth_reading(
    items: Iterable[Article | Fault], kept_of: Iterator[Kept], repeats: Repeats, sorted_out: _SortedOut
) -> Iterator[tuple[Article, Kept]]:
    for item in items:
        if isinstance(item, Fault):
            sorted_out.skipped.append(item)
            sorted_out.in_doubt.update(item.articles)
            if item.file == ENTRIES_FILE:
                sorted_out.half_known.update(item.articles)
            continue
        match repeats.of(item, next(kept_of)):
            case None:
                pass  # it comes once more, when all have come
            case Kept() as kept:
                yield _as_known_before(item, kept) if item.id in sorted_out.half_known else item, kept
            case repeat if repeat.article != repeat.of or repeats.is_same_text(item):
                sorted_out.repeated.append(repeat)
            case _:
                reason = Message("has the name of another article of this run, but other words: only the first is kept")
                sorted_out.skipped.append(Fault(file=printable(item.id), reason=reason, articles=(item.id,)))


def _is_dated_alike(kept: Article | None, article: Article) -> bool:
    """True where how the date is known is told in the same languages, too."""
    return kept is not None and same_in_every_language(kept.published_basis, article.published_basis)


def _a_few_at_a_time(items: Iterable[Article | Fault]) -> Iterator[list[Article | Fault]]:
    """The same items in lists: short ones, where they come slowly."""
    some: list[Article | Fault] = []
    since = 0.0
    for item in items:
        since = since if some else perf_counter()
        some.append(item)
        if len(some) == _AT_ONCE or perf_counter() - since >= _SECONDS_AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _as_known_before(article: Article, kept: Kept) -> Article:
    """The article as it is stored, where its text is the same: a slip in articles.toml does not unlearn what was known."""
    return kept.article if kept.article and kept.article.text == article.text else article


def _broken(fault: str) -> Message:
    return Message("broke the reader ({fault}); the log says where", fault=fault)


class _Keeping:
    """Keeps readings some at a time: a transaction for each would cost as much as all else that keeping it does.

    `read` and `failed` tell of what was kept, and of what could not be; `repeated` of what another ingest kept meanwhile.
    """

    MOST, MOST_CHARACTERS, SECONDS = 64, 1_000_000, 1.0

    def __init__(
        self, store: StoreWriter, reader: ArticleReader, clock: Callable[[], datetime], said: Mapping[str, Judgement]
    ) -> None:  # fmt: skip
        self.read: list[ReadArticle] = []
        self.failed: list[Fault] = []
        self.repeated: list[Repeat] = []
        self._store = store
        self._reader = reader
        self._clock = clock
        self._said = dict(said)
        self._waiting: list[NewReading] = []
        self._characters = 0
        self._since = 0.0

    def add(self, article: Article, answer: Answer, came_as: Article | None) -> None:
        """Keeps the reading of an article, soon: at the latest with the next one a second later. `came_as` as in NewReading."""
        if not answer.reading:
            self._fail(article, answer.refusal or _broken(answer.fault))
            return
        if not self._waiting:
            self._since = perf_counter()
        self._waiting.append(NewReading(
            article=article, reading=answer.reading, read_at=self._clock(), seconds=answer.seconds, came_as=came_as,
            said=self._said.pop(article.id, None),
        ))  # fmt: skip
        self._characters += len(article.text)
        full = len(self._waiting) >= self.MOST or self._characters >= self.MOST_CHARACTERS
        if full or perf_counter() - self._since >= self.SECONDS:
            self._keep()

    def keep_the_rest(self) -> None:
        """Keeps what still waits."""
        while self._waiting:
            self._keep()

    def _keep(self) -> None:
        """Keeps what waits, all in one transaction; where that breaks on one article, each by itself."""
        waiting, self._waiting, self._characters = self._waiting, [], 0
        try:
            outcomes = self._store.save_all(waiting)
        except StoreError:
            raise
        except Exception:  # nothing of the batch is kept: each by itself tells which article it was, and keeps the others
            for new in waiting:
                self._keep_alone(new)
        else:
            self._note(waiting, outcomes)

    def _keep_alone(self, new: NewReading) -> None:
        try:
            outcomes = self._store.save_all([new])
        except StoreError:
            raise
        except Exception as error:
            self._fail(new.article, _broken(logged(new.article, error)))
        else:
            self._note([new], outcomes)

    def _fail(self, article: Article, reason: Message) -> None:
        """Notes an article that cannot be kept, and why."""
        self.failed.append(Fault(file=printable(article.id), reason=reason, articles=(article.id,)))

    def _note(self, waiting: Iterable[NewReading], outcomes: Iterable[StoredReading | Repeat | Article]) -> None:
        """Notes what became of what waited; what editors know otherwise by now is read again, and waits again."""
        for new, outcome in zip(waiting, outcomes, strict=True):
            match outcome:
                case Article():
                    self.add(outcome, answer(self._reader, outcome), new.came_as or new.article)
                case Repeat():
                    self.repeated.append(outcome)
                case _:
                    told = ReadArticle(article=outcome.article, statements=outcome.statements, unresolved=outcome.unresolved)
                    self.read.append(told)


def main(arguments: Sequence[str]) -> int:
    """Reads what is named into the store and says what happened. Returns 1 if no article could be read, else 0."""
    settings = load_settings()
    options = _parser(settings).parse_args(arguments)
    check_jobs(options.jobs)
    where: Where = options.store or settings.store_home
    sources: list[str] = options.sources or [str(settings.seeds)]
    refuse_missing(sources)
    with ExitStack() as opened:
        gatherer = opened.enter_context(Gatherer(settings))
        items = _shown(gather_all(gatherer, sources), gatherer, sum(map(local_bytes, sources)))
        if options.dry_run:
            store = opened.enter_context(open_reader(where)) if home_of(where).is_there() else None
            summary = survey(items, store, _reader(settings.gazetteer).version)
        else:
            writer = opened.enter_context(open_writer(where))
            whole = len(sources) == 1 and os.path.isdir(sources[0])
            reader = _reader(settings.gazetteer)
            read_all = by_processes(options.jobs, settings.gazetteer) if options.jobs > 1 else in_turn(reader)
            summary = ingest(items, writer, reader, lambda: datetime.now(UTC), whole_folder=whole, read_all=read_all)
    _print(summary.lines())
    if summary.nothing_readable:
        if not summary.skipped and not summary.failed:
            print(f"there is no article in {', '.join(sources)} yet: put files there (docs/articles.md says which are read)")
        return 1
    print("nothing was stored: this was a dry run" if options.dry_run else f"the store is {where}")
    return 0


def _parser(settings: Settings) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m data ingest",
        description="Read articles into the store: folders, files (.txt .md .html .pdf .docx .jsonl .csv .zip .warc), "
        "addresses of pages and of feeds (RSS, Atom).",
    )
    parser.add_argument("sources", nargs="*", metavar="PATH|URL|FEED", help=f"what to read (default: {settings.seeds})")
    parser.add_argument("--store", type=Path, help="the store's file (default: the settings)")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="how many processes read (default: 1); one keeps")
    parser.add_argument("--dry-run", action="store_true", help="say what would be read, and store nothing")
    return parser


def _shown(items: Iterable[Article | Fault], gatherer: Gatherer, size: int) -> Iterator[Article | Fault]:
    """The same items; how many came, and how many of them cannot be read, is shown while they come."""
    progress = Progress(size or None)
    articles = faults = 0
    for item in items:
        articles += isinstance(item, Article)
        faults += isinstance(item, Fault)
        progress.taken = gatherer.taken
        yield item
        progress.show(articles, more=f", {faults:,} not read" if faults else "")
    progress.clear()


def _reader(added: Path) -> ArticleReader:
    # imported here: the reader's tables take longer to load than a wrong path should take to be told
    from data.tables.reference import load_reader

    return load_reader(added)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
