"""How fast articles come out of files of each kind, and the memory of the process that reads the files."""

from __future__ import annotations

import csv
import io
import json
import resource
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from data.settings import load_settings
from data.sources.document import Document, Limits
from data.sources.duplicates import copy_groups
from data.sources.families import family_of
from data.sources.process import ReadingProcess, Source
from data.store import open_writer
from geo.pipeline import Reading
from tests.benchmarks.reading import articles
from tests.data.sources.sample_files import docx, line_from_right, page, pdf, warc, zipped

LINE_CHARACTERS = 80


def samples(texts: Sequence[str]) -> Mapping[str, bytes]:
    """Files of each kind with the same articles: those with one article each come as archives of them."""
    lines = [text.replace("\n", " ") for text in texts]
    rows = io.StringIO()
    csv.writer(rows).writerows([["text"], *([text] for text in texts)])
    pages = [page(*(text[n : n + 400] for n in range(0, len(text), 400))) for text in lines]
    return {
        "json.jsonl": "\n".join(json.dumps({"text": text}) for text in texts).encode(),
        "csv.csv": rows.getvalue().encode(),
        "text.zip": zipped({f"{n}.txt": text.encode() for n, text in enumerate(texts)}),
        "markdown.zip": zipped({f"{n}.md": text.encode() for n, text in enumerate(texts)}),
        "word.zip": zipped({f"{n}.docx": docx(_paragraphs(text)) for n, text in enumerate(texts)}),
        "pages.zip": zipped({f"{n}.html": content for n, content in enumerate(pages)}),
        "pages.warc.gz": warc((f"https://example.org/{n}", content, "text/html") for n, content in enumerate(pages)),
        "pdf.zip": zipped({f"{n}.pdf": _pdf(text) for n, text in enumerate(lines[:40])}),
    }  # fmt: skip


def _paragraphs(text: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))


def _pdf(text: str) -> bytes:
    pieces = [text[n : n + LINE_CHARACTERS] for n in range(0, len(text), LINE_CHARACTERS)]
    return pdf([[glyph for n, piece in enumerate(pieces) for glyph in line_from_right(piece, 780 - 14 * n)]])


def main() -> None:
    """Prints articles a second of the reading process's own time, for each kind of file, and the most memory that it took."""
    settings = load_settings({})
    limits = Limits(
        article_bytes=settings.max_article_bytes,
        document_bytes=settings.max_document_bytes,
        archive_bytes=settings.max_archive_bytes,
    )
    texts = [f"{n} {article.text}" for n, article in enumerate(articles())]
    print(f"{len(texts)} articles of 3,000 characters out of files of each kind")
    for name, content in samples(texts).items():
        with ReadingProcess(limits, seconds=60, memory_bytes=settings.parse_memory_bytes) as process:
            source = Source(name=name, family=family_of(name), content=content)
            list(process.read(source))  # what is imported when it is first needed
            before = _spent(process)
            found = sum(isinstance(item, Document) for item in process.read(source))
            rate = found / max(_spent(process) - before, 0.01)
            print(f"  {name:14} {found:4} articles  {rate:8,.0f} articles/s  {_most_memory(process):4} MB")
    copies = [replace(article, id=f"{article.id}-{n}") for n in range(10) for article in articles()]
    began = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    with TemporaryDirectory() as folder, open_writer(Path(folder) / "store") as store:
        for article in copies:
            nothing = Reading(article=article.id, reader="", resolutions=(), timexes=(), statements=(), agreements=())
            store.save(article, nothing, read_at=datetime.now(UTC), seconds=0)
        groups = copy_groups((copy.article, copy.of) for copy in store.copies())
    print(f"  kept and linked, {len(copies)} copies: {len(groups)} groups, {len(copies) / (_own() - began):,.0f} articles/s")


def _own() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def _spent(process: ReadingProcess) -> float:
    """The processor's time of the reading process so far, in seconds; its clock ticks in hundredths."""
    with open(f"/proc/{process.pid}/stat", encoding="ascii") as stat:
        user, system = stat.read().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / 100


def _most_memory(process: ReadingProcess) -> int:
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))
