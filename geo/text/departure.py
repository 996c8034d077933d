"""Departures: those who leave a place under an accord, whether a word calls it an evacuation or not."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from geo.text.cue import SETTLEMENT, CueKind, CueWord, Hit
from geo.text.phrase import Words, Written

EVACUATION_SETTLEMENT = "evacuation_settlement"
_DEALS = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.EXCHANGE)
_EVACUEES_REACH = 6  # words between «خروج» and those who leave
_EVACUEES_FAR_REACH = 8  # the same, with no mark between them
_FARES = ("suspended", "completed")
_ANSWERS = ("agreed", "rejected", "proposed")
_SPOKEN_OF = ("agreed", "rejected", "negotiating")
_SPOKEN_REACH = 6  # words from an accord, or what is said of one, to those who leave under it
_ANSWER_REACH = 7  # words between «وافق» and «الخروج»
_ANSWER_REACH_ARABIC = 11  # the same, where the sides that agreed stand between
_BUSES_REACH = 7  # words behind «غادرت» in which buses are named
_SUBJECT_REACH = 3  # words between those who leave and «خرجوا»
_LEFT_REACH = 8  # words between «خروج» and the «من» of what is left
_BROUGHT_REACH = 7  # words from "bring" to "out of"
_LEAVERS_REACH = 18  # words from what is said of it to "to leave"
_LEAVERS_NEAR = 3  # words from those who shall leave to "to leave"
_FROM_REACH = 4  # words from those who left to "from": "fighters and their families from"
_OTHER_REACH = 4  # words from "leave" to what is no town: "the ruling coalition"
_OF_OR_FROM = ("of", "from")
_OF_REBELS_REACH = 3  # words from "evacuation" to "rebel": "of the rebel districts"
_INSIDE_REACH = 18  # words from "fighters in" to "taken to"
_PART_REACH = 3  # words from "is part of" to the accord
_TWO_REACH = 5  # words from "to" to "and leave": "lay down their arms"
_ARMS_REACH = 3  # words from «السلاح» to «والخروج»
_TALKED_REACH = 6  # words from "to leave" to "have been discussed"


def evacuations(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«خروج دفعة من المسلحين من حرستا»: fighters leave a place under the settlement or evacuation that the text speaks of, on
    buses that are sent for them in a text of a truce, in exchange for others, or as they agreed or refused to («وافق المسلحون
    على الخروج من …»)."""
    settled = any(word.value == SETTLEMENT for *_, word in hits.get(CueKind.AGREEMENT, ()))
    settled = settled or any(word.value == EVACUATION_SETTLEMENT for *_, word in hits.get(CueKind.TRUCE, ()))
    dealt = bool(hits.get(CueKind.TRUCE) or hits.get(CueKind.AGREEMENT))
    settled = settled or (dealt and any(word.value == "evacuees" for *_, word in hits.get(CueKind.DEPLOYMENT, ())))
    exchanged = {words.sentences[first] for first, *_ in hits.get(CueKind.EXCHANGE, ())}
    answers = {
        last for first, last, _, word in hits.get(CueKind.STATUS, ())
        if (word.value in _ANSWERS or (word.value == "negotiating" and word.language == "en"))
        and words.between(first - 1, first) != "-"  # "Iran-backed"
    }  # fmt: skip
    agreed = {last for _, last, _, word in hits.get(CueKind.STATUS, ()) if word.value == "agreed"}
    decided = agreed | {last for _, last, _, word in hits.get(CueKind.STATUS, ()) if word.value == "rejected"}
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    evacuees = {
        first for first, *_, word in hits.get(CueKind.EVACUEES, ()) if not word.value or _is_counted(words, first)
    }  # fmt: skip
    named = {last for _, last, *_ in hits.get(CueKind.EVACUEES, ())}
    fight = {first for first, *_, word in hits.get(CueKind.CONFLICT, ()) if not word.value}
    armed = evacuees | {i for i in fight if not words.is_a("state_force", i)}
    buses = {first for first, *_, word in hits.get(CueKind.DEPLOYMENT, ()) if word.value == "evacuees"}
    away = {first for first, *_, word in hits.get(CueKind.LOCATIVE, ()) if word.value == "from"}
    inside = {first for first, *_, word in hits.get(CueKind.LOCATIVE, ()) if word.value == "in"}
    towards = {first for first, *_, word in hits.get(CueKind.LOCATIVE, ()) if word.value == "destination"}
    found: list[Hit] = []
    for first, last, written, word in hits.get(CueKind.EVACUATION, ()):
        near = any(i in evacuees for i in range(first - _SUBJECT_REACH, last + 1 + _EVACUEES_REACH))
        far = range(last + 1, min(last + 1 + _EVACUEES_FAR_REACH, len(words)))
        near = near or any(i in evacuees and all(map(words.joined, range(last, i))) for i in far)
        near = near or (word.value == "leaves" and any(i in buses for i in range(last + 1, last + 1 + _BUSES_REACH)))
        near = near or (settled and word.value == "leaves" and _are_people_taken(words, first))
        behind = range(last + 1, min(last + 1 + _LEFT_REACH, len(words)))
        left = word.value == "leaves" or any(i in away or words.is_a("from_there", i) for i in behind)
        told = settled or words.sentences[first] in exchanged
        if word.value == "taken" and last + 1 in towards and _are_inside(words, first, armed, inside):
            near = left = True
        reach = _ANSWER_REACH if words.is_english(first) else _ANSWER_REACH_ARABIC
        before = range(first - 1, first - 1 - reach, -1)
        asked = [i for i in before if i in answers and words.sentences[i] == words.sentences[first]]
        if asked and not words.is_a("offer_to_leave", asked[0]):
            asked = asked[:1]  # «رفضوا عرضا بالخروج»; of «رفضوا المطالب بالخروج» only the demand
        if asked:
            english = words.is_english(first)
            start, behind_answer = words.sentence(words.sentences[first])[0], range(asked[-1] + 1, first)
            beside = near or any(i in named for i in range(first - _SUBJECT_REACH, first))
            answered = any(i in armed for i in behind_answer) or (beside and english)
            offered = english and words.is_a("offer_to_leave", asked[0])
            answering = (i for i in range(start, asked[-1]) if offered and i in armed)
            answered = answered or any(_answer(words, i, asked[-1], first) for i in answering)
            answered = answered and not _is_another(words, first, last)
            told, near = told or answered, near or answered
            stand = any(asked[-1] < i < first for i in inside)  # «وافق المقاتلون في دوما على الخروج إلى إدلب»
            left = left or (answered and stand and last + 1 in towards)
            left = left or (answered and asked[-1] in decided and _follows_arms(words, first))  # «عرضا لتسليم السلاح والخروج»
            surrenders = words.is_a("gives_up", first) and asked[-1] in agreed and not _is_before_court(words, last)
            left = left or (answered and surrenders and not english)
        if told and near and left and word.value != "withdraws" and first not in taken and _in_one_sentence(words, first, last):
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value=EVACUATION_SETTLEMENT)
            found.append((first, last, written, truce))
    return found


