"""Recalled departures: fighters who left a place under a deal of before, of which a text on something else reminds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.agreement import AgreementType
from geo.claim.onset import find_onset
from geo.claim.record import Claim
from geo.coverage import Coverage
from geo.coverage.container import without_containers
from geo.coverage.evacuation import evacuates, places_left
from geo.cue import SETTLEMENT, Cue, CueKind
from geo.edtf import Edtf
from geo.gazetteer import SETTLEMENTS
from geo.status.naming import is_plural
from geo.status.resumption import SINCE
from geo.status.talks import TALK
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution, Role

_NEWS_DAYS = 7  # what lies as far back is no longer news
_MONTH_DAYS = 27  # from the first day of the shortest month to its last
_LEAVERS_BEFORE = 10  # words from those who leave to the verb
_LEAVERS_BEHIND = 8  # the same, behind it
_LAST_REACH = 4  # words from the verb or noun to "last": «إجلاء آخر»
_THERE_REACH = 10  # words from the verb to «منها»
_FROM_REACH = 6  # words from «رحيل» to «عن»: «مقاتلي فيلق الرحمن»
_RULE_REACH = 14  # words from «عاد» to «كنف الدولة», with the place between
_TOLD_BY = (CueKind.EVACUATION, CueKind.TRUCE, CueKind.AGREEMENT)
_DEALS = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.EXCHANGE, CueKind.IMPLEMENTING)
_UNSURE = (CueKind.NEGATION, CueKind.MODALITY, CueKind.PROSPECT)
_SPOKEN_OF = (*TALK, "rejected", "suspended")
_UNDECIDED = ("suspended", "unknown")
_STANDS = ("agreed", "announced", "in_force", "begun", "unknown")
_THE = "ال"
_BESIDE = 2  # words from "bodies" to "fighters"
_LEAVING = "ing"
_SIGNED_REACH = 3  # words from «أبرم» to the date
_ASIDE = ("relative", "where", "time")  # relations of clauses that say of a place what happened there


@dataclass(frozen=True, slots=True)
class _Recalled:
    """What a clause reminds of: the word that tells it, the places, and whether it is `dated` before the news."""

    clause: Clause
    cue: Cue
    places: list[Resolution]
    dated: bool


def recall_departures(told: Sequence[Sentence], claims: Sequence[Claim], published: Edtf | None) -> tuple[list[Claim], bool]:
    """«استعاد الجيش حرستا بعد إجلاء آخر المقاتلين منها», "Daraya, whose last rebels were bused out in August", «حلب التي أجلي
    منها المقاتلون بموجب اتفاق عام 2016», "Barzeh came back under state control under an evacuation deal": the claims that
    such a deal has run its course, and whether claims of the same sentence, that had it agreed or in force, were given that
    status instead."""
    found: list[Claim] = []
    mended = False
    for sentence in told:
        if not sentence.cues.any_within(sentence.first, sentence.last, _TOLD_BY) or sentence.asks:
            continue
        for recalled in (*_departures(sentence, published), *_returns(sentence, published)):
            if _is_news(sentence, claims, recalled.places) or _is_told(found, sentence, recalled.places):
                continue
            told_apart, changed = _mend(sentence, claims, recalled)
            mended = mended or changed
            if not changed:
                found.append(_claim(sentence, recalled, earlier=told_apart))
    return found, mended


def _departures(sentence: Sentence, published: Edtf | None) -> Iterator[_Recalled]:
    """Fighters who left: dated before the news, under several deals, or as the last of them."""
    for clause in sentence.clauses:
        for cue in sentence.cues_in(clause, CueKind.EVACUATION):
            if _is_of_fighters(sentence, cue) and _is_done(sentence, clause, cue):
                dated = _is_dated_before(sentence, clause, published)
                dated = dated or _is_under_several(sentence, published) or (_are_known(sentence, cue) and not sentence.dates)
                places = _left(sentence, clause, cue, dated=dated) if dated or _is_last(sentence, clause, cue) else []
                if places:
                    yield _Recalled(clause, cue, places, dated)


def _returns(sentence: Sentence, published: Edtf | None) -> Iterator[_Recalled]:
    """Towns that came back under a government's rule by a deal on leaving or a settlement."""
    deal = _deal_on_leaving(sentence)
    for clause in sentence.clauses if deal else ():
        back = next((i for i in range(clause.first, clause.last + 1) if _comes_back(sentence, clause, i)), None)
        if back is None or deal is None or not _is_done(sentence, clause, deal._replace(first=back, last=back)):
            continue
        if not _is_by_deal(sentence, clause, back, deal):
            continue
        if _is_dated_before(sentence, clause, published) or _is_under_several(sentence, published):
            inside = [r for r in sentence.places_in(clause) if r.mention.first <= back + _RULE_REACH]
            places = without_containers(sentence, [r for r in inside if _may_be_left(sentence, r)])
            places = places or _of_antecedent(sentence, clause)
            if places:
                yield _Recalled(clause, deal, places, dated=True)


