"""What is to be on the disk before a command runs, where documents alone don't show it.

Each function is called after a rule's slug, and runs in the folder of the document.
"""

from __future__ import annotations

import os
from pathlib import Path

from click.testing import CliRunner
from specloom.cli import commands

HEAD = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths: {}\n"


def write(text: str, name: str = "openapi.yaml") -> None:
    """Write a file."""
    Path(name).write_text(text, "utf-8")


def generate() -> None:
    """Generate the package."""
    CliRunner().invoke(commands, ["generate", "openapi.yaml", "--output", "out"])


def not_text() -> None:
    """An umlaut in Latin-1."""
    head = HEAD.replace("Shop", "München").encode("latin-1")
    Path("openapi.yaml").write_bytes(head)


def too_deep() -> None:
    """Six hundred lists, one in the other."""
    write(f"openapi: 3.1.0\nx-nest: {'[' * 600}{']' * 600}\n")


def too_large() -> None:
    """A file of 65 MB that takes no room on the disk."""
    write("")
    os.truncate("openapi.yaml", 65 << 20)


def alias_expansion() -> None:
    """Each list holds the one before it ten times."""
    lines = ["openapi: 3.1.0", "x-0: &l0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"]
    for level in range(1, 9):
        before = ", ".join([f"*l{level - 1}"] * 10)
        lines.append(f"x-{level}: &l{level} [{before}]")
    write("\n".join(lines) + "\n")


def control_character() -> None:
    """A bell in a title."""
    write(HEAD.replace("Shop", "'Shop\a'"))


def nested_too_deeply() -> None:
    """A list of lists of lists, more than any API needs."""
    schema = "{type: array, items: " * 220 + "{type: string}" + "}" * 220
    write(f"{HEAD}components:\n  schemas:\n    Nest: {schema}\n")


def hand_edited_file() -> None:
    """The package, and a line in it that specloom did not write."""
    generate()
    readme = Path("out/shop/README.md")
    readme.write_text(readme.read_text("utf-8").replace("# shop\n", "# Our shop\n"))


def foreign_file() -> None:
    """A project of the user's where the package would go."""
    Path("out/shop").mkdir(parents=True)
    write('[project]\nname = "shop"\n', "out/shop/pyproject.toml")


def unwritable_output() -> None:
    """A file where the folder of the package would go."""
    Path("out").mkdir()
    write("", "out/shop")


def shared_folder() -> None:
    """A second document with the same title."""
    write(Path("openapi.yaml").read_text("utf-8"), "other.yaml")


def edited_file_kept() -> None:
    """A module of a tag that is gone since, which somebody edited."""
    text = Path("openapi.yaml").read_text("utf-8")
    write(text.replace("[orders]", "[purchases]"))
    generate()
    write(text)
    module = Path("out/shop/shop/resources/purchases.py")
    module.write_text(f"# Mine.\n{module.read_text('utf-8')}")


def unknown_setting() -> None:
    """A slip in a setting."""
    table = "[tool.specloom.documents.shop]"
    write(f'{table}\npath = "openapi.yaml"\noutptu = "out"\n', "pyproject.toml")


def broken_settings() -> None:
    """A string without its quotes."""
    table = "[tool.specloom.documents.shop]"
    write(f"{table}\npath = openapi.yaml\n", "pyproject.toml")
