"""What models are made of: tables of their members, and the objects they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from ...link import Api, JsonValue, Pointer, Schema, Union, resolve
from ..text import literal
from .members import LIST, REASONS, Members, Row
from .views import TableView

__all__ = ["MemberTable", "MemberTables", "tags"]


Rows: TypeAlias = Mapping[Pointer, tuple[Row, ...] | str]
"""The rows of each model, or why there are none."""
Least: TypeAlias = Mapping[Pointer, dict[str, JsonValue]]
"""The least object of each model that has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTable:
    """What a model is made of, and the least and the whole object of it.

    The whole one has every member that the document names.
    """

    view: TableView
    least: dict[str, JsonValue]
    whole: dict[str, JsonValue]

    @property
    def telling(self) -> dict[str, JsonValue]:
        """The least object, if it says anything."""
        return self.least or self.whole

    def said(self, value: JsonValue) -> str:
        """What stands for one of the two objects, "" for another."""
        if value == self.least:
            return f"models.{self.view.name}"
        return f"whole(models.{self.view.name})" if value == self.whole else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTables:
    """Writes what models are made of."""

    members: Members

    def tables(self, schemas: Iterable[Schema]) -> Mapping[Pointer, MemberTable | str]:
        """The table of each model, or why there is none.

        Members that no value can be said of are left out, where they may be absent.
        """
        schemas = tuple(schemas)
        rows = every(self.members, schemas)
        unclear = frozenset(self._unclear(rows, grounded(rows)))
        if unclear:
            rows = every(replace(self.members, unclear=unclear), schemas)
        return self._tables(rows, grounded(rows))

    def _tables(self, rows: Rows, least: Least) -> Mapping[Pointer, MemberTable | str]:
        made: dict[Pointer, MemberTable | str] = {}
        told: dict[tuple[str, ...], str] = {}
        for pointer, found in rows.items():
            if isinstance(found, str):
                made[pointer] = found
            elif pointer not in least:
                made[pointer] = "a member that it needs has no value"
            else:
                name = self.members.annotations.names.types[pointer]
                kept = [e for e in found if e.needs is None or e.needs in least]
                made[pointer] = MemberTable(
                    view=view(name, kept, told),
                    least=least[pointer],
                    whole={e.name: _least(e, least) for e in kept if not e.other},
                )
        return made

    def _unclear(self, rows: Rows, least: Least) -> Iterator[Pointer]:
        """The unions for whose value the least object of their first model will not do."""
        reading = self.members.values.reading
        for every in rows.values():
            for row in () if isinstance(every, str) else every:
                if row.needs is None or row.union is None:
                    continue
                value = least.get(row.needs)
                if (
                    value is None
                    or not reading.is_clear(row.union, value)
                    or reading.chosen(row.union, value).pointer != row.needs
                ):
                    yield row.union


def view(name: str, rows: Iterable[Row], told: dict[tuple[str, ...], str]) -> TableView:
    """A table; one that says the same as an earlier one refers to that.

    So does one that says the same but for the value that tells it from others.
    """
    texts = tuple(each.text for each in rows)
    like = told.setdefault(texts, name)
    if like != name:
        return TableView(name=name, like=like)
    tag = next((each for each in rows if each.tag), None)
    if tag is not None:
        value = literal(tag.value)
        key = (e.text.replace(value, "", 1) if e.tag else e.text for e in rows)
        base = told.setdefault(tuple(key), name)
        if base != name:
            given = f"{literal(tag.name)}, {value}"
            return TableView(name=name, short=f"like(models.{base}, {given})")
    return TableView.of(name, texts, beside=f"MODELS[models.{name}] = ")


def every(members: Members, schemas: Iterable[Schema]) -> Rows:
    """The rows of each model, or why there are none."""
    rows: dict[Pointer, tuple[Row, ...] | str] = {}
    for schema in schemas:
        try:
            rows[schema.pointer] = tuple(members.rows(schema))
        except REASONS as reason:
            rows[schema.pointer] = str(reason)
    return rows


def tags(api: Api) -> Mapping[Pointer, tuple[str, str]]:
    """Of each model in a union the member that tells it from others, and its value.

    OpenAPI 3.1 section 4.8.25. Of several unions the first one counts.
    """
    found: dict[Pointer, tuple[str, str]] = {}
    for schema in api.schemas.values():
        told = schema.shape.discriminator if isinstance(schema.shape, Union) else None
        if told is not None:
            for value, target in told.mapping:
                pointer = resolve(api, target).pointer
                found.setdefault(pointer, (told.property, value))
    return found


def grounded(rows: Rows) -> Least:
    """The least object of each model that has one: all that it requires has one, too."""
    needed = {
        pointer: [each for each in every if each.required]
        for pointer, every in rows.items()
        if not isinstance(every, str)
    }
    found: dict[Pointer, dict[str, JsonValue]] = {}
    while True:
        more = {
            pointer: {each.name: _least(each, found) for each in every}
            for pointer, every in needed.items()
            if pointer not in found
            and all(each.needs is None or each.needs in found for each in every)
        }
        if not more:
            return found
        found |= more


def _least(row: Row, found: Mapping[Pointer, dict[str, JsonValue]]) -> JsonValue:
    value: JsonValue = row.value if row.needs is None else found[row.needs]
    for frame in reversed(row.inside):
        value = [value] if frame == LIST else {"key": value}
    return value
