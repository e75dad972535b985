"""Whether a JSON Schema of OpenAPI accepts a document."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import cast

import jsonschema_rs

__all__ = ["valid"]


def valid(tree: object) -> bool:
    """Whether the schema of its version accepts a document."""
    if not isinstance(tree, dict):
        return False
    root = cast("dict[str, object]", tree)
    version = str(root.get("openapi") or root.get("swagger") or "")
    known = re.match(r"(2\.0|3\.[012])", version)
    if known is None:
        return False
    try:
        return validator(known[1]).is_valid(root)
    except ValueError:  # a number that JSON has not
        return False


@cache
def validator(version: str) -> jsonschema_rs.Validator:
    """The validator of a version."""
    folder = files("openapi_spec_validator") / "resources" / "schemas" / f"v{version}"
    text = (folder / "schema.json").read_text("utf-8")
    return jsonschema_rs.validator_for(json.loads(text))
