"""One item of the review: its words in their paragraph, what was read in them, and what editors said of the article."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.draw.dates import date_in_words, day_in_words
from dashboard.draw.headline import headline_tag
from dashboard.draw.markup import Child, Markup, button, tag
from dashboard.draw.place_reasons import why_this_place
from dashboard.draw.reader import source_facts
from dashboard.draw.zone_list import agreement_name, status_badge
from dashboard.edition import Edition
from dashboard.messages import said
from dashboard.strings import direction, isolated, percent, text
from geo.article import Article
from geo.evidence.judgement import Judgement, NameReading, in_force
from geo.gazetteer import Area
from geo.ledger.review import Concern, ReviewItem
from geo.span import Span
from geo.statement import Grounds, Statement
from geo.toponym.resolution import Resolution

_SHOWN = 80  # characters of a quote in the history


def headline(edition: Edition, item: ReviewItem, language: str) -> Markup:
    """The article, who published it and when; the button opens it in the reader."""
    article = edition.articles[item.article]
    facts = tag("p", [tag("bdi", fact, class_="fact") for fact in source_facts(article, language)], class_="quiet")
    send = {"do": "article", "article": article.id}
    if item.statement:
        send = {"do": "line", "article": article.id, "statement": item.statement.id}
    opener = button(text("articles.open", language), send=send, class_="open-line", data_hold="open",
                    aria_label=f"{text('articles.open', language)}: {article.headline}")  # fmt: skip
    title = headline_tag("p", article, class_="headline")
    return tag("div", title, facts, opener, class_="review-article")


def item_body(edition: Edition, item: ReviewItem, language: str) -> Iterable[Markup | None]:
    """The words in their paragraph, and what is in doubt."""
    article = edition.articles[item.article]
    if item.span:
        yield paragraph(article, item.span)
    elif item.quote:
        yield tag("blockquote", item.quote, lang=str(article.language), dir=direction(article.language))
    if item.statement:
        yield reading_in_words(edition, item.statement, language)
        for mention in dict.fromkeys(covered.mention for covered in item.statement.areas):
            named = next((r for r in edition.resolutions.get(article.id, ()) if r.mention.span == mention), None)
            yield _why(edition, article, named, language) if named else None
    if item.name:
        yield _name_in_words(edition, item.name, language)
        yield why_this_place(edition, article, item.name, language)
    if item.judgement:
        yield tag("p", verdict_in_words(edition, item.judgement, language))
    if item.others and item.concern is Concern.CONTESTED:
        yield tag("p", text("contest.who", language), class_="quiet")
        yield tag("ul", [tag("li", _other(edition, id, language)) for id in item.others], class_="sides")
    if item.concern is Concern.COPY:
        yield _beside(edition, item, language)


def paragraph(article: Article, span: Span) -> Markup:
    """The paragraph that holds a span, in the direction of the article, with the span lit."""
    start = article.text.rfind("\n", 0, span.start) + 1
    end = article.text.find("\n", span.end)
    end = len(article.text) if end < 0 else end
    return tag(
        "blockquote", article.text[start : span.start], tag("mark", span.of(article.text)), article.text[span.end : end],
        lang=str(article.language), dir=direction(article.language), data_source=True,
    )  # fmt: skip


def reading_in_words(edition: Edition, statement: Statement, language: str) -> Markup:
    """What a statement says, as a list of terms."""
    dates = {"signed": statement.signed, "effective": statement.effective, "since": statement.since, "until": statement.until,
             "expected": statement.expected}  # fmt: skip
    rows: list[tuple[str, Child]] = [
        ("review.field.areas", text("comma", language).join(_covered(edition, statement, language))),
        ("review.field.status", status_badge(statement.status, language)),
        *((("review.field.grounds", _grounds(statement.grounds, language)),) if statement.grounds else ()),
        ("review.field.modality", text(f"modality.{statement.modality}", language)),
        ("zone.agreement", agreement_name(edition, statement.agreement, language)),
        *((f"review.field.{name}", date_in_words(day, language)) for name, day in dates.items() if day),
    ]
    return tag("dl", [(tag("dt", text(key, language)), tag("dd", value, dir="auto")) for key, value in rows], class_="facts")


def _grounds(grounds: Grounds, language: str) -> str:
    """What the status rests on, and how likely its sentence makes it."""
    words = text(f"grounds.{grounds.basis}", language)
    if grounds.likelihood is None:
        return words
    return text("comma", language).join(
        (words, text("grounds.likelihood", language, share=percent(grounds.likelihood, language)))
    )


def _covered(edition: Edition, statement: Statement, language: str) -> Iterable[str]:
    for covered in statement.areas:
        name = edition.gazetteer.name(Area.parse(covered.area), language)
        words = isolated(text("zone.part", language, name=name) if covered.partial else name)
        if covered.said_of:
            wider = isolated(edition.gazetteer.name(Area.parse(covered.said_of), language))
            words = f"{words} ({text('line.said_of', language, area=wider)})"
        yield words


def _name_in_words(edition: Edition, name: Resolution, language: str) -> Markup:
    place = edition.gazetteer.name(name.area, language) if name.area else text("review.no_area", language)
    rows = (("review.field.areas", place), ("review.field.role", text(f"role.{name.role}", language)))
    return tag("dl", [(tag("dt", text(key, language)), tag("dd", value, dir="auto")) for key, value in rows], class_="facts")


def _why(edition: Edition, article: Article, named: Resolution, language: str) -> Markup:
    heading = text("why.of", language, name=isolated(f"«{named.mention.span.of(article.text)}»"))
    return tag("details", tag("summary", heading), why_this_place(edition, article, named, language), class_="why")


def _other(edition: Edition, id: str, language: str) -> Iterable[Markup]:
    """A statement that says otherwise: its status, who says it, and its words."""
    other = edition.reviewed.statements.get(id)
    if other is None:
        return
    article = edition.articles[other.article]
    yield status_badge(other.status, language)
    yield tag("bdi", article.publisher or article.headline, class_="voices")
    yield tag("blockquote", other.evidence[0].quote, lang=str(article.language), dir=direction(article.language))


def _beside(edition: Edition, item: ReviewItem, language: str) -> Markup:
    """The article that this one is a copy of."""
    rows = []
    for id in item.others:
        if origin := edition.articles.get(id):
            facts = tag("bdi", " · ".join(source_facts(origin, language)), class_="quiet")
            name = headline_tag("bdi", origin)
            rows.append(tag("li", name, " ", facts, " ", button(
                text("articles.open", language), send={"do": "article", "article": id}, class_="open-line",
                aria_label=f"{text('articles.open', language)}: {origin.headline}")))  # fmt: skip
    return tag("ul", rows, class_="sides")


# --- what editors said ---------------------------------------------------------------------------------------------------


def article_history(edition: Edition, article: str, language: str, *, may_judge: bool) -> Markup | None:
    """All that editors said of an article, the last word first; what counts can be taken back."""
    said = [judgement for judgement in edition.reviewed.judgements if judgement.article == article]
    if not said:
        return None
    standing = {judgement.id for judgement in in_force(said)}
    rows = [
        tag("li", _judged(edition, judgement, judgement.id in standing, language, may_judge=may_judge),
            data_judgement=judgement.id)
        for judgement in reversed(said)
    ]  # fmt: skip
    return tag("details", tag("summary", text("review.history", language)), tag("ol", rows), class_="history", open=True)


def _judged(edition: Edition, judgement: Judgement, counts: bool, language: str, *, may_judge: bool) -> Iterable[Markup]:
    yield verdict_in_words(edition, judgement, language)
    if not counts and not judgement.undoes:
        yield tag("span", text("review.taken_back", language), class_="quiet")
    if counts and may_judge:
        undo = text("review.do.undo", language)
        yield button(
            undo, send={"do": "form", "form": "undo", "judgement": judgement.id}, class_="act",
            data_hold=f"undo-{judgement.id}", aria_label=f"{undo}: {_plain(edition, judgement, language)}",
        )  # fmt: skip


def verdict_in_words(edition: Edition, judgement: Judgement, language: str) -> Markup:
    """Who said what, when and why."""
    reason = isolated(said(judgement.reason, language))
    return tag(
        "span", tag("strong", _plain(edition, judgement, language)), " ",
        tag("span", text("review.by", language, editor=isolated(said(judgement.editor, language)),
                         day=day_in_words(judgement.judged_at.date(), language), time=f"{judgement.judged_at:%H:%M}"),
            class_="quiet"),
        tag("span", reason, class_="reason block", dir="auto") if judgement.reason else None,
        class_="verdict",
    )  # fmt: skip


def _plain(edition: Edition, judgement: Judgement, language: str) -> str:
    about = judgement.subject or judgement.outcome
    if judgement.undoes:
        undone = next((one for one in edition.reviewed.judgements if one.id == judgement.undoes), None)
        words = _plain(edition, undone, language) if undone and undone.id != judgement.id else judgement.undoes
        return text("review.verdict.undone", language, what=isolated(words))
    if isinstance(about, Statement):
        quote = about.evidence[0].quote
        words = f"«{quote if len(quote) <= _SHOWN else quote[:_SHOWN] + '…'}»"
    else:
        words = f"«{about.surface}»" if isinstance(about, NameReading) else text("review.facts", language)
    return text(f"review.verdict.{judgement.verdict}", language, what=isolated(words))
