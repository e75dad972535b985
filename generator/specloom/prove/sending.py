"""Breaks of the runtime until a request is sent."""

from __future__ import annotations

from .patch import Patch

__all__ = ["SENDING"]

BODY = r"body="
SECURED = r"@operation .* secured"
UNSAFE = r"@operation (POST|PATCH|\w+ unsafe)"
SAFE = r"@operation (GET|HEAD|PUT|DELETE|OPTIONS)(?! unsafe)"

SENDING = (
    Patch(
        name="slashes not escaped",
        module="parameters.py",
        old='return quote(value, safe="")',
        new='return quote(value, safe="/")',
        needs=r"@(query|path) str",
    ),
    Patch(
        name="spaces as plus signs in the query",
        module="parameters.py",
        old='return quote(value, safe="")',
        new='return quote(value, safe="").replace("%20", "+")',
        needs=r"@query str",
    ),
    Patch(
        name="empty texts taken for absent",
        module="parameters.py",
        old="return value is not None and value != [] and value != {}",
        new="return bool(value)",
        needs=r"@query (str|int|float|bool)",
    ),
    Patch(
        name="True for true",
        module="parameters.py",
        old='return "true" if value else "false"',
        new="return str(value)",
        needs=r"@query bool",
    ),
    Patch(
        name="explode swapped",
        module="parameters.py",
        old='explode = style == "form" if parameter.explode is None else parameter.explode',
        new='explode = style != "form" if parameter.explode is None else parameter.explode',
        needs=r"@query Sequence",
    ),
    Patch(
        name="header parameters lost",
        module="drafting.py",
        old="            if text is not None:\n                draft.set(name, text)",
        new="            pass",
        needs=r"@headers ",
    ),
    Patch(
        name="cookies lost",
        module="draft.py",
        old="if self.cookies:",
        new="if False:",
        needs=r"@cookies ",
    ),
    Patch(
        name="no Content-Type",
        module="drafting.py",
        old='        draft.set("Content-Type", stated)\n',
        new="",
        needs=BODY,
    ),
    Patch(
        name="the body lost",
        module="drafting.py",
        old="draft.body, stated = body(operation, media_type, arguments.body)",
        new='draft.body, stated = b"", media_type',
        needs=BODY,
    ),
    Patch(
        name="parts without names counted from one",
        module="bodies.py",
        old="told.get(str(number)) or",
        new="told.get(str(number + 1)) or",
        needs=r'Encoding\("\d',
    ),
    Patch(
        name="parts without names without their type",
        module="bodies.py",
        old='or told.get("") or',
        new="or",
        needs=r'Encoding\("",',
    ),
    Patch(
        name="the caller's media type not written",
        module="drafting.py",
        old="media_type = arguments.content_type or operation.bodies[0]",
        new="media_type = operation.bodies[0]",
        needs=r"content_type=content_type",
    ),
    Patch(
        name="the caller's headers lost",
        module="drafting.py",
        old="    for name, text in settings.headers.items():\n        draft.set(name, text)\n",
        new="",
    ),
    Patch(
        name="absent members written as null",
        module="plain.py",
        old="        if value is not UNSET:\n            plain[member.wire] =",
        new="        value = None if value is UNSET else value\n        if True:\n"
        "            plain[member.wire] =",
        needs=r"@member .*UnsetType",
    ),
    Patch(
        name="milliseconds off by one",
        module="times.py",
        old="return (value - EPOCH) // UNITS[unit]",
        new="return (value - EPOCH) // UNITS[unit] + 1",
        needs=r"UnixTime",
    ),
    Patch(
        name="Unix time a thousand times too small",
        module="times.py",
        old='UNITS = {"s": timedelta(seconds=1), "ms": timedelta(milliseconds=1)}',
        new='UNITS = {"s": timedelta(seconds=1), "ms": timedelta(microseconds=1)}',
        needs=r'UnixTime\("ms"\)',
    ),
    Patch(
        name="an unsafe call repeated",
        module="calls.py",
        old="if not (passing(response.status) and self.plan.repeatable):",
        new="if not passing(response.status):",
        needs=UNSAFE,
    ),
    Patch(
        name="an unsafe call repeated without an answer",
        module="calls.py",
        old="possible = self.plan.repeatable or not error.sent",
        new="possible = True",
        needs=UNSAFE,
    ),
    Patch(
        name="an unknown outcome told as a failure",
        module="calls.py",
        old="self.lost = self.lost or (error.sent and not self.plan.idempotent)",
        new="self.lost = False",
        needs=UNSAFE,
    ),
    Patch(
        name="a safe call not repeated",
        module="retries.py",
        old="return status in (408, 425, 429) or (status >= 500 and status != 501)",
        new="return False",
        needs=SAFE,
    ),
    Patch(
        name="credentials sent to another host",
        module="calls.py",
        old="            self.abroad = True\n            self.draft = self.draft.public()\n",
        new="            pass\n",
        needs=r"@operation (GET|HEAD|OPTIONS) secured",
    ),
    Patch(
        name="deviations not told under strict",
        module="calls.py",
        old="if deviations and self.settings.strict:",
        new="if False:",
    ),
    Patch(
        name="no limit of time",
        module="calls.py",
        old="            limits = limits.within(left)\n",
        new="",
    ),
    Patch(
        name="credentials in errors",
        module="drafting.py",
        old="            scheme.mask(draft)",
        new="            scheme.apply(draft, settings.credentials[next(iter(settings.credentials))])",
        needs=SECURED,
    ),
    Patch(
        name="an alternative chosen without its credentials",
        module="security.py",
        old='raise MissingCredentialError(f"this operation needs {wanted}")',
        new="return ()",
        needs=SECURED,
    ),
    Patch(
        name="credentials of the environment ignored",
        module="security.py",
        old='credential = given or os.environ.get(keywords.get(key, ("", ""))[1])',
        new="credential = given",
        needs=SECURED,
    ),
    Patch(
        name="signed before the body is there",
        module="security.py",
        old='"body": final_bytes(draft),',
        new='"body": b"",',
        needs=r"Signature\(",
    ),
    Patch(
        name="signed in upper case",
        module="security.py",
        old="value = raw.hex() if hexadecimal",
        new="value = raw.hex().upper() if hexadecimal",
        needs=r'Signature\((?s:.*)"hex"',
    ),
    Patch(
        name="the secret signed before the body",
        module="security.py",
        old='b"".join(parts[part] for part in self.over)',
        new='b"".join(parts[part] for part in reversed(self.over))',
        needs=r"over=\([^)]*,[^)]+\)",
    ),
    Patch(
        name="the bearer's word misspelled",
        module="security.py",
        old='scheme: str = "Bearer"',
        new='scheme: str = "Token"',
        needs=r"Bearer\(",
    ),
    Patch(
        name="user name and password the other way round",
        module="security.py",
        old='secret = ":".join(secret)',
        new='secret = ":".join(reversed(secret))',
        needs=r"Basic\(",
    ),
    Patch(
        name="base_url ignored",
        module="servers.py",
        old="    url = base_url\n",
        new="    url = None\n",
    ),
    Patch(
        name="two slashes between address and path",
        module="servers.py",
        old='return url.rstrip("/")',
        new="return url",
    ),
)
