"""Schemas as classes and aliases of `models`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..link import (
    Alternatives,
    Enumeration,
    Object,
    Pointer,
    Property,
    Provenance,
    Schema,
    held,
    resolve,
)
from .annotation import Annotation, Annotations, Place, Use
from .imports import FUTURE, Import, import_block
from .remarks import meanings, remarks
from .text import docstring, literal, literals
from .views import AliasView, FieldView, ModelView, ModuleView

__all__ = ["Models", "is_open", "models", "source_line"]

SIMPLE = frozenset({"JsonValue", "str", "int", "float", "bool", "bytes"})
CLASS = 4
"""The column of a docstring inside a class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """Everything that `models` holds."""

    module: ModuleView
    classes: tuple[ModelView, ...]
    aliases: tuple[AliasView, ...]


def models(annotations: Annotations, title: str) -> Models:
    """The models of a package, in the document's order; aliases stand last."""
    api, names = annotations.api, annotations.names
    imports: set[Import] = {FUTURE}
    classes: list[ModelView] = []
    named: list[Pointer] = []
    for pointer, schema in api.schemas.items():
        if pointer in names.types and annotations.is_class(schema):
            classes.append(_class(annotations, schema, imports))
        elif pointer in names.types:
            named.append(pointer)
    aliases = tuple(_aliases(annotations, named, imports))
    exported = sorted([*(c.name for c in classes), *(a.name for a in aliases)])
    module = ModuleView(
        docstring=docstring(f"Models of {title}, in the document's order.", indent=0),
        imports=import_block(imports, spread=True),
        names=tuple(map(literal, exported)),
    )
    return Models(module=module, classes=tuple(classes), aliases=aliases)


def _class(annotations: Annotations, schema: Schema, imports: set[Import]) -> ModelView:
    shape = schema.shape
    assert isinstance(shape, Object)
    base = _base(annotations, schema, shape, imports)
    requires = tuple(_requires(shape))
    if requires:
        imports.add(Import(module="typing", name="ClassVar"))
    for text in requires:
        name = text.partition("(")[0]
        imports.add(Import(module="._runtime.models", name=name))
    name = annotations.names.types[schema.pointer]
    fields = annotations.names.fields[schema.pointer]
    going = tuple(literal(fields[p.name]) for p in shape.properties if p.deprecated)
    if going:
        imports.add(Import(module="typing", name="ClassVar"))
    return ModelView(
        name=name,
        base=base,
        docstring=(
            docstring(
                _about(annotations, schema, shape),
                indent=CLASS,
                closing=source_line(schema.source),
            )
            if annotations.documented
            else ""
        ),
        requires=requires,
        fields=tuple(_field(annotations, schema, p, imports) for p in shape.properties),
        deprecated=going,
    )


def _base(
    annotations: Annotations, schema: Schema, shape: Object, imports: set[Import]
) -> str:
    if not is_open(annotations, schema, shape):
        imports.add(Import(module="._runtime.models", name="Model"))
        return "Model"
    imports.add(Import(module="._runtime.models", name="OpenModel"))
    use = Use(place="models", direction=annotations.direction(schema.pointer))
    if shape.additional is None or shape.openness != "open":
        imports.add(use.runtime("JsonValue"))
        return "OpenModel[JsonValue]"
    value = annotations.annotation(shape.additional, use)
    imports.update(value.imports)
    simple = SIMPLE.issuperset(value.members)
    return f"OpenModel[{value.text}]" if simple else f"OpenModel[{literal(value.text)}]"


def is_open(annotations: Annotations, schema: Schema, shape: Object) -> bool:
    """Open where the document says so, and where what is read is also sent."""
    ways = annotations.directions.get(schema.pointer, frozenset())
    kept = len(ways) == 2 and shape.openness == "unstated"
    odd = any(_refused(each.name) for each in shape.properties)
    return shape.openness == "open" or kept or odd


def _about(annotations: Annotations, schema: Schema, shape: Object) -> str:
    text = schema.description or schema.title or annotations.names.types[schema.pointer]
    fields = annotations.names.fields[schema.pointer]
    said = (_said(each, fields) for each in shape.alternatives)
    return "\n\n".join([text, *filter(None, said)])


def _said(alternatives: Alternatives, fields: Mapping[str, str]) -> str:
    groups = [
        " and ".join(f"`{fields.get(name, name)}`" for name in group)
        for group in alternatives.groups
    ]
    how_many = "Exactly one" if alternatives.exclusive else "At least one"
    return f"{how_many} of {' or '.join(groups)} is needed."


def _requires(shape: Object) -> Iterator[str]:
    for each in shape.alternatives:
        groups = ", ".join(literals(group) for group in each.groups)
        yield f"AnyOf({groups}{', exclusive=True' if each.exclusive else ''})"
    for name, others in (shape.dependent_required or {}).items():
        yield f"Requires({literal(name)}, {literals(others)})"