def _is_by_deal(sentence: Sentence, clause: Clause, back: int, deal: Cue) -> bool:
    """True where the deal stands in the clause of what comes back, or in one of time behind it, without fighting."""
    there = sentence.clause_at(deal.first)
    joined = there is clause or (there.first == clause.last + 1 and there.relation == "time")
    fought = any(c.value == "attack" for c in sentence.cues.within(clause.first, clause.last, CueKind.CONFLICT))
    rebels = sentence.cues.within(clause.first, back - 1, CueKind.EVACUEES)
    return joined and not fought and not rebels and not _is_spoken_of(sentence, there)


def _is_spoken_of(sentence: Sentence, clause: Clause) -> bool:
    return any(c.value in _SPOKEN_OF for c in sentence.cues_in(clause, CueKind.STATUS))


def _deal_on_leaving(sentence: Sentence) -> Cue | None:
    """«اتفاق مصالحة», «تسوية», "a surrender deal", "evacuation deals"."""
    for deal in sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE, CueKind.AGREEMENT):
        leaving = sentence.cues.ending(CueKind.EVACUATION, deal.first - 1)
        if deal.value in (SETTLEMENT, AgreementType.EVACUATION_SETTLEMENT) or leaving is not None:
            return deal
    return None


def _comes_back(sentence: Sentence, clause: Clause, word: int) -> bool:
    """«استعادت», «عاد إلى كنف الدولة», "retook", "returned to government control"."""
    words, behind = sentence.words, range(word + 1, min(word + _RULE_REACH, clause.last) + 1)
    written = int(words.texts[word].startswith("و"))
    ruled = words.is_a("comes_back", word, written) and any(words.is_a("rule", i) for i in behind)
    return ruled or words.is_a("retakes", word, written)


def _is_under_several(sentence: Sentence, published: Edtf | None) -> bool:
    """«بموجب اتفاقات مع الحكومة», "in a series of deals": deals of years, and none of the last days."""
    today = published.earliest if published else None
    new = [t for _, t in sentence.dates if today and t.first_day and (today - t.first_day).days <= _NEWS_DAYS]
    deals = sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE, CueKind.AGREEMENT) if not new else []
    return any(
        is_plural(sentence, c) or sentence.words.is_a("deals", c.first) or sentence.words.is_a("deals", c.last) for c in deals
    )


def _may_be_left(sentence: Sentence, place: Resolution) -> bool:
    """False for a country, a place abroad and a capital."""
    area, gazetteer = place.area, sentence.read.gazetteer
    named = area is not None and not gazetteer.is_country(area) and area.place not in gazetteer.capital_cities
    return named and not sentence.read.is_abroad(place)


def _claim(sentence: Sentence, recalled: _Recalled, *, earlier: bool) -> Claim:
    cue = recalled.cue
    over = cue._replace(kind=CueKind.STATUS, value="ended")
    truce = cue._replace(kind=CueKind.TRUCE, value=AgreementType.EVACUATION_SETTLEMENT) if earlier else None
    return Claim(
        clause=recalled.clause, first=cue.first, last=cue.last, coverage=Coverage(items=[recalled.places]), truce=truce,
        type=AgreementType.EVACUATION_SETTLEMENT, status=over, own_status=True, evacuated=True,
        earlier=earlier, onset=find_onset(sentence, recalled.clause, over, in_spite=False),
    )  # fmt: skip


