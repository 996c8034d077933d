"""Hostile files, read in the process for them as they are in earnest: each is refused or read, and the run goes on."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from data.sources.document import Document, Item, Limits, Refusal
from data.sources.families import ENDINGS, family_of
from data.sources.process import ReadingProcess, Source
from tests.data.sources.sample_files import ARABIC, ENGLISH, docx, line_from_left, line_from_right, page, pdf, warc, zipped

LIMITS = Limits(article_bytes=200_000, document_bytes=5_000_000, archive_bytes=20_000_000)
SECONDS = 20
GOOD = Source(name="good.txt", family="text", content=b"good")


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess(LIMITS, seconds=SECONDS, memory_bytes=1_000_000_000) as process:
        yield process


def read(process: ReadingProcess, name: str, content: bytes) -> list[Item]:
    """The items of a file; afterwards a good one is still read, which it may not be where an answer is left over."""
    items = list(process.read(Source(name=name, family=family_of(name), content=content)))
    assert list(process.read(GOOD)) == [Document(id="good", text="good")]
    assert all("\n" not in item.reason and len(item.reason) < 300 for item in items if isinstance(item, Refusal))
    return items


def refusal(process: ReadingProcess, name: str, content: bytes) -> str:
    (item,) = read(process, name, content)
    assert isinstance(item, Refusal)
    return item.reason


def encrypted_pdf(key_bits: int) -> bytes:
    """A PDF that says of itself that it is locked with a password that is not empty."""
    content = pdf([line_from_left("secret", 700)])
    numbers = "/V 1 /R 2" if key_bits == 40 else f"/V 5 /R 6 /Length 256 /OE ({'a' * 32}) /UE ({'b' * 32}) /Perms ({'c' * 16})"
    lock = f"<< /Filter /Standard {numbers} /O ({'o' * 48}) /U ({'u' * 48}) /P -44 >>"
    return content.replace(b"trailer\n<<", f"trailer\n<< /ID [(1234567890123456) (1234567890123456)] /Encrypt {lock}".encode())


def bomb(levels: int) -> bytes:
    """A zip file of a few kilobytes that would unpack to much more than any machine holds, ten archives in each."""
    content = zipped({"a.txt": b"\0" * 4_000_000})
    for _ in range(levels):
        content = zipped({f"{n}.zip": content for n in range(10)})
    return content


def entity_bomb(around: str) -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "{"x" * 100}">{entities}]>{around}'.encode()


HOSTILE = {
    "broken.pdf": (pdf([line_from_left("text", 700)])[:300], "is"),
    "encrypted.pdf": (encrypted_pdf(40), "is locked with a password"),
    "encrypted_aes.pdf": (encrypted_pdf(256), "is"),
    "picture.pdf": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "is no PDF file"),
    "empty.docx": (b"", "is no Word file"),
    "bomb.docx": (zipped({"word/document.xml": b"<x>" + b" " * 6_000_000}), "HUDNA_MAX_DOCUMENT_BYTES"),
    "entities.docx": (zipped({"word/document.xml": entity_bomb("<w>&e9;</w>")}), "defines XML entities"),
    "entities.xml": (entity_bomb("<rss version='2.0'><channel><title>&e9;</title></channel></rss>"), "defines XML entities"),
    "outside.rss": (b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss><channel><item>&e;", "defines XML entities"),
    "nested.html": (b"<div>" * 500_000, "nested more than"),
    "nested.xhtml": (b"<b><i><u>" * 100_000 + b"x", "nested more than"),
    "large.html": (b"<p>" + b"x" * 6_000_000, "HUDNA_MAX_DOCUMENT_BYTES"),
    "large.txt": (b"x" * 300_000, "HUDNA_MAX_ARTICLE_BYTES"),
    "large.md": (b"x" * 300_000, "HUDNA_MAX_ARTICLE_BYTES"),
    "nul.txt": (b"a\0b", "holds NUL"),
    "latin.txt": ("Déjà vu à Genève".encode("latin-1"), "save it as UTF-8"),
    "endless.csv": (b'text\n"' + b"x" * 1_000_000, "the rest is not read"),
    "nothing.csv": (b"", "holds no article"),
    "nothing.jsonl": (b"\n\n", "holds no article"),
    "nothing.zip": (zipped({}), "holds no article"),
    "bomb.zip": (bomb(2), "HUDNA_MAX"),
    "broken.zip": (bomb(1)[:-40], "is no zip file"),
    "broken.warc": (b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx", "is broken at record 1"),
    "endless.warc.gz": (b"\x1f\x8b\x08\0\0\0\0\0\0\0" + b"\0" * 1000, "is"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_clear_line(process: ReadingProcess, name: str) -> None:
    content, told = HOSTILE[name]
    items = read(process, name, content)
    assert items and all(isinstance(item, Refusal) for item in items)
    assert any(told in item.reason for item in items if isinstance(item, Refusal))


@pytest.mark.parametrize("ending", sorted({*ENDINGS, ".warc.gz"}))
def test_a_sparse_file_of_a_gigabyte(process: ReadingProcess, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"sparse{ending}"
    with file.open("wb") as sparse:
        sparse.truncate(1_000_000_000)
    items = list(process.read(Source(name=file.name, family=family_of(file.name), path=file)))
    assert len(items) == 1 and isinstance(items[0], Refusal)


def test_what_takes_too_long_is_given_up_and_what_follows_is_read() -> None:
    """Twelve pages of 60,000 signs each: a page takes about a second."""
    slow = pdf([[("x", 10 + n % 90 * 6, 790 - n // 90) for n in range(60_000)]] * 12)
    content = zipped({"slow.pdf": slow, "good.txt": b"good"})
    limits = Limits(article_bytes=100_000_000, document_bytes=30_000_000, archive_bytes=60_000_000)
    with ReadingProcess(limits, seconds=1, memory_bytes=4_000_000_000) as process:
        first, second = process.read(Source(name="a.zip", family="zip", content=content))
        assert first == Refusal(where="slow.pdf", reason="takes longer than the 1 s that HUDNA_PARSE_SECONDS allows")
        assert second == Document(id="a/good", text="good")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory")
def test_what_needs_too_much_memory_is_given_up_and_what_follows_is_read() -> None:
    large = b"<html><body>" + b"<p>a<i>b</i>" * 1_500_000
    content = zipped({"large.html": large, "good.txt": b"good"})
    limits = Limits(article_bytes=200_000, document_bytes=30_000_000, archive_bytes=60_000_000)
    with ReadingProcess(limits, seconds=60, memory_bytes=500_000_000) as process:
        items = list(process.read(Source(name="a.zip", family="zip", content=content)))
    assert items == [
        Refusal(where="large.html", reason="needs more memory than HUDNA_PARSE_MEMORY_BYTES allows"),
        Document(id="a/good", text="good"),
    ]


def mutated(chance: random.Random, content: bytes) -> bytes:
    """A file with some bytes changed, cut out, doubled or put in."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(damaged) or 1)
        match chance.randrange(5):
            case 0:
                damaged[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del damaged[place : place + chance.randint(1, 200)]
            case 2:
                damaged[place:place] = damaged[place : place + chance.randint(1, 300)]
            case 3:
                damaged[place:place] = chance.choice(
                    [b"<div>" * 300, b"\0" * 100, b"[" * 500, b'"', b"\xff\xfe", b"999999999 0 R", b"<!["]
                )
            case _:
                damaged[:] = damaged[: max(10, place)]
    return bytes(damaged)


def test_two_hundred_damaged_files(process: ReadingProcess) -> None:
    """Each is read or refused with a line, none ends the run: the good file after each of them is read."""
    chance = random.Random(20180502)
    sound = {
        "a.txt": ARABIC.encode(), "b.md": f"# T\n\n{ENGLISH}\n\n- **a**\n".encode() * 5, "c.html": page(ARABIC, ENGLISH),
        "d.pdf": pdf([line_from_right(ARABIC, 700), line_from_left(ENGLISH, 700)], title="T", made="20180502"),
        "e.docx": docx(f"<w:p><w:r><w:t>{ARABIC}</w:t></w:r></w:p>"), "f.jsonl": b'{"text": "one"}\n' * 9,
        "g.csv": f'text,date\n"{ARABIC}",2018\n'.encode() * 5, "h.zip": zipped({"a.txt": b"one", "b.html": page(ARABIC)}),
        "i.warc": warc([("https://example.org/1", page(ARABIC), "text/html")] * 2, gzip=False),
        "j.warc.gz": warc([("https://example.org/1", page(ARABIC), "text/html")] * 2),
        "k.rss": f"<rss version='2.0'><channel><title>T</title><item><title>{ENGLISH}</title></item></channel></rss>".encode(),
    }  # fmt: skip
    outcomes = {Document: 0, Refusal: 0}
    for n in range(200):
        name = chance.choice(sorted(sound))
        for item in read(process, f"{n}{name}", mutated(chance, sound[name])):
            outcomes[type(item)] = outcomes.get(type(item), 0) + 1
    assert outcomes[Document] > 20 and outcomes[Refusal] > 20


def test_many_members_at_fault_do_not_end_the_archive(process: ReadingProcess) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for n in range(300):
            archive.writestr(f"{n}.pdf", b"no pdf")
        archive.writestr("good.txt", "good")
    items = read(process, "a.zip", target.getvalue())
    assert len(items) == 301 and items[-1] == Document(id="a/good", text="good")


def test_a_process_that_was_ended_from_outside_is_started_again(process: ReadingProcess) -> None:
    assert process._process
    process._process.kill()
    process._process.wait()
    assert read(process, "a.txt", b"text") == [Document(id="a", text="text")]


def test_the_process_ends_with_its_reader() -> None:
    process = ReadingProcess(LIMITS, seconds=SECONDS, memory_bytes=1_000_000_000)
    with process:
        assert list(process.read(GOOD))
        child = process._process
    assert child and child.poll() is not None


def test_answers_that_nobody_took_are_not_those_of_the_next_source(process: ReadingProcess) -> None:
    items = process.read(Source(name="a.jsonl", family="json", content=b'{"text": "x"}\n' * 500))
    assert next(items)
    items.close()
    assert list(process.read(GOOD)) == [Document(id="good", text="good")]


def test_the_process_says_nothing_but_frames() -> None:
    """What a library prints is not taken for an answer, and no standard input ends it."""
    command = [sys.executable, "-m", "data.sources.child", "1000000000"]
    ended = subprocess.run(command, cwd=Path(__file__).parents[3], input=b"", capture_output=True, timeout=60)
    assert (ended.returncode, ended.stdout) == (0, b"")