def _field(
    annotations: Annotations, owner: Schema, each: Property, imports: set[Import]
) -> FieldView:
    name = annotations.names.fields[owner.pointer][each.name]
    found = field_annotation(annotations, owner, each)
    imports.update(found.imports)
    options = [] if name == each.name else [f"name={_wire(each.name, imports)}"]
    default = "" if each.required else "UNSET"
    if options:
        imports.add(Import(module="._runtime.models", name="field"))
        if default:
            options.append("default=UNSET")
        default = f"field({', '.join(options)})"
    if not each.required:
        imports.add(Import(module="._runtime.models", name="UNSET"))
    return FieldView(
        name=name,
        wire=each.name,
        annotation=found.text,
        default=default,
        docstring=(
            docstring(_described(annotations, each), indent=CLASS)
            if annotations.documented
            else ""
        ),
    )


def _refused(name: str) -> bool:
    """Whether msgspec takes no such name: with quotes, backslashes, control characters."""
    return any(character in '"\\' or character < " " for character in name)


def _wire(name: str, imports: set[Import]) -> str:
    if not _refused(name):
        return literal(name)
    imports.add(Import(module="._runtime.models", name="quoted"))
    return f"quoted({literal(name)})"


def field_annotation(
    annotations: Annotations,
    owner: Schema,
    each: Property,
    *,
    place: Place = "models",
    shadowed: frozenset[str] = frozenset(),
) -> Annotation:
    """The annotation of a member, or of the argument that becomes it.

    `| UnsetType` is included where it may be absent.
    """
    target = resolve(annotations.api, each.schema)
    constant = isinstance(target.shape, Enumeration) and len(target.shape.values) == 1
    use = Use(
        place=place,
        direction=annotations.direction(owner.pointer),
        shadowed=shadowed,
        files=owner.pointer in annotations.uploads,
        closed=constant and owner.pointer in annotations.alternatives,
    )
    found = annotations.annotation(each.schema, use)
    return found if each.required else annotations.unset(found, use)


def _described(annotations: Annotations, each: Property) -> str:
    schema = annotations.api.schemas[each.schema]
    named = each.schema in annotations.names.types
    parts = [each.description or ("" if named else schema.description or schema.title)]
    parts.append("" if named else meanings(schema))
    if schema.unix_time is not None:
        unit = "milliseconds" if schema.unix_time == "ms" else "seconds"
        parts.append(f"Unix {unit} on the wire.")
    parts += remarks(schema, each)
    if not named and schema.source is not None:
        parts.append(source_line(schema.source))
    return "\n\n".join(filter(None, parts))


def source_line(source: Provenance | None) -> str:
    """Where a fact comes from: `Source: <page> (<standing>).`."""
    if source is None or not source.page:
        return ""
    return f"Source: {source.page} ({source.standing})."


def _aliases(
    annotations: Annotations, named: list[Pointer], imports: set[Import]
) -> Iterator[AliasView]:
    """Aliases, each after those that it names; text where one leads back to itself."""
    order, quoted = _sorted(annotations, named)
    if order:
        imports.add(Import(module="typing", name="TypeAlias"))
    for pointer in order:
        schema = annotations.api.schemas[pointer]
        use = Use(place="models", direction=annotations.direction(pointer), closed=True)
        value = annotations.written(schema, use)
        imports.update(value.imports)
        text = schema.description or schema.title
        yield AliasView(
            name=annotations.names.types[pointer],
            value=literal(value.text) if pointer in quoted else value.text,
            docstring=docstring(
                "\n\n".join(filter(None, (text, meanings(schema)))),
                indent=0,
                closing=source_line(schema.source),
            ),
        )


def _sorted(
    annotations: Annotations, named: list[Pointer]
) -> tuple[list[Pointer], frozenset[Pointer]]:
    """Aliases in the order of use, and those that must be text: in or near a cycle."""
    wanted = set(named)
    done: dict[Pointer, None] = {}
    quoted: set[Pointer] = set()
    for root in named:
        stack = [(root, False)]
        open_: set[Pointer] = set()
        while stack:
            pointer, complete = stack.pop()
            needs = _needs(annotations, pointer, wanted)
            if complete:
                open_.discard(pointer)
                if any(each in quoted or each not in done for each in needs):
                    quoted.add(pointer)
                done.setdefault(pointer)
            elif pointer not in done and pointer not in open_:
                open_.add(pointer)
                stack.append((pointer, True))
                stack.extend((each, False) for each in needs)
    return list(done), frozenset(quoted)


def _needs(
    annotations: Annotations, root: Pointer, wanted: set[Pointer]
) -> tuple[Pointer, ...]:
    """The aliases that the text of an alias names."""
    schemas, found = annotations.api.schemas, dict[Pointer, None]()
    waiting, seen = list(held(schemas[root].shape)), {root}
    if root in held(schemas[root].shape):
        found[root] = None
    while waiting:
        pointer = waiting.pop()
        if pointer in wanted:
            found[pointer] = None
        elif pointer not in seen and not annotations.is_class(schemas[pointer]):
            seen.add(pointer)
            waiting.extend(held(schemas[pointer].shape))
    return tuple(found)
