"""What generated code and templates are made of."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import black
import pytest
from black.mode import TargetVersion
from jinja2 import Environment, nodes
from specloom.render.layout import formatted

from .documents import ROOT

PACKAGES = sorted(path.parent for path in ROOT.glob("generated/*/specloom.json"))
TEMPLATES = sorted((ROOT / "templates" / "package").glob("*.jinja"))
MODULES = sorted(p for package in PACKAGES for p in package.rglob("*.py"))

NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr),
    *(nodes.For, nodes.If, nodes.With, nodes.Include, nodes.Filter, nodes.Const),
)
"""What a template may consist of; anything else belongs in Python."""
FILTERS = {"indent", "docstring"}


def everything(node: nodes.Node) -> Iterator[nodes.Node]:
    """A node and all below it."""
    yield node
    for child in node.iter_child_nodes():
        yield from everything(child)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_only_lay_out(template: Path) -> None:
    """Text, `{{ a.b }}`, `for`, `if <flag>`, `with`, `include` and two filters: no logic."""
    tree = Environment().parse(template.read_text("utf-8"))
    for node in everything(tree):
        assert type(node) in NODES, f"line {node.lineno}: {type(node).__name__}"
        match node:
            case nodes.If():
                assert isinstance(node.test, nodes.Getattr | nodes.Name)
            case nodes.For():
                assert isinstance(node.iter, nodes.Getattr | nodes.Name)
                assert node.test is None
                assert not node.recursive
            case nodes.Include():
                assert isinstance(node.template, nodes.Const)
            case nodes.Filter():
                assert node.name in FILTERS
            case _:
                pass


def is_runtime(path: Path) -> bool:
    """Whether a module was copied, not rendered."""
    return "_runtime" in path.parts


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_no_checker_is_silenced(package: Path) -> None:
    """Nothing generated tells a type-checker to look away."""
    for module in package.rglob("*.py"):
        text = module.read_text("utf-8")
        assert not re.search(r"type:\s*ignore|pyright:\s|mypy:\s", text), module


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_nothing_is_of_any_type(package: Path) -> None:
    """No rendered module knows `Any`: what can be anything is a `JsonValue` or `object`."""
    rendered = [path for path in package.rglob("*.py") if not is_runtime(path)]
    assert rendered
    for module in rendered:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            name = getattr(node, "id", getattr(node, "attr", ""))
            assert name != "Any", f"{module}:{getattr(node, 'lineno', 0)}"


def test_black_and_ruff_agree_on_everything() -> None:
    """What ruff formatted stays as it is under black, and the other way round."""
    assert MODULES
    mode = black.Mode(target_versions={TargetVersion.PY311})
    for text in sorted({module.read_text("utf-8") for module in MODULES}):
        assert black.format_str(text, mode=mode) == text
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--check"]
    done = subprocess.run(
        [*command, "--no-cache", "--target-version=py311", *map(str, PACKAGES)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


LONG = f"""
from typing import TypeAlias

{"A" * 70}: TypeAlias = dict[str, int]


class Things:
    {"b" * 40}: {"C" * 50}[int] = 1

    def {"d" * 30}(self) -> {"E" * 80}:
        return self


{"F" * 60} = "{"g" * 40}"
"""
"""What ruff leaves longer than a line, and black puts in parentheses."""


def test_black_and_ruff_agree_on_what_is_too_long() -> None:
    """A statement that no line holds is written as black writes it."""
    made = formatted({"long.py": LONG})["long.py"]
    mode = black.Mode(target_versions={TargetVersion.PY311})
    assert black.format_str(made, mode=mode) == made