def _are_people_taken(words: Words, verb: int) -> bool:
    """ "People still in the last pocket are being evacuated": whoever is taken out stands before a passive. English only."""
    start, _ = words.sentence(words.sentences[verb])
    people = any(words.is_a("taken_out", i) for i in range(max(start, verb - _INSIDE_REACH), verb - 1))
    return people and verb > start and words.is_a("passive", verb - 1)


def _are_inside(words: Words, taken: int, armed: Container[int], inside: Container[int]) -> bool:
    """ "The fighters in Beit Jinn, cornered by the army, will be taken to Idlib": who is taken somewhere stands where he is.
    English only."""
    start, _ = words.sentence(words.sentences[taken])
    return any(i in armed and i + 1 in inside for i in range(max(start, taken - _INSIDE_REACH), taken - 1))


def arabic_departures(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«تفاهم على إجلاء سكان الفوعة», «استؤنف إخراج أهالي كفريا», «اتفاق على تسليم السلاح الثقيل»: those who are taken out, or
    the arms that are handed over, right behind words of an accord, of talks or an answer."""
    deals = [last for kind in (CueKind.AGREEMENT, CueKind.EXCHANGE) for _, last, *_ in hits.get(kind, ())]
    answers = [last for _, last, _, word in hits.get(CueKind.STATUS, ()) if word.value in _SPOKEN_OF]
    offers = [last for _, last, _, word in hits.get(CueKind.STATUS, ()) if word.value == "proposed"]
    talks = [last for _, last, _, word in hits.get(CueKind.STATUS, ()) if word.value == "negotiating"]
    goes_on = [last for _, last, _, word in hits.get(CueKind.STATUS, ()) if word.value in _FARES]
    goes_on += [last for _, last, *_ in hits.get(CueKind.RESUMPTION, ())]
    armed = [first for first, *_ in hits.get(CueKind.EVACUEES, ())]
    away = {first for first, *_, word in hits.get(CueKind.LOCATIVE, ()) if word.value == "from"}
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    found: list[Hit] = []
    for first, last, written, word in hits.get(CueKind.EVACUATION, ()) if deals or answers or goes_on else ():
        if word.language != "ar" or word.value == "withdraws" or first in taken:
            continue
        number = words.sentences[first]
        start, end = words.sentence(number)
        behind = range(last + 1, min(last + 1 + _LEFT_REACH, end))
        fighters = any(max(start, first - _SUBJECT_REACH) <= i <= min(end, last + 1 + _EVACUEES_REACH) for i in armed)
        all_of = last + 2 <= end and words.is_a("whole", last + 1)  # «إجلاء كامل سكان الفوعة»
        people = last < end and words.is_a("taken_out", last + 1 + all_of)
        led = word.value == "leaves" or people or any(i in away or words.is_a("from_there", i) for i in behind)
        arms = bool(words.of_class("arms", first, last))
        near = range(max(first - _SPOKEN_REACH, start), first)
        dealt = any(i in near for i in deals)
        going = any(i in near or i == last for i in goes_on)  # «تعليق إجلاء»
        talked = words.is_a("about_what", first - 1) and any(start <= i < first for i in talks)  # «تتفاوض … على خروج»
        answered = (talked or any(i in near for i in answers)) and not words.is_a("displaces", first, written.offset)
        answered = answered and not _is_another(words, first, last)
        told = ((dealt or going) and (fighters or people)) or (answered and (fighters or (people and bool(deals))))
        other = any(words.is_a("other_leaving", i) for i in behind)
        offered = any(i in near for i in offers) and any(start <= i < first for i in answers)
        dealt = dealt or offered  # «وافقت على عرض لتسليم السلاح»
        if ((told and led) or (dealt and arms and any(start <= i <= end for i in armed))) and not other:
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value=EVACUATION_SETTLEMENT)
            found.append((first, last, written, truce))
    return found


def english_evacuations(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "The evacuation of Daraya was completed when the last fighters boarded buses", "the withdrawal of militants was
    suspended": a noun for leaving beside those who leave, under a deal or on buses of which the sentence tells; of armed men
    also where it is told of as an evacuation, as suspended or taken up again; an evacuation by itself in a text of rebels or a
    siege and a deal ("the evacuation of Daraya was put on hold", "came to an end"). No army's retreat, no transfer of power."""
    nouns = [hit for hit in hits.get(CueKind.EVACUATION, ()) if words.is_a("leaving", hit[0])]
    if not nouns or not hits.get(CueKind.CONFLICT):
        return []
    deals = {words.sentences[first] for kind in _DEALS for first, *_ in hits.get(kind, ())}
    buses = {words.sentences[first] for first, *_, word in hits.get(CueKind.DEPLOYMENT, ()) if word.value == "evacuees"}
    fares = {words.sentences[hit[0]] for hit in hits.get(CueKind.STATUS, ()) if hit[-1].value in _FARES}
    fares |= {words.sentences[first] for first, *_ in hits.get(CueKind.RESUMPTION, ())}
    fares |= {words.sentences[hit[0]] for hit in hits.get(CueKind.STATUS, ()) if words.is_a("stalls", hit[0])}
    begun = {words.sentences[hit[0]] for hit in hits.get(CueKind.STATUS, ()) if hit[-1].value == "begun"}
    over = {words.sentences[hit[0]] for hit in hits.get(CueKind.STATUS, ()) if hit[-1].value == "ended"} - deals
    asked = [first for first, *_, word in hits.get(CueKind.STATUS, ()) if word.value in _SPOKEN_OF]
    armed = [first for first, *_ in hits.get(CueKind.EVACUEES, ())]
    besieged = bool(armed or words.of_class("under_siege", 0, len(words) - 1))
    halts = {last for _, last, *_ in hits.get(CueKind.CESSATION, ())}
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    found: list[Hit] = []
    for first, last, written, word in nouns:
        number = words.sentences[first]
        start, end = words.sentence(number)
        near = range(max(start, first - _SUBJECT_REACH), min(end, last + _EVACUEES_REACH) + 1)
        told = number in buses or number in deals
        of_rebels = (first - 1, *range(last + 1, min(last + _OF_REBELS_REACH, end) + 1))  # "the evacuation of rebel-held Homs"
        fighters = any(i in near for i in armed) or any(i >= start and words.is_a("of_fighters", i) for i in of_rebels)
        going = number in fares or words.is_a("evacuation", first)
        left = any(start <= hit[0] <= end for hit in hits.get(CueKind.EVACUATION, ()) if hit[-1].value == "leaves")
        evacuated = left and words.is_a("evacuation", first) and number in fares  # "… was completed when the last rebels left"
        fighters = fighters or (evacuated and bool(armed)) or (told and any(start <= i <= end for i in armed))
        people = any(words.is_a("taken_out", i) for i in near)
        halted = first > start and first - 1 in halts  # "the army stopped transfers"
        if (
            first in taken
            or halted
            or any(words.is_a("other_leaving", i) for i in range(first, min(end, last + _LEFT_REACH) + 1))
        ):
            continue
        spoken = number in fares or any(start <= i <= end for i in asked)
        part = _is_part_of_deal(words, hits, number)
        spoken = spoken or (part and number in begun)
        itself = (besieged and bool(deals or buses)) or part
        itself = itself and words.is_a("evacuation", first) and (spoken or number in over)
        if (told and (people or fighters)) or (fighters and going) or itself:
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value=EVACUATION_SETTLEMENT)
            found.append((first, last, written, truce))
    return found


