"""What Python tells the browser's components, read back from the messages of a run."""

from __future__ import annotations

import gzip
import json
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest


def all_mounted(page: AppTest) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every component of the page with what it was told, in the page's order; packed HTML is unpacked."""
    for element in page.main.get("bidi_component"):
        told: dict[str, Any] = json.loads(element.proto.json)
        if isinstance(told.get("html"), dict):
            told["html"] = gzip.decompress(b64decode(told["html"]["gzip"])).decode()
        yield element.proto.component_name.removeprefix("hudna."), told


def mounted(page: AppTest, name: str) -> dict[str, Any]:
    """What was told to a component, by its name."""
    for found, told in all_mounted(page):
        if found == name:
            return told
    raise AssertionError(f"{name} is not on the page")
