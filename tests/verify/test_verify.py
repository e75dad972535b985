"""Real requests to a service that drifts on purpose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from specloom.check import check
from specloom.cli import commands
from specloom.read import read
from specloom.report import Report
from specloom.settings import target_of
from specloom.targeting import api_of
from specloom.verify import Verdict, cassettes, played

from .documents import DRIFTED, SESSION, SHOP, SWAGGER, TRUE, in_3_0
from .service import Answer, lines, running

KEY = "key-1234"


@pytest.fixture(autouse=True)
def _credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SHOP_KEY", KEY)
    monkeypatch.chdir(tmp_path)


def verify(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(commands, ["verify", "shop.yaml", *arguments])


def written(text: str, address: str) -> None:
    """The document, with its server."""
    text = text.replace("ADDRESS", address).replace("HOST", address.partition("//")[2])
    Path("shop.yaml").write_text(text, "utf-8")


def again(*overlays: Path) -> Verdict:
    """The cassettes, held against the document with overlays."""
    report, path = Report(), Path("shop.yaml")
    source = read(path, report, overlays=overlays)
    assert source is not None
    document = check(source, report)
    assert document is not None
    assert not report.diagnostics
    api = api_of(document, target_of(path, (), None), report)
    return played(api, [each for _, each in cassettes(Path("kept"))])


def test_a_true_service_has_no_deviations() -> None:
    """A service that does what its document says gets exit code 0 and no table."""
    with running({"GET /items/7": TRUE}) as service:
        written(SHOP, service.url)
        result = verify("--environment", "staging")
        assert service.received[0].headers["x-key"] == KEY
    assert result.exit_code == 0, result.output
    assert "1 operation answered, 0 deviations" in result.output


def test_only_what_is_safe_and_shown_is_sent() -> None:
    """What may change something, or whose values no example shows, is told and not sent."""
    with running({"GET /items/7": TRUE}) as service:
        written(SHOP, service.url)
        result = verify("--environment", "staging")
        assert lines(service) == ["GET /items/7"]
    assert "it may change something, and is not allowed by name: deleteItem" in (
        result.output
    )
    assert "no example shows its path parameter `name`: getOwner" in result.output


def test_an_operation_is_allowed_by_name() -> None:
    """`--allow` sends what may change something."""
    answers = {"GET /items/7": TRUE, "DELETE /items/7": Answer(status=204)}
    with running(answers) as service:
        written(SHOP, service.url)
        result = verify("--environment", "staging", "--allow", "deleteItem")
        assert lines(service) == ["GET /items/7", "DELETE /items/7"]
    assert result.exit_code == 0, result.output


def test_a_budget_is_kept() -> None:
    """No more requests are sent than the budget has."""
    with running({"GET /items/7": TRUE}) as service:
        written(SHOP, service.url)
        arguments = (
            "--environment",
            "staging",
            "--allow",
            "deleteItem",
            "--budget",
            "1",
        )
        result = verify(*arguments)
        assert lines(service) == ["GET /items/7"]
    assert "over the budget of 1 requests: deleteItem" in result.output


def test_without_a_credential_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the environment variable that is not set."""
    monkeypatch.delenv("SHOP_KEY")
    with running({}) as service:
        written(SHOP, service.url)
        result = verify("--environment", "staging")
        assert lines(service) == []
    assert "it needs $SHOP_KEY: getItem" in result.output


def test_every_drift_is_told_with_its_line() -> None:
    """The table names the place in the answer, the document's line, and what was seen."""
    with running({"GET /items/7": DRIFTED}) as service:
        written(SHOP, service.url)
        result = verify("--environment", "staging")
    lines = [" ".join(line.split()) for line in result.output.splitlines()]
    assert result.exit_code == 1
    assert 'getItem /name shop.yaml:45 maxLength 8 "a long name"' in lines
    assert "getItem /price shop.yaml:46 a number a string" in lines
    assert 'getItem /state shop.yaml:47 "new" or "used" "lost"' in lines
    assert "getItem /note shop.yaml:48 a string null" in lines
    assert "getItem /maker shop.yaml:49 an object null" in lines
    assert 'getItem /seen shop.yaml:51 format "date-time" "yesterday"' in lines
    assert "getItem /colour shop.yaml:39 nothing an object" in lines
    assert "getItem /id shop.yaml:35 required absent" in lines


@pytest.mark.parametrize("text", [SHOP, in_3_0(SHOP)], ids=["3.1", "3.0"])
@pytest.mark.parametrize(
    "said",
    [
        DRIFTED,
        Answer(status=409, body=b'{"why": ["taken"]}'),
        Answer(status=200, body=b'{"id": 1}', media_type="application/vnd.shop+json"),
        Answer(status=200, body=b"plain", media_type="text/plain"),
        Answer(status=204),
    ],
    ids=["members", "status", "alike", "media type", "no body"],
)
def test_the_overlay_makes_the_document_true(text: str, said: Answer) -> None:
    """With the proposed overlay, what was recorded has no deviations any more."""
    with running({"GET /items/7": said}) as service:
        written(text, service.url)
        result = verify(
            "--environment", "staging", "--cassettes", "kept", "--overlay", "fix.yaml"
        )
    assert result.exit_code == 1, result.output
    assert again().deviations
    assert again(Path("fix.yaml")).deviations == ()