def _is_part_of_deal(words: Words, hits: Mapping[CueKind, Sequence[Hit]], number: int) -> bool:
    """ "(The evacuation of Foua resumed.) The exchange is part of an agreement struck last month": what the next sentence puts
    the evacuation under."""
    deals = [first for first, *_ in hits.get(CueKind.AGREEMENT, ()) if words.sentences[first] == number + 1]
    under = [last for _, last, *_ in hits.get(CueKind.IMPLEMENTING, ())]
    return any(0 < deal - last <= _PART_REACH for deal in deals for last in under)


def brought_out(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "A deal to bring rebels and civilians out of Daraya": words for leaving whose verb stands before those who leave.
    English only."""
    people = {first for first, *_ in hits.get(CueKind.EVACUEES, ())}
    found: list[Hit] = []
    for of in (i for i in range(2, len(words)) if words.texts[i] == "of" and words.texts[i - 1] == "out"):
        before = range(max(of - 2 - _BROUGHT_REACH, 0), of - 1)
        verb = next((i for i in before if words.is_a("brings_out", i)), None)
        led = verb is not None and any(i in people or words.is_a("taken_out", i) for i in range(verb + 1, of - 1))
        if led and verb is not None and all(map(words.joined, range(verb, of))):
            word = CueWord(text="out of", language="en", kind=CueKind.EVACUATION, value="leaves")
            found.append((of - 1, of, Written((), 0, ()), word))
    return found


def arrivals(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "Fighters from Douma arrived in Jarablus under a deal": the word before what those have left who arrive elsewhere under
    an accord. English only."""
    people = [last for _, last, *_ in hits.get(CueKind.EVACUEES, ())]
    deals = {words.sentences[first] for kind in _DEALS for first, *_ in hits.get(kind, ())}
    found: list[Hit] = []
    for first, last, _, word in hits.get(CueKind.LOCATIVE, ()) if people and deals else ():
        number = words.sentences[first]
        start, end = words.sentence(number)
        if word.value != "from" or word.language != "en" or number not in deals:
            continue
        beside = any(start <= i and 0 < first - i <= _FROM_REACH for i in people)
        if beside and any(words.is_a("arrives", i) for i in range(first + 1, end + 1)):
            leaving = CueWord(text="from", language="en", kind=CueKind.EVACUATION, value="leaves")
            found.append((first, last, Written((), 0, ()), leaving))
    return found


def talked_of_departures(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "Plans for rebels to leave Madaya have been discussed", "rebels agreed on Monday to leave", "a deal to bring them out":
    armed men who shall leave, by a deal, or by what is said of it before, or right behind as talked about. English only."""
    deals = [first for first, *_ in hits.get(CueKind.AGREEMENT, ())]
    asked = [first for first, *_, word in hits.get(CueKind.STATUS, ()) if word.value in (*_ANSWERS, "negotiating")]
    agreed = {first for first, *_, word in hits.get(CueKind.STATUS, ()) if word.value == "agreed"}
    armed = [last for _, last, *_ in hits.get(CueKind.EVACUEES, ())]
    inside = [first for first, *_, word in hits.get(CueKind.LOCATIVE, ()) if word.value == "in"]
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    found: list[Hit] = []
    for first, last, written, word in hits.get(CueKind.EVACUATION, ()) if armed and (deals or asked) else ():
        if word.language != "en" or first in taken:
            continue
        start, end = words.sentence(words.sentences[first])
        dealt = any(start <= i <= end for i in deals)
        before = range(max(start, first - _LEAVERS_REACH), first)
        said = [i for i in asked if i in before]
        named = any(start <= hit[0] <= end for hit in hits.get(CueKind.TRUCE, ()))
        handed = range(first, min(last + 3, len(words)))
        leavers = next((i for i in reversed(armed) if i in before), None)
        # what a settlement asks for: heavy weapons, or those of the men in a town
        asks = any(words.is_a("heavy", i) for i in handed) or (
            leavers is not None and bool(said) and any(leavers < i < said[-1] for i in inside)
        )
        arms = (dealt or (bool(said) and not named and asks)) and any(words.is_a("arms", i) for i in handed)
        who = leavers is not None and (
            leavers >= first - _LEAVERS_NEAR or (bool(said) and leavers < said[-1] and _answer(words, leavers, said[-1], first))
        )
        shall = first > start and (words.texts[first - 1] == "to" or _is_second_of_two(words, first))
        gives_up = any(i in agreed for i in said) and words.is_a("gives_up", first) and not _is_before_court(words, last)
        out = words.texts[first] == "out" and any(i in armed for i in before)
        talked = any(first < i <= min(last + _TALKED_REACH, end) for i in asked)
        goes = last + 1 < len(words) and words.is_a("goes_to", last + 1)  # "will leave for Idlib"
        leaves = word.value in ("leaves", "taken") or arms or gives_up
        other = not dealt and _is_another(words, first, last)
        if leaves and (dealt or said or talked) and ((who and shall) or out) and (said or not goes) and not other:
            truce = CueWord(text=word.text, language="en", kind=CueKind.TRUCE, value=EVACUATION_SETTLEMENT)
            found.append((first, last, written, truce))
    return found


def _is_second_of_two(words: Words, verb: int) -> bool:
    """ "To surrender and leave", "to lay down their arms and leave": the infinitive behind another one."""
    before = range(verb - 2, max(verb - 2 - _TWO_REACH, 0), -1) if words.texts[verb - 1] == "and" else ()
    return any(words.texts[i] == "to" for i in before)


def _is_before_court(words: Words, last: int) -> bool:
    """ "Surrender to the police", "surrender their captives": no town is given up."""
    _, end = words.sentence(words.sentences[last])
    behind = range(last + 1, min(last + _OTHER_REACH, end) + 1)
    return any(words.is_a("given_up_to", i) or words.is_a("other_leaving", i) for i in behind)


def other_evacuations(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "The evacuation of Waer was completed, while that of Barzeh was suspended", «اكتمل خروج المقاتلين من الوعر، فيما توقف
    إخلاء برزة»: another evacuation beside the one under an accord that the sentence tells of."""
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    told = {words.sentences[hit[0]] for hit in hits.get(CueKind.TRUCE, ()) if hit[-1].value == EVACUATION_SETTLEMENT}
    dealt = told | {words.sentences[hit[0]] for hit in hits.get(CueKind.AGREEMENT, ())}
    fares = {last for _, last, _, word in hits.get(CueKind.STATUS, ()) if word.value in (*_FARES, "over", "ended")}
    found: list[Hit] = []
    for first, last, written, word in hits.get(CueKind.EVACUATION, ()) if dealt else ():
        number = words.sentences[first]
        truce = replace(word, kind=CueKind.TRUCE, value=EVACUATION_SETTLEMENT)
        if word.language == "ar":
            beside = number in told and first not in taken and first - 1 in fares and words.joined(first - 1)
            if beside and word.value == "leaves" and not _is_another(words, first, last):
                found.append((first, last, written, truce))
        elif words.is_a("leaving", first) and (first in taken or number in dealt):
            pronouns = (i for i in range(last + 1, words.sentence(number)[1]) if words.is_a("that_of", i))
            found += [(i, i, written, truce) for i in pronouns if words.texts[i + 1] in _OF_OR_FROM]
    return list({hit[0]: hit for hit in found}.values())


def _is_another(words: Words, first: int, last: int) -> bool:
    """«خروج الجرحى», "leave the coalition": those who leave are sick, or what they leave is no town."""
    _, end = words.sentence(words.sentences[first])
    left = range(last + 1, min(last + _OTHER_REACH, end) + 1)
    return any(words.is_a("other_leaving", i) for i in left) or (last < end and words.is_a("sick", last + 1))


def _follows_arms(words: Words, leaving: int) -> bool:
    """«تسليم السلاح الثقيل والخروج»: those who hand over their arms leave where they are. Arabic only."""
    arms = any(words.is_a("arms", i) for i in range(max(leaving - _ARMS_REACH, 0), leaving))
    return arms and words.texts[leaving].startswith("و")


def _answer(words: Words, armed: int, verb: int, leaving: int) -> bool:
    """ "Rebels agreed on Monday to leave"; in "gunmen killed people trying to leave" others stand between."""
    others = any(words.is_a("taken_out", i) for i in range(armed, leaving))
    return not others and not any("," in words.between(i, i + 1) for i in range(verb, leaving))


def _is_counted(words: Words, noun: int) -> bool:
    """«3200 مسلح», «أكثر من مئة مقاتل»: many, and not one man."""
    before = words.texts[noun - 1] if noun else ""
    return before.isdigit() or before.removeprefix("و") in words.classes["hundreds"]


def _in_one_sentence(words: Words, first: int, last: int) -> bool:
    return words.sentences[first] == words.sentences[min(last + 1, len(words) - 1)]
