"""Which version of which specification a document is written in."""

from __future__ import annotations

import re

from ..read import Tree
from ..report import Diagnostic, Report, did_you_mean

__all__ = ["recognise"]

_KNOWN = ("3.0", "3.1", "3.2")
_VERSION = re.compile(r"\s*v?(\d+)(?:\.(\d+))?(?:\.\d+)?(?:[-.+].*)?\s*", re.DOTALL)


def recognise(tree: Tree, report: Report) -> str | None:
    """`2.0`, `3.0`, `3.1` or `3.2`; `None` where the tree is no description at all."""
    if not isinstance(tree, dict):
        _tell(report, "SP202", "the root is no mapping", "#")
        return None
    for key in ("openapi", "swagger"):
        if key in tree:
            return _version(key, tree[key], report)
    looks = [key for key in ("paths", "components", "webhooks") if key in tree]
    if "paths" in looks and ("info" in tree or len(looks) > 1):
        words = "`openapi: 3.1.0` is missing; read as 3.1"
        _tell(report, "SP201", words, "#")
        return "3.1"
    meant = did_you_mean("openapi", tree) or did_you_mean("swagger", tree)
    hint = f"did you mean `openapi` by `{meant}`?" if meant else ""
    _tell(report, "SP202", "neither `openapi` nor `swagger` is there", "#", hint)
    return None


def _version(key: str, stated: Tree, report: Report) -> str | None:
    pointer = f"#/{key}"
    if isinstance(stated, (int, float)) and not isinstance(stated, bool):
        words = f"a version is a string: `{key}: '{stated}'`"
        _tell(report, "SP220", words, pointer)
    found = _VERSION.fullmatch(str(stated))
    if found is None:
        words = f"`{str(stated)[:60]}` is no version"
        _tell(report, "SP203", words, pointer)
        return None
    major, minor = int(found[1]), int(found[2] or 0)
    if major == 2:
        return "2.0"
    if major != 3:
        words = f"version {major}.{minor} is none of 2.0, 3.0, 3.1 and 3.2"
        _tell(report, "SP203", words, pointer)
        return None
    version = f"3.{minor}"
    if version in _KNOWN:
        return version
    words = f"version {version} isn't known; read as 3.2"
    _tell(report, "SP221", words, pointer)
    return "3.2"


def _tell(
    report: Report, code: str, message: str, pointer: str, help_: str = ""
) -> None:
    report.add(Diagnostic(code=code, message=message, pointer=pointer, help=help_))
