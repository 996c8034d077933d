"""Interstate truces: where two states fight each other, a truce between them is one in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from geo.cue import Cue, CueKind
from geo.gazetteer import Area, Kind
from geo.mention import Mention
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence
from geo.toponym.home import home_of_sides
from geo.toponym.resolution import Resolution, Role

_BETWEEN = "between"
_BY = "by"
_WITH = "with"
_WITH_REACH = 3  # words from a truce to "with": "a ceasefire agreement with"
_BETWEEN_REACH = 8  # words between a truce and "between": "a truce that took effect on Monday between …"
_SIDES_REACH = 7  # words from «بين» to the second state: «بين قوات كل من الهند وباكستان»
_TALKS_REACH = 3  # words from those who talk to the truce: "on a"
_OPENING_REACH = 4  # words that a sentence may have before its subject: "the prime ministers of"
_OWN_DEEDS = (
    "agreed",
    "in_force",
    "extended",
    "violated",
)  # what one does with a truce of one's own; talks may be about another's
_OF_TWO = ("تا", "ان")  # «توصلتا», «تتفقان»
_FORCES_REACH = 2  # words from "Chilean" to "troops"
_LISTED_REACH = 2  # words from one adjective to the next
_ACCUSED_REACH = 3  # words from a verb of accusing to who accuses, from him to who is accused
_ACCUSES = "accus"
_SAID_REACH = 4  # words from who speaks to whom he speaks of: "said on Monday that"
_WEIGHS_REACH = 3  # words from two states to what they do with an offer: "are both considering"
_DEED_REACH = 2  # words from "Malaysia's" to "diplomatic initiative"
_ARTICLES = ("a", "the")
_EACH_OTHER = (("each", "other"), ("one", "another"))
_TWO = ("two", "both")


def at_war(sentence: Sentence, truce: Cue) -> list[Resolution]:
    """In "Peru and Chile agreed to a truce", «دعت الصين إلى هدنة بين الهند وباكستان» the two states; [] where a third is named
    with them, or where the text is about a country that neither of them is: then they talk about somebody else's truce."""
    if not _tells_of_war(sentence, truce):
        return []
    named = _states(sentence)
    for first in named:
        pair = [r for r in named if r.mention.group == first.mention.group]
        two = {r.area for r in pair}
        both = first is pair[0] and len(two) == 2 and not _is_about_another(sentence, pair)
        if both and (_are_sides(sentence, truce, pair) or _announce_own(sentence, truce, pair)):
            return pair
    accusing = _with_the_other(sentence, truce, named) or _accusing(sentence, truce, named)
    return accusing if accusing and not _is_about_another(sentence, accusing) else _armies(sentence, truce)


def _tells_of_war(sentence: Sentence, truce: Cue) -> bool:
    """True for a text that tells of an attack, of any fighting beside a truce that is literally one, or of nothing that such a
    one may stand for; a truce may be one in a trade war, in a text that has more words of that than of attacks."""
    read = sentence.read
    attacks = sum(cue.value == "attack" for cue in read.cues.of(CueKind.CONFLICT))
    if len(read.cues.firsts(CueKind.FIGURATIVE)) > attacks // 2:
        return False
    literal = any(read.words.is_a("ceasefire", i) for i in range(truce.first, truce.last + 1))
    if literal and not read.cues.firsts(CueKind.FIGURATIVE):
        return True
    fighting = [cue for cue in read.cues.of(CueKind.CONFLICT) if not truce.first <= cue.first <= truce.last]
    return any(cue.value == "attack" or (literal and cue.value != "casualty") for cue in fighting)


def _states(sentence: Sentence) -> list[Resolution]:
    """The states that a sentence names, in Arabic also by their capitals («كييف وموسكو»)."""
    read, places = sentence.read, sentence.read.gazetteer.places
    found: list[Resolution] = []
    for resolution in read.resolutions:
        state = read.named_states.get(resolution.mention.first)
        if state is None or resolution.role is Role.VENUE or resolution.area is None:
            continue
        english = sentence.words.is_english(resolution.mention.first)
        capital = places[resolution.area.place].kind is not Kind.COUNTRY
        if sentence.first <= resolution.mention.first <= sentence.last and not (english and capital):
            found.append(replace(resolution, area=Area(state[1])))
    return found


