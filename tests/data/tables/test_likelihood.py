"""The file of what was learnt, and what it was learnt from."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from data.evaluate.gold import HIDDEN, load_corpora
from data.tables.likelihood import LIKELIHOOD_TABLE, learnt_from, load_likelihood, save_likelihood
from data.tables.rows import REFERENCE_FOLDER
from geo.errors import ReferenceTableError
from geo.status import Status
from tests.learning.examples import SENTENCES, Example, load_annotated, sha256_of
from tests.learning.fitting import fit

TABLE = REFERENCE_FOLDER / LIKELIHOOD_TABLE
ENDED = ("the truce collapsed in @", "a truce fell apart in @", "the deal in @ collapsed", "it collapsed at dawn in @")
TALKS = ("talks on a truce in @ go on", "a truce in @ is being discussed", "envoys discuss @", "they talk of @ today")
HOLDS = ("the truce held in @", "a truce is holding in @", "the deal in @ held", "it held at dawn in @")


def examples() -> list[Example]:
    told = [(text, Status.ENDED) for text in ENDED] + [(text, Status.IN_FORCE) for text in HOLDS]
    told += [(text, Status.NEGOTIATING) for text in TALKS]
    return [Example(words=tuple(text.split()), answer=answer, hand="test") for text, answer in told]


def test_the_table_was_learnt_from_the_sentences_that_are_there() -> None:
    assert learnt_from(TABLE) == sha256_of(load_annotated()), (
        "the sentences were changed: learn from them again with `make learn`"
    )


def test_nothing_that_is_held_out_is_learnt_from() -> None:
    held_out = {text.article.text for corpus in load_corpora() if corpus.name in HIDDEN for text in corpus.texts}
    assert held_out and not held_out & {text for one in load_annotated() for text in (one.text, one.told)}


def test_every_sentence_is_one_of_its_text_and_has_its_own_id() -> None:
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    assert [row["id"] for row in rows if row.get("told", row["text"]) not in row["text"]] == []
    assert {row["status"] for row in rows} <= {None, *Status}


def test_what_is_learnt_tells_what_it_learnt_from() -> None:
    learnt = fit(examples())
    for text, answer in (
        ("yesterday the truce in @ collapsed", Status.ENDED),
        ("yesterday the truce in @ held", Status.IN_FORCE),
    ):
        told = learnt.of_words(tuple(text.split()))
        assert max(told, key=lambda one: told[one]) is answer


def test_a_table_is_read_as_it_was_written_and_written_the_same_twice(tmp_path: Path) -> None:
    learnt = fit(examples())
    for name in ("one.npz", "two.npz"):
        save_likelihood(tmp_path / name, learnt, "abc")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    again = load_likelihood(tmp_path / "one.npz")
    assert again.answers == learnt.answers and np.array_equal(again.weights, learnt.weights)
    assert again.of_words(("the", "truce", "collapsed")) == learnt.of_words(("the", "truce", "collapsed"))
    assert learnt_from(tmp_path / "one.npz") == "abc"


def test_a_table_that_is_missing_or_none_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReferenceTableError, match=r"none.npz: cannot be opened in .*: No such file"):
        load_likelihood(tmp_path / "none.npz")
    (tmp_path / "empty.npz").write_bytes(b"")
    with pytest.raises(ReferenceTableError, match=r"empty.npz: is no table of likelihoods"):
        load_likelihood(tmp_path / "empty.npz")
    (tmp_path / "text.npz").write_text("not a table", "utf-8")
    with pytest.raises(ReferenceTableError, match=r"text.npz: is no table of likelihoods .*: write it with `make learn`"):
        load_likelihood(tmp_path / "text.npz")
    np.savez(tmp_path / "other.npz", answers=np.array(["ended"]))
    with pytest.raises(ReferenceTableError, match=r"other.npz: is no table of likelihoods"):
        load_likelihood(tmp_path / "other.npz")
    np.savez(
        tmp_path / "short.npz", answers=np.array(["ended"]), weights=np.zeros((3, 1), np.int8), unit=1.0, base=np.zeros(1),
        rarity=np.zeros(3),
    )  # fmt: skip
    with pytest.raises(ReferenceTableError, match=r"short.npz: has tables of \(\(3, 1\), .*, not"):
        load_likelihood(tmp_path / "short.npz")
