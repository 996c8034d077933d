"""Brings a store to the tables of today: named steps, in order, each applied once, all in one transaction."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert

from data.store.home import WRITES, Header, Home
from data.store.lines import derive_all_lines
from data.store.tables import METADATA, STATE
from geo.errors import StoreError


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step. Once released it is never edited: a change of `data/store/tables.py` is a new step behind the last.

    `derives` says that the lines of ledgers are to be derived anew once all steps are done.

    PostgreSQL holds stores since version 4: earlier steps are SQLite's alone, later ones must do for both.
    """

    name: str
    apply: Callable[[Connection], None]
    derives: bool = False


def _parts_of_dates(connection: Connection) -> None:
    """«مطلع تموز»: a date expression's part has a column of its own."""
    connection.exec_driver_sql("ALTER TABLE timex ADD COLUMN part VARCHAR")


def _reasons_by_code(connection: Connection) -> None:
    """Reasons were English sentences. They are forgotten until the next ingest, which reads every article anew."""
    connection.exec_driver_sql(
        "UPDATE mention SET candidates = (SELECT json_group_array(json_array(json_extract(value, '$[0]'), "
        "json_extract(value, '$[1]'), json('[]'))) FROM (SELECT value FROM json_each(mention.candidates) ORDER BY key))"
    )


def _versions_copies_and_judgements(connection: Connection) -> None:
    """What outlives a reading gets tables of its own; the version that is kept counts as the first, seen when it was read."""
    for statement in _VERSIONS_COPIES_AND_JUDGEMENTS.split(";"):
        connection.exec_driver_sql(statement)


_VERSIONS_COPIES_AND_JUDGEMENTS = """
ALTER TABLE article ADD COLUMN number INTEGER DEFAULT '1' NOT NULL;
ALTER TABLE article ADD COLUMN since VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE article ADD COLUMN fingerprint VARCHAR;
UPDATE article SET since = coalesce((SELECT read_at FROM reading WHERE reading.article = article.id), '');
CREATE INDEX article_by_fingerprint ON article (fingerprint);
CREATE INDEX statement_by_agreement ON statement (agreement);
CREATE INDEX statement_area_by_area ON statement_area (area);
CREATE TABLE former_version (
    article VARCHAR NOT NULL, number INTEGER NOT NULL, sha256 VARCHAR NOT NULL, text TEXT NOT NULL, language VARCHAR NOT NULL,
    title TEXT, publisher TEXT, url TEXT, published VARCHAR, published_basis TEXT, since VARCHAR NOT NULL,
    until VARCHAR NOT NULL, statements JSON NOT NULL, PRIMARY KEY (article, number));
CREATE TABLE past_reading (
    number INTEGER NOT NULL PRIMARY KEY, article VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, reader VARCHAR NOT NULL,
    read_at VARCHAR NOT NULL, seconds FLOAT NOT NULL, mentions INTEGER NOT NULL, unresolved INTEGER NOT NULL,
    timexes INTEGER NOT NULL, statements INTEGER NOT NULL, agreements INTEGER NOT NULL);
CREATE INDEX past_reading_by_article ON past_reading (article);
CREATE TABLE copy (
    article VARCHAR NOT NULL, "of" VARCHAR NOT NULL, share FLOAT NOT NULL, PRIMARY KEY (article, "of"));
CREATE INDEX copy_by_original ON copy ("of");
CREATE TABLE run (
    run BIGINT NOT NULL, article VARCHAR NOT NULL, PRIMARY KEY (run, article)) WITHOUT ROWID;
CREATE TABLE repeat (article VARCHAR NOT NULL PRIMARY KEY, "of" VARCHAR NOT NULL);
CREATE TABLE judgement (
    number INTEGER NOT NULL PRIMARY KEY, id VARCHAR NOT NULL UNIQUE, article VARCHAR NOT NULL, sha256 VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL, subject JSON, outcome JSON, undoes VARCHAR, editor TEXT NOT NULL, judged_at VARCHAR NOT NULL,
    reason TEXT NOT NULL);
CREATE INDEX judgement_by_article ON judgement (article)
"""


def _lines_of_ledgers(connection: Connection) -> None:
    """The zones of a day and the articles of a zone are found by index."""
    number = "INTEGER NOT NULL PRIMARY KEY" if connection.dialect.name == "sqlite" else "SERIAL PRIMARY KEY"
    word = "VARCHAR" if connection.dialect.name == "sqlite" else 'VARCHAR COLLATE "C"'
    compact = "WITHOUT ROWID" if connection.dialect.name == "sqlite" else ""
    for statement in _LINES_OF_LEDGERS.format(number=number, word=word, compact=compact).split(";"):
        connection.exec_driver_sql(statement)


