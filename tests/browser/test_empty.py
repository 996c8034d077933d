"""Nothing to show, or nothing to show it from: the page says so in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.store import open_writer
from tests.browser.conftest import Watched, ingest, serving

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]


def test_an_empty_store_shows_the_map_and_explains(tmp_path: Path, open_page: Open) -> None:
    open_writer(tmp_path / "hudna.sqlite").close()
    with serving(tmp_path / "hudna.sqlite", tmp_path / "server.log") as address:
        watched = open_page(address)
        expect(watched.page.locator("h2")).to_have_text("No zones yet")
        assert watched.page.locator(".timeline").count() == 0
        assert watched.complaints == []


def test_a_page_without_a_store_says_what_to_do_and_shows_articles_once_they_are_read(tmp_path: Path, open_page: Open) -> None:
    store, folder = tmp_path / "hudna.sqlite", tmp_path / "articles"
    with serving(store, tmp_path / "server.log") as address:
        page = open_page(address, ready=".no-store").page
        expect(page.locator(".no-store").first).to_contain_text("python -m data ingest seeds")
        folder.mkdir()
        (folder / "quiet.txt").write_text("The harvest was good this year, farmers say.", encoding="utf-8")
        (folder / "empty.txt").write_text("", encoding="utf-8")
        ingest(folder, store)
        page = open_page(f"{address}?page=articles", ready=".articles li").page
        expect(page.locator(".articles li")).to_contain_text("Read; nothing about a truce was found.")
        page.locator(".notice .unfold").click()
        expect(page.locator(".notice")).to_contain_text("empty.txt")
