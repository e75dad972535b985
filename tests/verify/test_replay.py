"""What `specloom verify` recorded, played by the testing kit of the package."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from specloom.cli import commands

from .documents import SHOP, TRUE
from .service import running


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The package of the shop, and cassettes of a service that is true to it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHOP_KEY", "key-1234")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "generated/shop"), *sys.path])
    with running({"GET /items/7": TRUE}) as service:
        text = SHOP.replace("ADDRESS", service.url)
        Path("shop.yaml").write_text(
            text.replace("{type: number}", "{type: number, format: decimal}")
        )
        for command in (
            ["generate", "shop.yaml"],
            ["verify", "shop.yaml", "--environment", "staging", "--cassettes", "kept"],
        ):
            result = CliRunner().invoke(commands, command)
            assert result.exit_code == 0, result.output
    importlib.invalidate_caches()
    yield importlib.import_module("shop")
    for name in [each for each in sys.modules if each.partition(".")[0] == "shop"]:
        del sys.modules[name]


def edited(change: dict[str, Any]) -> None:
    """Change the response of the one cassette."""
    path = Path("kept/getItem.json")
    cassette = json.loads(path.read_text("utf-8"))
    cassette["response"].update(change)
    path.write_text(json.dumps(cassette), "utf-8")


def test_a_cassette_answers_with_typed_models(shop: Any) -> None:
    """The client gets what the service said, numbers exact, without a network."""
    testing = importlib.import_module("shop.testing")
    client = shop.Shop(transport=testing.replay("kept"))
    item = client.items.get(id_=7)
    assert isinstance(item, importlib.import_module("shop.models").Item)
    assert item.price == Decimal("12.50")
    assert item.note == "echoes redacted"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"json": {"id": 7, "name": "cup"}}, "/price: expected"),
        ({"json": {"id": 7, "name": "cup", "price": 1, "note": 2}}, "/note: expected"),
        ({"status": 404}, "expected status 200, got status 404"),
    ],
    ids=["required", "optional", "status"],
)
def test_a_stale_cassette_is_flagged(
    shop: Any, change: dict[str, Any], said: str
) -> None:
    """A recording that the document does not allow any more is refused with its file."""
    testing = importlib.import_module("shop.testing")
    edited(change)
    with pytest.raises(testing.StaleCassette, match=f"getItem.json: .*{said}"):
        testing.replay("kept")


def test_a_cassette_of_another_api_is_flagged(shop: Any) -> None:
    """A recording of a path that the document does not have is refused."""
    testing = importlib.import_module("shop.testing")
    path = Path("kept/getItem.json")
    path.write_text(path.read_text("utf-8").replace("/items/7", "/gone"), "utf-8")
    with pytest.raises(testing.StaleCassette, match="no operation of this document"):
        testing.replay("kept")


def test_an_empty_folder_is_no_recording(shop: Any) -> None:
    """A test that replays nothing fails."""
    testing = importlib.import_module("shop.testing")
    with pytest.raises(FileNotFoundError):
        testing.replay("elsewhere")