def _is_news(sentence: Sentence, claims: Sequence[Claim], places: Sequence[Resolution]) -> bool:
    """True if other sentences tell of a truce in one of the places, too: it is what the text is about, and may go on."""
    areas = {r.area for r in places}
    return any(c.clause.sentence != sentence.number and not areas.isdisjoint(r.area for r in c.areas) for c in claims)


def _is_told(found: Sequence[Claim], sentence: Sentence, places: Sequence[Resolution]) -> bool:
    areas = {r.area for r in places}
    return any(c.clause.sentence == sentence.number and areas <= {r.area for r in c.areas} for c in found)


def _mend(sentence: Sentence, claims: Sequence[Claim], recalled: _Recalled) -> tuple[bool, bool]:
    """Whether another clause of the sentence tells of a truce in these places, which is a later one, and whether a claim of the
    same clause, or one without a status, was given that its truce has run its course. A claim of talks about another place
    («تسعى إلى تسوية على غرار ما جرى في داريا») loses them."""
    cue, areas = recalled.cue, {r.area for r in recalled.places}
    same = [c for c in claims if c.clause.sentence == sentence.number and not areas.isdisjoint(r.area for r in c.areas)]
    apart, changed = False, False
    for claim in same:
        talks = claim.status is not None and claim.status.value in TALK and claim.clause.first < cue.first
        own = claim.clause is recalled.clause or claim.status is None or claim.under_agreement
        stands = claim.status is None or claim.status.value in _STANDS
        kind = claim.type in (None, AgreementType.EVACUATION_SETTLEMENT)
        wider = not {r.area for r in claim.areas} <= areas  # «خرجوا من داريا، ويخشى أهالي المعضمية …»
        if not (talks and recalled.dated) and not (own and stands and kind and claim.told_as_fact and not claim.negated):
            apart = True
        elif not recalled.dated:
            changed = True  # it says so itself
        elif talks or wider:
            claim.coverage.items = [rest for item in claim.coverage.items if (rest := [r for r in item if r.area not in areas])]
        else:
            claim.status, claim.own_status = cue._replace(kind=CueKind.STATUS, value="ended"), True
            claim.evacuated, claim.under_agreement, changed = True, False, True
    return apart, changed


def _is_of_fighters(sentence: Sentence, cue: Cue) -> bool:
    """True where armed men leave under a deal, or, in a text of one or of a siege, on buses, with their families or because
    somebody takes them out, which nobody does under fire without one; or residents under a deal. Neither a retreat nor a
    rescue, nor a journey of the wounded, of captives or of an army."""
    near = range(max(cue.first - _LEAVERS_BEFORE, sentence.first), min(cue.last + _LEAVERS_BEHIND, sentence.last) + 1)
    words, cues = sentence.words, sentence.cues
    behind = range(cue.last + 1, near.stop)
    if any(words.is_a("other_leaving", i) or words.is_a("not_evacuated", i) for i in behind) or _are_others(
        sentence, cue, near
    ):
        return False
    dealt = cues.any_within(sentence.first, sentence.last, _DEALS)
    people = dealt and any(words.is_a("leave_with_them", i) for i in near) and _is_of_war(sentence)
    emptied = words.is_a("emptied", cue.first) and cues.any_within(sentence.first, sentence.last, (CueKind.CONFLICT,))
    armed = _are_armed(sentence, cue, near) and (dealt or _are_taken_out(sentence, cue, near))
    return (armed or people or emptied or _are_known(sentence, cue)) and evacuates(sentence.read, cue)


def _is_of_war(sentence: Sentence) -> bool:
    """True in a text of fighting, or of a deal that somebody brokered."""
    brokered = sentence.cues.any_within(sentence.first, sentence.last, (CueKind.SPONSOR,))
    return brokered or bool(sentence.read.cues.of(CueKind.CONFLICT))