_LINES_OF_LEDGERS = """
CREATE TABLE zone (number {number}, agreement {word} NOT NULL, area {word} NOT NULL, UNIQUE (agreement, area));
CREATE TABLE line (
    zone INTEGER NOT NULL REFERENCES zone (number), true_from INTEGER NOT NULL, known_on INTEGER NOT NULL,
    statement {word} NOT NULL, status {word} NOT NULL, true_until INTEGER NOT NULL, withdrawn_on INTEGER NOT NULL,
    article {word} NOT NULL REFERENCES reading (article) ON DELETE CASCADE,
    PRIMARY KEY (zone, true_from, known_on, statement, status)) {compact};
CREATE INDEX line_by_article ON line (article);
CREATE INDEX line_of_breach ON line (zone, true_from, true_until, known_on, withdrawn_on) WHERE status = 'violated';
CREATE INDEX line_with_end ON line (zone, true_until, true_from) WHERE true_until < 3652059;
CREATE INDEX line_told_late ON line (zone, known_on, true_from, withdrawn_on) WHERE known_on > true_from;
CREATE INDEX line_told_before ON line (zone, known_on, true_from) WHERE known_on < true_from
"""


def _parties(connection: Connection) -> None:
    """Who is bound by a truce, and who mediated it; unknown until the next ingest, which reads every article anew."""
    for table, column in (("agreement", "parties"), ("statement", "parties"), ("statement", "mediators")):
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column} JSON DEFAULT '[]' NOT NULL")


def _lines_without_their_table(connection: Connection) -> None:
    """PostgreSQL answers for a day's zones from indices alone; SQLite, whose table of lines is an index, did so before."""
    connection.exec_driver_sql("DROP INDEX line_told_before")
    connection.exec_driver_sql(
        "CREATE INDEX line_told_before ON line (zone, known_on, true_from, withdrawn_on) WHERE known_on < true_from"
    )
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(
            "ALTER TABLE line DROP CONSTRAINT line_pkey, ADD CONSTRAINT line_pkey "
            "PRIMARY KEY (zone, true_from, known_on, statement, status) INCLUDE (true_until, withdrawn_on)"
        )


def _messages_in_every_language(connection: Connection) -> None:
    """What the program says is kept with what it was made of; what was kept before is English until the next ingest."""
    for table, column in (
        ("article", "published_basis"), ("former_version", "published_basis"), ("fault", "file"), ("fault", "reason"),
    ):  # fmt: skip
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column}_parts JSON")


def _grounds_of_statuses(connection: Connection) -> None:
    """What a status rests on; unknown until the next ingest, which reads every article anew."""
    word = "VARCHAR" if connection.dialect.name == "sqlite" else 'VARCHAR COLLATE "C"'
    connection.exec_driver_sql(f"ALTER TABLE statement ADD COLUMN status_basis {word}")
    connection.exec_driver_sql("ALTER TABLE statement ADD COLUMN status_likelihood FLOAT")


def _days_of_turns(connection: Connection) -> None:
    """The day of an end, a breach, a suspension or a refusal; unknown until the next ingest, which reads every article anew."""
    word = "VARCHAR" if connection.dialect.name == "sqlite" else 'VARCHAR COLLATE "C"'
    connection.exec_driver_sql(f"ALTER TABLE statement ADD COLUMN since {word}")


def _zones_of_truces(connection: Connection) -> None:
    """What texts describe of one type and area is one zone; until the next ingest those read before are apart."""
    connection.exec_driver_sql("ALTER TABLE zone RENAME COLUMN agreement TO truce")


def _days_of_reports(connection: Connection) -> None:
    """A line's report is as old as the version that made it, whenever that was seen; lines are derived, so they begin anew."""
    postgresql = connection.dialect.name == "postgresql"
    word = 'VARCHAR COLLATE "C"' if postgresql else "VARCHAR"
    include, compact = ("INCLUDE (true_until, withdrawn_on)", "") if postgresql else ("", "WITHOUT ROWID")
    for statement in _LINES_WITH_REPORTS.format(word=word, include=include, compact=compact).split(";"):
        connection.exec_driver_sql(statement)


_LINES_WITH_REPORTS = """
DROP TABLE line;
CREATE TABLE line (
    zone INTEGER NOT NULL REFERENCES zone (number), true_from INTEGER NOT NULL, reported_on INTEGER NOT NULL,
    known_on INTEGER NOT NULL, statement {word} NOT NULL, status {word} NOT NULL, true_until INTEGER NOT NULL,
    withdrawn_on INTEGER NOT NULL, article {word} NOT NULL REFERENCES reading (article) ON DELETE CASCADE,
    PRIMARY KEY (zone, true_from, reported_on, known_on, statement, status) {include}) {compact};
CREATE INDEX line_by_article ON line (article);
CREATE INDEX line_of_breach ON line (zone, true_from, true_until, reported_on, known_on, withdrawn_on)
    WHERE status = 'violated';
CREATE INDEX line_with_end ON line (zone, true_until, true_from) WHERE true_until < 3652059;
CREATE INDEX line_told_late ON line (zone, reported_on, true_from, known_on, withdrawn_on) WHERE reported_on > true_from;
CREATE INDEX line_told_before ON line (zone, known_on, true_from, withdrawn_on) WHERE known_on < true_from
"""


def _signings_before_what_they_led_to(connection: Connection) -> None:
    """A signing on a vague day is no later than what it led to: the tables stay, the lines are derived anew."""


