"""Theatre: names that a truce or fighting beside them makes places («هدنة الوعر», «قصف النظام دوما», "the Waer truce")."""

from __future__ import annotations

from collections.abc import Callable, Container

from geo.cue import SETTLEMENT, CueKind, Cues
from geo.mention import Mention
from geo.text.phrase import Words
from geo.toponym.reason import Because

_ATTACKER_REACH = 4  # words of the subject between «قصف» and the place
_SEEN_REACH = 4  # words from a place to what it sees
_ATTACKERS = (CueKind.CONFLICT, CueKind.OFFICE, CueKind.GROUP)
_DEEDS = ("attack", "fire", "casualty")  # values of words of fighting that name nobody who fights
_THE = "ال"
_FROM = "من"
_ON = "علي"  # folded
_ARTICLE_END = 4  # letters that a preposition and the article take: «بالقصور»
_OF_MAN = "ي"  # last letter of an adjective of origin that is not feminine
_FEMININE = ("ه", "ا", "ي", "ات")  # folded


def told_of_war(words: Words, cues: Cues, mention: Mention, demonyms: Container[int]) -> Because | None:
    """What the words of war right beside a bare name say of it, None if there are none. `demonyms` are the words that are
    adjectives of countries."""
    if mention.prefixes or mention.head or not mention.candidates:
        return None
    if words.is_english(mention.first):
        return _in_english(words, cues, mention)
    before = mention.first - 1
    if not words.joined(before) or is_common_target(words, mention) or names_thing(words, mention):
        return None
    if _has_truce(words, cues, before):
        return None if _is_somebody(words, mention) else Because.TRUCE_OF
    if told_in := _told_in(words, cues, before):
        return None if _is_described(words, mention) else told_in
    if words.is_a("fought_over", before):
        return Because.FOUGHT_OVER
    if _is_attacked(words, cues, before):
        return None if _is_described(words, mention) else Because.FOUGHT_OVER
    return _hit(words, cues, mention, demonyms) or _left(words, cues, mention, demonyms) or _seen(words, cues, mention)


def is_common_target(words: Words, mention: Mention) -> bool:
    """«قصف المزرعة», «اشتباكات في القصور»: what is hit under its common name; «حي القصور» is a quarter. Arabic only."""
    return not mention.head and words.is_a("common_target", mention.first)


def names_thing(words: Words, mention: Mention) -> bool:
    """«القصور الرئاسية», «الحلة العسكرية»: an adjective of buildings and bodies behind a bare name with an article, which is an
    ordinary word then. Arabic only."""
    bare = not mention.head and mention.first == mention.last
    article = _THE in words.texts[mention.first][:_ARTICLE_END]
    return bare and article and words.joined(mention.last) and words.is_a("of_a_thing", mention.last + 1)


def _is_somebody(words: Words, mention: Mention) -> bool:
    """«هدنة رفاعة الطهطاوي»: a name with another of a man's origin behind it; «هدنة دوما الأخيرة» has an adjective of the
    truce."""
    if not words.joined(mention.last):
        return False
    behind = words.texts[mention.last + 1]
    return behind.startswith(_THE) and behind.endswith(_OF_MAN) and words.texts[mention.first - 1].endswith(_FEMININE[0])


def _in_english(words: Words, cues: Cues, mention: Mention) -> Because | None:
    """ "the Waer truce", "a truce in Qadam", "shelled Douma"."""
    before, behind = mention.first - 1, mention.last + 1
    if words.joined(mention.last) and cues.starting(CueKind.TRUCE, behind):
        return Because.TRUCE_OF
    if not words.joined(before):
        return None
    if told_in := _told_in(words, cues, before):
        return told_in
    return Because.FOUGHT_OVER if words.is_a("fought_over", before) else None


def _has_truce(words: Words, cues: Cues, word: int) -> bool:
    """«هدنة القدم», «اتفاق مصالحة القدم»: a truce that owns what stands behind it; «الهدنة» owns nothing, and «هدنة إنسانية» is
    described."""
    cue = cues.ending(CueKind.TRUCE, word) or cues.ending(CueKind.AGREEMENT, word)
    if cue is None or (cue.kind is CueKind.AGREEMENT and cue.value != SETTLEMENT):
        return False
    noun = words.texts[word][cue.offset if cue.first == word else 0 :]
    return not noun.startswith(_THE)