def _is_about_another(sentence: Sentence, pair: Collection[Resolution]) -> bool:
    """True in a text that is about a third country; a country that only speaks («دعت إيران إلى هدنة بين الهند وباكستان») and is
    named no more often than either of the two is none."""
    read, home, states = sentence.read, sentence.read.home, {r.area.place for r in pair if r.area}
    if home is None or home in states:
        return False
    if (
        any(not read.is_abroad(r) and not is_host_of_two(read, r) and not _owns_mediation(read, r) for r in read.places)
        or home_of_sides(read.words, read.demonyms) == home
    ):
        return True
    told = Counter(country for _, country in read.named_states.values())
    return told[home] == 0 or told[home] > min(told[state] for state in states)


def _owns_mediation(read: ReadText, resolution: Resolution) -> bool:
    """ "Malaysia's efforts led to a ceasefire between Thailand and Cambodia": a country of whose deed alone
    is told. English only."""
    last = resolution.mention.last
    owns = read.words.source(last, last).end > resolution.mention.span.end
    behind = range(last + 1, min(last + 1 + _DEED_REACH, len(read.words)))
    return owns and any(read.words.is_a("mediation", i) for i in behind)


def _are_sides(sentence: Sentence, truce: Cue, pair: list[Resolution]) -> bool:
    """True for two states that a sentence lists as those who make, keep or break its truce."""
    texts, first, last = sentence.words.texts, pair[0].mention.first, pair[-1].mention.last
    if not sentence.words.is_english(truce.first):
        return _are_sides_ar(sentence, truce, first, last)
    if texts[first - 1] == _BETWEEN and truce.last < first <= truce.last + 1 + _BETWEEN_REACH:
        return True
    if texts[first - 1] == _BETWEEN and 0 < truce.first - last <= _TALKS_REACH:  # "talks between Peru and Chile on a truce"
        return True
    if texts[first - 1] == _BY and truce.last < first:  # "a ceasefire agreed by Peru and Chile"
        return sentence.words.is_a("made_by_sides", first - 2) and _tells_of_either(sentence, pair)
    opens = first - _opening(sentence) <= _OPENING_REACH or sentence.words.is_a("reports", first - 1)
    weighs = range(last + 1, min(last + 1 + _WEIGHS_REACH, truce.first))
    if opens and any(sentence.words.is_a("weighs", i) for i in weighs):  # "Peru and Chile are considering a truce"
        return not sentence.cues.within(last + 1, truce.first - 1, CueKind.OPENER)
    done = sentence.cues.within(last + 1, truce.first - 1, CueKind.STATUS) if opens else []
    charged = any(sentence.words.is_a("charges_the_other", i) for i in range(last + 1, last + 1 + _SAID_REACH))
    if opens and charged and texts[truce.first - 1] in _ARTICLES and last < truce.first:
        return any(texts[i - 1 : i + 1] in _EACH_OTHER for i in range(last + 2, truce.first))
    return any(cue.value in _OWN_DEEDS and not sentence.cues.starting(CueKind.SPONSOR, cue.first) for cue in done)


def _opening(sentence: Sentence) -> int:
    """The first word of a sentence, behind the name of where its report was filed."""
    filed = [
        r
        for r in sentence.read.resolutions
        if r.mention.first == sentence.first and r.mention.first in sentence.read.whereabouts
    ]
    return filed[0].mention.last + 1 if filed else sentence.first


def _are_sides_ar(sentence: Sentence, truce: Cue, first: int, last: int) -> bool:
    """«هدنة بين الهند وباكستان», «اتفقت الهند وباكستان على هدنة», «إن الهند وباكستان توصلتا إلى هدنة», «تبادلت الهند وباكستان
    الاتهام بخرق الهدنة»; who only announces a truce («أعلنت مصر وقطر هدنة») is no side."""
    parties = sentence.cues.within(truce.last + 1, min(truce.last + 1 + _BETWEEN_REACH, sentence.last), CueKind.PARTY)
    if any(
        sentence.words.is_a("between", cue.first) and cue.last < first and last - cue.last <= _SIDES_REACH for cue in parties
    ):
        return True
    told = [cue for cue in sentence.cues.within(sentence.first, truce.first, CueKind.STATUS) if cue.first < truce.first]
    if any(cue.value == "agreed" and cue.last + 1 == first for cue in told):
        return True
    done = [cue for cue in told if cue.value in _OWN_DEEDS]
    if any(cue.first == last + 1 and sentence.words.texts[cue.first].endswith(_OF_TWO) for cue in done):
        return True  # «اتفقتا على», «تمددان», «تخرقان»
    broken = any(cue.value == "violated" and cue.first > last for cue in told)
    each_other = any(sentence.words.is_a("does_to_each_other", i) for i in (first - 1, last + 1) if i < len(sentence.words))
    return broken and each_other


