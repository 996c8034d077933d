"""The store, on both databases: records come back equal, and a save is whole or not at all."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from sqlalchemy import select, update

from data.reading.readings import main as list_readings
from data.sources.duplicates import SHARE, fingerprint, sampled, text_runs
from data.sources.seeds import MAX_ARTICLE_BYTES, Fault
from data.store import Database, Kept, NewReading, Repeat, StoreWriter, Where, home_of, open_reader, open_writer, rows
from data.store.tables import ARTICLE, METADATA, RUN
from geo.agreement import AgreementType
from geo.article import Article
from geo.edtf import Edtf
from geo.errors import StoreError
from geo.evidence.judgement import Facts, NameReading, Verdict
from geo.message import Message
from geo.pipeline import Reading
from geo.span import Span
from geo.status import Status
from geo.toponym.resolution import Role
from tests.data.sample_records import NOON, TEXT, article, articles_with_readings, is_read, judgement_of, reading_of
from tests.data.store.whole import differences, tables, without_times

ROOT = Path(__file__).resolve().parents[3]


def save(store: StoreWriter, article: Article, reading: Reading | None = None, at: datetime = NOON) -> None:
    store.save(article, reading or reading_of(article), read_at=at, seconds=0.25)


def dump(where: Where) -> dict[str, list[str]]:
    """The rows of every table, sorted."""
    engine = home_of(where).engine(read_only=True)
    with engine.begin() as connection:
        tables = {
            name: sorted(json.dumps(list(row), default=str) for row in connection.execute(select(table)))
            for name, table in METADATA.tables.items()
        }
    engine.dispose()
    return tables


def address(where: Where) -> str:
    return where.url if isinstance(where, Database) else str(where)


def another(where: Where) -> Where:
    """A place beside one that a test was given."""
    name = uuid.uuid4().hex[:8]
    return Database(url=f"{where.url}_{name}") if isinstance(where, Database) else where.with_name(name)


def where_of(address: str) -> Where:
    """What `address` gave, for a program that another starts."""
    return Database(url=address) if address.startswith("postgresql") else Path(address)


# --- what comes back ----------------------------------------------------------------------------------------------------


# no explaining phase: when an example fails it takes minutes and tells nothing more
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)  # fmt: skip
@given(saved=articles_with_readings())
def test_records_come_back_equal(store: StoreWriter, saved: tuple[Article, Reading]) -> None:
    article, reading = _apart(f"{len(store.ids())} ", *saved)
    save(store, article, reading)
    assert store.article(article.id) == article
    assert article in store.articles()
    assert store.resolutions(article.id) == reading.resolutions
    assert store.timexes(article.id) == reading.timexes
    assert store.resolutions_by_article().get(article.id, ()) == reading.resolutions
    assert store.timexes_by_article().get(article.id, ()) == reading.timexes
    assert store.statements(article.id) == reading.statements
    assert set(reading.agreements) <= set(store.agreements())
    assert is_read(store, article, reading.reader)


def _apart(mark: str, article: Article, reading: Reading) -> tuple[Article, Reading]:
    """The same with ids that no other example has."""
    article = replace(article, id=f"{mark}{article.id}")
    statements = tuple(replace(s, id=f"{mark}{s.id}", article=article.id) for s in reading.statements)
    agreements = tuple(replace(a, id=f"{mark}{a.id}") for a in reading.agreements)
    return article, replace(reading, article=article.id, statements=statements, agreements=agreements)


def test_a_reading_is_kept_with_its_counts(store: StoreWriter) -> None:
    """The time comes back in UTC, whatever zone it was given in."""
    read = article()
    save(store, read, reading_of(read, "reader 7", statements=3), at=NOON.astimezone(timezone(timedelta(hours=3))))
    (kept,) = store.readings()
    assert (kept.article, kept.sha256, kept.reader, kept.seconds) == ("a", read.sha256, "reader 7", 0.25)
    assert kept.read_at == NOON and kept.read_at.tzinfo == UTC
    assert (kept.mentions, kept.unresolved, kept.timexes, kept.statements, kept.agreements) == (2, 1, 2, 3, 1)


def test_nothing_found_is_not_the_same_as_not_read(store: StoreWriter) -> None:
    save(store, article(), Reading(article="a", reader="1", resolutions=(), timexes=(), statements=(), agreements=()))
    (kept,) = store.readings()
    assert (kept.mentions, kept.timexes, kept.statements, kept.agreements) == (0, 0, 0, 0)
    assert is_read(store, article(), "1")
    assert not is_read(store, article("b"), "1")


@pytest.mark.parametrize(
    "other",
    [article(text="نص آخر"), article(title="عنوان"), article(published=Edtf.parse("2017")), article(published_basis="said so")],
    ids=["text", "title", "date", "basis"],
)
def test_a_changed_article_has_not_been_read(store: StoreWriter, other: Article) -> None:
    save(store, article())
    assert is_read(store, article(), "reader 1")
    assert not is_read(store, other, "reader 1")
    assert not is_read(store, article(), "reader 2")


def test_an_unknown_article_has_nothing(store: StoreWriter) -> None:
    assert store.article("nowhere") is None
    assert (store.resolutions("nowhere"), store.timexes("nowhere"), store.statements("nowhere")) == ((), (), ())


def test_all_statements_are_sorted_by_article(store: StoreWriter) -> None:
    for id in ("b", "a"):
        save(store, article(id), reading_of(article(id), statements=2))
    assert [s.id for s in store.statements()] == ["a/0", "a/1", "b/0", "b/1"]
    assert [a.id for a in store.articles()] == [r.article for r in store.readings()] == ["a", "b"]


def test_an_agreement_that_readings_describe_differently_is_as_the_latest_has_it(store: StoreWriter) -> None:
    for id, agreement_type, at in (
        ("b", AgreementType.SAFE_ZONE, NOON + timedelta(days=1)),
        ("c", AgreementType.CEASEFIRE, NOON),
    ):
        reading = reading_of(article(id))
        save(store, article(id), replace(reading, agreements=(replace(reading.agreements[0], type=agreement_type),)), at)
    assert [(a.id, a.type) for a in store.agreements()] == [("x", AgreementType.SAFE_ZONE)]


def test_saving_again_replaces_only_that_article(store: StoreWriter) -> None:
    save(store, article("a"), reading_of(article("a"), statements=3))
    save(store, article("b"))
    changed = article("a", text="نص جديد تماما")
    save(store, changed, reading_of(changed, "reader 2", statements=1))
    assert [s.id for s in store.statements()] == ["a/0", "b/0"]
    assert store.article("a") == changed
    assert [r.reader for r in store.readings()] == ["reader 2", "reader 1"]


def test_saving_the_same_again_leaves_the_same_tables(store: StoreWriter, where: Where) -> None:
    save(store, article())

    def tables() -> dict[str, list[str]]:
        """All but the mark of the state, and the note that there was a reading before."""
        return {name: rows for name, rows in dump(where).items() if name not in ("state", "past_reading")}

    before = tables()
    save(store, article())
    assert tables() == before


def test_nothing_is_left_below_an_article_that_is_replaced(store: StoreWriter, where: Where) -> None:
    """No row of any table may outlive the reading that it belongs to; a zone's number is no part of a reading."""
    save(store, article(), reading_of(article(), statements=3))
    save(store, article(), Reading(article="a", reader="1", resolutions=(), timexes=(), statements=(), agreements=()))
    kept = {"state", "article", "reading", "past_reading", "run", "zone"}
    assert {table for table, rows in dump(where).items() if rows} == kept


