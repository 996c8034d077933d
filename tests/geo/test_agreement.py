"""Which agreement a text speaks of: a known one only on the strength of what the text gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.tables.agreements import load_agreements
from geo.agreement import AgreementType, Description, link, unnamed, without_year
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.gazetteer import Area
from tests.reading import reader

GAZETTEER = reader().reference.gazetteer
KNOWN = load_agreements()
SOUTH = Description(
    type=AgreementType.CEASEFIRE, areas=("SY12", "SY13", "SY14"), sponsors=("JO", "RU", "US"), event_places=(), signed=None,
    effective=Edtf.parse("2017-07"), reached=True, published=Edtf.parse("2017-07-19"),
)  # fmt: skip


def test_every_known_agreement_names_places_that_exist() -> None:
    for agreement in KNOWN:
        for key in agreement.areas:
            assert Area.parse(key).place in GAZETTEER.places, (agreement.id, key)
        assert {*agreement.sponsors, *agreement.guarantors, *agreement.mediators} <= GAZETTEER.places.keys()
        assert set(agreement.event_places) <= GAZETTEER.places.keys() and agreement.sources


def test_areas_sponsors_and_month_identify_a_known_agreement() -> None:
    assert link(SOUTH, KNOWN, GAZETTEER).id == "southwest-2017"


def test_areas_alone_do_not() -> None:
    bare = replace(SOUTH, sponsors=(), effective=None, type=AgreementType.EVACUATION_SETTLEMENT)
    assert not link(bare, KNOWN, GAZETTEER).known


def test_a_truce_in_just_its_areas_while_it_runs_is_that_agreement() -> None:
    homs = replace(SOUTH, areas=("sy/northern-homs",), sponsors=(), effective=None, published=Edtf.parse("2017-09-10"))
    assert link(homs, KNOWN, GAZETTEER).id == "northern-homs-2017"
    for other in (
        replace(homs, areas=("sy/rastan",)),
        replace(homs, type=AgreementType.EVACUATION_SETTLEMENT),
        replace(homs, effective=Edtf.parse("2016-02-27")),
        replace(homs, published=Edtf.parse("2018-06-10")),
        replace(homs, published=None),
        replace(homs, areas=("SY07",), published=Edtf.parse("2025-02-01")),
        replace(homs, effective=Edtf.parse("2016-02")),
        replace(homs, made=True),
    ):
        assert not link(other, KNOWN, GAZETTEER).known, other
    assert link(replace(homs, areas=("SY07",), published=Edtf.parse("2021-06-10")), KNOWN, GAZETTEER).id == "idlib-moscow-2020"
    named = replace(homs, areas=("sy/eastern-ghouta",), sponsors=("IR", "RU", "TR"))
    assert link(named, KNOWN, GAZETTEER).id != "eastern-ghouta-2017"


SWEIDA = replace(SOUTH, areas=("SY13",), sponsors=(), effective=None, published=Edtf.parse("2025-08-03"))


def test_an_agreement_without_an_end_runs_for_a_year() -> None:
    assert link(SWEIDA, KNOWN, GAZETTEER).id == "sweida-2025"
    assert link(replace(SWEIDA, ended=SWEIDA.published), KNOWN, GAZETTEER).id == "sweida-2025"
    late = replace(SWEIDA, published=Edtf.parse("2026-08-03"))
    assert not link(late, KNOWN, GAZETTEER).known
    assert not link(replace(late, ended=late.published), KNOWN, GAZETTEER).known


def test_the_making_of_an_agreement_is_news_in_its_days() -> None:
    made = replace(SWEIDA, made=True)
    for day in ("2025-07-14", "2025-07-16", "2025-07-26"):
        assert link(replace(made, published=Edtf.parse(day)), KNOWN, GAZETTEER).id == "sweida-2025", day
    for day in ("2025-07-13", "2025-07-27", "2025-09-10"):
        assert not link(replace(made, published=Edtf.parse(day)), KNOWN, GAZETTEER).known, day


def test_an_end_is_told_of_the_agreement_that_ran_on_its_day() -> None:
    told = replace(SWEIDA, areas=("SY07",), published=Edtf.parse("2025-02-01"))
    for day in ("2024-11-30", "2024-12-01", "2024-11-27"):
        assert link(replace(told, ended=Edtf.parse(day)), KNOWN, GAZETTEER).id == "idlib-moscow-2020", day
    for day in ("2025-02-01", "2019-12"):
        assert not link(replace(told, ended=Edtf.parse(day)), KNOWN, GAZETTEER).known, day


def test_of_two_that_run_in_one_area_the_later_is_meant() -> None:
    first = next(agreement for agreement in KNOWN if agreement.id == "sweida-2025")
    later = replace(first, id="later", signed=Edtf.parse("2025-10-01"), in_force=None)
    told = replace(SWEIDA, published=Edtf.parse("2025-10-05"))
    assert link(told, (first, later), GAZETTEER).id == link(told, (later, first), GAZETTEER).id == "later"
    assert link(SWEIDA, (first, later), GAZETTEER).id == "sweida-2025"


@pytest.mark.parametrize(("published", "text", "known"), [
    ("2024-11-10", "The ceasefire in Idlib province is still holding.", "idlib-moscow-2020"),
    ("2024-11-30", "The ceasefire in Idlib province has collapsed after rebels launched an offensive.", "idlib-moscow-2020"),
    ("2024-12-01", "انهار اتفاق وقف إطلاق النار في محافظة إدلب مع سيطرة الفصائل على المحافظة بأكملها.", "idlib-moscow-2020"),
    ("2022-02-01", "خرقت قوات النظام وقف إطلاق النار في محافظة إدلب.", "idlib-moscow-2020"),
    ("2022-02-01", "The ceasefire in Idlib province collapsed in December 2019.", None),
    ("2022-02-01", "توصلت فصائل إلى اتفاق لوقف إطلاق النار في محافظة إدلب.", None),
    ("2022-02-01", "Rebel factions agreed to a ceasefire in Idlib province. Clashes broke out despite the ceasefire.", None),
    ("2022-02-01", "The ceasefire in Idlib city collapsed.", None),
    ("2025-02-01", "وقف إطلاق النار في محافظة إدلب لا يزال صامدا.", None),
    ("2025-07-16", "أعلنت وزارة الداخلية التوصل إلى اتفاق لوقف إطلاق النار في محافظة السويداء.", "sweida-2025"),
    ("2025-07-18", "انهار وقف إطلاق النار في محافظة السويداء الذي أعلن الأربعاء.", "sweida-2025"),
    ("2025-08-03", "انهار وقف إطلاق النار في محافظة السويداء اليوم الأحد.", "sweida-2025"),
    ("2025-09-10", "Militias reached a ceasefire in Sweida province.", None),
    ("2027-09-10", "The ceasefire in Sweida province collapsed.", None),
])  # fmt: skip
def test_a_text_without_a_name_or_a_day_means_the_truce_that_runs(published: str, text: str, known: str | None) -> None:
    language = Language.ENGLISH if text.isascii() else Language.ARABIC
    reading = reader().read(Article(id="a", text=text, language=language, published=Edtf.parse(published)))
    (agreement,) = reading.agreements
    assert (agreement.id if agreement.known else None) == known


@pytest.mark.parametrize(("published", "text", "known"), [
    ("2017-07-10", "A ceasefire brokered by the US, Russia and Jordan in southwest Syria is holding.", "southwest-2017"),
    ("2017-07-08", "The Hamburg deal provides for a ceasefire in southwestern Syria.", "southwest-2017"),
    ("2017-07-12", "The US-Russian brokered ceasefire in southern Syria is holding, monitors said.", "southwest-2017"),
    ("2017-07-20", "The truce in Syria's southwest, negotiated in Amman, is holding.", "southwest-2017"),
    ("2017-11-12", "اتفاق خفض التصعيد في الجنوب السوري برعاية روسية أميركية أردنية ما زال ساريا.", "southwest-2017"),
    ("2017-07-10", "اتفاق عمّان لوقف إطلاق النار في الجنوب السوري صامد.", "southwest-2017"),
    ("2017-07-11", "الهدنة الروسية الأميركية في الجنوب السوري تدخل يومها الثالث.", "southwest-2017"),
    ("2017-05-04", "Russia, Iran and Turkey signed a memorandum in Astana on de-escalation zones in Syria.", "astana-2017"),
    ("2018-03-01", "خرق النظام اتفاق أستانا لخفض التصعيد في الغوطة الشرقية.", "astana-2017"),
    ("2020-04-10", "هدنة شمال غرب سوريا التي رعتها روسيا وتركيا صامدة.", "idlib-moscow-2020"),
    ("2019-10-17", "Pence and Erdogan agreed in Ankara on a five-day ceasefire in northern Syria.", "northeast-ankara-2019"),
    ("2019-10-18", "قصف على رأس العين رغم الهدنة التي توصلت إليها واشنطن وأنقرة.", "northeast-ankara-2019"),
    ("2019-10-22", "اتفق بوتين وأردوغان في سوتشي على منطقة آمنة في شمال شرق سوريا.", "northeast-sochi-2019"),
    ("2018-07-06", "Rebels in southern Syria agreed a ceasefire with Russia and handed over the Nassib crossing.", None),
    ("2017-06-17", "The Syrian army announced a 48-hour truce in Daraa.", None),
    ("2020-01-10", "Russia and Turkey agreed on a ceasefire in Idlib, Moscow said.", None),
    ("2019-08-01", "الجيش السوري يعلن هدنة في إدلب بشرط تنفيذ اتفاق سوتشي.", None),
    ("2017-06-16", "The nationwide ceasefire brokered by Russia and Turkey in December is holding in Syria.", None),
    ("2019-08-07", "Turkey and the United States agreed in Ankara to set up a safe zone in northeast Syria.", None),
    ("2021-09-05", "A Russian-sponsored truce announced on Wednesday in the city of Daraa has been called off.", None),
    ("2017-08-18", "Faylaq al-Rahman and Russia signed a ceasefire in Geneva for eastern Ghouta.", None),
])  # fmt: skip
def test_what_stands_beside_a_truce_tells_which_one_it_is(published: str, text: str, known: str | None) -> None:
    test_a_text_without_a_name_or_a_day_means_the_truce_that_runs(published, text, known)


def test_talks_are_never_linked() -> None:
    assert not link(replace(SOUTH, reached=False), KNOWN, GAZETTEER).known


def test_an_agreement_is_not_spoken_of_before_it_was_made() -> None:
    early = replace(SOUTH, published=Edtf.parse("2017-03-01"))
    assert not link(early, KNOWN, GAZETTEER).known


def test_two_articles_on_the_same_talks_name_the_same_agreement() -> None:
    talks = replace(SOUTH, reached=False)
    later = replace(talks, published=Edtf.parse("2017-11-02"))
    other = replace(talks, published=Edtf.parse("2018-01-02"))
    assert link(talks, KNOWN, GAZETTEER).id == link(later, KNOWN, GAZETTEER).id != link(other, KNOWN, GAZETTEER).id


def test_a_described_agreement_is_named_in_both_languages() -> None:
    described = link(replace(SOUTH, reached=False, areas=("SY04:countryside",)), KNOWN, GAZETTEER)
    assert "Homs countryside" in described.name_en and "2017" in described.name_en
    assert "ريف حمص" in described.name_ar and "روسيا" in described.name_ar


def test_a_rare_type_and_the_same_area_are_enough_shortly_after_the_signing() -> None:
    idlib = replace(SOUTH, type=AgreementType.DEMILITARISED, areas=("SY07",), sponsors=(), effective=None)
    zone = replace(idlib, published=Edtf.parse("2018-10-02"))
    assert link(zone, KNOWN, GAZETTEER).id == "idlib-sochi-2018"
    assert not link(replace(zone, published=Edtf.parse("2018-09-01")), KNOWN, GAZETTEER).known


def test_a_day_far_from_the_agreement_s_own_is_that_of_another_truce() -> None:
    """The same states had another truce there in January 2020; steps of the one of 2018 came in October."""
    idlib = replace(SOUTH, areas=("SY07",), sponsors=("RU", "TR"), published=Edtf.parse("2020-01-13"), effective=None)
    again = replace(idlib, effective=Edtf.parse("2020-01-12"))
    assert link(idlib, KNOWN, GAZETTEER).id == "idlib-sochi-2018" and not link(again, KNOWN, GAZETTEER).known
    assert not link(replace(idlib, signed=Edtf.parse("2020-01-10")), KNOWN, GAZETTEER).known
    assert link(replace(again, signed=Edtf.parse("2018-09-17")), KNOWN, GAZETTEER).id == "idlib-sochi-2018"
    for vague_or_near in ("2020-01", "2018-10-15"):
        assert link(replace(idlib, effective=Edtf.parse(vague_or_near)), KNOWN, GAZETTEER).id == "idlib-sochi-2018"


@pytest.mark.parametrize(("published", "year"), [("2016-05-01", " · 2016"), (None, "")])
@pytest.mark.parametrize("reached", [True, False])
def test_a_description_without_its_year_is_the_same_in_every_year(published: str | None, year: str, reached: bool) -> None:
    def told(day: str | None) -> tuple[str, str]:
        given = Edtf.parse(day) if day else None
        made = unnamed(AgreementType.CEASEFIRE, ("SY04", "CO"), reached=reached, published=given, gazetteer=GAZETTEER)
        return made.name_en, made.name_ar

    for name, later in zip(told(published), told("2025"), strict=True):
        assert name.endswith(year) and name == without_year(name) + year
        assert without_year(name) == without_year(later) == without_year(without_year(name))
