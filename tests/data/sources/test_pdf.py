"""PDF files: whatever order a program draws Arabic in, the text comes in the order in which it is read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from data.sources.document import Document, Refused
from data.sources.pdf import read_pdf
from tests.data.sources.sample_files import LIMITS, line_from_left, line_from_right, pdf

SENTENCE = "بدأت الهدنة في الرستن يوم 15 تموز 2018"
# how the line stands on paper: letters and spaces from the right, each number from its own left
ON_PAPER = ["بدأت الهدنة في الرستن يوم ", "51", " تموز ", "8102"]


def read(content: bytes) -> Document:
    (document,) = read_pdf(content, LIMITS)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("logical", [False, True], ids=["drawn from the left", "drawn in the order of reading"])
def test_arabic_comes_in_the_order_of_reading(logical: bool) -> None:
    placed = line_from_right("".join(ON_PAPER), 700, logical=logical)
    assert read(pdf([placed])).text == SENTENCE


def test_shaped_letters_and_ligatures_are_the_letters_that_they_stand_for() -> None:
    shaped = [
        "\ufe8d",
        "\ufefb",
        "\ufe97",
        "\ufed4",
        "\ufe8e",
        "\ufed5",
    ]  # the shapes of the word below; the second is a ligature
    assert read(pdf([line_from_right(shaped, 700)])).text == "الاتفاق"
    assert (
        read(pdf([line_from_right(["ا", "ال", "أ", "م", "م"], 700)])).text == "الاأمم"
    )  # one sign for two letters, written backwards


@pytest.mark.parametrize(
    ("on_paper", "text"),
    [
        ("نسبة 5.54% من الأهالي", "نسبة 45.5% من الأهالي"),
        ("حتى 8102/21/13، ونقلت", "حتى 31/12/2018، ونقلت"),
        ("وكالة sretueR عن مصدر", "وكالة Reuters عن مصدر"),
        ("طائرة 61-F في الجو", "طائرة F-16 في الجو"),
        ("بين 81 و02 منهم", "بين 18 و20 منهم"),
        ("في gro.NU.www هناك", "في www.UN.org هناك"),
    ],
)
def test_numbers_and_latin_words_keep_their_own_order(on_paper: str, text: str) -> None:
    around = "وهذا سطر يقول بأي كتابة كتب الملف"
    placed = [*line_from_right(around, 730), *line_from_right(on_paper, 700)]
    assert read(pdf([placed])).text == f"{around} {text}"


@pytest.mark.parametrize("shapes", [True, False], ids=["the file writes shapes", "the file writes meanings"])
def test_brackets_open_and_close_whichever_way_a_program_writes_them(shapes: bool) -> None:
    text = "عادوا (بحسب الأمم) «لا خروقات»"
    drawn = text.translate(str.maketrans("()«»", ")(»«")) if shapes else text
    assert read(pdf([line_from_right(drawn, 700)])).text == text


@pytest.mark.parametrize("logical", [False, True])
def test_a_vowel_sign_stays_with_its_letter(logical: bool) -> None:
    letters = list("وحذ\u0651ر من ذلك جد\u064bا")
    assert read(pdf([line_from_right(letters, 700, logical=logical)])).text == "وحذ\u0651ر من ذلك جد\u064bا"


def test_an_arabic_word_in_an_english_line_is_turned_round() -> None:
    placed = [
        *line_from_left("the word ", 700),
        *line_from_right("هدنة مؤقتة", 700, right=50 + 6 * 19),
        *line_from_left("means", 700, left=50 + 6 * 20),
    ]
    assert read(pdf([placed])).text == "the word هدنة مؤقتة means"


def test_lines_become_paragraphs_and_pages_are_parted() -> None:
    first = [*line_from_left("A truce took effect in Rastan on", 700), *line_from_left("Sunday, witnesses said.", 686)]
    second = line_from_left("Calm has held since then, they say", 658)
    assert read(pdf([[*first, *second], line_from_left("Next page", 700)])).text == (
        "A truce took effect in Rastan on Sunday, witnesses said.\nCalm has held since then, they say\n\nNext page"
    )


def test_a_word_with_a_stroke_keeps_it_where_the_page_divides_none() -> None:
    lines = [
        "It is held by the pro-",
        "government side, while",
        "others stand in the town",
        "and wait for an answer",
        *["that does not come to us"] * 18,
    ]
    placed = [glyph for n, text in enumerate(lines) for glyph in line_from_left(text, 780 - 14 * n)]
    assert read(pdf([placed])).text.startswith("It is held by the pro-government side, while others")


def test_a_word_is_joined_where_the_page_divides_words() -> None:
    lines = ["The truce that they have nego-", "tiated for weeks holds in the", "villages of the coun-", "tryside since Sunday"]
    placed = [glyph for n, text in enumerate(lines) for glyph in line_from_left(text, 780 - 14 * n)]
    assert (
        read(pdf([placed])).text
        == "The truce that they have negotiated for weeks holds in the villages of the countryside since Sunday"
    )


@pytest.mark.parametrize("arabic", [False, True])
def test_columns_are_read_one_after_the_other_from_the_side_of_the_script(arabic: bool) -> None:
    first = (
        ["أول سطر هنا", "ثاني سطر هنا", "ثالث سطر هنا", "رابع سطر هنا"] if arabic else ["one here", "two here", "three", "four"]
    )
    second = ["خامس سطر", "سادس سطر", "سابع سطر", "ثامن سطر"] if arabic else ["five", "six", "seven", "eight"]
    heading = "عنوان يمتد فوق العمودين كليهما من طرف إلى طرف" if arabic else "A heading that stands above both of the columns"
    line = line_from_right if arabic else line_from_left
    placed = line(heading, 740)
    for n in range(4):
        placed += line(first[n], 700 - 14 * n)
        placed += (
            line_from_right(second[n], 701 - 14 * n, right=380) if arabic else line_from_left(second[n], 701 - 14 * n, left=220)
        )
    words = read(pdf([placed])).text.split()
    assert words == " ".join([heading, *first, *second]).split()


def test_title_and_the_day_of_making_are_told_and_no_date_of_publication_is_made_of_them() -> None:
    document = read(pdf([line_from_left("A truce holds", 700)], title="هدنة الرستن", made="20180502120000Z"))
    assert (document.title, document.published) == ("هدنة الرستن", None)
    assert document.published_basis == "not known: the file says only that it was made on 2018-05-02"
    assert read(pdf([line_from_left("A truce holds", 700)], title="scan0001.pdf")).title is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no PDF at all", "is no PDF file"),
        (b"%PDF-1.7\n" + b"\0" * 500, "is"),
        (pdf([[]]), "pictures of pages, but no text"),
        (pdf([line_from_left("ab", 700)] * 301), "301 pages"),
        (pdf([[("\ufffd", 50 + 6 * n, 700) for n in range(9)]]), "does not say which letters"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(content: bytes, reason: str) -> None:
    with pytest.raises((Refused, Exception), match=reason):
        read(content)


@pytest.mark.browser
def test_a_page_that_chromium_prints(chromium_path: Path, chromium_flags: tuple[str, ...], tmp_path: Path) -> None:
    """The shapes and places of real fonts: every word of Arabic, Latin and numbers comes back in its place."""
    text = (
        "وأعلنت روسيا أن اتفاق خفض التصعيد يشمل الرستن وتلبيسة حتى 31/12/2018، ونقلت وكالة Reuters عن مصدر قوله «لا خروقات».\n"
        "وأكد المتحدث أن 1200 مدني عادوا إلى بيوتهم (بحسب الأمم المتحدة)، أي 45.5% من الأهالي."
    )
    source = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    source.write_text(f"<html dir=rtl lang=ar><meta charset=utf-8><title>خبر عن هدنة</title>{paragraphs}", encoding="utf-8")
    target = tmp_path / "page.pdf"
    command = [
        str(chromium_path),
        "--headless",
        *chromium_flags,
        "--no-pdf-header-footer",
        f"--print-to-pdf={target}",
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = read(target.read_bytes())
    assert (document.text, document.title) == (text, "خبر عن هدنة")
