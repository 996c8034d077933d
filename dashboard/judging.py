"""What a session of the review holds: which item is looked at, what is being written, and what it asks to be kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.edition import Edition, once_an_edition
from dashboard.messages import said
from dashboard.strings import LANGUAGES
from geo.evidence.correction import facts_of
from geo.gazetteer import Area
from geo.ledger.review import Concern, ReviewItem, items_of, review_queue
from geo.message import Message
from geo.span import Span
from geo.text.script import fold_name

ORDERS = ("concern", "article", "newest")
FORMS = ("reject", "correct", "add", "facts", "undo")
MOST_WRITTEN = 4_000  # characters of one field
MOST_OF_A_BASIS = 2_000  # as many as its field takes
ABOUT_ARTICLE = ("add", "facts", "undo")  # what speaks of the article, not of the item that is looked at
MEANWHILE = Message("this was judged or read again meanwhile: look again")
_MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One visitor's review. `item` is the id of the one looked at, `at` where it stood in the list: when it leaves the queue
    the next one is looked at. `form` is what is open below it; `undoes` the judgement that an open `undo` would take back.

    With `article` everything in that article is listed instead of the queue, `statement` looked at first.

    `fault` is why the last act was not kept, `kept` what was, as a key of strings; `written` what its form held. `done` is the
    message that the last act was kept of, until another one comes: the same once more is a key or a button pressed twice.
    """

    editor: str = ""
    concern: Concern | None = None
    order: str = ORDERS[0]
    item: str | None = None
    at: int = 0
    article: str | None = None
    statement: str | None = None
    form: str | None = None
    undoes: str | None = None
    fault: str | None = None
    kept: str | None = None
    written: Mapping[str, str] = field(default_factory=dict)
    done: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What an editor asks to be kept: `do` with a statement, a name at a span, a judgement or an article, and what was
    written."""

    do: str
    article: str
    statement: str | None = None
    span: Span | None = None
    judgement: str | None = None
    written: Mapping[str, str] = field(default_factory=dict)
    editor: str = ""


def as_known(act: Act, edition: Edition) -> Act:
    """The act, where how a date is known was left as the page said it: that is the same in another language, not another."""
    article = edition.articles.get(act.article)
    basis = article.published_basis if article else None
    written = act.written.get("basis", "").strip()
    if act.do != "facts" or not basis or written not in {basis_to_write(basis, language) for language in LANGUAGES}:
        return act
    return replace(act, written={**act.written, "basis": basis})


def basis_to_write(basis: str, language: str) -> str:
    """How a date is known, as a field shows it: without the marks of direction, which nobody would write."""
    return said(basis, language).translate(_MARKS)[:MOST_OF_A_BASIS].strip()


@once_an_edition
def queue(edition: Edition, concern: Concern | None, order: str) -> tuple[ReviewItem, ...]:
    """The items of a kind, or all, in an order: by concern, by article, or the newest articles first."""
    items = [item for item in whole_queue(edition) if concern in (None, item.concern)]
    if order == "article":
        items.sort(key=lambda item: (item.article, item.span or Span(0, 0)))
    elif order == "newest":
        items.sort(key=lambda item: -_age(edition, item.article))
    return tuple(items)


@once_an_edition
def whole_queue(edition: Edition) -> tuple[ReviewItem, ...]:
    """Everything that needs eyes."""
    return review_queue(edition.reviewed)


def _age(edition: Edition, article: str) -> int:
    published = edition.articles[article].published
    return published.latest.toordinal() if published and published.latest else 0


def looked_at(edition: Edition, session: Session) -> tuple[tuple[ReviewItem, ...], int]:
    """The list of a session, and which of it is looked at: where that is gone, what has moved into its place."""
    items = of_article(edition, session.article) if session.article else queue(edition, session.concern, session.order)
    found = next((number for number, item in enumerate(items) if _is_it(item, session)), None)
    return items, max(0, min(session.at, len(items) - 1)) if found is None else found


@once_an_edition
def of_article(edition: Edition, article: str) -> tuple[ReviewItem, ...]:
    """All that can be judged in an article."""
    return items_of(edition.reviewed, article)


def _is_it(item: ReviewItem, session: Session) -> bool:
    if session.item:
        return item.id == session.item
    return bool(session.statement and item.statement and item.statement.id == session.statement)


def heard(message: Mapping[str, object], session: Session, edition: Edition) -> tuple[Session, Act | None]:
    """The session after what the page sent, and what is to be kept, if anything."""
    told = {key: value[:MOST_WRITTEN] for key, value in message.items() if isinstance(value, str)}
    if told and told == session.done:
        return session, None
    items, at = looked_at(edition, session)
    item = items[at] if items else None
    session = replace(
        session if item and session.item in (None, item.id) else replace(session, form=None, undoes=None, written={}),
        item=item.id if item else None, at=at, fault=None, kept=None, done={},
        editor=told.get("editor", session.editor).strip(),
    )  # fmt: skip
    match told:
        case {"do": "concern", "concern": concern}:
            chosen = Concern(concern) if concern in tuple(Concern) else None
            return replace(session, concern=chosen, article=None, statement=None, item=None, at=0, form=None), None
        case {"do": "order", "order": order} if order in ORDERS:
            return replace(session, order=order, form=None), None
        case {"do": "item", "item": id}:
            return _go_to(session, next((n for n, one in enumerate(items) if one.id == id), at), items), None
        case {"do": "next"}:
            return _go_to(session, at + 1, items), None
        case {"do": "previous"}:
            return _go_to(session, at - 1, items), None
        case {"do": "form", "form": form, "item": shown} if form and (item is None or item.id != shown):
            return replace(session, form=None, fault=MEANWHILE), None
        case {"do": "form", "form": form, **rest} if form in (*FORMS, ""):
            undoes = rest.get("judgement") or (_last_judgement(edition, item) if form == "undo" else None)
            return replace(session, form=form or None, undoes=undoes, written={}), None
        case {"do": "keep", "act": act} if act in ABOUT_ARTICLE:
            return _about_article(act, session, edition, told)
        case {"do": "keep", "act": act} if act in ("accept", *FORMS):
            if item is None or told.get("seen") != as_seen(edition, item, act)["seen"]:
                return replace(session, fault=MEANWHILE), None
            return replace(session, written=told), _act(act, item, session, told)
    return session, None


def as_seen(edition: Edition, item: ReviewItem, do: str) -> Mapping[str, str]:
    """What a button or a form tells of what it would judge. `seen` is another one once that was judged or reads otherwise: a
    press comes late where somebody else, or the same press before, has changed what is shown."""
    article = edition.articles[item.article]
    told = {"article": article.id, "item": item.id}
    if do in ("add", "undo"):
        return told
    what: list[object] = [facts_of(article)] if do == "facts" else [item.id]
    if do != "facts" and item.statement:
        what.append(edition.reviewed.standings.get(item.statement.id))
    if do != "facts" and item.name:
        spoken_of = item.name.mention.span in edition.reviewed.spoken_of.get(item.article, ())
        what += [item.name.area, item.name.role, spoken_of]
    return {**told, "seen": hashlib.sha256(repr(what).encode("utf-8", "surrogatepass")).hexdigest()[:12]}


def _about_article(do: str, session: Session, edition: Edition, told: Mapping[str, str]) -> tuple[Session, Act | None]:
    """`heard` of what is said about an article: that is there, whatever becomes of the item that was looked at."""
    article = edition.articles.get(told.get("article", ""))
    whole = ReviewItem(id="", concern=Concern.CHOSEN, article=article.id, span=None, quote=None) if article else None
    if whole is None or told.get("seen") != as_seen(edition, whole, do).get("seen"):
        return replace(session, fault=MEANWHILE), None
    act = Act(do=do, article=whole.article, judgement=told.get("judgement"), written=told, editor=session.editor)
    return replace(session, written=told), act


def _go_to(session: Session, at: int, items: Sequence[ReviewItem]) -> Session:
    at = max(0, min(at, len(items) - 1))
    return replace(session, item=items[at].id if items else None, at=at, form=None, written={})


def _act(do: str, item: ReviewItem, session: Session, told: Mapping[str, str]) -> Act:
    about_statement = item.statement.id if item.statement else None
    about_name = item.name.mention.span if item.name else None
    return Act(do=do, article=item.article, statement=about_statement, span=about_name, written=told, editor=session.editor)


def _last_judgement(edition: Edition, item: ReviewItem | None) -> str | None:
    """What undo means without further words: an orphan itself, else what was said last, of whichever article."""
    if item and item.judgement:
        return item.judgement.id
    judgements = edition.reviewed.judgements
    taken_back = {judgement.undoes for judgement in judgements}
    return next((j.id for j in reversed(judgements) if j.id not in taken_back and not j.undoes), None)


# --- places as editors write them ----------------------------------------------------------------------------------------


def areas_named(edition: Edition, written: str) -> tuple[str, ...] | str:
    """The keys of the areas that an editor names, with semicolons or lines between; else the word that names none or
    several."""
    keys = []
    for part in filter(None, map(str.strip, re.split("[;؛\n]", written))):
        found = _areas(edition, part)
        if len(found) != 1:
            return part
        keys.append(found[0])
    return tuple(keys)


def meanings(edition: Edition, written: str) -> tuple[str, ...]:
    """The keys of the areas that a word may name."""
    return _areas(edition, written.strip())


def _areas(edition: Edition, word: str) -> tuple[str, ...]:
    # a choice of the list is written as "name · key"
    key = word.rpartition("·")[2].strip()
    if Area.parse(key).place in edition.gazetteer.places:
        return (key,)
    return _by_name(edition).get(fold_name(word), ())


@once_an_edition
def _by_name(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name in edition.gazetteer.names:
        found.setdefault(fold_name(name.text), {})[name.place] = None
    for place in edition.gazetteer.places.values():
        for name_text in (place.name_en, place.name_ar):
            found.setdefault(fold_name(name_text), {})[place.id] = None
    return {name: tuple(places) for name, places in found.items()}
