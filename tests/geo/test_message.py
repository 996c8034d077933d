"""A message is its English sentence, and remembers what it was made of through JSON and other processes."""

from __future__ import annotations

import json
import pickle

import pytest

from geo.errors import StoreError
from geo.message import Message, message_of, same_in_every_language

MADE = (
    Message("is empty"),
    Message("holds {files:,} files of {name!r}", files=12345, name="it's"),
    Message("line {line}: {fault}", line=7, fault=Message("no {what}", what="{line}")),
    Message.in_both("As the text says.", "كما يقول النص."),
    Message("braces {stay} as they are"),
    Message("{key} {other}", key="only one"),
    Message("is not read: {advice}", advice=Message("save it as .docx")),
)


@pytest.mark.parametrize("message", MADE, ids=str)
def test_a_message_comes_back_whole(message: Message) -> None:
    for back in (Message.parse(json.loads(json.dumps(message.plain()))), pickle.loads(pickle.dumps(message))):
        assert (back, back.template, back.ar) == (message, message.template, message.ar)
        assert dict(back.values) == dict(message.values)
        assert list(map(type, back.values.values())) == list(map(type, message.values.values()))


def test_a_message_is_its_english_sentence() -> None:
    assert list(MADE) == [
        "is empty", """holds 12,345 files of "it's\"""", "line 7: no {line}", "As the text says.", "braces {stay} as they are",
        "only one {other}", "is not read: save it as .docx",
    ]  # fmt: skip


def test_other_words_fill_another_template() -> None:
    assert MADE[1].filled("{name} hat {files}", lambda value: f"<{value}>") == "<it's> hat 12345"


def test_equal_in_english_is_not_the_same_in_every_language() -> None:
    in_both, plain = Message.in_both("so", "هكذا"), "so"
    assert in_both == plain and not same_in_every_language(in_both, plain)
    assert same_in_every_language(Message("so"), plain) and same_in_every_language(None, None)
    assert same_in_every_language(in_both, Message.in_both("so", "هكذا"))


def test_halves_of_characters_are_written_out() -> None:
    assert Message("got {value}", value="\ud800x").encode() == b"got \\ud800x"


def test_words_become_a_message_once() -> None:
    assert message_of(MADE[1]) is MADE[1]
    assert message_of("{plain}").plain() == "{plain}"


def test_an_error_of_one_sentence_comes_back_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(StoreError("the store {store!r} is a folder", store="x")))
    assert str(error) == "the store 'x' is a folder"
    assert error.messages[0].values == {"store": "x"}
