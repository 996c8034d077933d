"""Cues: families share the words of a text, other agreements take theirs along; a plain reading of the rules as the oracle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.cue import Cue, CueKind, Cues, CueWord, Lexicon, find_cues
from geo.span import Span
from geo.text.phrase import Words, split_words
from geo.text.script import fold
from geo.text.word_class import WordClasses

ROWS = (
    ("هدنة", CueKind.TRUCE), ("اتفاق", CueKind.AGREEMENT), ("اتفاق هدنة", CueKind.TRUCE), ("مناطق", CueKind.ZONES),
    ("الاتفاق النووي", CueKind.OTHER_AGREEMENT), ("الاتفاق", CueKind.AGREEMENT), ("في", CueKind.LOCATIVE),
    ("لا", CueKind.NEGATION), ("لا", CueKind.OPENER), ("لا هدنة في", CueKind.NEGATION), ("هدنة في", CueKind.STATUS),
    ("May", CueKind.MODALITY),
)  # fmt: skip
FAMILY = {
    CueKind.AGREEMENT: CueKind.TRUCE, CueKind.OTHER_AGREEMENT: CueKind.TRUCE,
    CueKind.DENIAL: CueKind.NEGATION, CueKind.CONTINUATION: CueKind.NEGATION,
}  # fmt: skip
LEXICON = Lexicon(tuple(CueWord(text=text, language="", kind=kind, value=str(i)) for i, (text, kind) in enumerate(ROWS)))
TOKENS = ("هدنة", "وهدنة", "اتفاق", "الاتفاق", "النووي", "مناطق", "لا", "في", "بالاتفاق", "May", "حمص", "،", ".")


class NoClasses(WordClasses):
    """A language without word classes, in which no rule finds what it asks for."""

    def __missing__(self, name: str) -> tuple[()]:  # type: ignore[override]
        return ()


def plainly(words: Words, dates: list[Span]) -> list[Cue]:
    """Every row at every word in its turn; a word of a family's match belongs to no other of the family."""
    dated = {i for span in dates for i in words.within(span)}
    cues: list[Cue] = []
    free: dict[CueKind, int] = {}
    for first, last, (prefixes, offset, rows) in LEXICON.table.everywhere(words):
        for kind, _, row in rows:
            excluded = first in dated and kind in (CueKind.OPENER, CueKind.MODALITY)
            if free.get(FAMILY.get(kind, kind), 0) <= first and not excluded:
                cues.append(Cue(kind=kind, value=row.value, first=first, last=last, prefixes=prefixes, offset=offset))
        for kind, _, _ in rows:
            family = FAMILY.get(kind, kind)
            free[family] = max(free.get(family, 0), last + 1)
    other, kept = False, []
    for cue in cues:
        if cue.kind in (CueKind.TRUCE, CueKind.OTHER_AGREEMENT):
            other = cue.kind is CueKind.OTHER_AGREEMENT
        if not (other and cue.kind is CueKind.AGREEMENT):
            kept.append(cue)
    return kept


@given(st.lists(st.sampled_from(TOKENS), max_size=20), st.booleans())
def test_cues_are_those_of_a_plain_reading(tokens: list[str], has_date: bool) -> None:
    text = " ".join(tokens)
    words = split_words(fold(text), None, NoClasses())
    dates = [Span(len(text) // 3, 2 * len(text) // 3)] if has_date else []
    cues, expected = find_cues(words, LEXICON, dates), plainly(words, dates)
    for kind in CueKind:
        of_kind = [cue for cue in expected if cue.kind is kind]
        assert list(cues.of(kind)) == of_kind
        assert list(cues.firsts(kind)) == [cue.first for cue in of_kind]
        for i in range(len(words)):
            assert cues.starting(kind, i) == next((cue for cue in reversed(of_kind) if cue.first == i), None)
            assert cues.ending(kind, i) == next((cue for cue in reversed(of_kind) if cue.last == i), None)
    check_within(cues, expected, len(words))


def check_within(cues: Cues, expected: list[Cue], count: int) -> None:
    kinds = (CueKind.TRUCE, CueKind.NEGATION, CueKind.AGREEMENT)
    for first in range(count):
        for last in range(first, count):
            inside = [cue for cue in expected if first <= cue.first and cue.last <= last]
            assert cues.within(first, last, CueKind.TRUCE) == [cue for cue in inside if cue.kind is CueKind.TRUCE]
            found = cues.within(first, last, *kinds)
            assert sorted(map(repr, found)) == sorted(repr(cue) for cue in inside if cue.kind in kinds)
            assert [(cue.first, cue.last) for cue in found] == sorted((cue.first, cue.last) for cue in found)
