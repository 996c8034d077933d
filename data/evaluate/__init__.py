"""`python -m data evaluate`: how well the reader reads annotated texts, by set, language, category and phenomenon."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from data.evaluate.floors import FLOORS_FILE, Floors, load_floors, rounded, write_floors
from data.evaluate.gold import HIDDEN, Corpus, load_cases, load_corpora
from data.evaluate.quality import QUALITY_FILE, write_quality
from data.evaluate.score import SHARES, Rate, Scorer, Tally, groups_of
from data.tables.reference import load_reference
from geo.pipeline import Reader

Group = tuple[str, str]


def main(arguments: Sequence[str]) -> int:
    """Prints the scores. Returns 1 if a score lies below its floor, or if floors would be lowered without --lower."""
    parser = argparse.ArgumentParser(prog="python -m data evaluate", description="Score the reading of annotated articles.")
    parser.add_argument("--show-faults", action="store_true", help="list the differences; those of held-out texts stay hidden")
    parser.add_argument(
        "--write-floors",
        action="store_true",
        help="raise the floors to the scores of today, and write down what the page shows of them",
    )
    parser.add_argument("--lower", action="store_true", help="with --write-floors: let floors fall, too")
    parser.add_argument("--cases", type=Path, metavar="FILE", help="score these cases alone (`data review --cases`), no floors")
    options = parser.parse_args(arguments)
    if options.lower and not options.write_floors:
        parser.error("--lower says how floors are written: it needs --write-floors")
    if options.cases and options.write_floors:
        parser.error("floors are those of the project's own sets: leave --cases or --write-floors out")
    reference = load_reference()
    reader, scorer = Reader(reference), Scorer(reference.gazetteer)
    corpora = [load_cases(options.cases)] if options.cases else list(load_corpora())
    measured = {corpus.name: evaluate(corpus, reader, scorer) for corpus in corpora}
    print(f"reader {reader.version}")
    for corpus in corpora:
        print("\n".join((*table(corpus.name, measured[corpus.name]), *doubt_line(measured[corpus.name]["", "all"]))))
        if options.show_faults and corpus.name not in HIDDEN:
            print("\n".join(map(str, measured[corpus.name]["", "all"].faults)))
    if options.cases:
        return 0
    if len(corpora) < len(load_floors(FLOORS_FILE)):
        print("the sets of ../shared/evaluation are not here: only the project's own were scored")
    if options.write_floors:
        return _raise_floors(corpora, measured, lower=options.lower)
    broken = list(broken_floors(corpora, measured))
    for line in broken:
        print(line, file=sys.stderr)
    return 1 if broken else 0


def evaluate(corpus: Corpus, reader: Reader, scorer: Scorer) -> dict[Group, Tally]:
    """The tally of each group of texts, in the order of the table: all, languages, categories, phenomena."""
    tallies: dict[Group, Tally] = {}
    for text in corpus.texts:
        tally = scorer.tally(text, reader.read(text.article))
        for group in groups_of(text):
            tallies.setdefault(group, Tally()).add(tally)
    order = ("", "language", "category", "phenomenon")
    return dict(sorted(tallies.items(), key=lambda item: (order.index(item[0][0]), item[0][1])))


# --- floors ------------------------------------------------------------------------------------------------------------


def scores_by_language(tallies: Mapping[Group, Tally]) -> dict[str, dict[str, float]]:
    """Every score over all texts ("all") and over those of each language."""
    return {name: tally.scores() for (sort, name), tally in tallies.items() if sort in ("", "language")}


def broken_floors(corpora: Iterable[Corpus], measured: Mapping[str, Mapping[Group, Tally]]) -> Iterator[str]:
    """A sentence for each score below its floor and for each set that is not the one its floors were measured on."""
    floors = load_floors(FLOORS_FILE)
    for corpus in corpora:
        pinned = floors.get(corpus.name)
        if not pinned or pinned.sha256 != corpus.sha256:
            yield f"{corpus.name}: its texts changed since its floors were written: `python -m data evaluate --write-floors`"
        else:
            yield from (f"{corpus.name}, {line}" for line in pinned.broken_by(scores_by_language(measured[corpus.name])))


def _raise_floors(corpora: Iterable[Corpus], measured: Mapping[str, Mapping[Group, Tally]], *, lower: bool) -> int:
    floors = load_floors(FLOORS_FILE)
    falling: list[str] = []
    for corpus in corpora:
        scores = scores_by_language(measured[corpus.name])
        pinned = floors.get(corpus.name)
        if pinned and pinned.sha256 == corpus.sha256:
            falling += [f"{corpus.name}, {line}" for line in pinned.broken_by(scores)]
        else:  # scores on other texts cannot be compared
            print(f"{corpus.name}: its floors are set anew, for its texts are new")
        floors[corpus.name] = Floors(
            sha256=corpus.sha256,
            scores={name: {measure: rounded(score) for measure, score in found.items()} for name, found in scores.items()},
        )
    if falling and not lower:
        print("\n".join([*falling, "no floor was written: mend the reader, or add --lower and say why"]), file=sys.stderr)
        return 1
    write_floors(floors, FLOORS_FILE)
    everywhere = {corpus.name: (len(corpus.texts), scores_by_language(measured[corpus.name])["all"]) for corpus in corpora}
    write_quality(everywhere, QUALITY_FILE)
    print(f"the floors are in {FLOORS_FILE.parent.name}/{FLOORS_FILE.name}")
    return 0


# --- the table ---------------------------------------------------------------------------------------------------------

_COLUMNS = (
    ("mention exact", "mention_exact"), ("by overlap", "mention_overlap"), ("place", "place"), ("role", "role"),
    ("covered", "covered"), ("date span", "date_span"), ("value", "date_value"), ("zone + status", "zone_pairs"),
    ("zone place", "zone_places"), ("traps", "traps_avoided"), ("quiet", "distractors_quiet"),
)  # fmt: skip
_DOUBTS = ("undoubted", "doubtful")
_SHARE_WIDTH, _RATE_WIDTH, _NAME_WIDTH = 7, 19, 34


def table(name: str, tallies: Mapping[Group, Tally]) -> Iterator[str]:
    """The table of one set, a line for each group: precision, recall and F1 in percent, or the share that is right.

    Traps and quiet are counts: words taken for a place of all traps, distractors with a zone of all distractors.
    """
    yield ""
    heads = (f"{head:>{_width(measure)}}" for head, measure in _COLUMNS)
    yield f"{name:{_NAME_WIDTH}} texts" + "".join(heads)
    for (sort, group), tally in tallies.items():
        cells = (f"{_cell(tally, measure):>{_width(measure)}}" for _, measure in _COLUMNS)
        yield f"  {sort + ' ' + group:{_NAME_WIDTH - 2}} {tally.texts:5}" + "".join(cells)


def doubt_line(tally: Tally) -> Iterator[str]:
    """How many of the places with their status are right where the status is doubtful, and where it is not; nothing for a set
    without statuses."""
    told = {sort: (tally.counts[f"{sort}_pairs", "right"], tally.counts[f"{sort}_pairs", "found"]) for sort in _DOUBTS}
    if any(found for _, found in told.values()):
        yield "  right with their status: " + ", ".join(
            f"{right} of {found} {sort}" + (f" ({_percent(right / found)})" if found else "")
            for sort, (right, found) in told.items()
        )


def _width(measure: str) -> int:
    return _SHARE_WIDTH if measure in SHARES else _RATE_WIDTH


def _cell(tally: Tally, measure: str) -> str:
    if measure in ("traps_avoided", "distractors_quiet"):
        count = tally.counts
        return f"{count[measure, 'gold'] - count[measure, 'right']}/{count[measure, 'gold']}" if count[measure, "gold"] else ""
    if measure in SHARES:
        return _percent(tally.share(measure))
    rate: Rate = tally.rate(measure)
    return " ".join(f"{_percent(part):>5}" for part in (rate.precision, rate.recall, rate.f1)) if rate.found + rate.gold else ""


def _percent(score: float | None) -> str:
    return "–" if score is None else f"{100 * score:.1f}"