def _are_others(sentence: Sentence, cue: Cue, near: range) -> bool:
    """True for the wounded, captives or students who stand as near to the verb as any fighters do, or beside them: "wounded
    fighters", "the bodies of fighters"."""
    others = [i for i in near if sentence.words.is_a("other_leavers", i)]
    fighters = [c.first for c in sentence.cues.within(near.start, near.stop - 1, CueKind.EVACUEES)]
    if not others or not fighters:
        return bool(others)
    nearest = min(fighters, key=lambda i: abs(i - cue.first))
    return min(abs(i - cue.first) for i in others) <= abs(nearest - cue.first) or any(
        0 < nearest - i <= _BESIDE for i in others
    )


def _are_armed(sentence: Sentence, cue: Cue, near: range) -> bool:
    """True for fighters of whom nobody else stands nearer to the verb: "after government forces left"."""
    fighters = sentence.cues.within(near.start, near.stop - 1, CueKind.EVACUEES)
    before = [c for c in fighters if c.last < cue.first]
    army = before and any(sentence.words.is_a("own_force", i) for i in range(before[-1].last + 1, cue.first))
    return bool(fighters) and not (army and len(before) == len(fighters))


def _are_taken_out(sentence: Sentence, cue: Cue, near: range) -> bool:
    """True where they are taken out, on buses or with their families, as the last, out of a siege or in a text of a deal."""
    words, read = sentence.words, sentence.read
    out = words.is_a("takes_out", cue.first, cue.offset) or words.is_a("takes_out", cue.last)
    out = out or any(words.is_a("their_families", i) and words.texts[min(i + 1, sentence.last)] != "of" for i in near)
    out = out or any(c.value == "evacuees" for c in sentence.cues.within(sentence.first, sentence.last, CueKind.DEPLOYMENT))
    pressed = any(words.is_a("last_of", i) or words.is_a("under_siege", i) for i in range(sentence.first, sentence.last + 1))
    return out and (pressed or any(read.cues.firsts(kind) for kind in (CueKind.TRUCE, CueKind.AGREEMENT)))


def _are_known(sentence: Sentence, cue: Cue) -> bool:
    """«عمليات الإجلاء من الغوطة ودرعا», "after the evacuations from Ghouta": several that the reader is taken to know of."""
    words, before = sentence.words, cue.first - 1
    arabic = cue.first > sentence.first and words.is_a("operations", before) and words.texts[cue.first].startswith(_THE)
    english = cue.first > sentence.first and words.texts[cue.first] == "evacuations" and words.texts[before] == "the"
    after = before > sentence.first and words.is_a("after", before - 1)
    several = len([r for r in sentence.places if 0 < r.mention.first - cue.last <= _THERE_REACH]) > 1
    return (arabic or english) and (after or several)


