"""What the browser fetches by itself."""

from __future__ import annotations

import errno
import gzip
import os
from pathlib import Path

import pytest

from dashboard import published
from dashboard.published import DRAWN, MOST_KEPT, MOST_UNPACKED, is_published, publish
from geo.errors import PublishError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(published, "STATIC_FOLDER", tmp_path)
    return tmp_path / "drawn"


def test_what_is_published_is_named_by_its_content(folder: Path) -> None:
    one, same, other = publish("zones", "{}"), publish("zones", "{}"), publish("zones", "[]")
    assert one == same != other
    assert (folder / Path(one).name).read_text("utf-8") == "{}"
    assert sorted(folder.iterdir()) == sorted(folder / Path(address).name for address in (one, other))


def test_old_publications_are_removed_and_those_in_use_stay(folder: Path) -> None:
    kept = publish("zones", "in use")
    (folder / "base-map-0.json").write_text("{}", "utf-8")
    for number in range(MOST_KEPT + 3):
        file = folder / Path(publish("zones", str(number))).name
        os.utime(file, (number, number))
        publish("zones", "in use")
    files = {file.name for file in folder.glob("zones-*.json")}
    assert len(files) == MOST_KEPT
    assert Path(kept).name in files
    assert (folder / "base-map-0.json").exists()


def test_as_many_as_asked_for_stay_and_one_that_is_gone_says_so(folder: Path) -> None:
    addresses = [publish("article", str(number), kept=2) for number in range(2)]
    for address, time in zip(addresses, (2, 1), strict=True):
        os.utime(folder / Path(address).name, (time, time))
    publish("article", "another", kept=2)
    assert [is_published(address) for address in addresses] == [True, False]


def test_a_folder_that_cannot_be_written_is_named_and_what_lies_there_is_served(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where root has installed and started the page once, and another user runs it."""
    there = publish("zones", "{}")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    for name in ("utime", "fsync", "unlink"):
        monkeypatch.setattr(os, name, refused)
    assert is_published(there) and publish("zones", "{}") == there
    with pytest.raises(PublishError, match=rf"{folder}.* \(Permission denied\): the user who runs the page"):
        publish("zones", "[]")


def test_a_folder_that_cannot_be_made_is_named(folder: Path) -> None:
    folder.write_text("a file", encoding="utf-8")
    with pytest.raises(PublishError, match=r"'.*drawn' \(File exists\)"):
        publish("zones", "{}")
    assert not is_published(f"app/static/{DRAWN}/zones-0.json")


def test_what_is_long_is_packed_once_for_all_visitors(folder: Path) -> None:
    content = "[" + "1," * MOST_UNPACKED + "1]"
    address = publish("zones", content)
    assert address == publish("zones", content)
    assert address.endswith(".json.gz")
    assert gzip.decompress((folder / Path(address).name).read_bytes()).decode() == content