def test_faults_are_those_of_the_last_ingest(store: StoreWriter) -> None:
    first = Fault(file="x.txt", reason=Message("is empty"), articles=("x",))
    store.replace_faults([first, Fault(file="articles.toml", reason=Message("line 3: …"))])
    assert [f.file for f in store.faults()] == ["x.txt", "articles.toml"]
    store.replace_faults([first])
    assert store.faults() == (first,)
    store.replace_faults([])
    assert store.faults() == ()


def parts(words: str | None) -> object:
    return words.plain() if isinstance(words, Message) else words


def test_what_the_program_says_is_kept_with_what_it_was_made_of(store: StoreWriter) -> None:
    """The page says it in Arabic, too."""
    why = Message("line {line}: {fault}", line=3, fault=Message("did you mean {key!r}?", key="عنوان"))
    fault = Fault(file=Message("{file} {where}", file="x.zip", where=Message("entry {number}", number=2)), reason=why)
    store.replace_faults([fault])
    [kept] = store.faults()
    assert (kept, parts(kept.file), parts(kept.reason)) == (fault, parts(fault.file), why.plain())
    store.replace_faults([replace(fault, reason=Message(str(why)))])
    assert parts(store.faults()[0].reason) == str(why), "equal in English, but not in Arabic"
    for n, basis in enumerate(
        (Message("the feed's entry: {said}", said="2018"), Message.in_both("so", "هكذا"), "by hand", None)
    ):
        told = replace(article(), published_basis=basis, text=f"{TEXT} {n}")
        store.save(told, reading_of(told), read_at=NOON + timedelta(days=n), seconds=0)
        again, [known] = store.article("a"), store.kept([("a", fingerprint(told.text))])
        assert again and known.article
        assert parts(again.published_basis) == parts(known.article.published_basis) == parts(basis)
    assert [parts(version.article.published_basis) for version in store.versions()] == [
        {"template": "the feed's entry: {said}", "values": {"said": "2018"}, "ar": None},
        {"template": "so", "values": {}, "ar": "هكذا"}, "by hand",
    ]  # fmt: skip


