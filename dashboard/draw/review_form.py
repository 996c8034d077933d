"""The forms of the review: what an editor writes in the place of what was read, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from dashboard.draw.markup import Markup, button, tag
from dashboard.draw.review_item import verdict_in_words
from dashboard.edition import Edition
from dashboard.judging import Session, as_seen, basis_to_write
from dashboard.strings import direction, text
from geo.article import Article
from geo.evidence.correction import WITHOUT_A_NAME
from geo.gazetteer import Area
from geo.ledger.review import ReviewItem
from geo.statement import Modality, Statement
from geo.status import Status
from geo.toponym.resolution import Role

_DATES = ("signed", "effective", "since", "until")
_MOST_PLACES = 300  # to choose from; any other one can be written


def form(edition: Edition, item: ReviewItem, session: Session, language: str) -> Markup:
    """The form that is open, with what was written in it before, if it could not be kept."""
    do = session.form or ""
    fields = _Fields(edition, item, session.written, language)
    made = {
        "correct": fields.statement(item.statement) if item.statement else fields.name(),
        "add": fields.statement(None), "facts": fields.facts(), "reject": (), "undo": (),
    }[do]  # fmt: skip
    default = text("review.reason.undo", language) if do == "undo" else ""
    parts = [*made, fields.line("reason", default)]
    undone = next((one for one in edition.reviewed.judgements if one.id == session.undoes), None) if do == "undo" else None
    return tag(
        "form",
        tag("h4", text(f"review.form.{do}", language)),
        tag("p", verdict_in_words(edition, undone, language), class_="wide") if undone else None,
        fields.whole_text() if do == "add" and not item.span else None,
        [first if number else _first(first) for number, first in enumerate(parts)],
        tag("div",
            tag("button", text("review.keep", language), type="submit", class_="act main", data_hold="keep"),
            button(text("review.do.close", language), " ", tag("kbd", "Esc"), send={"do": "form", "form": ""},
                   data_key="Escape", class_="act"),
            class_="acts"),
        data_form=json.dumps({**_about(edition, item, session), "do": "keep", "act": do}), class_="review-form",
    )  # fmt: skip


def _about(edition: Edition, item: ReviewItem, session: Session) -> Mapping[str, str]:
    """What the form speaks of, as it was when the form was drawn."""
    do = session.form or ""
    return {**as_seen(edition, item, do), **({"judgement": session.undoes or ""} if do == "undo" else {})}


def _first(field: Markup) -> Markup:
    """The field that is written in first takes the focus when the form opens."""
    for name in ("<input ", "<textarea ", "<select "):
        if name in field:
            return Markup(field.replace(name, f"{name}data-first ", 1))
    return field


class _Fields:
    """The fields of one form: each with what was written before, else with what stands there."""

    def __init__(self, edition: Edition, item: ReviewItem, written: Mapping[str, str], language: str) -> None:
        self.edition, self.item, self.written, self.language = edition, item, written, language

    @property
    def article(self) -> Article:
        return self.edition.articles[self.item.article]

    def statement(self, statement: Statement | None) -> Iterable[Markup]:
        """Place, quote, status, how it is said, dates and agreement of a statement, or of a new one."""
        areas = [self._choice(covered.area) for covered in statement.areas] if statement else []
        yield self.line("areas", "; ".join(areas), choices="review-places", hint="areas")
        yield self._places()
        extents = [("", "as_is")] if statement else []
        extents += [(key, key) for key in ("whole", "parts")]
        yield self.choice("partial", "" if statement else "whole",
                          [(key, text(f"review.partial.{words}", self.language)) for key, words in extents])  # fmt: skip
        yield self._quote(statement.evidence[0].quote if statement else "")
        yield self.choice("status", str(statement.status) if statement else Status.IN_FORCE,
                          [(str(s), text(f"status.{s}", self.language)) for s in Status])  # fmt: skip
        yield self.choice("modality", str(statement.modality) if statement else Modality.ASSERTED,
                          [(str(m), text(f"modality.{m}", self.language)) for m in Modality])  # fmt: skip
        for name in _DATES:
            day = getattr(statement, name) if statement else None
            yield self.line(name, str(day or ""), code=True, hint=name if name == _DATES[0] else None)
        known = {**self.edition.known_agreements, **self.edition.agreements}
        agreements = {id: one.name_ar if self.language == "ar" else one.name_en for id, one in known.items()}
        here = next((s.agreement for s in self.edition.said_now(self.item.article)), "")
        yield self.choice("agreement", statement.agreement if statement else here, [
            *([] if statement else [("", text("review.agreement.choose", self.language))]),
            *((key, text("review.agreement.unnamed", self.language, type=text(f"type.{type}", self.language)))
              for key, type in WITHOUT_A_NAME.items()),
            *sorted(agreements.items(), key=lambda a: a[1]),
        ])  # fmt: skip

    def name(self) -> Iterable[Markup]:
        """Place and role of a name."""
        name = self.item.name
        area = self._choice(name.area.key) if name and name.area else ""
        yield self.line("areas", area, choices="review-places", hint="name_area")
        yield self._places()
        yield self.choice("role", str(name.role) if name else Role.CONTEXT,
                          [(str(role), text(f"role.{role}", self.language)) for role in Role])  # fmt: skip

    def facts(self) -> Iterable[Markup]:
        """What is known of the article."""
        article = self.article
        yield self.line("publisher", article.publisher or "")
        yield self.line("title", article.title or "")
        yield self.line("published", str(article.published or ""), code=True, hint="published")
        yield self.line("basis", basis_to_write(article.published_basis or "", self.language), hint="basis")

    def line(self, name: str, value: str, *, choices: str | None = None, code: bool = False, hint: str | None = None) -> Markup:
        """A field of one line, with a hint below it where its form is not plain."""
        return tag(
            "label", tag("span", text(f"review.field.{name}", self.language)),
            tag("input", type="text", name=name, value=self.written.get(name, value), list=choices, autocomplete="off",
                dir="ltr" if code else "auto", maxlength="2000"),
            tag("span", text(f"review.hint.{hint}", self.language), class_="quiet") if hint else None,
            class_="field",
        )  # fmt: skip

    def choice(self, name: str, value: str, choices: Iterable[tuple[str, str]]) -> Markup:
        """A field to choose in."""
        chosen = self.written.get(name, value)
        options = [tag("option", words, value=key, selected=key == chosen) for key, words in choices]
        return tag("label", tag("span", text(f"review.field.{name}", self.language)), tag("select", options, name=name),
                   class_="field")  # fmt: skip

    def whole_text(self) -> Markup:
        """The article's text, to select a quote in, where no paragraph of it is shown."""
        article = self.article
        return tag(
            "div", article.text, lang=str(article.language), dir=direction(article.language), class_="review-text wide",
            data_source=True, tabindex="0", role="region", aria_label=text("add.text", self.language),
        )  # fmt: skip

    def _quote(self, value: str) -> Markup:
        article = self.article
        return tag(
            "label", tag("span", text("review.field.quote", self.language)),
            tag("textarea", self.written.get("quote", value), name="quote", rows="3", lang=str(article.language),
                dir=direction(article.language)),
            tag("span", text("review.hint.quote", self.language), class_="quiet"), class_="field wide",
        )  # fmt: skip

    def _places(self) -> Markup:
        """Places to choose from: those that the name may mean, those that the article names, those that articles name."""
        likely = [candidate.place for candidate in self.item.name.candidates] if self.item.name else []
        here = [r.area.key for r in self.edition.resolutions.get(self.item.article, ()) if r.area]
        keys = list(dict.fromkeys((*likely, *here, *self.edition.named)))[:_MOST_PLACES]
        return tag("datalist", [tag("option", value=self._choice(key)) for key in keys], id="review-places")

    def _choice(self, key: str) -> str:
        return f"{self.edition.gazetteer.name(Area.parse(key), self.language)} · {key}"
