"""Where a truce is that a text gives no place: the place or country that the text is about, or the two states that fight."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim import Claim
from geo.coverage.focus import tells_of_fighting
from geo.coverage.interstate import at_war
from geo.coverage.placement import is_other_front
from geo.cue import CueKind
from geo.edtf import Edtf
from geo.gazetteer import Area
from geo.status.naming import ZONES, is_definite
from geo.status.outcome import FARES
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution
from geo.truce.record import Truce
from geo.truce.standing import claim_status, is_history

_SIGNS_OF_WAR = (CueKind.CONFLICT, CueKind.MEETING, CueKind.SPONSOR)  # a singer's truce with the press has none of them
_COUNTRY_SENTENCES = 2  # how far back a truce without a place looks for the country that something is in
_PASSIVE_REACH = 3  # words from a truce to the verb that it is the subject of
_NAMED_BY = 2  # the number of the last sentence by which a text that names parts of a country has named that
_LEAD = 1  # the number of the sentence behind the headline


def in_topic(truces: Sequence[Truce], read: ReadText, published: Edtf | None) -> list[Truce]:
    """«أفغانستان: … هدنة مع طالبان»: a text that never says where its truce is means the place of its headline, else the
    country that something was last said to be in, or the only part of one that could be its zone. A truce without a status,
    or one of years ago, stays without a place."""
    at_war = any(read.cues.of(kind) for kind in _SIGNS_OF_WAR)
    if not at_war and not (read.topic and read.precedes_colon(read.topic)):  # «#السويداء: الهدنة صامدة»
        return []
    for truce in truces:
        excluded = {r.area for c in truce.claims for r in c.coverage.excluded}
        says = [c for c in truce.claims if (c.says_of_truce or _came_about(c, read)) and claim_status(c, published)]
        says = [c for c in says if at_war or (c.status and c.status.value in FARES)]
        zones = [c for c in truce.claims if c.type in ZONES and c.truce and claim_status(c, published)]
        if (says or zones) and not truce.claims[0].earlier and not any(is_history(c, published) for c in truce.claims):
            pair = _of_two_states(truce, read) if says else []
            before = read.topic if pair and read.topic and read.topic.mention.first < says[0].clause.first else None
            if pair and (before is None or before.area in {side.area for side in pair}):
                truce.place(says[0], [pair])
                continue
            topic = None if any(_is_beside_topic(c, read) for c in truce.claims) else read.topic
            place = topic or next((p for c in says[:1] if (p := _last_country(c, read))), None)
            place = place or next((p for c in zones[:1] if (p := _zone_of(c, read))), None)
            place = place or next((p for c in (says or zones)[:1] if (p := _home(c, read)) and not _sponsors(p, truce)), None)
            if place and place.area not in excluded:
                truce.place((says or zones)[0], [[place]])
    return [truce for truce in truces if truce.areas]


def _is_beside_topic(claim: Claim, read: ReadText) -> bool:
    """«خرق للهدنة، بينما استمرت المعارك في الرقة»: a headline that names no place but one of other fighting."""
    if claim.truce is None or read.topic is None or read.words.sentences[read.topic.mention.first] != claim.clause.sentence:
        return False
    return is_other_front(Sentence(read, claim.clause.sentence, continues=False), read.topic, claim.truce, claim.clause)


def _came_about(claim: Claim, read: ReadText) -> bool:
    """ "A truce has been reached between …", "talks on a truce have failed". English only."""
    english = read.words.is_english(claim.clause.first)
    if not claim.truce or not claim.status or not english or claim.truce.kind is not CueKind.TRUCE:
        return False
    return claim.status.value in ("agreed", "rejected") and 0 < claim.status.first - claim.truce.last <= _PASSIVE_REACH


def _of_two_states(truce: Truce, read: ReadText) -> list[Resolution]:
    """The two states that fight, where a sentence that tells of the truce names them as its sides."""
    told = [c for c in truce.claims if c.truce and c.truce.kind is CueKind.TRUCE]
    for claim in told:
        if claim.truce and (pair := at_war(Sentence(read, claim.clause.sentence, continues=False), claim.truce)):
            return pair
    return []


def _zone_of(claim: Claim, read: ReadText) -> Resolution | None:
    """«انتهاكات في منطقة خفض التصعيد»: a zone that is known is the only part of its country that a text names; several zones
    («مناطق خفض التصعيد») lie in the country as a whole."""
    first, last = claim.clause.first, claim.clause.last
    if any(cue.value == "many" for cue in read.cues.within(first, last, CueKind.ZONES)):
        return next((r for r in reversed(read.places) if r.area == Area(read.home or "")), None)
    abroad = {r.mention.group for r in read.places if read.is_abroad(r)}  # «الحدود مع الأردن والجولان»
    parts = [r for r in read.places if r.mention.group not in abroad and _is_part(r, read)]
    known = claim.truce is not None and is_definite(read.words, read.cues, claim.truce)
    return parts[0] if known and len({r.area for r in parts}) == 1 else None


def _home(claim: Claim, read: ReadText) -> Resolution | None:
    """The country that an English text is about, where it begins with a truce and has named no part of the country."""
    alone = next(iter(read.states_named)) if len(read.states_named) == 1 else None
    home = read.home or alone
    if claim.clause.sentence > _LEAD or not read.words.is_english(claim.clause.first) or home is None:
        return None
    if any(r.mention.first <= claim.clause.last and _is_part(r, read) and not read.is_abroad(r) for r in read.places):
        return None
    if not tells_of_fighting(read):
        return None
    named = next((r for r in read.resolutions if r.area == Area(home)), None) or next(read.adjectives_of(home), None)
    if not _is_told_of(home, read):
        return None
    part = any(_is_part(r, read) and not read.is_abroad(r) for r in read.places)
    return None if named is None or (part and read.words.sentences[named.mention.first] > _NAMED_BY) else named


def _sponsors(country: Resolution, truce: Truce) -> bool:
    """ "An accord agreed by the United States and Russia": it is not in either of them."""
    return country.area is not None and any(country.area.key in claim.sponsors for claim in truce.claims)


def _is_told_of(country: str, read: ReadText) -> bool:
    """False for a country that a text names only as that of who speaks, or to say where somebody is."""
    aside = read.of_speakers | read.whereabouts
    named = [r.mention.first for r in read.resolutions if r.area and read.gazetteer.places[r.area.place].country == country]
    return any(first not in aside for first in (*named, *(r.mention.first for r in read.adjectives_of(country))))


def _is_part(resolution: Resolution, read: ReadText) -> bool:
    """True for a part of a country that is no capital."""
    area = resolution.area
    if area is None or area.place in read.gazetteer.capital_cities:
        return False
    return not read.gazetteer.is_country(area)


def _last_country(claim: Claim, read: ReadText) -> Resolution | None:
    """«وفي سوريا معارك … وطالب المبعوث بهدنة»: the country that something was last said to be in, where
    the text names nothing inside of it since."""
    floor = read.words.sentence_starts[max(claim.clause.sentence - _COUNTRY_SENTENCES, 0)]
    named = [r for r in read.places if floor <= r.mention.first <= claim.last]
    last = next((r for r in reversed(named) if not (r.area and r.area.direction)), None)
    if any(last is None or r.area is None or last.area is None or r.area.place != last.area.place for r in named[-1:]):
        return None  # «في شمال سوريا» says no more than «في سوريا» before it
    if not last or not read.gazetteer.is_country(last.area):
        return None
    preposition = read.cues.ending(CueKind.LOCATIVE, last.mention.first - 1)
    return last if "ب" in last.mention.prefixes or (preposition is not None and preposition.value == "in") else None
