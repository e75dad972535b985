"""The page of a comparison as a browser shows it: Debian's Chromium, headless."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from specloom.cli import commands

from .documents import SHOP, changed
from .sides import written

CHROMIUM = shutil.which("chromium")
WIDE, NARROW = 1280, 400

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on PATH: apt-get install chromium"
)

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of this module."""
    with sync_playwright() as driver:
        # CI runs as root, where Chromium has no sandbox.
        yield driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the page of a comparison stands that has changes of each world."""
    folder = tmp_path_factory.mktemp("page")
    revision = changed(
        SHOP, "components/schemas/NewPet/required", ["name", "age", "nick"]
    )
    revision = changed(revision, "paths/~1pets/get/deprecated", True)
    revision = changed(revision, "components/schemas/Pet/required", ["id"])
    sides = (written(folder, "base", SHOP), written(folder, "revision", revision))
    command = ["diff", *map(str, sides), "--format", "html"]
    page = folder / "page.html"
    page.write_text(CliRunner().invoke(commands, command).output, "utf-8")
    return page.as_uri()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the page, and fails where it complains on the console."""
    said: list[str] = []
    contexts: list[BrowserContext] = []

    def run(width: int = WIDE, mark: str = "", *, scripts: bool = True) -> Page:
        context = browser.new_context(
            java_script_enabled=scripts, viewport={"width": width, "height": 900}
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{address}{mark}")
        return page

    yield run
    for context in contexts:
        context.close()
    assert said == []


def _shown(page: Page) -> int:
    return page.locator("article:not([hidden])").count()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_nothing_is_wider_than_the_window(opened: Open, width: int) -> None:
    """On a wide screen and on a telephone nobody has to scroll sideways."""
    page = opened(width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide == width


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_nobody_is_shut_out(opened: Open, width: int) -> None:
    """axe-core finds no violation of any severity, with everything unfolded."""
    page = opened(width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text())
    found = page.evaluate("axe.run().then(r => r.violations.map(v => v.id))")
    assert found == []


def test_the_page_is_read_without_scripts(opened: Open) -> None:
    """Without scripts every change unfolds, and no filter stands there that does nothing."""
    page = opened(scripts=False)
    assert not page.locator("form").is_visible()
    last = page.locator("main > details").last
    last.locator("summary").first.click()
    assert last.locator("article").first.is_visible()


@pytest.mark.parametrize(
    ("field", "value"), [("family", "py"), ("severity", "breaking")]
)
def test_worlds_and_severities_are_filtered(
    opened: Open, field: str, value: str
) -> None:
    """A filter leaves what it says and no more, and tells how many changes that are."""
    page = opened()
    total = _shown(page)
    page.select_option(f"select[name={field}]", value)
    wanted = page.locator(f"article[data-{field}={value}]").count()
    assert 0 < wanted == _shown(page) < total
    assert f"{wanted} change" in page.locator("#shown").inner_text()


def test_operations_are_filtered(opened: Open) -> None:
    """Of an operation only the changes that reach it are left, and these are unfolded."""
    page = opened()
    page.fill("input[name=operation]", "POST /pets")
    seen = page.locator("article:not([hidden])")
    assert 0 < seen.count() < page.locator("article").count()
    for article in seen.all():
        assert article.is_visible()
        assert "POST /pets" in (article.text_content() or "")


def test_each_change_has_an_address(opened: Open) -> None:
    """A link to a change opens its group and brings it into view."""
    marks = opened().locator("article").all()
    mark = marks[-1].get_attribute("id")
    target = opened(mark=f"#{mark}").locator(f"[id='{mark}']")
    assert target.is_visible()
    assert target.evaluate("e => e.getBoundingClientRect().top < innerHeight")


def test_groups_are_reached_by_keys(opened: Open) -> None:
    """Keys j and k go from group to group, Enter folds one, and / goes to the filter."""
    page = opened()
    focused = "document.activeElement.closest('details') ?? document.activeElement"
    place = f"[...document.querySelectorAll('main > details')].indexOf({focused})"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(place) == 1
    page.keyboard.press("k")
    assert page.evaluate(place) == 0
    page.keyboard.press("Enter")
    assert page.evaluate(f"({focused}).open") is False
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "operation"
