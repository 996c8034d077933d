"""The hits of a text: asked for by kind and value, added to, and put in the place of others."""

from __future__ import annotations

from geo.cue import CueKind, CueWord, Hit
from geo.cue.hits import Hits
from geo.text.phrase import Words, Written, split_words
from geo.text.script import fold

WORDS: Words = split_words(fold("The truce in Homs ended. The ceasefire in Hama was agreed."))


def hit(first: int, kind: CueKind, value: str = "", last: int | None = None) -> Hit:
    word = CueWord(text=WORDS.texts[first], language="en", kind=kind, value=value)
    return Hit(first, first if last is None else last, Written((), 0, ()), word)


TRUCE, CEASEFIRE = hit(1, CueKind.TRUCE, "ceasefire"), hit(6, CueKind.TRUCE, "ceasefire")
ENDED, AGREED = hit(4, CueKind.STATUS, "ended"), hit(9, CueKind.STATUS, "agreed", last=10)
HITS = {CueKind.TRUCE: [TRUCE, CEASEFIRE], CueKind.STATUS: [ENDED, AGREED]}


def test_hits_are_asked_for_by_kind_and_value() -> None:
    hits = Hits(WORDS, HITS)
    assert hits.of(CueKind.STATUS, CueKind.TRUCE) == (ENDED, AGREED, TRUCE, CEASEFIRE)
    assert hits.firsts(CueKind.STATUS, values=("agreed", "rejected")) == [9]
    assert hits.lasts(CueKind.STATUS) == [4, 10]
    assert hits.ends(CueKind.STATUS) == {4: 4, 9: 10}
    assert hits.sentences(CueKind.STATUS, values=("agreed",)) == {1}
    assert hits.in_truces() == {1, 6}
    assert hits.of(CueKind.EVACUATION) == () and hits.firsts(CueKind.EVACUATION, values=("leaves",)) == []


def test_added_hits_stand_in_the_order_of_the_text() -> None:
    hits = Hits(WORDS, HITS)
    hits.add([hit(8, CueKind.STATUS, "begun"), hit(3, CueKind.LOCATIVE, "in")])
    assert hits.firsts(CueKind.STATUS) == [4, 8, 9] and hits.firsts(CueKind.LOCATIVE) == [3]
    assert HITS[CueKind.STATUS] == [ENDED, AGREED]  # the hits that were handed in are left as they were


def test_a_hit_takes_the_place_of_those_of_its_kind_that_start_with_it() -> None:
    hits = Hits(WORDS, HITS)
    hits.put([hit(9, CueKind.STATUS, "proposed"), hit(1, CueKind.STATUS, "in_force")])
    assert [(h.first, h.value) for h in hits.of(CueKind.STATUS)] == [(1, "in_force"), (4, "ended"), (9, "proposed")]
    assert hits.firsts(CueKind.TRUCE) == [1, 6]


def test_the_same_words_can_be_read_as_another_cue() -> None:
    read = AGREED.read_as(CueKind.TRUCE, "ceasefire")
    assert read.word == CueWord(text="was", language="en", kind=CueKind.TRUCE, value="ceasefire")
    assert (read.first, read.last, read.written) == (AGREED.first, AGREED.last, AGREED.written)
    assert read.cue().kind is CueKind.TRUCE
