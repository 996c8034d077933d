"""Every error that Hudna raises on purpose: message first, the offending value quoted, what to do last."""

from __future__ import annotations

from geo.message import Message, Value, message_of


class HudnaError(Exception):
    """The root: `except HudnaError` catches what was foreseen and nothing else.

    It is given a template and what fills it, or `messages` that are made already: one for each fault, a line each in its words.
    """

    def __init__(self, *said: str, **values: Value) -> None:
        self.messages = tuple(Message(words, **values) if values else message_of(words) for words in said)
        super().__init__(*self.messages)

    def __str__(self) -> str:
        return "\n".join(self.messages)


class SpanError(HudnaError):
    """A span does not lie in its text, or ends before it starts."""


class EdtfError(HudnaError):
    """A date is not in the subset of EDTF that `geo.edtf` reads."""


class ArticleError(HudnaError):
    """An article cannot be read: it has no text, or what is said about it is wrong."""


class ReferenceTableError(HudnaError):
    """A reference table is wrong; the message lists every fault that was found, a line each."""


class FootprintError(HudnaError):
    """An area has no polygon: the reference tables give it no point, no region and no children."""


class BoundaryError(HudnaError):
    """Published boundaries cannot be had, or are not what they should be; what was kept before stays as it was."""


class SettingError(HudnaError):
    """A setting has a value that cannot be used; the message lists every fault that was found, a line each."""


class StoreError(HudnaError):
    """The store cannot be opened, read or written; the message says why and what to do."""


class PublishError(HudnaError):
    """What the page has drawn cannot be put where browsers fetch it; the message names the folder."""


class ExportError(HudnaError):
    """An export cannot be made: the format is unknown, nothing fits the filter, or the file cannot be written."""


class JudgementError(HudnaError):
    """What an editor says cannot be kept; the message lists every fault that was found, a line each."""
