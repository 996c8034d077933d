"""The review page as HTML: the queue with its kinds, the item that is looked at, and what an editor may do with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.draw.dates import with_whole_dates
from dashboard.draw.markup import Markup, button, tag
from dashboard.draw.review_form import form
from dashboard.draw.review_item import article_history, headline, item_body
from dashboard.edition import Edition
from dashboard.judging import ORDERS, Session, as_seen, looked_at, whole_queue
from dashboard.messages import said
from dashboard.strings import direction, isolated, text
from geo.ledger.review import Concern, ReviewItem

LISTED = 100  # items of a long queue that are listed at once, with the one that is looked at among them
KEYS = {
    "next": "KeyJ", "previous": "KeyK", "accept": "KeyA", "reject": "KeyX", "correct": "KeyE", "undo": "KeyU", "add": "KeyT",
    "facts": "KeyF",
}  # fmt: skip


def review(edition: Edition, session: Session, language: str, *, may_judge: bool) -> Markup:
    """The whole page; without `may_judge` nothing on it changes anything."""
    items, at = looked_at(edition, session)
    item = items[at] if items else None
    return tag(
        "section",
        tag("h2", text("review.heading", language)),
        tag("p", text("review.hint" if may_judge else "review.closed", language), class_="quiet"),
        _editor(session, language) if may_judge else None,
        _kinds(edition, session, language),
        _told(session, language),
        tag("div",
            tag("div", None if session.article else _orders(session, language), _queue(edition, items, at, language),
                class_="review-list"),
            _item(edition, session, item, at, len(items), language, may_judge=may_judge),
            class_="review-columns"),
        class_="review", data_part="review",
    )  # fmt: skip


def key_name(do: str) -> str:
    """The letter that is printed on a key."""
    return KEYS[do].removeprefix("Key")


def _editor(session: Session, language: str) -> Markup:
    shortcuts = [
        tag("li", tag("kbd", key_name(do)), " ", text(f"review.do.{do}", language)) for do in KEYS
    ] + [tag("li", tag("kbd", "Esc"), " ", text("review.do.close", language))]  # fmt: skip
    return tag(
        "div",
        tag("label", tag("span", text("review.editor", language)),
            tag("input", type="text", name="editor", value=session.editor, autocomplete="name", maxlength="80", dir="auto",
                data_hold="editor"),
            class_="field"),
        tag("details", tag("summary", text("review.keys", language)), tag("ul", shortcuts),
            tag("p", text("review.keys.hint", language), class_="quiet"), class_="shortcuts"),
        class_="review-who",
    )  # fmt: skip


def _kinds(edition: Edition, session: Session, language: str) -> Markup:
    counts = Counter(item.concern for item in whole_queue(edition))
    chosen = "chosen" if session.article else session.concern or "all"
    choices: list[tuple[str, int]] = [("all", sum(counts.values())), *((str(c), counts[c]) for c in Concern if counts[c])]
    return tag(
        "div",
        [
            button(text(f"review.kind.{kind}", language), tag("span", f"{count:,}", class_="count"),
                   send={"do": "concern", "concern": kind}, class_="value", data_hold=f"kind-{kind}",
                   aria_pressed="true" if kind == chosen else "false")
            for kind, count in choices
        ],
        tag("span", text("review.kind.chosen", language), class_="one-article") if session.article else None,
        class_="review-kinds", role="group", aria_label=text("review.kinds", language),
    )  # fmt: skip


def _orders(session: Session, language: str) -> Markup:
    return tag(
        "div", tag("span", text("review.order", language), class_="quiet"),
        [
            button(text(f"review.order.{order}", language), send={"do": "order", "order": order}, class_="value",
                   data_hold=f"order-{order}", aria_pressed="true" if order == session.order else "false")
            for order in ORDERS
        ],
        class_="review-orders", role="group", aria_label=text("review.order", language),
    )  # fmt: skip


def _told(session: Session, language: str) -> Markup | None:
    """That something was kept; a fault stands at the form."""
    return tag("p", text(session.kept, language), class_="kept", role="status") if session.kept else None


def _queue(edition: Edition, items: Sequence[ReviewItem], at: int, language: str) -> Markup:
    if not items:
        return tag("p", text("review.nothing", language))
    first = at // LISTED * LISTED
    shown = items[first : first + LISTED]
    rows = [tag("li", _row(edition, item, n == at, language)) for n, item in enumerate(shown, start=first)]
    rest = len(items) - len(shown)
    return tag("ol", rows, tag("li", text("review.rest", language, count=f"{rest:,}"), class_="quiet") if rest else None,
               class_="queue", start=str(first + 1), tabindex="0", aria_label=text("review.queue", language))  # fmt: skip


def _row(edition: Edition, item: ReviewItem, is_open: bool, language: str) -> Markup:
    article = edition.articles[item.article]
    words = item.quote or article.headline
    return button(
        tag("span", _sort(item, language), class_="concern"),
        tag("span", words, lang=str(article.language), dir=direction(article.language), class_="row-quote"),
        send={"do": "item", "item": item.id}, class_="review-row", data_hold=f"item-{item.id}",
        aria_current="true" if is_open else None,
    )  # fmt: skip


def _item(
    edition: Edition, session: Session, item: ReviewItem | None, at: int, count: int, language: str, *, may_judge: bool
) -> Markup | None:
    if item is None:
        return _fault(session, language)
    position = text("review.position", language, number=f"{at + 1:,}", count=f"{count:,}")
    steps = [_step(do, language, disabled=not 0 <= at + step < count) for do, step in (("previous", -1), ("next", 1))]
    return tag(
        "article",
        tag("div", tag("span", position, class_="quiet"), steps, class_="review-steps"),
        tag("h3", _sort(item, language), tabindex="-1"),
        tag("p", text(f"review.why.{item.concern}", language)),
        headline(edition, item, language),
        item_body(edition, item, language),
        tag("div", [_act(edition, item, do, language) for do in acts(item)], class_="acts") if may_judge else None,
        _fault(session, language) if may_judge else None,
        form(edition, item, session, language) if may_judge and session.form else None,
        article_history(edition, item.article, language, may_judge=may_judge),
        class_="review-item", data_item=item.id, data_concern=str(item.concern),
    )  # fmt: skip


def _sort(item: ReviewItem, language: str) -> str:
    """What an item is: its concern, or of an article's what of it."""
    if item.concern is not Concern.CHOSEN:
        return text(f"review.kind.{item.concern}", language)
    return text(f"review.sort.{'statement' if item.statement else 'name' if item.name else 'article'}", language)


