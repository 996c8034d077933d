"""Annotated texts: those of ../shared/evaluation, where it exists, and the project's own sets, as one kind of record."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from data.settings import PROJECT_ROOT
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.errors import ExportError
from geo.span import Span

SHARED = PROJECT_ROOT / ".." / "shared" / "evaluation"
OWN = PROJECT_ROOT / "tests" / "evaluation"
DISTRACTOR = "distractor"
HELD_OUT = "held_out"  # the set that nobody looks into while rules are written: only its scores are shown
PASSAGES_HELD_OUT = "passages_held_out"
BACKGROUND_HELD_OUT = "background_held_out"
FRAMES_HELD_OUT = "frames_held_out"
REPORTS_HELD_OUT = "reports_held_out"
HIDDEN = (HELD_OUT, PASSAGES_HELD_OUT, BACKGROUND_HELD_OUT, FRAMES_HELD_OUT, REPORTS_HELD_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPlace:
    """Which place is meant: an English name and a kind where `kind` is known, else `name` is the key of an area."""

    name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A place name as a person annotated it."""

    span: Span
    place: GoldPlace
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDate:
    """A date expression and its EDTF value, None where the text does not give one."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldZone:
    """A place under a truce. `status` is None where the set does not annotate it."""

    place: GoldPlace
    status: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """An annotated text. `traps` are the spans of words that look like a place and are none; `unjudged` those that a set
    annotates by other conventions or leaves in doubt, where a mention is neither right nor wrong. With `zones_only` nothing but
    zones is annotated."""

    article: Article
    category: str
    phenomena: tuple[str, ...]
    mentions: tuple[GoldMention, ...]
    dates: tuple[GoldDate, ...]
    zones: tuple[GoldZone, ...]
    traps: tuple[Span, ...]
    unjudged: tuple[Span, ...] = ()
    zones_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A set of texts; `sha256` is that of its files, to which the floors of its scores are pinned."""

    name: str
    sha256: str
    texts: tuple[GoldText, ...]


def load_corpora(shared: Path = SHARED, own: Path = OWN) -> Iterator[Corpus]:
    """The sets that are there: news_gold, hard_cases, then the project's own sentences, its articles, and those of both that
    are held out; its short passages, those that only recall a truce behind other news, and its frames, sentences that each tell
    of a truce in another way, and those of all three that are held out; its reports, whole articles of which all are."""
    if (shared / "news_gold.jsonl").is_file():
        yield _corpus("news_gold", _news_text, shared / "news_gold.jsonl")
    if (shared / "hard_cases.jsonl").is_file():
        places = tomllib.loads((own / "hard_case_places.toml").read_text(encoding="utf-8"))["area"]
        yield _corpus("hard_cases", partial(_hard_case, areas=places), shared / "hard_cases.jsonl")
    sentences, articles = own / "sentences.jsonl", own / "articles.jsonl"
    yield _corpus("sentences", _own_text, sentences, held_out=False)
    yield _corpus("articles", _own_text, articles, held_out=False)
    yield _corpus(HELD_OUT, _own_text, sentences, articles, held_out=True)
    yield _corpus("passages", _passage, own / "passages.jsonl", held_out=False)
    yield _corpus(PASSAGES_HELD_OUT, _passage, own / "passages.jsonl", held_out=True)
    yield _corpus("background", _passage, own / "background.jsonl", held_out=False)
    yield _corpus(BACKGROUND_HELD_OUT, _passage, own / "background.jsonl", held_out=True)
    yield _corpus("frames", _passage, own / "frames.jsonl", held_out=False)
    yield _corpus(FRAMES_HELD_OUT, _passage, own / "frames.jsonl", held_out=True)
    yield _corpus(REPORTS_HELD_OUT, _news_text, own / "reports.jsonl", held_out=True)


