"""The dates of a text: spans, values, and what is no date. Sentences are the project's own."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.tables.words import load_calendar
from geo.article import Article, Language, detect_language
from geo.edtf import Edtf
from geo.text.phrase import split_words
from geo.text.script import fold
from geo.timex import Calendar, CalendarWord, Timex, find_timexes

EVALUATION = Path(__file__).resolve().parents[3] / ".." / "shared" / "evaluation"

# Wednesday 19 July 2017; a week runs from Monday 17 to Sunday 23.
PUBLISHED = "2017-07-19"


@cache
def calendar() -> Calendar:
    return load_calendar()


def timexes(text: str, published: str | None, language: Language | None = None) -> tuple[Timex, ...]:
    article = Article(
        id="test", text=text, language=language or detect_language(text), published=Edtf.parse(published) if published else None
    )
    return find_timexes(article, split_words(fold(text)), calendar())


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    """The surfaces and values found in a text."""
    return [(timex.span.of(text), timex.value.text if timex.value else None) for timex in timexes(text, published)]


COMPLETE_DATES = [
    ("توقفت العمليات من الجمعة المصادف 21/ شباط/2014.", "الجمعة المصادف 21/ شباط/2014", "2014-02-21"),
    ("تنتهي المهلة يوم الاثنين الموافق 24/شباط /2014 .", "الاثنين الموافق 24/شباط /2014", "2014-02-24"),
    ("دخل الاتفاق حيز التنفيذ في 9 تموز 2017.", "9 تموز 2017", "2017-07-09"),
    ("وقعت المذكرة يوم الرابع من أيار 2017 في العاصمة.", "الرابع من أيار 2017", "2017-05-04"),
    ("انتهت المهلة في الحادي والثلاثين من ديسمبر 2016.", "الحادي والثلاثين من ديسمبر 2016", "2016-12-31"),
    ("بدأ القصف في الخامس عشر من شهر آب عام 2016 فجرا.", "الخامس عشر من شهر آب عام 2016", "2016-08-15"),
    ("أقر النص في 24 فبراير/شباط 2018.", "24 فبراير/شباط 2018", "2018-02-24"),
    ("أقر النص في 24 شباط فبراير 2018.", "24 شباط فبراير 2018", "2018-02-24"),
    ("أقر النص في 24 شباط (فبراير) 2018.", "24 شباط (فبراير) 2018", "2018-02-24"),
    ("أقر النص في ٢٤ شباط ٢٠١٨.", "٢٤ شباط ٢٠١٨", "2018-02-24"),
    ("أقر النص في 24 شُبَاط 2018.", "24 شُبَاط 2018", "2018-02-24"),
    ("قالت الوكالة إن اللقاء جرى في 12 جويلية 2017.", "12 جويلية 2017", "2017-07-12"),
    ("قالت الوكالة إن اللقاء جرى في 12 غشت 2016.", "12 غشت 2016", "2016-08-12"),
    ("قالت الوكالة إن اللقاء جرى في 3 أوت 2016.", "3 أوت 2016", "2016-08-03"),
    ("عقد اللقاء بتاريخ 2017-07-09 في عمان.", "2017-07-09", "2017-07-09"),
    ("عقد اللقاء بتاريخ 9/7/2017 في عمان.", "9/7/2017", "2017-07-09"),
    ("عقد اللقاء بتاريخ 09-07-2017 في عمان.", "09-07-2017", "2017-07-09"),
    ("The envoys met on 7/25/2016 in the hotel.", "7/25/2016", "2016-07-25"),
    ("The envoys met on 3/2/2016 in the hotel.", "3/2/2016", "2016-02-03"),
    ("أعلنت الهدنة في 1 رمضان 1438 هـ.", "1 رمضان 1438 هـ", "2017-05-27"),
    ("أعلنت الهدنة في الأول من محرم 1438هـ.", "الأول من محرم 1438هـ", "2016-10-02"),
    ("The deal was signed on 4 May 2017 by the envoys.", "4 May 2017", "2017-05-04"),
    ("The deal was signed on May 4, 2017.", "May 4, 2017", "2017-05-04"),
    ("The deal was signed on May 4th 2017.", "May 4th 2017", "2017-05-04"),
    ("The deal was signed on the 4th of May, 2017.", "4th of May, 2017", "2017-05-04"),
    ("The deal was signed on the fourth of May 2017.", "fourth of May 2017", "2017-05-04"),
    ("It starts at 9 pm on Friday the 18th of August 2017.", "Friday the 18th of August 2017", "2017-08-18"),
    ("They killed 14 yesterday Tuesday the 18th of July 2017.", "yesterday Tuesday the 18th of July 2017", "2017-07-18"),
    ("Posted Sept. 12, 2016 by the desk", "Sept. 12, 2016", "2016-09-12"),
    ("Updated Dec 302016 at noon", "Dec 302016", "2016-12-30"),
    ("The log of 2016-12-30T10:15 says so.", "2016-12-30", "2016-12-30"),
]
MONTHS_AND_YEARS = [
    ("توقف القتال في كانون الأول 2016.", "كانون الأول 2016", "2016-12"),
    ("توقف القتال في تشرين الثاني/نوفمبر 2016.", "تشرين الثاني/نوفمبر 2016", "2016-11"),
    ("توقف القتال في أيار من عام 2015 بلا إعلان.", "أيار من عام 2015", "2015-05"),
    ("توقف القتال في أيار من العام الماضي.", "أيار من العام الماضي", "2016-05"),
    ("توقف القتال في نيسان العام الجاري.", "نيسان العام الجاري", "2017-04"),
    ("اندلعت الأزمة عام 2011 في الجنوب.", "عام 2011", "2011"),
    ("اندلعت الأزمة سنة 2011 في الجنوب.", "سنة 2011", "2011"),
    ("لم تتغير الخطوط منذ 2015.", "2015", "2015"),
    ("لم تتغير الخطوط منذ صيف 2015.", "2015", "2015"),
    ("كان ذلك بعام 2013 فقط.", "عام 2013", "2013"),
    ("استمر الحصار بين عامي 2013 و2016.", "عامي 2013 و2016", "2013/2016"),
    ("استمر الحصار في العامين 2013 و2014.", "العامين 2013 و2014", "{2013,2014}"),
    ("حرب السنوات (2011-2016) لم تنته.", "2011-2016", "2011/2016"),
    ("Fighting stopped in December 2016.", "December 2016", "2016-12"),
    ("Fighting stopped in May of 2016.", "May of 2016", "2016-05"),
    ("The siege began in 2013 and went on.", "2013", "2013"),
    ("The siege has lasted since 2013.", "2013", "2013"),
    ("The siege lasted from 2013 to 2016.", "2013 to 2016", "2013/2016"),
    ("The siege lasted between 2013 and 2016.", "2013 and 2016", "2013/2016"),
    ("The towns fell last May without a fight.", "last May", "2017-05"),
    ("A summit is planned for next September.", "next September", "2017-09"),
    ("The truce of July last year failed.", "July last year", "2016-07"),
]
WITHOUT_A_YEAR = [
    ("وصلت القافلة في 7 تموز إلى البلدة.", "7 تموز", "2017-07-07"),
    ("وصلت القافلة في 7 كانون الأول إلى البلدة.", "7 كانون الأول", "2016-12-07"),
    ("تعقد الجولة في 22 تموز الجاري.", "22 تموز الجاري", "2017-07-22"),
    ("عقدت الجولة في 22 تموز الماضي.", "22 تموز الماضي", "2016-07-22"),
    ("عقدت الجولة في آذار المنصرم.", "آذار المنصرم", "2017-03"),
    ("ستعقد الجولة في 22 آذار المقبل.", "22 آذار المقبل", "2018-03-22"),
    ("ستعقد الجولة في أيلول بمشاركة الأطراف.", "أيلول", "2017-09"),
    ("عقدت الجولة في أيلول بمشاركة الأطراف.", "أيلول", "2016-09"),
    ("عقدت الجولة في شهر آذار بمشاركة الأطراف.", "شهر آذار", "2017-03"),
    ("يلتقي الوفدان في آب بعيدا عن الأضواء.", "آب", "2017-08"),
    ("The convoy arrived on July 7.", "July 7", "2017-07-07"),
    ("The convoy arrived on 7 December.", "7 December", "2016-12-07"),
    ("Talks will resume on September 10.", "September 10", "2017-09-10"),
    ("Talks collapsed in March.", "March", "2017-03"),
    ("The envoy warned in May that it could fail.", "May", "2017-05"),
    ("The army retook it on the 3rd of June.", "3rd of June", "2017-06-03"),
]
LISTS_AND_RANGES = [
    ("زار الوفد البلد 31 مارس - الأول من أبريل.", "31 مارس - الأول من أبريل", "2017-03-31/2017-04-01"),
    ("تعقد القمة في مايو أو يونيو.", "مايو أو يونيو", "[2018-05,2018-06]"),
    ("قصفت ليل الثلاثاء إلى الأربعاء مدينة نوى.", "الثلاثاء إلى الأربعاء", "2017-07-18/2017-07-19"),
    ("بدأت في الـ15 من آذار 2011.", "الـ15 من آذار 2011", "2011-03-15"),
    ("أعلن 29مارس عن القمة.", "29مارس", "2017-03-29"),
    ("يجتمع الضامنون في 18 و19 من الشهر المقبل.", "18 و19 من الشهر المقبل", "{2017-08-18,2017-08-19}"),
    ("اجتمعوا في 4 و5 تموز الجاري.", "4 و5 تموز الجاري", "{2017-07-04,2017-07-05}"),
    ("اجتمعوا في 3 و4 و5 أيار.", "3 و4 و5 أيار", "{2017-05-03,2017-05-04,2017-05-05}"),
    ("اجتمعوا في الثالث والرابع من أيار.", "الثالث والرابع من أيار", "{2017-05-03,2017-05-04}"),
    ("جرت الجولة بين 3 و7 تموز الجاري.", "بين 3 و7 تموز الجاري", "2017-07-03/2017-07-07"),
    ("جرت الجولة من 10 إلى 14 تموز الجاري.", "10 إلى 14 تموز الجاري", "2017-07-10/2017-07-14"),
    ("جرت الجولة 10-14 تموز 2016.", "10-14 تموز 2016", "2016-07-10/2016-07-14"),
    ("قتل العشرات بين أيار 2016 وآذار 2017.", "بين أيار 2016 وآذار 2017", "2016-05/2017-03"),
    ("The round ran between 10 and 14 July.", "between 10 and 14 July", "2017-07-10/2017-07-14"),
    ("The round ran on May 4-5 in the capital.", "May 4-5", "2017-05-04/2017-05-05"),
    ("The round ran on 4 and 5 May in the capital.", "4 and 5 May", "{2017-05-04,2017-05-05}"),
    ("It held between May 5 and June 9.", "between May 5 and June 9", "2017-05-05/2017-06-09"),
    ("نفذ في 17 من الشهر الماضي.", "17 من الشهر الماضي", "2017-06-17"),
    ("نفذ في السابع عشر من الشهر الجاري.", "السابع عشر من الشهر الجاري", "2017-07-17"),
    ("It took hold on the 9th of this month.", "9th of this month", "2017-07-09"),
]
WEEKDAYS = [
    ("أعلن المتحدث الثلاثاء أن القصف توقف.", "الثلاثاء", "2017-07-18"),
    ("أعلن المتحدث الأربعاء أن القصف توقف.", "الأربعاء", "2017-07-19"),
    ("أعلن المتحدث الخميس أن القصف توقف.", "الخميس", "2017-07-13"),
    ("توقف القصف مساء الأحد في المدينة.", "الأحد", "2017-07-16"),
    ("توقف القصف يوم الأحد في المدينة.", "الأحد", "2017-07-16"),
    ("توقف القصف يوم الأحد الماضي في المدينة.", "يوم الأحد الماضي", "2017-07-16"),
    ("توقف القصف الأربعاء الماضي في المدينة.", "الأربعاء الماضي", "2017-07-12"),
    ("تصل القافلة السبت المقبل إلى المدينة.", "السبت المقبل", "2017-07-22"),
    ("تصل القافلة الأربعاء القادم إلى المدينة.", "الأربعاء القادم", "2017-07-26"),
    ("ستصل القافلة السبت إلى المدينة.", "السبت", "2017-07-22"),
    ("يبدأ سريان الهدنة منتصف ليل السبت.", "السبت", "2017-07-22"),
    ("تسري الهدنة اعتبارا من السبت في المدينة.", "السبت", "2017-07-22"),
    ("تسري الهدنة بدءا من يوم السبت في المدينة.", "السبت", "2017-07-22"),
    ("مددت الهدنة حتى الاثنين بطلب من الطرفين.", "الاثنين", "2017-07-24"),
    ("تسري الهدنة اعتبارا من الساعة الواحدة صباح يوم الجمعة.", "الجمعة", "2017-07-21"),
    ("تسري الهدنة حتى الساعة 24 من يوم الجمعة.", "الجمعة", "2017-07-21"),
    ("قصفت المدينة الساعة السادسة من صباح الجمعة.", "الجمعة", "2017-07-14"),
    ("واستمرت الاشتباكات حتى الساعة السادسة من صباح السبت.", "السبت", "2017-07-15"),
    ("استمر القصف حتى فجر السبت.", "السبت", "2017-07-15"),
    ("تستمر الهدنة حتى فجر السبت.", "السبت", "2017-07-22"),
    ("أعلن بدء التهدئة يوم الاثنين الواقع في 10-7-2017 وفق البيان.", "الاثنين الواقع في 10-7-2017", "2017-07-10"),
    ("توقف القصف منتصف ليل الأحد الاثنين.", "الأحد الاثنين", "2017-07-17"),
    ("تسري الهدنة منتصف ليل الجمعة-السبت.", "الجمعة-السبت", "2017-07-15"),
    ("الهدنة تسري الثلاثاء الموافق 25 تموز الجاري.", "الثلاثاء الموافق 25 تموز الجاري", "2017-07-25"),
    (
        "خرجت الحافلات يوم أمس الـ 7 من تموز / يوليو من العام الجاري 2017.",
        "أمس الـ 7 من تموز / يوليو من العام الجاري 2017",
        "2017-07-07",
    ),
    ("تصل اليوم السبت الـ 8 من تموز / يوليو.", "اليوم السبت الـ 8 من تموز / يوليو", "2017-07-08"),
    (
        "بدأت منذ الـ 20 من كانون الثاني / يناير الفائت من العام الجاري.",
        "20 من كانون الثاني / يناير الفائت من العام الجاري",
        "2017-01-20",
    ),
    ("في شباط / فبراير من العام الفائت 2016.", "شباط / فبراير من العام الفائت 2016", "2016-02"),
    ("في اليوم الـ 30 للهدنة، خلال تموز الماضي 2016 مقاتلا.", "تموز الماضي", "2016-07"),
    ("الهدنة بدأت الأحد 9 تموز ظهرا.", "الأحد 9 تموز", "2017-07-09"),
    ("وللجمعة معنى آخر عندهم.", "لجمعة", "2017-07-14"),
    ("وبالسبت المقبل تنتهي المهلة.", "السبت المقبل", "2017-07-22"),
    ("Shelling stopped on Tuesday, residents said.", "Tuesday", "2017-07-18"),
    ("The lull was ended by Tuesday's raid.", "Tuesday", "2017-07-18"),
    ("Shelling is to stop by Tuesday, residents said.", "Tuesday", "2017-07-25"),
    ("Shelling stopped last Wednesday, residents said.", "last Wednesday", "2017-07-12"),
    ("The convoy leaves next Saturday.", "next Saturday", "2017-07-22"),
    ("The convoy will leave on Saturday.", "Saturday", "2017-07-22"),
    ("The pause runs until Saturday in the town.", "Saturday", "2017-07-22"),
    ("Sunday's strike broke the truce.", "Sunday", "2017-07-16"),
    ("It began on Sunday, July 9, at noon.", "Sunday, July 9", "2017-07-09"),
    ("Fri, 12 May 2017 10:00 GMT", "Fri, 12 May 2017", "2017-05-12"),
    ("It began on Sunday (9 July) at noon.", "Sunday (9 July)", "2017-07-09"),
]
DEICTICS = [
    ("أعلن اليوم وقف القصف.", "اليوم", "2017-07-19"),
    ("أعلن اليوم الأربعاء وقف القصف.", "اليوم الأربعاء", "2017-07-19"),
    ("أعلن اليوم (الأربعاء) وقف القصف.", "اليوم (الأربعاء)", "2017-07-19"),
    ("أعلن اليوم ( الأربعاء ) وقف القصف.", "اليوم ( الأربعاء )", "2017-07-19"),
    ("أعلن أمس وقف القصف.", "أمس", "2017-07-18"),
    ("أعلن بالأمس وقف القصف.", "الأمس", "2017-07-18"),
    ("أعلن أمس الثلاثاء وقف القصف.", "أمس الثلاثاء", "2017-07-18"),
    ("أعلن أول من أمس وقف القصف.", "أول من أمس", "2017-07-17"),
    ("أعلن أمس الأول وقف القصف.", "أمس الأول", "2017-07-17"),
    ("تبدأ غدا مهلة جديدة.", "غدا", "2017-07-20"),
    ("مددت المهلة ولغد فقط.", "غد", "2017-07-20"),
    ("تبدأ بعد غد مهلة جديدة.", "بعد غد", "2017-07-21"),
    ("تبدأ يوم غد الخميس 20 تموز مهلة جديدة.", "غد الخميس 20 تموز", "2017-07-20"),
    ("تبدأ المهلة هذه الليلة.", "هذه الليلة", "2017-07-19"),
    ("سقطت قذائف الليلة الماضية.", "الليلة الماضية", "2017-07-18"),
    ("Shelling stopped today.", "today", "2017-07-19"),
    ("Today's calm may not last.", "Today", "2017-07-19"),
    ("Shelling stopped yesterday, Tuesday, at noon.", "yesterday, Tuesday", "2017-07-18"),
    ("A new pause begins tomorrow.", "tomorrow", "2017-07-20"),
    ("A new pause begins the day after tomorrow.", "the day after tomorrow", "2017-07-21"),
    ("Shells fell last night.", "last night", "2017-07-18"),
]
UNITS = [
    ("التقى الوفدان هذا الأسبوع.", "هذا الأسبوع", "2017-07-17/2017-07-23"),
    ("التقى الوفدان الأسبوع الماضي.", "الأسبوع الماضي", "2017-07-10/2017-07-16"),
    ("يلتقي الوفدان الأسبوع المقبل.", "الأسبوع المقبل", "2017-07-24/2017-07-30"),
    ("التقى الوفدان الأسبوع قبل الماضي.", "الأسبوع قبل الماضي", "2017-07-03/2017-07-09"),
    ("في وقت سابق من الشهر الجاري توقف القصف.", "الشهر الجاري", "2017-07"),
    ("توقف القصف الشهر الفائت.", "الشهر الفائت", "2017-06"),
    ("تنتهي المهلة مع الشهر القادم.", "الشهر القادم", "2017-08"),
    ("اتفقوا على ذلك العام الماضي.", "العام الماضي", "2016"),
    ("سيتفقون على ذلك في السنة المقبلة.", "السنة المقبلة", "2018"),
    ("قال إن هذا العام صعب.", "هذا العام", "2017"),
    ("خصصت المساعدات للشهر المقبل.", "لشهر المقبل", "2017-08"),
    ("The delegations met this week.", "this week", "2017-07-17/2017-07-23"),
    ("The delegations met last week.", "last week", "2017-07-10/2017-07-16"),
    ("The delegations meet next month.", "next month", "2017-08"),
    ("Earlier this month shelling stopped.", "this month", "2017-07"),
    ("They agreed on it last year.", "last year", "2016"),
    ("Last year's deal is dead.", "Last year", "2016"),
]
# the word that picks a part stands outside of the span: the span is what the value dates, the part a narrower interval in it
PARTS = [
    ("بدأت العملية في مطلع يوليو.", "يوليو", "2017-07", "2017-07-01~/2017-07-10~"),
    ("بدأت العملية منتصف حزيران الماضي.", "حزيران الماضي", "2017-06", "2017-06-11~/2017-06-20~"),
    ("بدأت العملية في أواخر شباط 2017.", "شباط 2017", "2017-02", "2017-02-21~/2017-02-28~"),
    ("انهارت الهدنة في نهاية عام 2016.", "عام 2016", "2016", "2016-09~/2016-12~"),
    ("تجرى الانتخابات قبل نهاية العام.", "العام", "2017", "2017-09~/2017-12~"),
    ("اجتمعوا مطلع هذا الأسبوع.", "هذا الأسبوع", "2017-07-17/2017-07-23", "2017-07-17~/2017-07-18~"),
    ("The operation began in early July.", "July", "2017-07", "2017-07-01~/2017-07-10~"),
    ("The operation began in mid-2016.", "2016", "2016", "2016-05~/2016-08~"),
    ("The operation began in late May.", "May", "2017-05", "2017-05-21~/2017-05-31~"),
    ("Elections are due by the end of the year.", "the year", "2017", "2017-09~/2017-12~"),
]
COUNTED = [
    ("اتفق الطرفان قبل أسبوعين تقريبا.", "قبل أسبوعين تقريبا", "2017-07-05~"),
    ("اتفق الطرفان قبل يومين.", "قبل يومين", "2017-07-17"),
    ("اتفق الطرفان قبل ثلاثة أيام.", "قبل ثلاثة أيام", "2017-07-16"),
    ("اتفق الطرفان قبل نحو شهر.", "قبل نحو شهر", "2017-06~"),
    ("اتفق الطرفان قبل 4 أشهر.", "قبل 4 أشهر", "2017-03~"),
    ("اتفق الطرفان قبل عامين.", "قبل عامين", "2015~"),
    ("The parties agreed two weeks ago.", "two weeks ago", "2017-07-05~"),
    ("The parties agreed three days ago.", "three days ago", "2017-07-16"),
    ("The parties agreed about a month ago.", "about a month ago", "2017-06~"),
]
EVERY_CASE = [
    *COMPLETE_DATES, *MONTHS_AND_YEARS, *WITHOUT_A_YEAR, *LISTS_AND_RANGES, *WEEKDAYS, *DEICTICS, *UNITS, *COUNTED,
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "value"), EVERY_CASE, ids=[case[0] for case in EVERY_CASE])
def test_one_date(text: str, surface: str, value: str) -> None:
    assert read(text) == [(surface, value)]


@pytest.mark.parametrize(("text", "surface", "value", "part"), PARTS, ids=[case[0] for case in PARTS])
def test_a_part_of_a_date(text: str, surface: str, value: str, part: str) -> None:
    (timex,) = timexes(text, PUBLISHED)
    assert (timex.span.of(text), str(timex.value), str(timex.part)) == (surface, value, part)
    assert timex.narrowest == timex.part


# what only the text before decides
RELATIVE_TO_THE_TEXT = [
    ("اتفقوا في 6 أيار، وبعد ذلك بيومين انهار الاتفاق.", [("6 أيار", "2017-05-06"), ("بعد ذلك بيومين", "2017-05-08")]),
    ("اتفقوا في 6 أيار، وفي اليوم التالي انهار الاتفاق.", [("6 أيار", "2017-05-06"), ("اليوم التالي", "2017-05-07")]),
    ("اتفقوا في 6 أيار ثم قصفوا في اليوم نفسه.", [("6 أيار", "2017-05-06"), ("اليوم نفسه", "2017-05-06")]),
    ("اتفقوا في 6 أيار ثم في 20 من الشهر نفسه.", [("6 أيار", "2017-05-06"), ("20 من الشهر نفسه", "2017-05-20")]),
    ("بدأت عام 2011، وفي العام التالي اتسعت.", [("عام 2011", "2011"), ("العام التالي", "2012")]),
    ("They signed on May 6, but two days later it fell.", [("May 6", "2017-05-06"), ("two days later", "2017-05-08")]),
    ("They met on Sunday, seven days earlier in Cairo.", [("Sunday", "2017-07-16"), ("seven days earlier", "2017-07-09")]),
    ("They signed on May 6 and it fell the next day.", [("May 6", "2017-05-06"), ("next day", "2017-05-07")]),
    ("- 3 أيار 2013: قصف.\n- 7 كانون الأول: غارة.", [("3 أيار 2013", "2013-05-03"), ("7 كانون الأول", "2013-12-07")]),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE_TO_THE_TEXT, ids=[case[0] for case in RELATIVE_TO_THE_TEXT])
def test_dates_that_count_from_the_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


SEVERAL = [
    ("قال المسؤول أمس /الثلاثاء/ إن الهدنة صامدة.", [("أمس /الثلاثاء/", "2017-07-18")]),
    ("تبدأ منتصف ليل الجمعة السبت 22 تموز.", [("الجمعة السبت 22 تموز", "2017-07-22")]),
    (
        "اجتمعوا في 9 و10 الجاري وفي العاشر من الماضي.",
        [("9 و10 الجاري", "{2017-07-09,2017-07-10}"), ("العاشر من الماضي", "2017-06-10")],
    ),
    ("وقع في 20 نوفمبر 2016م نص جديد.", [("20 نوفمبر 2016م", "2016-11-20")]),
    ("It was to last until July 15 and then ended.", [("July 15", "2017-07-15")]),
    ("The truce ends Sunday at midnight.", [("Sunday", "2017-07-23")]),
    ("توقف القصف اليوم\nالأحد عاد القصف", [("اليوم", "2017-07-19"), ("الأحد", "2017-07-16")]),
    ("توقف القصف في أيار\n2016 كان عاما صعبا", [("أيار", "2017-05")]),
    ("يلتقيان يومي الخميس والجمعة المقبلين.", [("الخميس", "2017-07-20"), ("الجمعة المقبلين", "2017-07-21")]),
    ("وقع في 1 نوفمبر/تشرين 2016 اتفاق منذ19 تموز.", [("1 نوفمبر/تشرين 2016", "2016-11-01"), ("19 تموز", "2017-07-19")]),
    ("خلال الأسبوع الثاني من حزيران توقف القصف.", [("حزيران", "2017-06")]),
    ("التقيا الاثنين والثلاثاء في جنيف.", [("الاثنين", "2017-07-17"), ("الثلاثاء", "2017-07-18")]),
    ("أعلن الثلاثاء أن الهدنة ستبدأ السبت.", [("الثلاثاء", "2017-07-18"), ("السبت", "2017-07-22")]),
    ("On Monday the 19 wounded left.", [("Monday", "2017-07-17")]),
    ("He said on Monday the truce will begin on Friday.", [("Monday", "2017-07-17"), ("Friday", "2017-07-21")]),
    # the second weekday of a range lies behind the first, what has lasted is past
    (
        "He ordered a truce from 6 pm Friday to midnight on Sunday.",
        [("Friday", "2017-07-21"), ("Sunday", "2017-07-23")],
    ),
    ("The truce lasted from Friday to Sunday.", [("Friday", "2017-07-14"), ("Sunday", "2017-07-16")]),
    ("Talks will be held from Friday to Monday.", [("Friday", "2017-07-21"), ("Monday", "2017-07-24")]),
    ("The truce held until Tuesday.", [("Tuesday", "2017-07-18")]),
    ("It runs from Friday and was agreed on Monday.", [("Friday", "2017-07-21"), ("Monday", "2017-07-17")]),
    ("Shelling went on from 6 pm to midnight on Sunday.", [("Sunday", "2017-07-16")]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[case[0] for case in SEVERAL])
def test_several_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


NO_DATES = [
    "تتواصل المعارك لليوم الـ 11 على التوالي.",
    "تتواصل المعارك لليوم الحادي عشر.",
    "تستمر الهدنة لمدة 30 يوما.",
    "تستمر الهدنة ثلاثة أيام فقط.",
    "تحاصر المدينة منذ ثلاث سنوات.",
    "تدوم الهدنة 48 ساعة.",
    "قال أحد المسؤولين إن الهدنة صامدة.",
    "وفقا لأحد السكان لم يصب أحد.",
    "قال أبو محمد إن أب الطفل بخير.",
    "جاء في اليوم الثاني من المعارك.",
    "يفتح المعبر خمس ساعات في اليوم.",
    "دعا الأمين العام السابق إلى الهدوء.",
    "موظفو القطاع العام في إضراب.",
    "نقلت قناة روسيا اليوم الخبر.",
    "نقل موقع سوريا اليوم الخبر.",
    "هم بأمس الحاجة إلى الدواء.",
    "مارس الوسطاء ضغوطا على الطرفين.",
    "التقى الرئيس رجب طيب أردوغان نظيره.",
    "قال المتحدث باسم الحركة شعبان إن الهدنة صامدة.",
    "قتل 2015 شخصا في المعارك.",
    "خرج 15 مقاتلا من 20 موقعا.",
    "اتخذ المجلس القرار 2254 بالإجماع.",
    "قصف المدينة بين ليلة وضحاها.",
    "الحصار اليومي للمدينة مستمر.",
    "توقف القصف عند الساعة 10:30 فجرا.",
    "تمتد الجبهة نحو 3.5 كيلومتر.",
    "قتل العشرات في الأيام القليلة الماضية.",
    "الفرقة الثانية من الجيش انسحبت.",
    "The truce may hold.",
    "Troops march through the town.",
    "The second round of talks collapsed.",
    "A pause of 30 days was proposed.",
    "They have been besieged for three years.",
    "More than 2000 people left the town.",
    "Some 2015 fighters boarded the buses.",
    "The resolution 2254 was adopted.",
    "It was reported by Russia Today.",
    "Fighting in the last week of the siege was fierce.",
    "He sat in the sun for an hour.",
    "The shelling at 10:30 killed one.",
    "Prime Minister Theresa May spoke.",
    "The mid-range missile was intercepted.",
    "Day after day the shelling went on.",
    "The office of Jan Hansen said so.",
    "استقالت تيريزا ماي من الحكومة بعد خلاف مع ماي.",
    "صدرت صحيفة الغد الأردنية.",
    "تذكر الجميع حرب تشرين.",
    "وصل خبر من جوان إلى أهلها.",
    "قصف المعبر للمرة الأولى بعد شهر من القتال.",
    "They met in the past week.",
    "More raids are feared in the coming days and weeks.",
    "لم يهدأ القصف خلال الأعوام الـ 17 الماضية.",
    "زار الملك عبد الله الثاني الحدود.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert read(text) == []


WITHOUT_PUBLICATION = [
    ("أعلن الثلاثاء وقف القصف.", [("الثلاثاء", None)]),
    ("أعلن أمس وقف القصف.", [("أمس", None)]),
    ("أعلن في 9 تموز وقف القصف.", [("9 تموز", None)]),
    ("أعلن في 9 تموز 2017 وقف القصف.", [("9 تموز 2017", "2017-07-09")]),
    ("أعلن الأسبوع الماضي وقف القصف.", [("الأسبوع الماضي", None)]),
    ("في مطلع تموز توقف القصف.", [("تموز", None)]),
    ("منذ عام 2011 لم يتوقف القصف.", [("عام 2011", "2011")]),
    ("They agreed two weeks ago.", [("two weeks ago", None)]),
]


@pytest.mark.parametrize(("text", "expected"), WITHOUT_PUBLICATION, ids=[case[0] for case in WITHOUT_PUBLICATION])
def test_without_a_publication_date_what_needs_it_has_no_value(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text, None) == expected


def test_the_day_of_an_approximate_publication_date_counts() -> None:
    assert read("أعلن أمس وقف القصف.", "2017-07-19~") == [("أمس", "2017-07-18")]


def test_a_publication_month_anchors_nothing() -> None:
    assert read("أعلن أمس وقف القصف.", "2017-07") == [("أمس", None)]


def test_a_date_counts_more_than_a_weekday_that_does_not_fit_it() -> None:
    assert read("تبدأ الهدنة الاثنين 22 تموز الجاري.") == [("الاثنين 22 تموز الجاري", "2017-07-22")]


def test_the_weekday_picks_the_year_of_a_date_without_one() -> None:
    assert read("الموعد هو 25 أيلول.") == [("25 أيلول", "2016-09-25")]
    assert read("الموعد هو الاثنين 25 أيلول.") == [("الاثنين 25 أيلول", "2017-09-25")]


def test_a_date_relative_to_a_truce_is_listed_without_a_value() -> None:
    assert read("وبعد ثلاثة أيام من توقيع الاتفاق فتح المعبر.") == [("بعد ثلاثة أيام", None)]


def test_days_after_any_other_event_are_a_duration() -> None:
    assert read("وبعد يوم من استقالة الوزير فتح المعبر.") == []


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2017-01-03", "تبادل الطرفان الأسرى في 28 كانون الأول.", "2016-12-28"),
        ("2017-01-03", "The deal was signed on December 29.", "2016-12-29"),
        ("2017-12-20", "تفتتح القمة في شباط المقبل.", "2018-02"),
        ("2017-12-20", "سيعقد المؤتمر في 15 كانون الثاني.", "2018-01-15"),
        ("2016-12-30", "تبدأ الهدنة غدا.", "2016-12-31"),
        ("2016-12-31", "تبدأ الهدنة غدا.", "2017-01-01"),
        ("2016-02-28", "تبدأ الهدنة غدا.", "2016-02-29"),
        ("2017-01-01", "بدأت الهدنة الأسبوع الماضي.", "2016-12-19/2016-12-25"),
        ("2017-01-10", "بدأت الهدنة الشهر الماضي.", "2016-12"),
    ],
)
def test_at_the_turn_of_the_year(published: str, text: str, value: str) -> None:
    assert [found for _, found in read(text, published)] == [value]


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.sampled_from(["الأحد", "الاثنين", "الجمعة"]))
def test_a_weekday_in_the_past_lies_at_most_six_days_back(published: date, weekday: str) -> None:
    (found,) = timexes(f"توقف القصف {weekday} في المدينة.", published.isoformat())
    assert found.value
    assert found.value.earliest
    assert timedelta(0) <= published - found.value.earliest <= timedelta(days=6)
    assert found.value.earliest.isoweekday() == {"الأحد": 7, "الاثنين": 1, "الجمعة": 5}[weekday]


@cache
def words_of_the_calendar() -> list[str]:
    others = ("14", "2017", "9/7/2017", "،", "(", ")", "/", "-", ":", "\n", "١٥")
    return [*sorted({word.text for word in calendar().words}), *others]


@given(st.lists(st.sampled_from(words_of_the_calendar()) | st.text(max_size=6), min_size=1, max_size=12), st.booleans())
@example(["Apr", "¼", "Apr"], True)
def test_spans_are_inside_sorted_and_disjoint_whatever_the_text(words: list[str], known: bool) -> None:
    text = "س " + " ".join(words)
    found = timexes(text, PUBLISHED if known else None)
    ends = 0
    for timex in found:
        assert ends <= timex.span.start < timex.span.end <= len(text)
        assert timex.span.of(text).strip() == timex.span.of(text)
        ends = timex.span.end


@pytest.mark.parametrize(("text", "surface", "value"), COMPLETE_DATES, ids=[case[0] for case in COMPLETE_DATES])
def test_a_complete_date_means_the_same_alone(text: str, surface: str, value: str) -> None:
    assert read(surface, None) == [(surface, value)]


# Measured on the twenty annotated texts: all 64 spans exact and nothing more, all 64 values right.
GOLD_EXPRESSIONS = 64
FLOOR_F1, FLOOR_VALUES = 1.0, 1.0


def test_the_annotated_news_texts_are_read_as_well_as_measured() -> None:
    path = EVALUATION / "news_gold.jsonl"
    if not path.exists():
        pytest.skip("the annotated texts (../shared/evaluation) are not here")
    right_spans = right_values = found_spans = gold_spans = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = {(one["start"], one["end"]): one["iso"] for one in row["dates"]}
        found = {
            (timex.span.start, timex.span.end): str(timex.value)
            for timex in timexes(row["text"], row["published"], Language(row["lang"]))
        }
        both = gold.keys() & found.keys()
        right_spans += len(both)
        right_values += sum(gold[span] == found[span] for span in both)
        found_spans += len(found)
        gold_spans += len(gold)
    assert gold_spans == GOLD_EXPRESSIONS, "the annotated texts have changed: measure again"
    assert 2 * right_spans / (found_spans + gold_spans) >= FLOOR_F1
    assert right_values / right_spans >= FLOOR_VALUES


WRITTEN = ("يوم", "يوما", "يومين", "اليوم", "الاسبوع", "اسبوع", "نيسان ابريل", "نيسان", "ابريل", "may", "mayday", "a")


@given(st.lists(st.sampled_from(WRITTEN), min_size=1, unique=True), st.lists(st.one_of(
    st.sampled_from((*WRITTEN, "لل", "ليوم", "لليوم", "لاسبوع", " ", "-", "\n", "ا")), st.text("ايوم ن-", max_size=3)),
    max_size=8,
).map("".join))  # fmt: skip
def test_words_that_start_alike_are_found_as_if_each_were_tried(words: list[str], text: str) -> None:
    """The oracle: one word after the other, the longest first, then what stands behind ل without its alif."""
    longest_first = sorted(words, key=len, reverse=True)
    spaced = [r"[\s-]+".join(map(re.escape, word.split(" "))) for word in longest_first]
    behind_l = [f"(?<=ل){re.escape(word[1:])}" for word in longest_first if word.startswith("ال")]
    naive = re.compile("(?:" + "|".join([*spaced, *behind_l]) + r")(?!\w)")
    calendar = Calendar(tuple(CalendarWord(text=word, language="ar", kind="any", value="1") for word in words))
    pattern = calendar.compile("«any»")
    for start in range(len(text) + 1):
        found, expected = pattern.match(text, start), naive.match(text, start)
        assert (found and found.span()) == (expected and expected.span())


CHRONICLES = [
    (
        "In October 2012, he tried to clinch a truce. It came into force on Oct. 26.\nOn Feb. 27, 2016, another began. But "
        "as early as March 4 jets bombed a town.",
        [("October 2012", "2012-10"), ("Oct. 26", "2012-10-26"), ("Feb. 27, 2016", "2016-02-27"), ("March 4", "2016-03-04")],
    ),
    (
        "March 15, 2011 - A protest.\nApril 19 - A law is lifted.",
        [("March 15, 2011", "2011-03-15"), ("April 19", "2011-04-19")],
    ),
    (
        "March 15, 2011: A protest.\nMay 6: A law is lifted.",
        [("March 15, 2011", "2011-03-15"), ("May 6", "2011-05-06")],
    ),
    ("In 2015, Russia intervened. The offensive began on June 18.", [("2015", "2015"), ("June 18", "2017-06-18")]),
    ("Since May 2015 it is besieged. The offensive began on June 18.", [("May 2015", "2015-05"), ("June 18", "2017-06-18")]),
    ("On May 4, 2017, they agreed. Talks resume on July 25.", [("May 4, 2017", "2017-05-04"), ("July 25", "2017-07-25")]),
    ("وفي أيار 2012 سعى إلى هدنة دخلت حيز التنفيذ في 26 أيار.", [("أيار 2012", "2012-05"), ("26 أيار", "2012-05-26")]),
    ("The truce began on Friday the 14th of July 2017.", [("Friday the 14th of July 2017", "2017-07-14")]),
    ("Clashes had persisted until Sunday.", [("Sunday", "2017-07-16")]),
    ("They had until Sunday to leave.", [("Sunday", "2017-07-23")]),
]


@pytest.mark.parametrize(("text", "expected"), CHRONICLES)
def test_dates_behind_one_that_opens_a_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_what_happens_in_syria_today_is_dated() -> None:
    assert read("أعلن في جنوبي سوريا اليوم الأربعاء عن هدنة.") == [("اليوم الأربعاء", "2017-07-19")]
