"""Real Chromium for tests: pages that are cut off from the network, and all that they asked for or said.

    @pytest.fixture(scope="module")
    def chromium() -> Iterator[Chromium]:
        with started() as browser:
            yield browser

    def test(chromium: Chromium, tmp_path: Path) -> None:
        with chromium.opened(file, width=360, dark=True) as seen:
            seen.page.get_by_role("searchbox").fill("pricing")
            assert (seen.requests, seen.messages) == ([], [])

Where there is no Chromium, such a test is skipped, or fails if RACI_TEST_TOOLS is "required".
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request, Route

_ARGUMENTS = (
    "--no-sandbox",  # the tests may run as root
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-pings",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def tool(*names: str) -> str:
    """Return the path of the first of these programs that is there.

    Where none is, the test is skipped, or fails where tools are required.
    """
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        missing = f"{names[0]} is not installed"
        if os.environ.get("RACI_TEST_TOOLS") == "required":
            pytest.fail(f"{missing}, and RACI_TEST_TOOLS requires it")
        pytest.skip(missing)
    return found


@dataclass
class Seen:
    """An open page, what it asked for beside its own file, and what it said on the console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Chromium:
    """A running Chromium without a window."""

    browser: Browser

    @contextmanager
    def opened(
        self, file: Path, *, width: int = 1280, height: int = 900, dark: bool = False, script: bool = True
    ) -> Iterator[Seen]:
        """Open a file as a page of its own: `dark` and `width` as its reader has them.

        Every request is recorded and none is let out, nor does a page have any scripts where `script` is
        false.
        """
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=script,
            offline=True,
            locale="en-US",
            timezone_id="UTC",
        )
        address = file.resolve().as_uri()
        seen = Seen(context.new_page())

        def record(request: Request) -> None:
            if request.url.partition("#")[0] != address:
                seen.requests.append(request.url)

        def block(route: Route) -> None:
            if route.request.url.partition("#")[0] == address:
                route.continue_()
            else:
                route.abort()

        context.route("**/*", block)
        seen.page.on("request", record)
        seen.page.on("console", lambda message: seen.messages.append(f"{message.type}: {message.text}"))
        seen.page.on("pageerror", lambda error: seen.messages.append(f"pageerror: {error}"))
        seen.page.goto(address)
        try:
            yield seen
        finally:
            context.close()


@contextmanager
def started() -> Iterator[Chromium]:
    """Start Chromium, and end it again."""
    path = tool(*_NAMES)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and only needed with a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        try:
            yield Chromium(browser)
        finally:
            browser.close()