def load_cases(file: Path) -> Corpus:
    """The cases of a file in the format of the project's own articles, as `python -m data review --cases` writes them. Raises
    ExportError for a file that is not there, is none, or has no case."""
    try:
        corpus = _corpus(file.name, _own_text, file)
    except (OSError, ValueError, KeyError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else fault
        raise ExportError(f"{str(file)!r} holds no cases ({why}): write them with `python -m data review --cases`") from fault
    if not corpus.texts:
        raise ExportError(f"{str(file)!r} holds no cases: no correction stood in the store when it was written")
    return corpus


def _corpus(name: str, make: Callable[[dict[str, Any]], GoldText], *paths: Path, held_out: bool | None = None) -> Corpus:
    """The rows of some files as one set; with `held_out`, only those that are so marked."""
    content = b"".join(path.read_bytes() for path in paths)
    rows = [json.loads(line) for line in content.splitlines()]
    kept = [row for row in rows if held_out is None or row["held_out"] is held_out]
    return Corpus(name=name, sha256=hashlib.sha256(content).hexdigest(), texts=tuple(make(row) for row in kept))


def _article(row: Mapping[str, Any], published: str | None) -> Article:
    known = Edtf.parse(published) if published else None
    return Article(id=row["id"], text=row["text"], language=Language(row["lang"]), published=known)


def _span(row: Mapping[str, Any]) -> Span:
    return Span(row["start"], row["end"])


def _news_text(row: dict[str, Any]) -> GoldText:
    kinds = {mention["place"]: mention["kind"] for mention in row["mentions"]}
    return GoldText(
        article=_article(row, row["published"]), category=row["category"], phenomena=(),
        mentions=tuple(
            GoldMention(span=_span(m), place=GoldPlace(name=m["place"], kind=m["kind"]), role=m["role"])
            for m in row["mentions"]
        ),
        dates=tuple(GoldDate(span=_span(d), value=d["iso"]) for d in row["dates"]),
        zones=tuple(
            GoldZone(place=GoldPlace(name=place, kind=kinds.get(place, "unknown")), status=zone["status"])
            for zone in row["zones"] for place in zone["places"]
        ),
        traps=(),
    )  # fmt: skip


def _own_text(row: dict[str, Any]) -> GoldText:
    return GoldText(
        article=_article(row, row["published"]), category=row["category"], phenomena=tuple(row["phenomena"]),
        mentions=tuple(
            GoldMention(span=_span(m), place=GoldPlace(name=m["place"]), role=m["role"]) for m in row["mentions"]
        ),
        dates=tuple(GoldDate(span=_span(d), value=d["edtf"]) for d in row["dates"]),
        zones=tuple(
            GoldZone(place=GoldPlace(name=place), status=zone["status"]) for zone in row["zones"] for place in zone["places"]
        ),
        traps=tuple(_span(t) for t in row["traps"]), unjudged=tuple(_span(d) for d in row.get("doubtful", ())),
    )  # fmt: skip


def _passage(row: dict[str, Any]) -> GoldText:
    """A passage. Its places are English names, which mean a city or its province."""
    return GoldText(
        article=_article(row, row["published"]), category=row["category"], phenomena=(), mentions=(), dates=(), traps=(),
        zones=tuple(
            GoldZone(place=GoldPlace(name=place, kind="unknown"), status=zone["status"])
            for zone in row["zones"] for place in zone["places"]
        ),
        zones_only=True,
    )  # fmt: skip


# The hard cases were annotated by other conventions than GUIDELINE.md. What the guideline leaves out is left out here:
# words that only point back, descriptions, buildings, organisations, durations.
_HARD_CASE_ROLES = {"event_name": "venue", "excluded": "context"}
_NOT_A_NAME = ("anaphor", "description")


def _hard_case(row: dict[str, Any], areas: Mapping[str, str]) -> GoldText:
    """A hard case. Its zones are the places that it calls covered, without a status."""

    def area(slug: str) -> GoldPlace:
        """The area that the table gives; else the slug is a country's code, or country:name."""
        return GoldPlace(name=areas.get(slug) or (slug.lower().replace(":", "/") if ":" in slug else slug))

    def covers(place: Mapping[str, Any]) -> bool:
        return place["role"] == "covered" and place.get("modality") != "negated"

    def role(place: Mapping[str, Any]) -> str:
        if place["role"] == "covered" and not covers(place):
            return "context"
        return _HARD_CASE_ROLES.get(place["role"], str(place["role"]))

    named = [
        p for p in row["places"]
        if p["reading"] not in _NOT_A_NAME and p["kind"] != "facility" and (p["reading"], p["role"]) != ("associative", "actor")
    ]  # fmt: skip
    return GoldText(
        article=_article(row, row["anchor"]), category=f"hard-{row['lang']}", phenomena=tuple(row["phenomena"]),
        mentions=tuple(GoldMention(span=_span(p), place=area(p["id"]), role=role(p)) for p in named),
        dates=tuple(GoldDate(span=_span(d), value=_plain(d["edtf"])) for d in row["dates"] if d["type"] != "DURATION"),
        zones=tuple(GoldZone(place=area(slug), status=None) for slug in sorted({p["id"] for p in row["places"] if covers(p)})),
        traps=tuple(_span(t) for t in row["traps"]), unjudged=tuple(_span(p) for p in row["places"] if p["kind"] == "facility"),
    )  # fmt: skip


def _plain(value: str) -> str | None:
    """The day of a value with a time; None for one that is reckoned from an event."""
    day, _, _ = value.partition("T")
    return None if value.startswith("@") else day
