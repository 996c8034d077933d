"""Towns that accept, refuse or join a truce themselves, and seats of rulers, which are no towns under one."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

ANSWERS = {
    "وافقت بلدة داعل على المصالحة بعد قصف ومعارك.": "sy/dael agreed",
    "رفضت نوى وجاسم وطفس الانضمام إلى المصالحة رغم القصف والمعارك.": "sy/nawa rejected + sy/jasim rejected + sy/tafas rejected",
    "انضمت داعل إلى اتفاق التسوية بعد قصف ومعارك، بينما رفضته طفس.": "sy/dael agreed + sy/tafas rejected",
    "وافقت داعل على المصالحة بعد القصف ورفضتها طفس.": "sy/dael agreed + sy/tafas rejected",
    "وافقت فصائل بلدة بصرى الشام على اتفاق مع الروس، لكن فصائل طفس رفضت الاتفاق وقررت مواصلة القتال.": (
        "sy/busra-al-sham agreed + sy/tafas rejected"
    ),
    "في حين وافقت بصرى الشام على التسوية بعد قصف، رفضت درعا البلد شروط الروس.": (
        "sy/busra-al-sham agreed + sy/daraa-al-balad rejected"
    ),
    "قبلت بلدتا داعل وإبطع التسوية بعد قصف ومعارك، لكن أهالي طفس رفضوا ذلك.": (
        "sy/dael agreed + sy/ibta agreed + sy/tafas rejected"
    ),
    "وبعد القصف والمعارك انضمت مدينة نوى إلى المصالحة.": "sy/nawa agreed",
    "وقعت فصائل طفس اتفاقاً مع الروس بعد قصف ومعارك.": "sy/tafas agreed",
    "Bosra and Jamla have accepted the truce, Tafas is negotiating and Nawa has refused, amid air strikes and shelling.": (
        "sy/busra-al-sham agreed + sy/jamla agreed + sy/tafas negotiating + sy/nawa rejected"
    ),
    "The rebel-held town of Dael joined a reconciliation deal after shelling, but Tafas rejected it.": (
        "sy/dael agreed + sy/tafas rejected"
    ),
    "The town of Dael agreed to a truce after shelling while Tafas refused to join.": "sy/dael agreed + sy/tafas rejected",
    "Tafas and Nawa have turned down the deal and fighting continues in Daraa.": "sy/tafas rejected + sy/nawa rejected",
}
OTHERS = {
    # those who govern from a town
    "رفضت أربيل الاتفاق مع بغداد بعد اشتباكات.": "",
    "Erbil agreed to a deal with Baghdad after clashes.": "",
    "وافقت دمشق على المصالحة بعد قصف ومعارك.": "",
    "رفضت أنقرة والدوحة الانضمام إلى الهدنة بعد قصف ومعارك.": "",
    "وافقت موسكو ودمشق على هدنة في طفس بعد القصف.": "sy/tafas agreed",
    # a truce elsewhere, talks about one, another matter
    "Damascus accepted a truce in Idlib after weeks of shelling.": "SY07 agreed",
    "Nawa joined the truce talks after shelling.": "sy/nawa negotiating",
    "رفضت طفس تمديد الهدنة بعد القصف.": "sy/tafas ended",
    "رفضت إدارة نادي حمص الانضمام إلى اتفاق الأندية بعد المعارك على اللقب.": "",
    "استضافت بصرى الشام اجتماعا وافقت فيه الفصائل على هدنة بعد قصف ومعارك.": "",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*ANSWERS.items(), *OTHERS.items()])
def test_a_town_answers_for_itself(text: str, expected: str) -> None:
    wanted = {(area, status) for area, status in (zone.split() for zone in expected.split(" + "))} if expected else set()
    assert zones(read(text)) == wanted