def _with_the_other(sentence: Sentence, truce: Cue, named: list[Resolution]) -> list[Resolution]:
    """ "Peru signed a ceasefire with Chile", "Peru remains committed to the ceasefire with Chile": who does something with a
    truce of his own, and with whom he has it; "discussed the ceasefire with Chile" may be about another's. English only."""
    texts, reach = sentence.words.texts, range(truce.last + 1, truce.last + 1 + _WITH_REACH)
    other = next((r for r in named if r.mention.first - 1 in reach and texts[r.mention.first - 1] == _WITH), None)
    one = next((r for r in named if r.mention.last < truce.first and other and r.area != other.area), None)
    if one is None or other is None or one.mention.first - _opening(sentence) > _OPENING_REACH:
        return []
    done = sentence.cues.within(one.mention.last + 1, truce.first - 1, CueKind.STATUS)
    own = done and all(cue.value in _OWN_DEEDS for cue in done) and not sentence.is_negated(done[0])
    return [one, other] if own and _are_alone(sentence, (one, other)) else []


def _announce_own(sentence: Sentence, truce: Cue, pair: list[Resolution]) -> bool:
    """«أعلنت الهند وباكستان هدنة», «الهند وباكستان تعلنان هدنة» in a text about one of them that calls them «البلدين»:
    elsewhere who announces a truce may only have brokered it. Arabic only."""
    first, last, read = pair[0].mention.first, pair[-1].mention.last, sentence.read
    if sentence.words.is_english(truce.first) or read.home not in {r.area.place for r in pair if r.area}:
        return False
    told = [cue for cue in sentence.cues.within(sentence.first, truce.first, CueKind.STATUS) if cue.value == "announced"]
    beside = any(cue.last + 1 == first or cue.first == last + 1 for cue in told)
    return beside and truce.first > last and _names_both(read, range(1, len(read.words)))


def _accusing(sentence: Sentence, truce: Cue, named: list[Resolution]) -> list[Resolution]:
    """In "Peru accused Chile of breaking the truce", «اتهمت الهند باكستان بخرق الهدنة», «اتهم الجيش التايلاندي كمبوديا بخرق
    الهدنة» each is a side of it, unless the text names a third state, whose war it may be, and not the two as a pair."""
    told = sentence.cues.within(sentence.first, truce.first, CueKind.STATUS)
    breach = next((cue.first for cue in reversed(told) if cue.value == "violated"), sentence.first)
    accuses = _accuses if sentence.words.is_english(truce.first) else _accuses_ar
    for one, other in pairwise(sorted([*named, *_of_forces(sentence)], key=lambda r: r.mention.first)):
        apart = one.area != other.area and one.mention.group != other.mention.group and other.mention.last < breach
        if apart and accuses(sentence, one.mention, other.mention, breach) and _are_alone(sentence, (one, other)):
            return [one, other]
    return []


def _accuses(sentence: Sentence, one: Mention, other: Mention, breach: int) -> bool:
    """ "Peru accused Chile of breaking the truce", "Peru said Chile had broken the truce"."""
    words = sentence.words
    between = range(one.last + 1, other.first)
    said = any(words.is_a("charges", i) for i in between) and len(between) <= _SAID_REACH
    if said and all(words.is_a("auxiliary", i) for i in range(other.last + 1, breach)) and words.joined(other.last):
        return True
    return words.texts[other.last + 1] == "of" and any(words.texts[i].startswith(_ACCUSES) for i in between)


def _accuses_ar(sentence: Sentence, one: Mention, other: Mention, breach: int) -> bool:
    """True for a verb before the first or between both, and for the second as its object, unlike «اتهمت إسرائيل الحزب في
    لبنان»."""
    near = other.first - one.last <= _ACCUSED_REACH + 1 and breach - other.last <= _ACCUSED_REACH + 1
    before = range(max(one.first - _ACCUSED_REACH, sentence.first), other.first)
    placed = sentence.preposition(other.first - 1) is not None
    return near and not placed and any(sentence.words.is_a("accuses", i) for i in before)


def _are_alone(sentence: Sentence, pair: Collection[Resolution]) -> bool:
    """True for two states in a text that names no third one but as a host, or calls them "the two countries"."""
    read, states = sentence.read, {r.area.place for r in pair if r.area}
    hosts = {r.mention.first for r in read.resolutions if r.role is Role.VENUE} | read.whereabouts
    if {country for first, (_, country) in read.named_states.items() if first not in hosts} <= states:
        return True
    return _names_both(read, range(1, len(read.words)))