def test_the_generation_changes_with_every_change_and_with_nothing_else(store: StoreWriter, where: Where) -> None:
    marks = [store.generation()]
    save(store, article())
    marks.append(store.generation())
    store.replace_faults([Fault(file="x", reason=Message("y"))])
    marks.append(store.generation())
    assert len(set(marks)) == 3
    store.replace_faults([Fault(file="x", reason=Message("y"))])
    store.articles()
    with open_reader(where) as reader:
        assert reader.generation() == store.generation() == marks[-1]


def test_a_store_made_anew_never_shows_an_old_generation(where: Where) -> None:
    marks = []
    for place in (where, another(where)):
        with open_writer(place) as store:
            marks.append(store.generation())
    assert marks[0] != marks[1]


def test_an_error_in_the_middle_of_a_save_changes_nothing(
    store: StoreWriter, where: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(store, article(), reading_of(article(), statements=2))
    before = dump(where)

    def broken(_: object) -> list[dict[str, object]]:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(rows, "evidence_rows", broken)  # the last rows: by then all others are in the transaction
    with pytest.raises(RuntimeError, match="in the middle"):
        save(store, article(text="نص آخر"))
    with pytest.raises(RuntimeError, match="in the middle"):
        save(store, article("new"))
    assert dump(where) == before


def test_a_kill_in_the_middle_of_a_save_changes_nothing(store: StoreWriter, where: Where) -> None:
    save(store, article(), reading_of(article(), statements=2))
    before = dump(where)
    program = """
import os, signal, sys
from datetime import UTC, datetime
from data.store import open_writer, rows
from tests.data.store.test_store import where_of
from tests.data.sample_records import article, reading_of
rows.evidence_rows = lambda statement: os.kill(os.getpid(), signal.SIGKILL)
store = open_writer(where_of(sys.argv[1]))
store.save(article(), reading_of(article(), "reader 2", 5), read_at=datetime.now(UTC), seconds=0)
"""
    ended = subprocess.run([sys.executable, "-c", program, address(where)], cwd=ROOT, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert dump(where) == before
    save(store, article("next"))
    assert [r.article for r in store.readings()] == ["a", "next"]


def test_two_processes_read_whole_articles_while_one_writes(store: StoreWriter, where: Where) -> None:
    """The writer swaps an article between 1 and 4 statements; a reader must never see a number between or half a statement."""
    program = """
import sys
from data.store import open_reader
from tests.data.store.test_store import where_of
store = open_reader(where_of(sys.argv[1]))
print("ready", flush=True)
marks = set()
for _ in sys.stdin:
    marks.add(store.generation())
    statements = store.statements("a")
    assert len(statements) in (1, 4), len(statements)
    assert all(len(s.evidence) == len(s.areas) == 2 for s in statements)
print(len(marks))
"""
    save(store, article())
    start = [sys.executable, "-c", program, address(where)]
    readers = [
        subprocess.Popen(start, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for reader in readers:
        assert reader.stdout and reader.stdout.readline() == "ready\n"
    for turn in range(60):
        for reader in readers:
            assert reader.stdin
            reader.stdin.write("look\n")
            reader.stdin.flush()
        save(store, article(), reading_of(article(), statements=4 if turn % 2 else 1))
    for reader in readers:
        marks, errors = reader.communicate(timeout=60)
        assert reader.returncode == 0, errors
        assert int(marks) > 1, "the reader never saw a change: the test tested nothing"


def test_a_reader_cannot_write(store: StoreWriter, where: Where) -> None:
    with open_reader(where) as reader, pytest.raises(StoreError, match="cannot be written"):
        StoreWriter(reader._engine).save(article(), reading_of(article()), read_at=NOON, seconds=0)


# --- versions, readings, copies, repeats ---------------------------------------------------------------------------------

LONGER = f"{TEXT}وأضافوا أن الهدنة مستمرة.\n"
LATER = NOON + timedelta(days=3)


def test_a_changed_text_is_a_new_version_and_the_former_one_stays(store: StoreWriter) -> None:
    first, second = article(title="أول", published=Edtf.parse("2017-07-09")), article(text=LONGER, title="ثان")
    save(store, first, reading_of(first, statements=2))
    save(store, second, at=LATER)
    (former,) = store.versions()
    assert (former.article, former.number, former.since, former.until) == (first, 1, NOON, LATER)
    assert former.statements == reading_of(first, statements=2).statements
    assert store.article("a") == second
    save(store, first, at=LATER + timedelta(days=1))
    assert [version.number for version in store.versions("a")] == [1, 2]
    assert store.versions("b") == ()


def test_another_title_or_reader_is_no_new_version(store: StoreWriter) -> None:
    save(store, article())
    save(store, article(title="عنوان"), at=LATER)
    save(store, article(title="عنوان"), reading_of(article(), "reader 2"), at=LATER)
    assert store.versions() == ()
    assert [(r.reader, r.read_at) for r in store.readings_of("a")[:-1]] == [("reader 1", NOON), ("reader 1", LATER)]


def test_the_command_lists_every_reading_of_an_article(
    store: StoreWriter, where: Where, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for reader, at in (("reader 1", NOON), ("reader 2", LATER)):
        save(store, article(), reading_of(article(), reader, statements=2), at)
    monkeypatch.setenv("DATABASE_URL", where.url if isinstance(where, Database) else "")
    monkeypatch.setenv("HUDNA_STORE", str(where) if isinstance(where, Path) else "unused")
    assert list_readings(["a"]) == 0
    text = f"text {article().sha256[:12]}, 0.250 s: 2 mentions, 1 unresolved, 2 timexes, 2 statements, 1 agreements"
    assert capsys.readouterr().out.splitlines() == [
        f"2026-01-02 12:00 UTC, reader reader 1, {text}", f"2026-01-05 12:00 UTC, reader reader 2, {text} (holds now)",
    ]  # fmt: skip
    assert list_readings(["a", "--json"]) == 0
    assert [json.loads(line)["reader"] for line in capsys.readouterr().out.splitlines()] == ["reader 1", "reader 2"]
    with pytest.raises(StoreError, match="no article 'nowhere'"):
        list_readings(["nowhere"])


PARAGRAPHS = [" ".join(f"كلمة{n}{m}" for m in range(30)) for n in range(4)]


def test_an_edited_copy_is_linked_to_its_original_until_it_is_rewritten(store: StoreWriter) -> None:
    texts = {"agency": "\n".join(PARAGRAPHS), "outlet": f"عنوان آخر\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}", "other": PARAGRAPHS[3]}
    for id, text in texts.items():
        save(store, article(id, text))
    assert [(copy.article, copy.of) for copy in store.copies()] == [("other", "agency"), ("outlet", "agency")]
    assert all(SHARE <= copy.share <= 1 for copy in store.copies())
    save(store, article("agency", texts["agency"]), reading_of(article("agency"), "reader 2"))
    assert len(store.copies()) == 2
    save(store, article("outlet", "كتب مراسلنا من المدينة خبرا ليس فيه شيء مما كتب غيره"))
    assert [(copy.article, copy.of) for copy in store.copies()] == [("other", "agency")]


@pytest.mark.parametrize("seed", range(6))
def test_articles_that_are_kept_together_are_kept_as_one_after_the_other(store: StoreWriter, where: Where, seed: int) -> None:
    """New and changed texts, copies of those before and behind them, and of what a text was before it changed."""
    chance = random.Random(seed)
    days = [
        [article(f"{n}", "\n".join([*chance.sample(PARAGRAPHS, chance.randrange(4)), f"خبر {n} {day}"])) for n in range(7)]
        for day in range(2)
    ]
    chance.shuffle(days[1])
    place = another(where)
    with open_writer(place) as singly:
        for day in days:
            new = [NewReading(article=one, reading=reading_of(one), read_at=NOON, seconds=0.25) for one in day]
            for one in new:
                singly.save(one.article, one.reading, read_at=one.read_at, seconds=one.seconds)
            store.save_all(new)
            assert not differences(without_times(tables(where)), without_times(tables(place)))
    assert store.copies(), "there was no copy: the test tested nothing"


@pytest.mark.slow
def test_the_longest_article_is_kept_and_changed(store: StoreWriter) -> None:
    """Two million bytes, for which a setting is raised, have more runs of words than a statement of SQLite takes values."""
    text = " ".join(f"{n:x}" for n in range(320_000))
    assert len(sampled(text_runs(text))) > 32_766 and len(text) > MAX_ARTICLE_BYTES
    save(store, article("long", text))
    save(store, article("long", f"{text} end"))
    assert [version.number for version in store.versions("long")] == [1]


def test_an_article_that_is_read_again_is_known_by_the_words_of_today(store: StoreWriter) -> None:
    """A store of before knew nothing of Russian words: it had no runs of them, and one print for all such texts."""
    text = " ".join(f"слово{'абвгдежзиклмнопрстуфхцчшщэюя'[n // 9]}{n}" for n in range(200))
    save(store, article("a", text))
    with store._writing.begin() as connection:
        connection.execute(RUN.delete())
        connection.execute(update(ARTICLE).values(fingerprint=fingerprint("")))
    save(store, article("a", text))
    save(store, article("b", f"{text} конец"))
    assert [(copy.article, copy.of) for copy in store.copies()] == [("b", "a")]
    (kept,) = store.kept([("c", fingerprint(text))])
    assert kept.same_words == (("a", None),)


def test_articles_are_found_by_their_words(store: StoreWriter) -> None:
    save(store, article("a", "الهدنة صامدة", publisher="وكالة"))
    same = fingerprint("الهُدنة  صامدة.")
    other = fingerprint("الهدنة منهارة")
    assert store.kept([("b", same), ("a", other), ("a", same), ("b", other)]) == (
        Kept(same_words=(("a", "وكالة"),)),
        Kept(article=store.article("a"), reader="reader 1"),
        Kept(article=store.article("a"), reader="reader 1", same_words=(("a", "وكالة"),)),
        Kept(),
    )
    assert store.kept([]) == ()
    assert store.ids() == ("a",)


def test_what_another_one_has_kept_meanwhile_is_not_kept_again(store: StoreWriter) -> None:
    """Known under its own id, from another publisher, or where the other text is just being replaced, it is."""
    for id, publisher in (("a", None), ("b", "One"), ("c", None)):
        save(store, article(id, f"هدنة {id}", publisher=publisher))
    coming = [
        article("a", "هدنة c"), article("c", "هدنة أخرى"), article("x", "هُدنة a!"), article("y", "هدنة b", publisher="Two"),
        article("z", "هدنة b"),
    ]  # fmt: skip
    mark = store.generation()
    new = [NewReading(article=one, reading=reading_of(one), read_at=NOON, seconds=0) for one in coming]
    assert store.save_all(new[4:]) == (Repeat(article="z", of="b"),) and store.generation() == mark
    assert [one for one in store.save_all(new) if isinstance(one, Repeat)] == [Repeat(article="z", of="b")]
    assert store.ids() == ("a", "b", "c", "x", "y")


def test_what_came_again_is_noted_once(store: StoreWriter) -> None:
    store.add_repeats([Repeat(article="b", of="a"), Repeat(article="c", of="c")])
    mark = store.generation()
    store.add_repeats([Repeat(article="b", of="a")])
    assert store.generation() == mark
    store.add_repeats([Repeat(article="b", of="z")])
    assert store.repeats() == (Repeat(article="b", of="z"),)


def test_what_came_again_is_forgotten_when_it_is_kept_or_its_text_has_changed(store: StoreWriter) -> None:
    save(store, article("a"))
    store.add_repeats([Repeat(article=id, of="a") for id in ("b", "c", "d")])
    save(store, article("b", f"{TEXT} ثم"))
    assert [repeat.article for repeat in store.repeats()] == ["c", "d"], "«b» is an article now"
    save(store, article("a", TEXT.replace(".", " !")))
    assert [repeat.article for repeat in store.repeats()] == ["c", "d"], "«a» still has these words"
    save(store, article("a", f"{TEXT} لا"))
    assert store.repeats() == ()


# --- judgements ----------------------------------------------------------------------------------------------------------

STATEMENT = reading_of(article()).statements[0]
NAME = NameReading(span=Span(2, 6), surface="الهد", area="sy/rastan", role=Role.COVERED)
FACTS = Facts(title="ع", publisher=None, published=Edtf.parse("2017-07~"), published_basis="an editor saw the page")


@pytest.mark.parametrize(
    "said",
    [
        {"verdict": Verdict.ACCEPTED, "subject": STATEMENT},
        {"verdict": Verdict.CORRECTED, "subject": STATEMENT, "outcome": replace(STATEMENT, status=Status.ENDED)},
        {"verdict": Verdict.ADDED, "outcome": STATEMENT},
        {"verdict": Verdict.REJECTED, "subject": NAME},
        {"verdict": Verdict.CORRECTED, "subject": NAME, "outcome": replace(NAME, area=None)},
        {"verdict": Verdict.CORRECTED, "subject": FACTS, "outcome": replace(FACTS, title=None, published=None)},
        {"verdict": Verdict.UNDONE, "undoes": "an earlier one"},
    ],
    ids=lambda said: f"{said['verdict']} {type(said.get('subject') or said.get('outcome')).__name__}",
)
def test_judgements_come_back_equal_and_outlive_their_article(store: StoreWriter, said: dict[str, object]) -> None:
    judgement = judgement_of(article(), **said)
    store.judge(judgement)
    save(store, article())
    save(store, article(text=LONGER), reading_of(article(), "reader 2"))
    assert store.judgements() == store.judgements("a") == (judgement,)
    assert store.judgements("b") == ()


def test_judgements_keep_their_order_and_none_is_given_twice(store: StoreWriter) -> None:
    given = [judgement_of(article(), id=id, verdict=Verdict.ACCEPTED, subject=STATEMENT) for id in ("z", "a", "m")]
    for judgement in given:
        store.judge(judgement)
    with pytest.raises(StoreError, match="given once"):
        store.judge(given[0])
    assert list(store.judgements()) == given
