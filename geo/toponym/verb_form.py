"""Arabic verbs, told by their form: what stands before the subject, and so before a country that acts."""

from __future__ import annotations

import re
from functools import lru_cache

from geo.text.phrase import stems

_MASCULINE_IMPERFECT = re.compile(r"ي\w{3,}")
_SHORTEST_DUAL = 5  # letters: «تقران»
_NOUN_ENDINGS = ("ه", "ا", "ي", "ين", "ان")  # folded
_FEMININE_PERFECT = re.compile(r"(?!ال)\w{2,}(?<!ا)ت(?:ه|ها|هم|هما)?")


def is_feminine_imperfect(word: str) -> bool:
    """«تبدي»; not «تركيه», a noun by its ending."""
    word = word.removeprefix("س")
    return word.startswith("ت") and len(word) > 3 and not word.endswith("ه")


def is_dual_imperfect(word: str) -> bool:
    """«تتفقان», «سيوقعان»: what two do."""
    word = word.removeprefix("س")
    return word.startswith(("ت", "ي")) and word.endswith("ان") and len(word) >= _SHORTEST_DUAL


@lru_cache(maxsize=1 << 14)
def has_form_of_verb(word: str) -> bool:
    """«أعلنت», «وتبدي», «يأمل»; a noun may have the form of one."""
    forms = [word, *(s.text for s in stems(word) if s.prefixes in (("و",), ("ف",), ("س",)))]
    return any(
        is_feminine_imperfect(form) or _FEMININE_PERFECT.fullmatch(form) or _MASCULINE_IMPERFECT.fullmatch(form)
        for form in forms
    )


def may_open_as_verb(word: str, behind: str) -> bool:
    """«دمر القصف», «حضر الوفد»: a word of three letters or more that is no noun by its ending, before a masculine noun with an
    article. A town there is feminine: «دوما المحاصرة»."""
    return not word.endswith(_NOUN_ENDINGS) and behind.startswith("ال") and not behind.endswith("ه")