def is_host_of_two(read: ReadText, resolution: Resolution) -> bool:
    """«واتفق البلدان على الهدنة في ماليزيا», "the two countries agreed to the truce in Malaysia": where two states meet whose
    truce the text has named before; not a country of which it names parts, whose truce the two may talk about."""
    mention, area = resolution.mention, resolution.area
    if area is None or not read.gazetteer.is_country(area):
        return False
    first, _ = read.words.sentence(read.words.sentences[mention.first])
    others = {country for word, (_, country) in read.named_states.items() if word < first} - {area.place}
    known = len(others) > 1 and bool(read.cues.within(0, first - 1, CueKind.TRUCE))
    inside = any(r.area and r.area != area and read.gazetteer.lies_in(r.area, area) for r in read.resolutions)
    return known and not inside and _names_both(read, range(max(first, 1), mention.first))


def _names_both(read: ReadText, reach: range) -> bool:
    """«البلدان», "the two countries"."""
    texts = read.words.texts
    named = (i for i in reach if read.words.is_a("two_states", i))
    return any(not read.words.is_english(i) or texts[i - 1] in _TWO for i in named)


def _armies(sentence: Sentence, truce: Cue) -> list[Resolution]:
    """In "Peruvian and Chilean troops traded fire, breaching the truce", "a truce between Peruvian and Chilean forces" the two
    states whose forces are told of. English only."""
    read, words = sentence.read, sentence.words
    named = [
        (match.first, match.last, match.values[0]) for match in read.demonyms.find(words)
        if (sentence.first <= match.first and match.last < truce.first) or (truce.last < match.first <= sentence.last)
    ]  # fmt: skip
    for (first, last, one), (behind, end, other) in pairwise(sorted(named)):
        forces = sentence.cues.within(end + 1, end + _FORCES_REACH, CueKind.CONFLICT)
        armed = bool(forces) and not forces[0].value
        home = read.home in (None, one, other)
        if first > truce.last and (words.texts[first - 1] != _BETWEEN or first > truce.last + 1 + _BETWEEN_REACH):
            continue
        if one != other and behind - last <= _LISTED_REACH and (armed or _agree(sentence, truce, end + 1)) and home:
            return [_of_adjective(sentence, i, j, country) for i, j, country in ((first, last, one), (behind, end, other))]
    return []


def _agree(sentence: Sentence, truce: Cue, who: int) -> bool:
    """ "Peruvian and Chilean leaders met in Quito and agreed a ceasefire", in a sentence that names no third state."""
    titled = sentence.words.is_a("ruler", who) or sentence.words.is_a("official", who)
    done = sentence.cues.within(who, truce.first - 1, CueKind.STATUS) if titled else []
    named = [r for r in _states(sentence) if r.mention.first < truce.first]
    abroad = [r for r in named if r.mention.first not in sentence.read.whereabouts]
    return not abroad and any(cue.value == "agreed" for cue in done)


def _of_forces(sentence: Sentence) -> list[Resolution]:
    """«الجيش التايلاندي», «وزير الدفاع التايلاندي», "the Thai army": the states whose own forces or rulers a sentence names."""
    words, found = sentence.words, []
    for match in sentence.read.demonyms.find(words):
        if sentence.first <= match.first and match.last <= sentence.last:
            beside = match.first - 1 if not words.is_english(match.first) else match.last + 1
            if beside < len(words) and (words.is_a("state_side", beside) or words.is_a("state_office", beside)):
                found.append(_of_adjective(sentence, match.first, match.last, match.values[0]))
    return found


def _of_adjective(sentence: Sentence, first: int, last: int, country: str) -> Resolution:
    span = sentence.words.source(first, last)
    mention = Mention(span=span, name=span, first=first, last=last, candidates=(), prefixes=(), group=-1 - first)
    return Resolution(mention=mention, area=Area(country), candidates=())


def _tells_of_either(sentence: Sentence, pair: list[Resolution]) -> bool:
    """True if the text names a place inside of one of the states: two that agree may be the patrons of somebody's truce."""
    states = {r.area.place for r in pair if r.area}
    named = [sentence.read.gazetteer.places[r.area.place] for r in sentence.read.resolutions if r.area]
    return any(place.kind is not Kind.COUNTRY and place.country in states for place in named)
