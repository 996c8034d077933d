"""The same text under two names, and edited copies of one text, which are told from other reports on one event."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from data.sources.duplicates import SHARE, containment, copy_groups, fingerprint, text_runs, words
from data.store import open_writer
from geo.article import Article, Language
from tests.data.sample_records import NOON, reading_of
from tests.data.sources.sample_files import ARABIC, ENGLISH

TEXTS = [
    json.loads(line)["text"]
    for line in (Path(__file__).parents[2] / "evaluation" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
]
AGENCY = (
    "Rebels and government forces agreed on Monday to halt the fighting around Rastan and Talbiseh for thirty days.\n"
    "Under the deal, brokered by a Russian officer at the Khmeimim base, trucks with flour and medicine will enter through "
    "the northern crossing twice a week.\nA member of the local council said that families had begun to return to the "
    "villages along the Orontes.\nThe two sides traded accusations over shelling that killed four people on Sunday evening."
)
SAME_EVENT = (
    "A month-long truce was announced for the towns of Rastan and Talbiseh, the governor of Homs said on television.\n"
    "Russia mediated between the army and the rebels, he said, and aid is to reach the area on Wednesdays and Saturdays.\n"
    "On Sunday evening four people died when shells hit a market. Each side blames the other for the attack, and residents say "
    "they do not expect calm to last beyond the first convoy of flour and medicine through the crossing in the north."
)


def article(id: str, text: str) -> Article:
    return Article(id=id, text=text, language=Language.ENGLISH)


def near_duplicate_groups(articles: list[Article]) -> tuple[tuple[str, ...], ...]:
    """The copies that a store finds among articles that come one after the other."""
    with TemporaryDirectory() as folder, open_writer(Path(folder) / "store") as store:
        for one in articles:
            store.save(one, reading_of(one, statements=0), read_at=NOON, seconds=0)
        return copy_groups((copy.article, copy.of) for copy in store.copies())


def test_a_fingerprint_sees_words_and_nothing_else() -> None:
    same = [
        ARABIC,
        ARABIC.replace("،", " ,\n"),
        f"  {ARABIC.replace('ة', 'ه').replace('إ', 'ا')}",
        ARABIC.replace("الهدنة", "الهُدْنـــة"),
    ]
    assert len(set(map(fingerprint, same))) == 1
    assert fingerprint("A Truce, holds!") == fingerprint("a truce holds")
    assert len({fingerprint(text) for text in (ARABIC, ENGLISH, ARABIC + " لا", "")}) == 4


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        ("Перемирие вступило в силу.", "ПЕРЕМИРИЕ вступило — в силу", "Бои продолжаются."),
        ("Перемирие. Reuters 2018", "перемирие, reuters 2018", "Бои. Reuters 2018"),
        ("停火协议生效。", "停火协议生效", "战斗仍在继续。"),
        ("データ", "テ\u3099ータ", "テータ"),
        ("הפסקת אש", "הפסקת־אש", "הקרבות נמשכים"),
        ("Η εκεχειρία ισχύει", "η ΕΚΕΧΕΙΡΊΑ ισχύει", "Οι μάχες συνεχίζονται"),
        ("युद्धविराम कि १२", "युद्धविराम  कि, १२", "युद्धविराम का १२"),
        ("🔥🔥", " 🔥 🔥\n", "🕊"),
        ("…", "...", "!"),
    ],
)
def test_texts_of_every_script_are_told_apart(one: str, same: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(same)
    assert len(set(map(fingerprint, (one, other, "", "reuters 2018")))) == 4


def test_what_is_stored_of_arabic_and_latin_texts_stays_right() -> None:
    """Letters that folding knows nothing of (ø, پ, µ) count no more than before: their words were kept without them."""
    assert fingerprint(ARABIC) == "9486ec3d58a7ff443e7b1cd46c27fb9f"
    assert fingerprint("Kyiv (ˈkiːjiv), 5 µg of naïve øl in پارسی ½") == "d9ffa4f06ba1bc04b456757b224f27ef"


def test_a_text_in_two_scripts_keeps_the_runs_that_were_noted_of_it() -> None:
    """A store forgets the runs of a text by making them again."""
    latin = "Reuters reports from the besieged town in 2018"
    assert set(text_runs(latin)) < set(text_runs(latin.replace("town", "town Растан был осаждён вчера,")))


CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувшыжз")


@pytest.mark.parametrize("write", [lambda text: text.lower().translate(CYRILLIC), lambda text: "".join(
    chr(0x4E00 + zlib.crc32(word.encode()) % 5000) for word in text.lower().split()
)], ids=["Cyrillic", "without spaces"])  # fmt: skip
def test_copies_are_found_in_other_scripts(write: Callable[[str], str]) -> None:
    copy = write(AGENCY.replace("Russian officer", "Russian general").replace("killed", "left dead"))
    articles = [article("a", write(AGENCY)), article("b", copy), article("c", write(SAME_EVENT))]
    assert near_duplicate_groups(articles) == (("a", "b"),)


@pytest.mark.parametrize(
    "copy",
    [
        f"Other headline by the desk\n{AGENCY}",
        "\n".join(AGENCY.split("\n")[:2]),
        "\n".join([AGENCY.split("\n")[0], *AGENCY.split("\n")[:0:-1]]),
        AGENCY.replace("Russian officer", "Russian general").replace("families", "residents").replace("killed", "left dead"),
        f"{SAME_EVENT}\n\n{AGENCY}",
    ],
    ids=["new headline", "cut", "another order", "words changed", "within a longer text"],
)
def test_an_edited_copy_is_linked(copy: str) -> None:
    assert near_duplicate_groups([article("a", AGENCY), article("b", copy), article("c", SAME_EVENT[:300])])[0][:2] == (
        "a",
        "b",
    )


def test_another_report_on_the_same_event_is_not_linked() -> None:
    assert near_duplicate_groups([article("a", AGENCY), article("b", SAME_EVENT)]) == ()
    assert containment(text_runs(AGENCY), text_runs(SAME_EVENT)) < SHARE / 2


def test_articles_on_the_same_truces_are_not_linked() -> None:
    assert near_duplicate_groups([article(str(n), text) for n, text in enumerate(TEXTS)]) == ()


def test_copies_with_one_word_in_twenty_replaced_are_linked() -> None:
    chance = random.Random(4)
    vocabulary = sorted({word for text in TEXTS for word in text.split()})
    for text in TEXTS:
        copy = " ".join(chance.choice(vocabulary) if chance.random() < 0.05 else word for word in text.split())
        assert near_duplicate_groups([article("a", text), article("b", copy)]) == (("a", "b"),)


def test_a_copy_of_a_copy_is_in_the_group_whatever_the_order() -> None:
    first, second = TEXTS[0], "\n".join(TEXTS[0].split("\n")[:3])
    articles = [article("c", first), article("a", second), article("b", f"عنوان آخر\n{second}"), article("x", TEXTS[1])]
    for turn in range(4):
        assert near_duplicate_groups(articles[turn:] + articles[:turn]) == (("a", "b", "c"),)


def test_short_texts_are_too_short_to_tell() -> None:
    assert near_duplicate_groups([article("a", "A truce holds in Rastan"), article("b", "A truce holds in Rastan")]) == ()
    assert near_duplicate_groups([]) == ()


def test_what_every_text_of_an_outlet_ends_with_links_none() -> None:
    tail = " ".join(f"boilerplate{n}" for n in range(40))
    texts = [f"{' '.join(f'w{n}x{m}' for m in range(100))} {tail}" for n in range(300)]
    assert near_duplicate_groups([article(str(n), text) for n, text in enumerate(texts)]) == ()


def test_candidates_find_what_comparing_all_pairs_finds() -> None:
    texts = [*TEXTS, *("\n".join(text.split("\n")[: 2 + n % 3]) for n, text in enumerate(TEXTS))]
    runs = [text_runs(text) for text in texts]
    slowly = {(a, b) for a in range(len(runs)) for b in range(a + 1, len(runs)) if containment(runs[a], runs[b]) >= SHARE}
    groups = near_duplicate_groups([article(f"{n:03}", text) for n, text in enumerate(texts)])
    assert {tuple(map(int, group)) for group in groups} == slowly
    assert len(slowly) > 20


def test_words_are_compared_in_one_spelling() -> None:
    assert words("الأُمَّة ١٢ U.N.!") == words("الأمة 12 u n")