def test_swagger_gets_an_overlay_in_its_own_dialect() -> None:
    """For Swagger 2.0 what has a remedy there gets it; the rest stays a deviation."""
    with running({"GET /items": DRIFTED}) as service:
        written(SWAGGER, service.url)
        verify("--environment", "local", "--cassettes", "kept", "--overlay", "fix.yaml")
    left = again(Path("fix.yaml")).deviations
    assert [each.at for each in left] == ["/price"]


def test_cassettes_hold_no_secrets() -> None:
    """Credentials and sensitive members are in no cassette, exact numbers are."""
    with running({"GET /items/7": TRUE}) as service:
        written(SHOP, service.url)
        verify("--environment", "staging", "--cassettes", "kept")
    text = Path("kept/getItem.json").read_text("utf-8")
    kept = json.loads(text)
    assert KEY not in text
    assert "hush" not in text
    assert "12.50" in text
    assert kept["response"]["json"]["note"] == "echoes redacted"
    assert kept["request"] == {
        "method": "GET",
        "url": f"{service.url}/items/7",
    }


def test_cassettes_are_judged_again_when_the_document_changes() -> None:
    """Without an environment nothing is sent, and recordings that are stale are told."""
    with running({"GET /items/7": TRUE}) as service:
        written(SHOP, service.url)
        verify("--environment", "staging", "--cassettes", "kept")
        sent = len(service.received)
        assert verify("--cassettes", "kept").exit_code == 0
        written(SHOP.replace("price: {type: number}", "price: {type: string}"), "x")
        result = verify("--cassettes", "kept")
        assert len(service.received) == sent
    assert result.exit_code == 1
    assert "1 of 1 cassette are of another state of the document" in result.output
    assert "a string" in result.output


def test_an_overlay_of_the_users_is_left_alone() -> None:
    """A file that is there is never overwritten, and nothing is sent."""
    with running({"GET /items/7": TRUE}) as service:
        written(SHOP, service.url)
        Path("fix.yaml").write_text("mine")
        result = verify("--environment", "staging", "--overlay", "fix.yaml")
        assert service.received == []
    assert result.exit_code == 2
    assert Path("fix.yaml").read_text() == "mine"


def test_an_unreachable_service_is_an_error() -> None:
    """A request without an answer is told, and the exit code is 1."""
    with running({}) as service:
        address = service.url
    written(SHOP, address)
    result = verify("--environment", "staging")
    assert result.exit_code == 1
    assert "no answer, ConnectError" in result.output


def test_the_overlay_says_why() -> None:
    """Each action has a description that names the operation and what was seen."""
    with running({"GET /items/7": DRIFTED}) as service:
        written(SHOP, service.url)
        verify("--environment", "staging", "--overlay", "fix.yaml")
    actions = yaml.safe_load(Path("fix.yaml").read_text("utf-8"))["actions"]
    said = {each["target"]: each["description"] for each in actions}
    assert said["$.components.schemas.Thing.required"] == (
        "getItem answered absent at /id, not required"
    )


def test_documented_headers_are_kept_but_no_cookies() -> None:
    """A cassette has the headers that the document names; a session's cookie is a secret."""
    headers = {"Set-Cookie": "sid=1", "X-Left": "9", "Server-Timing": "a"}
    with running(
        {"GET /session": Answer(status=204, media_type="", headers=headers)}
    ) as service:
        written(SESSION, service.url)
        result = verify("--environment", "staging", "--cassettes", "kept")
    assert result.exit_code == 0, result.output
    kept = json.loads(Path("kept/getSession.json").read_text("utf-8"))
    assert kept["response"] == {"status": 204, "headers": {"x-left": "9"}}


def test_a_header_that_is_required_is_missed() -> None:
    """A required header that does not come is a deviation with a remedy."""
    with running({"GET /session": Answer(status=204)}) as service:
        written(SESSION, service.url)
        options = ("--cassettes", "kept", "--overlay", "fix.yaml")
        result = verify("--environment", "staging", *options)
    assert result.exit_code == 1
    assert "X-Left" in result.output
    assert again(Path("fix.yaml")).deviations == ()


def test_a_redirect_is_an_answer_and_not_followed() -> None:
    """Where a service sends clients to was never asked for."""
    moved = Answer(status=302, headers={"Location": "/elsewhere"})
    with running({"GET /session": moved, "GET /elsewhere": Answer()}) as service:
        written(SESSION, service.url)
        result = verify("--environment", "staging")
        assert lines(service) == ["GET /session"]
    assert result.exit_code == 0, result.output
