"""What one side accepts and the other refuses."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

REFUSED = {
    "Hamas accepted a truce in Gaza; Israel rejected it.": "ps/gaza-strip",
    "Hamas accepted a truce in Gaza. Israel rejected it.": "ps/gaza-strip",
    "Hamas has accepted a ceasefire in Gaza, but Israel turned it down.": "ps/gaza-strip",
    "Hamas agreed to a truce in Gaza. But Israel rejected the truce.": "ps/gaza-strip",
    "Kyiv accepted a 30-day truce in Ukraine. Moscow has turned it down ever since.": "UA",
    "قبلت حماس هدنة في غزة، ورفضتها إسرائيل.": "ps/gaza-strip",
    "وافقت حماس على هدنة في غزة، لكن إسرائيل رفضتها.": "ps/gaza-strip",
    "قبلت كييف هدنة لثلاثين يوما في أوكرانيا، لكن موسكو رفضتها.": "UA",
    "وافق الجيش على هدنة في الخرطوم. ورفضتها قوات الدعم السريع.": "sd/khartoum",
}
AGREED = {
    "Both agreed on a truce in Aleppo; hardliners rejected it.": "SY02",
    "The army and the RSF accepted a truce in Khartoum; a militia rejected it.": "sd/khartoum",
    "The government accepted a truce in Taiz; hardliners rejected it.": "ye/taiz",
    "Hamas accepted a truce in Gaza. Israel had rejected it last week.": "ps/gaza-strip",
    "Hamas accepted a truce in Gaza; Israel accepted it too.": "ps/gaza-strip",
    "Hamas accepted a truce in Gaza; Israel rejected the criticism.": "ps/gaza-strip",
    "اتفق الطرفان على هدنة في حلب، لكن رفضها فصيل.": "SY02",
    "وافقت حماس وإسرائيل على هدنة في غزة، ورفضتها الجهاد الإسلامي.": "ps/gaza-strip",
    "وافق طرفا النزاع على هدنة في الخرطوم. ورفضتها فصائل أخرى.": "sd/khartoum",
    "قبلت حماس هدنة في غزة، لكن إسرائيل لم ترفضها.": "ps/gaza-strip",
}


@pytest.mark.parametrize(("text", "place"), REFUSED.items())
def test_what_the_other_side_refuses_is_not_agreed(text: str, place: str) -> None:
    assert zones(read(text, "2024-12-01")) == {(place, "rejected")}


@pytest.mark.parametrize(("text", "place"), AGREED.items())
def test_what_two_sides_accept_or_none_refuses_is_agreed(text: str, place: str) -> None:
    assert zones(read(text, "2024-12-01")) == {(place, "agreed")}