def _parts_of_wholes(connection: Connection) -> None:
    """The wider area by whose name an area is covered; of what was read before each has its own."""
    word = "VARCHAR" if connection.dialect.name == "sqlite" else 'VARCHAR COLLATE "C"'
    connection.exec_driver_sql(f"ALTER TABLE statement_area ADD COLUMN said_of {word}")


def _names_read_as_other_places(connection: Connection) -> None:
    """What editors accepted stands in the place of what is read of other places by the same names: lines are derived anew."""


def _lines_in_numbers(connection: Connection) -> None:
    """What a day asks of a line is a number and stands in the indices; lines are derived, so they begin anew."""
    word = "VARCHAR" if connection.dialect.name == "sqlite" else 'VARCHAR COLLATE "C"'
    for statement in _LINES_IN_NUMBERS.format(word=word).split(";"):
        connection.exec_driver_sql(statement)


_LINES_IN_NUMBERS = """
DROP TABLE line;
CREATE TABLE line (
    zone INTEGER NOT NULL REFERENCES zone (number), true_from INTEGER NOT NULL, reported_on INTEGER NOT NULL,
    known_on INTEGER NOT NULL, status INTEGER NOT NULL, true_until INTEGER NOT NULL, withdrawn_on INTEGER NOT NULL,
    statement {word} NOT NULL, article {word} NOT NULL REFERENCES reading (article) ON DELETE CASCADE);
CREATE INDEX line_by_article ON line (article);
CREATE INDEX line_by_day ON line (zone, true_from, reported_on, known_on, status, true_until DESC, withdrawn_on);
CREATE INDEX line_with_end ON line (zone, true_until, true_from, reported_on, known_on, withdrawn_on)
    WHERE true_until < 3652059;
CREATE INDEX line_told_late ON line (zone, reported_on, true_from, known_on, status, true_until, withdrawn_on)
    WHERE reported_on > true_from + 30;
CREATE INDEX line_told_before ON line (zone, true_from, known_on, withdrawn_on) WHERE known_on < true_from
"""


FIRST_VERSION = 1  # that of the oldest store that can be met
MIGRATIONS = (
    Migration(name="parts of dates", apply=_parts_of_dates),
    Migration(name="reasons by code", apply=_reasons_by_code),
    Migration(name="versions, copies and judgements", apply=_versions_copies_and_judgements),
    Migration(name="lines of ledgers", apply=_lines_of_ledgers, derives=True),
    Migration(name="parties", apply=_parties),
    Migration(name="lines without their table", apply=_lines_without_their_table),
    Migration(name="messages in every language", apply=_messages_in_every_language),
    Migration(name="grounds of statuses", apply=_grounds_of_statuses),
    Migration(name="days of turns", apply=_days_of_turns, derives=True),
    Migration(name="zones of truces", apply=_zones_of_truces, derives=True),
    Migration(name="days of reports", apply=_days_of_reports, derives=True),
    Migration(name="signings before what they led to", apply=_signings_before_what_they_led_to, derives=True),
    Migration(name="parts of wholes", apply=_parts_of_wholes),
    Migration(name="names read as other places", apply=_names_read_as_other_places, derives=True),
    Migration(name="lines in numbers", apply=_lines_in_numbers, derives=True),
)


def newest_version(migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """The version of a store to which all steps were applied."""
    return FIRST_VERSION + len(migrations)


def check(home: Home, header: Header, *, to_read: bool, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Raises StoreError if this program cannot use a store: not ours, newer than this program, or older and only to be read."""
    newest = newest_version(migrations)
    if not header.ours and not (header.empty and not to_read):
        raise StoreError(
            "{store!r} is not a store of Hudna, and is left as it is: choose another with HUDNA_STORE", store=str(home)
        )
    if header.version > newest:
        raise StoreError(
            "the store {store!r} was written by a newer Hudna (its version is {version}, the newest known here {newest}): "
            "update the program, or choose another with HUDNA_STORE",
            store=str(home), version=header.version, newest=newest,
        )  # fmt: skip
    if to_read and header.version < newest:
        raise StoreError(
            "the store {store!r} is of an older Hudna: run `python -m data ingest seeds` to upgrade it", store=str(home)
        )


def migrate(home: Home, header: Header, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Makes the tables of a new store; applies the steps that an older one lacks, after it was copied. Raises StoreError."""
    newest = newest_version(migrations)
    if header.version == newest:
        return
    if not header.empty:
        home.back_up(header.version + 1)
    engine = home.engine(read_only=False)
    try:
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            # asked again under the write lock: another program may have been quicker
            version = home.version(connection)
            if not version:
                METADATA.create_all(connection)
                connection.execute(insert(STATE).values(store=uuid.uuid4().hex, generation=0))
            lacking = migrations[version - FIRST_VERSION if version else len(migrations) :]
            for migration in lacking:
                migration.apply(connection)
            if any(migration.derives for migration in lacking):
                derive_all_lines(connection)
            home.mark(connection, newest)
    finally:
        engine.dispose()
