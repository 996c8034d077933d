"""What comes from a command line, and what an article may do to a terminal."""

from __future__ import annotations

import argparse

import pytest

from data.terminal import given_day, one_line


def test_a_day_is_a_day() -> None:
    assert str(given_day("2017-07-09")) == "2017-07-09"
    with pytest.raises(argparse.ArgumentTypeError, match="must be a day like 2017-07-09; got 'July'"):
        given_day("July")


def test_words_of_an_article_do_not_steer_the_terminal() -> None:
    hostile = "دخلت\x1b[2J الهدنة\u202e حيز\x07\nالتنفيذ"
    assert one_line(hostile, most=90) == "دخلت�[2J الهدنة� حيز� التنفيذ"
    assert one_line(hostile, most=4) == "دخلت…"