def _told_in(words: Words, cues: Cues, word: int) -> Because | None:
    """«هدنة في», «معارك في», "a truce in": the preposition ends with a word."""
    preposition = cues.ending(CueKind.LOCATIVE, word)
    if preposition is None or preposition.value != "in" or not words.joined(preposition.first - 1):
        return None
    if cues.ending(CueKind.TRUCE, preposition.first - 1):
        return Because.TRUCE_IN
    return Because.FOUGHT_OVER if words.is_a("battles", preposition.first - 1) else None


def _is_attacked(words: Words, cues: Cues, word: int) -> bool:
    """«غارات على السكري»: behind a preposition and a noun for an attack. Arabic only."""
    attack = cues.ending(CueKind.CONFLICT, word - 1) if words.texts[word] == _ON and words.joined(word - 1) else None
    return attack is not None and attack.value == "attack"


def _is_described(words: Words, mention: Mention) -> bool:
    """«الحارة القديمة», «قصف الجيش دوما المدنيين»: a noun with an article right behind a word, which makes no place of it."""
    return words.joined(mention.last) and words.texts[mention.last + 1].startswith(_THE)


def _hit(words: Words, cues: Cues, mention: Mention, demonyms: Container[int]) -> Because | None:
    """«قصف النظام دوما», «استهدف الطيران الروسي دوما»: only who attacks stands between the verb and its object; «قصف الجيش
    المواقع الحسينية» has another. One shells places; people are attacked, too."""
    verb = _deed_of_fighters(words, cues, mention, mention.first - 1, demonyms, lambda i: words.is_a("hits_a_place", i))
    return None if verb is None else Because.SHELLED if words.is_a("fought_over", verb) else Because.FOUGHT_OVER


def _left(words: Words, cues: Cues, mention: Mention, demonyms: Container[int]) -> Because | None:
    """«انسحبت القوات من الحراك», «انسحاب مقاتلي المعارضة من الباب»: where fighters withdraw from."""
    before = mention.first - 1
    if words.texts[before] != _FROM or not words.joined(before - 1):
        return None
    verb = _deed_of_fighters(words, cues, mention, before - 1, demonyms, lambda i: words.is_a("withdraws", i))
    return None if verb in (None, before - 1) else Because.WITHDRAWN_FROM


def _deed_of_fighters(
    words: Words, cues: Cues, mention: Mention, last: int, demonyms: Container[int], deed: Callable[[int], bool]
) -> int | None:  # fmt: skip
    """The word of a deed, at or before the word `last`, with nobody but who fights between it and the name."""
    if _is_described(words, mention):
        return None
    for word in range(last, max(last - 1 - _ATTACKER_REACH, -1), -1):
        if not words.joined(word):
            return None
        if deed(word):
            return word
        who = [cue for kind in _ATTACKERS if (cue := cues.ending(kind, word)) and cue.value not in _DEEDS]
        if not (who or word in demonyms or words.is_a("attacker", word)):
            return None
    return None


def _seen(words: Words, cues: Cues, mention: Mention) -> Because | None:
    """«وشهدت دوما خروقات», «تعرضت دوما لقصف»: the verb opens its clause, and fighting or a truce stands behind the name; in
    «التي شهدت دوما خروقات» the verb has its subject before it, and the word is an adverb. A town is feminine where the word is
    not: «شهدت الباب معارك»."""
    verb = mention.first - 1
    if not words.is_a("is_seen_by", verb):
        return None
    opens = not words.joined(verb - 1) or words.texts[verb].startswith(("و", "ف"))
    opener = cues.ending(CueKind.OPENER, verb - 1)
    if not opens and (opener is None or opener.value == "relative"):
        return None
    behind = min(mention.last + _SEEN_REACH, words.sentence(words.sentences[verb])[1])
    if not cues.within(mention.last + 1, behind, CueKind.CONFLICT, CueKind.TRUCE, CueKind.STATUS):
        return None
    return Because.FOUGHT_OVER if words.texts[mention.last].endswith(_FEMININE) else Because.SHELLED
