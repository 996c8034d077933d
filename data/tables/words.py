"""Loads the tables of words: those around place names, of dates, of truces, of actors, and those that rules treat alike."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from data.tables.rows import REFERENCE_FOLDER, language, member, one_of, records, sound_records
from data.tables.word_values import (
    CALENDAR_VALUES,
    CUE_KINDS,
    CUE_VALUES,
    NO_VALUE,
    PLACE_WORD_NUMBERS,
    PLACE_WORD_VALUES,
    PLACED_CUES,
)
from geo.actor import Actor, ActorKind, Actors, ActorWord, WordKind
from geo.cue import CueWord, Lexicon
from geo.errors import ReferenceTableError
from geo.mention import PlaceWord
from geo.text.word_class import ClassWord, WordClasses
from geo.timex import Calendar, CalendarWord

PLACE_WORD_COLUMNS = ("text", "language", "kind", "value", "number", "source")
CUE_COLUMNS = ("text", "language", "kind", "value", "source")
CALENDAR_COLUMNS = ("word", "language", "kind", "value", "source")
CLASS_COLUMNS = ("class", "text", "language", "note", "source")
ACTOR_COLUMNS = ("id", "name_en", "name_ar", "countries", "kind", "source")
ACTOR_WORD_COLUMNS = ("text", "language", "kind", "actor", "country", "source")


def load_place_words(folder: Path = REFERENCE_FOLDER) -> tuple[PlaceWord, ...]:
    """The words around place names, of place_words.csv. Raises ReferenceTableError with every row that cannot be read, as do
    the others."""
    return tuple(sound_records(folder / "place_words.csv", PLACE_WORD_COLUMNS, place_word))


def place_word(row: dict[str, str]) -> PlaceWord:
    """A row of place_words.csv. Raises ValueError for a language, kind, value or number that no rule knows, as do the
    others."""
    kind = one_of(row, "kind", PLACE_WORD_VALUES)
    return PlaceWord(
        text=_text(row), language=language(row), kind=kind, value=one_of(row, "value", PLACE_WORD_VALUES[kind], of=kind),
        number=one_of(row, "number", PLACE_WORD_NUMBERS),
    )  # fmt: skip


def load_calendar(folder: Path = REFERENCE_FOLDER) -> Calendar:
    """The words of dates of calendar.csv."""
    return Calendar(tuple(sound_records(folder / "calendar.csv", CALENDAR_COLUMNS, calendar_word)))


def calendar_word(row: dict[str, str]) -> CalendarWord:
    """A row of calendar.csv."""
    kind = one_of(row, "kind", CALENDAR_VALUES)
    return CalendarWord(
        text=_text(row, "word"), language=language(row), kind=kind, value=one_of(row, "value", CALENDAR_VALUES[kind], of=kind)
    )


def load_lexicon(folder: Path = REFERENCE_FOLDER) -> Lexicon:
    """The cue words of cues.csv."""
    return Lexicon(tuple(sound_records(folder / "cues.csv", CUE_COLUMNS, cue_word)))


def cue_word(row: dict[str, str]) -> CueWord:
    """A row of cues.csv. Whether the place of a `PLACED_CUES` exists is asked by `data.tables.check`."""
    kind = CUE_KINDS[one_of(row, "kind", CUE_KINDS)]
    if kind not in PLACED_CUES:
        one_of(row, "value", CUE_VALUES.get(kind, NO_VALUE), of=row["kind"])
    return CueWord(text=_text(row), language=language(row), kind=kind, value=row["value"])


def load_word_classes(folder: Path = REFERENCE_FOLDER) -> WordClasses:
    """The words that rules treat alike, of word_classes.csv."""
    return WordClasses(sound_records(folder / "word_classes.csv", CLASS_COLUMNS, class_word))


def class_word(row: dict[str, str]) -> ClassWord:
    """A row of word_classes.csv."""
    language(row)
    return ClassWord(word_class=_text(row, "class"), text=_text(row))


def load_actors(folder: Path = REFERENCE_FOLDER) -> Actors:
    """The actors of actors.csv and the words for them of actor_words.csv. Raises ReferenceTableError with every row that cannot
    be read, and every id that two actors share."""
    actors, faults = actors_and_faults(folder)
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return actors


def actors_and_faults(folder: Path = REFERENCE_FOLDER) -> tuple[Actors, list[str]]:
    """The actors of the rows that can be read, and a sentence for each that cannot; of actors with one id the last counts."""
    faults: list[str] = []
    actors = records(folder / "actors.csv", ACTOR_COLUMNS, actor, faults)
    words = records(folder / "actor_words.csv", ACTOR_WORD_COLUMNS, actor_word, faults)
    ids = Counter(actor.id for actor in actors)
    faults += [f"actors.csv: two rows have the id {id!r}" for id, count in ids.items() if count > 1]
    return Actors(actors={actor.id: actor for actor in actors}, words=tuple(words)), faults


def actor(row: dict[str, str]) -> Actor:
    """A row of actors.csv."""
    return Actor(
        id=_text(row, "id"), name_en=_text(row, "name_en"), name_ar=_text(row, "name_ar"), kind=member(row, "kind", ActorKind),
        source=row["source"], countries=tuple(row["countries"].split("|")) if row["countries"] else (),
    )  # fmt: skip


def actor_word(row: dict[str, str]) -> ActorWord:
    """A row of actor_words.csv."""
    return ActorWord(
        text=_text(row), language=language(row), kind=member(row, "kind", WordKind), actor=row["actor"], country=row["country"]
    )


def _text(row: dict[str, str], column: str = "text") -> str:
    if not row[column].strip():
        raise ValueError(f"{column} is empty")
    return row[column]