def _is_done(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """True where it is told as done: a verb of the past, or a noun that is not denied, asked for, planned, a term or stalled;
    in a sentence that does not say that it goes on."""
    words, before = sentence.words, range(clause.first, cue.first)
    if sentence.cues.within(clause.first, cue.first - 1, *_UNSURE) or words.texts[cue.last].endswith(_LEAVING):
        return False
    if any(words.is_a("not_yet_left", i) or words.is_a("stipulates", i) for i in before) or words.is_a("leaves_now", cue.first):
        return False
    behind = next((c.last for c in sentence.clauses if c.first == clause.last + 1), clause.last)
    if any(words.is_a("goes_on_still", i, int(words.texts[i].startswith("و"))) for i in range(clause.first, behind + 1)):
        return False
    told = sentence.cues.within(sentence.first, sentence.last, CueKind.STATUS)
    return not _is_spoken_of(sentence, clause) and not any(c.value in _UNDECIDED for c in told)


def _is_dated_before(sentence: Sentence, clause: Clause, published: Edtf | None) -> bool:
    """True if all that a clause dates, or else its sentence, lies a week or more before the day of publication, or in a month
    before it; the date of a deal («اتفاق أبرم في نيسان») and of what goes on since aside."""
    today = published.earliest if published else None
    own = [dated for dated in sentence.dates if clause.first <= dated[0] <= clause.last]
    if not own:
        behind = (c for c in sentence.clauses if c.first > clause.last)
        aside = [c for c in behind if c.relation == "relative"]  # "…, which they took in 2012"
        own = [dated for dated in sentence.dates if not any(c.first <= dated[0] <= c.last for c in aside)]
    days = [(at, timex.first_day, timex.last_day) for at, timex in own if timex.first_day and timex.last_day]
    back = [(at, (today - last).days, (last - first).days) for at, first, last in days] if today else []
    back = [(at, ago, length) for at, ago, length in back if not _is_of_deal(sentence, at, ago)]
    return bool(back) and all(ago > 0 and (ago >= _NEWS_DAYS or length >= _MONTH_DAYS) for _, ago, length in back)


def _is_of_deal(sentence: Sentence, date: int, ago: int) -> bool:
    """«أبرم في نيسان», "struck in April", a few weeks back, where who leaves under it may still do so; «منذ آذار»."""
    near = range(max(date - _SIGNED_REACH, sentence.first), date)
    signed = any(c.value == "signed" for c in sentence.cues.within(near.start, near.stop - 1, CueKind.DATE_RELATION))
    return (signed and ago < _MONTH_DAYS) or any(sentence.words.texts[i] in SINCE for i in near)


def _is_last(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """«بعد إجلاء آخر مقاتلي», "whose last rebels were bused out": the last of them, told in passing."""
    words, before = sentence.words, cue.first - 1
    near = range(cue.first - _LAST_REACH, min(cue.last + _LAST_REACH, sentence.last) + 1)
    after = before >= sentence.first and (words.is_a("after", before) or words.is_a("after", clause.first))
    passing = after or clause.relation in _ASIDE or "had" in words.texts[clause.first : cue.first]
    spoken_of = any(c.value in _SPOKEN_OF for c in sentence.cues.within(sentence.first, sentence.last, CueKind.STATUS))
    return passing and not spoken_of and any(words.is_a("last_of", i) for i in near)


def _left(sentence: Sentence, clause: Clause, cue: Cue, *, dated: bool) -> list[Resolution]:
    """The places that they left: those named as such, those that a pronoun means, or where it is `dated` those of which the
    clause says it."""
    inside = sentence.places_in(clause)
    if sentence.words.is_a("emptied", cue.first) and clause.relation == "relative":  # «داريا التي أخليت، ومن المعضمية …»
        return _of_antecedent(sentence, clause)
    left = places_left(sentence, clause, inside, under_deal=True)
    left = left or [r for r in inside if _is_left_about(sentence, cue, r)]
    saw = sentence.cues.within(clause.first, cue.first - 1, CueKind.EXPERIENCE)  # «شهدت مدن بينها داريا عمليات إجلاء»
    left = left or [r for r in inside if saw and saw[0].last < r.mention.first < cue.first and _may_be_left(sentence, r)]
    behind = range(cue.first, min(cue.last + _THERE_REACH, sentence.last) + 1)
    there = any(sentence.words.is_a("from_there", i) for i in behind)
    return left or (_of_antecedent(sentence, clause, there=there) if there or dated else [])


def _of_antecedent(sentence: Sentence, clause: Clause, *, there: bool = False) -> list[Resolution]:
    """The places before a clause that says something of them, or before a pronoun."""
    named = [r for r in sentence.read.resolutions if sentence.first <= r.mention.first and r.mention.last < clause.first]
    before = [r for r in named if r.role is Role.CONTEXT]  # «على غرار ما جرى في داريا، التي …» too
    beside = before and before[-1].mention.last >= clause.first - 2  # "Daraya, whose …"
    before = before if beside else without_containers(sentence, [r for r in before if r in sentence.places])
    place = before[-1] if before else None
    if place is None or place.area is None or not _may_be_left(sentence, place):
        return []
    settled = sentence.read.gazetteer.places[place.area.place].kind in SETTLEMENTS
    return in_group(place, before) if there or (settled and clause.relation in _ASIDE) else []


def _is_left_about(sentence: Sentence, cue: Cue, place: Resolution) -> bool:
    """«رحيل مقاتلي فيلق الرحمن عن عربين»."""
    about = sentence.edge(place, sentence.first) - 1
    return 0 < about - cue.last <= _FROM_REACH and sentence.words.is_a("away_from", about)
