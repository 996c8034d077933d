"""The process that reads what is hostile: `python -m data.sources.child`, which `process` starts.

It takes one request after the other on its standard input and answers on its standard output, a frame for each item: a length
in four bytes, then JSON. Its memory and its time are limited by itself and by who started it, and nothing that it answers is
more than words. It opens no connection.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import struct
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from io import BytesIO
from typing import IO, Any

from data.sources.archive import Begun
from data.sources.document import Document, Item, Limits, Link, Refusal, Refused, broke_its_reader, system_fault
from data.sources.families import default_id, read_stream
from geo.message import Message

LENGTH = struct.Struct(">I")
_SPARE_CPU_S = 5


def main() -> None:
    """Answers requests until there are none."""
    logging.disable(logging.CRITICAL)
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # an interrupt from the keyboard is the business of the process that the user started
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whatever a library prints must not be taken for an answer
    _limit_memory(int(sys.argv[1]))
    while frame := read_frame(requests):
        request = json.loads(frame)
        content = requests.read(request["bytes"]) if request["path"] is None else None
        for answer in _answers(request, content):
            answers.write(framed(answer))
            answers.flush()  # what was read must not be lost with what comes after it
        answers.write(framed({"kind": "end"}))
        answers.flush()


def _answers(request: Mapping[str, Any], content: bytes | None) -> Iterator[dict[str, Any]]:
    """The answers to a request but the last, which says that there are no more."""
    try:
        with ExitStack() as opened:
            stream: IO[bytes] = BytesIO(content) if content is not None else opened.enter_context(open(request["path"], "rb"))
            limits = Limits(**request["limits"])
            items = read_stream(
                stream, request["name"], request["family"], limits, url=request["url"], charset=request["charset"],
                skip=request["skip"],
            )  # fmt: skip
            empty = not request["skip"]
            for item in items:
                empty = False
                _limit_time(request["seconds"])
                yield {**_answer(item, request), "at": stream.tell() if content is None else 0}
            if empty:
                raise Refused("holds no article")
    except Refused as refusal:
        yield _refusal(refusal.message)
    except MemoryError:
        os._exit(1)  # what is left of this process may be damaged; the next one goes on after the part that needed so much
    except OSError as fault:
        yield _refusal(Message("cannot be read ({fault})", fault=system_fault(fault)))
    except RecursionError:
        yield _refusal(Message("is nested too deeply"))
    except Exception as fault:  # a library that trips over a hostile file must not end the run
        yield _refusal(broke_its_reader(fault))


def _refusal(reason: Message) -> dict[str, Any]:
    return {"kind": "refusal", "where": "", "reason": reason.plain()}


def _answer(item: Item | Begun, request: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: getattr(item, name) for name in item.__dataclass_fields__}
    fields = {name: value.plain() if isinstance(value, Message) else value for name, value in found.items()}
    if isinstance(item, Document) and not item.id:
        fields["id"] = default_id(request["name"], request["url"])
    return {"kind": _KINDS[type(item)], **fields}


_KINDS: dict[type, str] = {Document: "document", Link: "link", Refusal: "refusal", Begun: "begun"}


def framed(answer: Mapping[str, Any]) -> bytes:
    """A frame: the length of its JSON, and its JSON. Halves of characters, which UTF-8 cannot hold, pass through."""
    text = json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return LENGTH.pack(len(text)) + text


def read_frame(stream: IO[bytes]) -> str | None:
    """The JSON of the next frame; None at the end of the stream, or where it breaks off."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    text = stream.read(length)
    return text.decode("utf-8", "surrogatepass") if len(text) == length else None


def _limit_memory(most_bytes: int) -> None:
    """Limits the process's own memory, where the system can."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    """Lets the system end this process if it computes for longer than an item may take: whoever started it may be gone."""
    if sys.platform == "linux":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + seconds + _SPARE_CPU_S
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
