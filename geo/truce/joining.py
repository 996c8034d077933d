"""Truces: the claims of one text that speak of the same truce, and the status that each claim gives it.

A truce that exists and one that is only talked about stay apart, and so do an evacuation and a ceasefire in the same place. A
claim without a place («رغم الخروقات») speaks of the truce that was named last.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from geo.agreement import AgreementType
from geo.claim import NEARBY_SENTENCES, Claim, is_old
from geo.coverage.container import holds_unnamed, is_beside_unnamed
from geo.cue import CueKind
from geo.edtf import Edtf
from geo.gazetteer import Area
from geo.status import Status
from geo.status.naming import ZONES, is_definite, is_named_before
from geo.status.outcome import REACHED
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution
from geo.truce.anterior import is_of_former
from geo.truce.course import drop_hours, drop_terms, follow
from geo.truce.leaving import name_places_left
from geo.truce.narrowing import name_districts, narrow_breaches, narrow_counted, narrow_headline, narrow_sides
from geo.truce.record import Truce
from geo.truce.standing import BACKGROUND, EXISTING, claim_status, first_days, is_history
from geo.truce.topic import in_topic
from geo.truce.widening import is_named_country, widen_breaches

_HAD_REACH = 2  # words between "had" and what had been said
_LEAD = 1  # the number of the sentence behind the headline
_FURTHER_REACH = 4  # words between "permanent" and the truce
_YESTERDAY = 1
_LOCAL = "محلي"  # «محلية» too


def join_claims(claims: Sequence[Claim], read: ReadText, published: Edtf | None) -> list[Truce]:
    """The claims by truce; truces for which no place is named are left out."""
    truces: list[Truce] = []
    drop_terms(claims, read)
    drop_hours(claims, read)
    before: Claim | None = None
    for claim in claims:
        status = claim_status(claim, published)
        exists = is_standing(claim, read) if status in (None, Status.UNKNOWN) else status in EXISTING
        former = is_of_former(claim, before, read, published)
        truce = None if former else _truce_of(claim, exists, truces, read, published)
        if truce is None:
            truce = Truce(exists)
            truces.append(truce)
        before = claim
        truce.exists = exists if truce.exists is None else truce.exists
        truce.add(claim)
    for truce in truces:
        follow(truce.claims, read)
    widen_breaches(truces, read)
    narrow_breaches(truces, read)
    narrow_headline(truces)
    narrow_counted(truces, read)
    narrow_sides(truces, read)
    name_districts(truces, read)
    placed = _without_headline_talks([truce for truce in truces if truce.areas])
    placed = _without_half_acceptance(_without_general(placed, read), read)
    placed = _without_terms(_without_decreed_talks(_without_old_wishes(placed, read)), read)
    if placed:
        placed = _with_unplaced(placed, truces, read, published)
    else:
        placed = in_topic(truces, read, published) or name_places_left(truces, read)
        placed = placed or _in_likely_places(truces, published)
        name_districts(placed, read)
    placed += _with_their_areas([truce for truce in truces if not truce.areas], placed, read, published)
    return _as_one([truce for truce in placed if not _is_background(truce, placed, read, published)], read, published)


def _without_headline_talks(truces: list[Truce]) -> list[Truce]:
    """«وفد يتوسط لهدنة في الوادي» above «توصل الطرفان إلى اتفاق في الوادي»: the headline's talks are those that the lead says
    have led to it."""
    told = {
        area for truce in truces if truce.exists for c in truce.claims if 0 < c.clause.sentence <= _LEAD and c.own_status
        for area in (r.area for r in c.areas) if not c.earlier
    }  # fmt: skip

    def is_headline(truce: Truce) -> bool:
        placed = [c for c in truce.claims if c.areas]
        return truce.exists is False and not any(c.clause.sentence for c in placed) and set(truce.areas) <= told

    return [truce for truce in truces if not is_headline(truce)]


def _without_general(truces: list[Truce], read: ReadText) -> list[Truce]:
    """«أبرز الهدن في سوريا» above those that the text tells of: truces in general are none of their own."""
    told = [truce for truce in truces if not all(_are_several(c, read) and c.status is None for c in truce.claims)]
    return told or truces


def _without_half_acceptance(truces: list[Truce], read: ReadText) -> list[Truce]:
    """«البرهان يقبل الهدنة في الفاشر» above «وافق البرهان على مقترح بهدنة في الفاشر»: what the headline says is accepted is
    what the lead says is still proposed, for one side alone accepts it. Arabic only."""
    offered = {
        area for truce in truces if truce.exists is False for c in truce.claims if c.clause.sentence == _LEAD and c.own_status
        for area in (r.area for r in c.areas)
    }  # fmt: skip

    def is_accepted(claim: Claim) -> bool:
        status = claim.status
        return status is not None and not claim.clause.sentence and read.words.is_a("accepts", status.first, status.offset)

    def is_half(truce: Truce) -> bool:
        english = read.words.is_english(truce.claims[0].clause.first)
        return not english and truce.exists is True and set(truce.areas) <= offered and all(map(is_accepted, truce.claims))

    return [truce for truce in truces if not is_half(truce)]


def _without_terms(truces: list[Truce], read: ReadText) -> list[Truce]:
    """«بحث الطرفان تسوية أوضاع المقاتلين», «يشترطون تحديد مسافة», "could not agree on a pull-out of fighters" beside a truce of
    the area: what is asked for is a term of it, and none of its own."""

    def is_term(claim: Claim) -> bool:
        truce = claim.truce
        if truce is None:
            return claim.status is not None and claim.status.value == "proposed"
        if truce.value == "evacuation_settlement" and claim.negated and claim.status and claim.status.value == "agreed":
            return True
        behind = range(truce.first + 1, min(truce.last + 2, len(read.words)))
        return any(read.words.is_a("standing", i) for i in behind)

    others = {area for truce in truces if not all(map(is_term, truce.claims)) for area in truce.areas}
    return [truce for truce in truces if not (all(map(is_term, truce.claims)) and set(truce.areas) <= others)]


def _without_old_wishes(truces: list[Truce], read: ReadText) -> list[Truce]:
    """«اتفقوا على هدنة في اليمن … وكانت الأمم المتحدة دعت إلى هدنة», "agreed on a truce … had been negotiating for weeks": what
    «كان», "had" or "been" puts before the truce that was then reached in the same area was about that one."""
    reached = {area for truce in truces if truce.exists and not truce.claims[0].earlier for area in truce.areas}

    def is_old(claim: Claim) -> bool:
        texts, verb = read.words.texts, claim.status.first if claim.status else 0
        before = texts[max(claim.clause.first, verb - _HAD_REACH) : verb]
        return read.words.is_a("had", read.words.sentence(claim.clause.sentence)[0]) or not {
            "had",
            "been",
        }.isdisjoint(before)

    return [t for t in truces if t.exists is not False or not set(t.areas) <= reached or not all(map(is_old, t.claims))]


def _as_one(truces: Sequence[Truce], read: ReadText, published: Edtf | None) -> list[Truce]:
    """The truces without those that an English text means by one before them: one that is over, or one of the same area, where
    the later does not say that it is over itself; unless it calls the later one new."""
    found: list[Truce] = []
    for truce in sorted(truces, key=lambda t: min(c.clause.first for c in t.claims if c.areas)):
        areas, earlier = set(truce.areas), truce.claims[0].earlier
        alike = [t for t in found if t.exists is truce.exists and t.claims[0].earlier is earlier and areas <= set(t.areas)]
        same = [t for t in alike if areas == set(t.areas) and not _is_told_over(truce, published)]
        before = next((t for t in (*same, *alike) if t in same or _is_told_over(t, published)), None)
        new = not read.words.is_english(truce.claims[0].clause.first) or any(_is_further(c, read) for c in truce.claims)
        new = new or (before is not None and _is_of_later_entry(truce.claims[0], before, read, published))
        if before and not new and all(map(before.may_hold, truce.claims)):
            for claim in truce.claims:
                before.add(claim)
        else:
            found.append(truce)
    return [truce for truce in truces if any(truce is t for t in found)]


def _is_told_over(truce: Truce, published: Edtf | None) -> bool:
    return any(claim_status(claim, published) is Status.ENDED for claim in truce.claims)


def _is_background(truce: Truce, truces: Sequence[Truce], read: ReadText, published: Edtf | None) -> bool:
    """Of a truce that an English text begins by telling as reached, later talks are those that led to it, unless they are about
    a further one ("a permanent ceasefire"); where it begins with talks, what a clause of time says was agreed is part of
    them."""
    areas = [area for t in truces if t is not truce and not t.claims[0].earlier for area in t.areas]
    beside = any(c.clause.first <= r.mention.first <= c.clause.last for c in truce.claims for r in c.areas)
    if truce.claims[0].earlier and _is_told_over(truce, published):
        return False  # "an earlier truce in the town collapsed": one of its own, that is over
    if truce.claims[0].earlier and not beside and all(any(_meet(area, a, read) for a in areas) for area in truce.areas):
        return True  # "a truce signed in March collapsed" behind the news of a new one
    if not all(c.clause.sentence > _LEAD and read.words.is_english(c.clause.first) for c in truce.claims if c.areas):
        return False
    for other in truces:
        told = other is not truce and other.exists is not truce.exists and set(truce.areas) & set(other.areas)
        if not told or min(c.clause.sentence for c in other.claims) >= min(c.clause.sentence for c in truce.claims if c.areas):
            continue
        said = {claim_status(c, None) for c in other.claims} - {None, Status.UNKNOWN}
        own = {claim_status(c, None) for c in truce.claims if c.areas} - {None, Status.UNKNOWN}
        if truce.exists is False and said <= {Status.AGREED, Status.IN_FORCE} and own <= {Status.PROPOSED, Status.NEGOTIATING}:
            return not any(_is_further(c, read) for c in truce.claims)
        if truce.exists and said <= {Status.PROPOSED, Status.NEGOTIATING} and own == {Status.AGREED}:
            return all(c.clause.relation in BACKGROUND for c in truce.claims if c.areas)
    return False


def _is_further(claim: Claim, read: ReadText) -> bool:
    first = claim.truce.first if claim.truce else 0
    return any(word in read.words.classes["further"] for word in read.words.texts[max(first - _FURTHER_REACH, 0) : first])


def _with_their_areas(
    unplaced: Sequence[Truce], placed: Sequence[Truce], read: ReadText, published: Edtf | None
) -> list[Truce]:  # fmt: skip
    """ "An earlier ceasefire broke down after a day" beside the news of another: it was a truce of the area of the one told
    last, and is over."""
    standing = [t for t in placed if not t.claims[0].earlier and t.exists] or placed
    told = [(c.clause.first, t) for t in standing if not t.claims[0].earlier for c in t.claims if c.areas]
    found: list[Truce] = []
    for truce in unplaced if told else ():
        over = [c for c in truce.claims if c.earlier and claim_status(c, published) is Status.ENDED and c.told_as_fact]
        if over and any(_follows(c, over[0]) for _, t in told for c in t.claims):
            continue
        if over:
            before = [(first, t) for first, t in told if first < over[0].clause.first]
            _, named = max(before, key=itemgetter(0)) if before else told[0]
            truce.place(over[0], [_told_places(named, read)])
            found.append(truce)
    return found


def _follows(news: Claim, over: Claim) -> bool:
    """«مددت الهدنة بعد انتهاء هدنة سابقة»: what ended is the truce that the news of its sentence goes on with."""
    longer = news.status is not None and news.status.value == "extended" and news.told_as_fact
    return longer and over.clause.relation == "time" and news.clause.sentence == over.clause.sentence


def _told_places(truce: Truce, read: ReadText) -> list[Resolution]:
    """The places that a text gives a truce first; for a country those inside of it that it gives it later ("Lebanon's largest
    refugee camp … in Ain al-Hilweh")."""
    first = next(claim.areas for claim in truce.claims if claim.areas)
    if not all(is_named_country(r, read) for r in first):
        return first
    every = {r.area: r for claim in truce.claims for r in claim.areas}
    return [r for r in every.values() if not is_named_country(r, read)] or first


def _without_decreed_talks(truces: list[Truce]) -> list[Truce]:
    """«تبنى المجلس قرارا بهدنة في سوريا … ويعقد جلسة لبحث وقف إطلاق النار في سوريا»: "the" truce that is talked about in the
    area for which the Security Council has demanded one is that one, and it is being applied that is sought."""
    demanded = {area for truce in truces if truce.exists for claim in truce.claims if claim.decreed for area in truce.areas}
    return [
        t for t in truces
        if t.exists is not False or not set(t.areas) <= demanded or not all(c.presupposed or not c.areas for c in t.claims)
    ]  # fmt: skip


def _with_unplaced(placed: list[Truce], truces: Sequence[Truce], read: ReadText, published: Edtf | None) -> list[Truce]:
    """«محادثات هدنة في ليبيا … وكانت هدنة دخلت حيز التنفيذ الأحد»: where all truces that a text places are only talked about,
    and in the same area, one that exists and is named beside no other place has that area too."""
    areas = set(placed[0].areas)
    if any(set(truce.areas) != areas for truce in placed):
        return placed
    if any(truce.exists for truce in placed):
        return _with_new_offer(placed, truces, read, published)
    named = next(claim.coverage.items for claim in placed[0].claims if claim.areas)
    for truce in truces:
        says = [c for c in truce.claims if _tells_of(c, areas, read, published)] if truce.exists and not truce.areas else []
        if says:
            truce.place(says[0], [list(item) for item in named])
            return [*placed, truce]
    return placed


def _with_new_offer(placed: list[Truce], truces: Sequence[Truce], read: ReadText, published: Edtf | None) -> list[Truce]:
    """«خرق الجيش الهدنة في تعز … وعرض المبعوث هدنة جديدة»: where all that a text places is in one area, what it says is offered
    or refused beside a truce that is there is a further one of that area. Arabic only."""
    if any(truce.exists is False for truce in placed):
        return placed
    areas = set(placed[0].areas)
    named = next(claim.coverage.items for claim in placed[0].claims if claim.areas)
    for truce in truces:
        says = [c for c in truce.claims if truce.exists is False and not truce.areas and _offers(c, areas, read, published)]
        if says and says[0].clause.first > placed[0].claims[0].clause.first:
            truce.place(says[0], [list(item) for item in named])
            return [*placed, truce]
    return placed


def _offers(claim: Claim, areas: set[Area], read: ReadText, published: Edtf | None) -> bool:
    """True for a claim that a truce that is not there, nor known, is refused, or, in a main clause, offered or talked about."""
    before = read.words.is_a("had", read.words.sentence(claim.clause.sentence)[0])  # it led to the truce that is there
    if claim.truce is None or claim.presupposed or claim.negated or before:
        return False
    told = (Status.REJECTED,) if claim.clause.relation in BACKGROUND else (Status.PROPOSED, Status.REJECTED, Status.NEGOTIATING)
    sought = claim_status(claim, published) in told
    return sought and not read.words.is_english(claim.truce.first) and _tells_of(claim, areas, read, published)


def _tells_of(claim: Claim, areas: set[Area], read: ReadText, published: Edtf | None) -> bool:
    """True if a claim without a place tells as a fact how the truce of its clause stands, and names no place beside."""
    if not claim.says_of_truce or claim.earlier or not claim.told_as_fact:
        return False
    if claim_status(claim, published) in (None, Status.UNKNOWN) or is_history(claim, published):
        return False
    first, last = read.words.sentence(claim.clause.sentence)
    beside = {r.area for r in read.places if first <= r.mention.first <= last and r.area}
    return all(any(read.gazetteer.lies_in(place, area) for area in areas) for place in beside)


def is_standing(claim: Claim, read: ReadText) -> bool | None:
    """True for a zone that a claim without a status names as one that is there («منطقة خفض التصعيد»), None where it is open:
    «الهدنة» may be one that is only talked about."""
    told = claim.told_as_fact and claim.status is None and claim.areas and claim.truce
    if not told or not claim.truce:
        return None
    behind = read.cues.starting(CueKind.TRUCE, claim.truce.last + 1)  # «اتفاق خفض التصعيد»
    zone = claim.truce if claim.truce.kind is CueKind.TRUCE else behind
    return True if zone and zone.value in ZONES and is_definite(read.words, read.cues, claim.truce) else None


def _in_likely_places(truces: Sequence[Truce], published: Edtf | None) -> list[Truce]:
    """The first truce that is likely in a place, where nothing else says of any where it is."""
    for truce in truces:
        for claim in truce.claims:
            if claim.likely_places and not claim.earlier and not is_history(claim, published):
                truce.place(claim, [list(claim.likely_places)])
                claim.by_words = True
                return [truce]
    return []


def _truce_of(
    claim: Claim, exists: bool | None, truces: Sequence[Truce], read: ReadText, published: Edtf | None
) -> Truce | None:  # fmt: skip
    fitting = [
        t for t in truces
        if (exists is None or t.exists is None or t.exists == exists) and t.claims[0].earlier is claim.earlier
        and not _is_in_one_listed(claim, t, read)
    ]  # fmt: skip
    above = [t for t in fitting if _are_in_one_section(t.claims[-1], claim, read)]
    recent = [t for t in above if claim.clause.sentence - t.claims[-1].clause.sentence <= NEARBY_SENTENCES]
    if not claim.areas:
        of_old = _is_of_old(claim, read, published)
        recent = [t for t in recent if not _is_aside(t, claim, read) and not of_old and not _is_another(t, claim)]
        goes_on = max(recent, key=lambda t: (t.may_hold(claim), t.claims[-1].clause.first), default=None)
        return goes_on or _offered_before(claim, truces, published)
    areas = [r.area for r in claim.areas if r.area]
    meeting = [
        t for t in fitting
        if t.may_hold(claim) and any(_meet(a, b, read) for a in areas for b in t.areas) and not _is_local(claim, t, read)
        and not _is_wider_ceasefire(claim, t, read) and not _is_of_later_entry(claim, t, read, published)
    ]  # fmt: skip
    if meeting:  # the one of the very same place before one of the whole country, one that is there before talks
        return max(meeting, key=lambda t: (len(set(areas) & set(t.areas)), claim.continues and t.exists is True))
    placed = [t for t in recent if t.areas and t.may_hold(claim)]
    if placed and claim.in_spite and all(holds_unnamed(read, r) and is_beside_unnamed(read, r) for r in claim.areas):
        return max(placed, key=lambda t: t.claims[-1].clause.first)  # "jets hit a Damascus suburb despite the truce"
    known = claim.truce is not None and is_named_before(read.words, claim.truce)
    named = [truce for truce in recent if truce.areas] or _only_one(claim, above, read)
    if named and claim.coverage.fought and known:  # "accused them of breaking the truce by shelling Mokha"
        claim.coverage.items = []
        return max(named, key=lambda t: t.claims[-1].clause.first)
    recent = [truce for truce in recent if truce.may_hold(claim)]
    for truce in sorted(recent, key=lambda t: -t.claims[-1].clause.first):
        if not truce.areas or claim.continues or _is_described(truce, read):
            return truce
    return None


def _are_in_one_section(before: Claim, claim: Claim, read: ReadText) -> bool:
    """False where the heading of another place stands between two claims."""
    return read.sections.at(before.clause.last).first == read.sections.at(claim.clause.last).first


def _offered_before(claim: Claim, truces: Sequence[Truce], published: Edtf | None) -> Truce | None:
    """«قدمت واشنطن مقترح هدنة في غزة. وقبلت حماس المقترح»: what is agreed on right behind an offer is that, where no other
    truce is named."""
    if claim.truce is not None or claim_status(claim, published) is not Status.AGREED or not claim.told_as_fact:
        return None
    near = [t for t in truces if claim.clause.sentence - t.claims[-1].clause.sentence <= 1 and not t.claims[0].earlier]
    return near[-1] if near and claim_status(near[-1].claims[-1], published) is Status.PROPOSED else None


def _is_described(truce: Truce, read: ReadText) -> bool:
    """True for a truce "in a camp in Aleppo", "in a town near Sanaa": the next sentences name the place."""
    return all(holds_unnamed(read, r) for claim in truce.claims for r in claim.areas)


def _only_one(claim: Claim, truces: Sequence[Truce], read: ReadText) -> list[Truce]:
    """The one truce that an English text has placed: "the ceasefire violations" far behind are those of that."""
    placed = [truce for truce in truces if truce.areas]
    return placed if len(placed) == 1 and read.words.is_english(claim.clause.first) else []


def _is_of_old(claim: Claim, read: ReadText, published: Edtf | None) -> bool:
    """«… وكان تفاهم وقع في كانون الأول الماضي ولم يعش إلا أسابيع»: an agreement without an article that is dated further back
    than the news is one of its own. Arabic only."""
    arabic = not read.words.is_english(claim.clause.first)
    new = claim.truce is not None and not claim.presupposed and not is_definite(read.words, read.cues, claim.truce)
    first, _ = read.words.sentence(claim.clause.sentence)
    today = published.earliest if published else None
    days = [timex.last_day for timex, _ in claim.dates if timex.last_day] if read.words.is_a("had", first) else []
    before = bool(today and days) and all(
        (today - day).days > _YESTERDAY for day in days if today
    )  # «وكانا اتفقا في 10 الجاري»
    return arabic and new and claim.status is not None and (is_old(claim, published) or before)


def _is_another(truce: Truce, claim: Claim) -> bool:
    """«… قرار الهدنة في سوريا … وتسري يوميا هدنة أعلنتها روسيا»: a noun without an article brings up a truce of its own; not
    right behind a headline, which the text begins by saying again."""
    last = truce.claims[-1].clause.sentence
    again = last < 1 or claim.clause.sentence == last
    bare = claim.truce is not None and claim.truce.kind is CueKind.TRUCE and not claim.presupposed
    return bare and not again and claim_status(claim, None) is Status.IN_FORCE


def _is_aside(truce: Truce, claim: Claim, read: ReadText) -> bool:
    """«وفي الفاشر هدنة محلية»: a truce that is called local is not the one that a later sentence goes on with."""
    last = truce.claims[-1]
    behind = last.truce.last + 1 if last.truce else len(read.words)
    local = behind < len(read.words) and read.words.texts[behind].startswith(_LOCAL)
    return local and claim.clause.sentence > last.clause.sentence


def _is_local(claim: Claim, truce: Truce, read: ReadText) -> bool:
    """«خرجوا من الوعر بموجب هدنة»: a truce of its own, and not a part of the one in the whole country, nor of «أبرز الهدن في
    سوريا»."""
    areas = {r.area for r in claim.areas}
    whole = all(read.gazetteer.names_country(area) and area not in areas for area in truce.areas)
    if whole and all(_are_several(c, read) for c in truce.claims):
        return True
    own = claim.truce is not None and claim.truce.kind is CueKind.TRUCE and not is_definite(read.words, read.cues, claim.truce)
    again = claim.clause.sentence <= _LEAD and read.words.is_english(claim.clause.first)  # the headline's
    return whole and own and not again and not claim.continues and not claim.coverage.fought


def _are_several(claim: Claim, read: ReadText) -> bool:
    return claim.truce is not None and read.words.is_a("truces", claim.truce.first, claim.truce.offset)


def _is_of_later_entry(claim: Claim, truce: Truce, read: ReadText, published: Edtf | None) -> bool:
    """«12 يناير: هدنة تدخل حيز التنفيذ، وتنهار … ⏎ 5 مارس: يتوصلان إلى هدنة»: a truce that an entry of a chronicle brings up as
    new, behind the end of the one before."""
    known = claim.truce is None or claim.presupposed or is_definite(read.words, read.cues, claim.truce)
    reached = claim.truce is not None and claim.status is not None and claim.status.value in REACHED
    new = (reached or not known) and claim_status(claim, published) in (Status.AGREED, Status.IN_FORCE)
    if not new or not _is_told_over(truce, published) or truce.claims[-1].clause.sentence >= claim.clause.sentence:
        return False
    return Sentence(read, claim.clause.sentence, continues=False).entry is not None


def _is_wider_ceasefire(claim: Claim, truce: Truce, read: ReadText) -> bool:
    """ "De-escalation zones in Idlib and Homs … The nationwide ceasefire came into force in December": a ceasefire of a whole
    country is another agreement than the zones in its parts."""
    whole = all(read.gazetteer.names_country(r.area) for r in claim.areas)
    zones = {c.type for c in truce.claims if c.areas and c.type} == {AgreementType.DE_ESCALATION}
    parts = not any(read.gazetteer.names_country(area) for area in truce.areas)
    return claim.type is AgreementType.CEASEFIRE and whole and zones and parts and not claim.coverage.guessed


def _is_in_one_listed(claim: Claim, truce: Truce, read: ReadText) -> bool:
    """ "A ceasefire in Darfur, South Kordofan and Blue Nile … The one in the Nuba Mountains has been in force since 2016": what
    has a start of its own in a land that shares ground with one alone of several places is a truce of its own."""
    listed = next((c for c in truce.claims if len({r.area for r in c.areas}) > 1), None)
    if listed is None or claim.clause.sentence <= listed.clause.sentence or not first_days(claim):
        return False
    own = {r.area for r in claim.areas if r.area}
    met = {r.area for r in listed.areas if r.area and any(_meet(area, r.area, read) for area in own)}
    return len(met) == 1 and not met & own


def _meet(one: Area, other: Area, read: ReadText) -> bool:
    return read.gazetteer.lies_in(one, other) or read.gazetteer.lies_in(other, one)