def acts(item: ReviewItem) -> tuple[str, ...]:
    """What an editor may do with an item."""
    if item.concern is Concern.ORPHANED or (item.concern is Concern.CHOSEN and not item.statement and not item.name):
        return ("undo", "add", "facts")
    if item.concern is Concern.COPY:
        return ("accept", "undo", "add", "facts")
    return ("accept", "reject", "correct", "undo", "add", "facts")


def _step(do: str, language: str, *, disabled: bool) -> Markup:
    return button(text(f"review.do.{do}", language), " ", tag("kbd", key_name(do)), send={"do": do}, data_key=KEYS[do],
                  data_hold=do, disabled=disabled, class_="act")  # fmt: skip


def _act(edition: Edition, item: ReviewItem, do: str, language: str) -> Markup:
    """A button: accepting is done at once, everything else opens a form that asks why."""
    what = {"do": "keep", "act": "accept"} if do == "accept" else {"do": "form", "form": do}
    send = {**what, **as_seen(edition, item, do)}
    return button(text(f"review.do.{do}", language), " ", tag("kbd", key_name(do)), send=send, data_key=KEYS[do], data_hold=do,
                  class_="act main" if do == "accept" else "act")  # fmt: skip


def _fault(session: Session, language: str) -> Markup | None:
    if not session.fault:
        return None
    told = said(session.fault, language).splitlines()
    lines = [tag("span", with_whole_dates(isolated(line)), class_="block") for line in told]
    return tag("div", tag("p", text("review.not_kept", language)), tag("p", lines, dir="auto"), class_="fault", role="alert")
