"""What one sentence says of a truce is not read from the next one, and no word is looked for behind a text."""

from __future__ import annotations

import pytest

from tests.reading import article, reader


@pytest.mark.parametrize(("text", "statuses"), [
    ("قصفت القوات الروسية دونيتسك قبل ساعات من هدنة. القهوة مرة.", ["proposed"]),
    ("No.\nTruce in Aleppo.", ["unknown"]),
    ("A ceasefire across Syria and integration by the year's end. A ceasefire in Yemen is near.", ["in_force", "unknown"]),
    ("A truce in Madaya. Troops saw its shattered factories. A ceasefire is good.", ["unknown"]),
    ("سلموا سلاحهم بموجب اتفاق لوقف القتال. هاجمت قوات النظام بلدة البحارية بعد ساعات من دخول هدنة أنقرة حيز التنفيذ.",
     ["violated"]),
])  # fmt: skip
def test_the_next_sentence_does_not_change_the_status(text: str, statuses: list[str]) -> None:
    assert [str(s.status) for s in reader().read(article(text, "2018-05-03")).statements] == statuses


@pytest.mark.parametrize("text", ["أربع مناطق لخفض التصعيد:\nتقع المناطق الأربع", "قبل الهدنة", "هدنة هي"])
def test_a_text_may_end_anywhere(text: str) -> None:
    assert reader().read(article(text)).statements == ()


@pytest.mark.parametrize("text", [
    "هدنة في " + "باباعمرو" * 40, "هدنة في " + "درعا" * 1200, "truce on Friday" + " " * 200_000 + "x",
])  # fmt: skip
def test_what_a_broken_file_runs_together_is_read(text: str) -> None:
    """Without bounds on what is tried, these take hours, or more than the stack."""
    assert reader().read(article(text)).article == "test"
