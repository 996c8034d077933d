"""Government: words right beside a name that tell of what a state does, or of what is done with it («أعلنت السعودية»)."""

from __future__ import annotations

from geo.cue import CueKind, Cues
from geo.mention import Mention
from geo.text.phrase import Words
from geo.toponym.verb_form import has_form_of_verb, is_feminine_imperfect

_DEALT_WITH = (CueKind.PARTY, CueKind.SPONSOR, CueKind.OFFICE, CueKind.HOSTS, CueKind.VISIT, CueKind.EXPERIENCE)
_AND = ((), ("و",), ("ف",))
_ARTICLE = "ال"


def governs(words: Words, cues: Cues, mention: Mention, *, adjective: bool) -> bool:
    """«أعلنت السعودية», «إن المغرب», «بوساطة قطر», «قطر ترحب»: a verb, a complementizer or a noun of dealings right before a
    bare name, or the verb behind one that opens its clause. `adjective` if the word may be the adjective of a noun before it,
    which it is behind any noun that agrees with it: «حكومة سورية», «الحكومة السعودية». Arabic only."""
    first = mention.first
    if words.is_english(first) or mention.prefixes not in _AND or mention.setting or mention.direction:
        return False
    alone = first == 0 or not words.joined(first - 1)
    if alone or mention.prefixes:
        return (alone or not adjective) and _acts_as_topic(words, cues, mention)  # «طائرات روسية وسورية شنت»
    before = first - 1
    noun = words.texts[before]
    verb = (has_form_of_verb(noun) and not noun.startswith(_ARTICLE)) or _opens_relative(words, cues, before)
    opener = cues.ending(CueKind.OPENER, before)
    if opener is not None and not verb:
        return opener.value == "complement" or _acts_as_topic(words, cues, mention)  # «بينما السعودية تستولي»
    said = cues.ending(CueKind.SPEECH, before) is not None
    if not adjective:
        return verb or said or any(cues.ending(kind, before) for kind in _DEALT_WITH)
    if words.texts[first].startswith(_ARTICLE):  # «بقيادة السعودية»; «القيادة السعودية»
        return not noun.startswith(_ARTICLE) and (verb or said or any(cues.ending(kind, before) for kind in _DEALT_WITH))
    return verb or words.is_a("particle_of_party", before)


def _opens_relative(words: Words, cues: Cues, verb: int) -> bool:
    """«الذي تقوده السعودية»: a verb with its object, which has the form of a noun elsewhere («تركية»)."""
    opener = cues.ending(CueKind.OPENER, verb - 1)
    return opener is not None and opener.value == "relative" and words.texts[verb].startswith("ت")


def _acts_as_topic(words: Words, cues: Cues, mention: Mention) -> bool:
    """«قطر تعلن», «والسعودية ترحب»: a verb right behind a name that opens its clause; «قطر: …» at the start of a line."""
    behind = mention.last + 1
    if behind >= len(words):
        return False
    if not words.joined(mention.last):
        label = mention.first == 0 or "\n" in words.between(mention.first - 1, mention.first)
        return label and words.between(mention.last, behind).strip() == ":"
    return is_feminine_imperfect(words.texts[behind]) or cues.starting(CueKind.SPEECH, behind) is not None
