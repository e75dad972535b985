"""Where a `$ref` leads: every one becomes the canonical pointer of its target."""

from __future__ import annotations

from ..read import Pointer, Tree, is_remote, join, lookup, resolve_reference, split
from ..report import did_you_mean
from .document import Document
from .kinds import GONE, Gone, Object, Part, Place
from .walk import Walk

__all__ = [
    "at",
    "file_of",
    "find",
    "follow",
    "followed",
    "inline",
    "nearest",
    "place_of",
    "refer",
    "resolve",
    "target",
]

_LONGEST = 100


def resolve(document: Document, pointer: Pointer, reference: str) -> Pointer:
    """The pointer that a `$ref` of a sound document means: itself, since `check` wrote it.

    A reference that isn't canonical (from an extension, say) is taken from the file that
    `pointer` is in (RFC 3986 section 5.2).
    """
    if "#" in reference and reference.partition("#")[0] in document.trees:
        return reference
    return resolve_reference(split(pointer)[0], reference)


def at(document: Document, pointer: Pointer) -> Tree:
    """What stands at a canonical pointer; `{}` where nothing does."""
    file, tokens = split(pointer)
    try:
        return lookup(document.trees.get(file, {}), tokens)
    except LookupError:
        return {}


def find(walk: Walk, pointer: Pointer) -> Tree | Gone:
    """What stands at a pointer before it is put right."""
    file, tokens = split(pointer)
    try:
        return lookup(walk.trees[file], tokens)
    except LookupError:
        return GONE


def follow(walk: Walk, tree: Tree) -> Tree:
    """The object behind references that are canonical already; `{}` behind a dead end."""
    for _ in range(_LONGEST):
        reference = tree.get("$ref") if isinstance(tree, dict) else None
        if not isinstance(reference, str):
            return tree
        found = find(walk, reference)
        if found is GONE:
            return {}
        tree = _canonical(walk, found, split(reference)[0])
    return {}


def followed(walk: Walk, tree: Object, place: Place) -> Object:
    """The object behind references as their author wrote them; `{}` behind a dead end."""
    file = file_of(place)
    for _ in range(_LONGEST):
        reference = tree.get("$ref")
        if not isinstance(reference, str):
            return tree
        pointer = target(walk, file, reference)
        found = find(walk, pointer)
        if not isinstance(found, dict):
            return {}
        file, tree = split(pointer)[0], found
    return {}


def refer(walk: Walk, part: Part, tree: Object, place: Place) -> Object | Gone:
    """The object with its `$ref` in canonical form, or without it where it leads nowhere."""
    reference = tree["$ref"]
    if not isinstance(reference, str):
        walk.tell("SP209", "a `$ref` is a string", place)
        return _without(part, tree)
    pointer = target(walk, file_of(place), reference)
    if reference.startswith("#/$defs/") and find(walk, pointer) is GONE:
        pointer = nearest(walk, place, reference) or pointer
    if not _is_sound(walk, part, pointer, reference, place):
        return _without(part, tree)
    _want(walk, part, pointer)
    return tree if pointer == reference else {**tree, "$ref": pointer}


def inline(walk: Walk, tree: Object, place: Place) -> tuple[Tree | Gone, Place]:
    """What a reference leads to where the specification allows none, and where that is."""
    pointer = walk.pointer(place)
    seen: set[Pointer] = set()
    found: Tree | Gone = tree
    while isinstance(found, dict) and isinstance(ref := found.get("$ref"), str):
        pointer = target(walk, split(pointer)[0], ref)
        found = find(walk, pointer)
        if pointer in seen:
            words = f"`{ref[:200]}` leads back to itself"
            walk.tell("SP216", words, (place, "$ref", 0))
            return GONE, place
        seen.add(pointer)
    if found is GONE and split(pointer)[0] in walk.trees:
        words = f"`{str(tree['$ref'])[:200]}` leads to nothing"
        walk.tell("SP204", words, (place, "$ref", 0))
    return found, place_of(pointer)


def nearest(walk: Walk, place: Place, reference: str) -> Pointer:
    """The definition of a schema around the place: some generators leave its path out."""
    pointer = walk.pointer(place)
    while not pointer.endswith("#"):
        candidate = pointer + reference.removeprefix("#")
        if find(walk, candidate) is not GONE:
            return candidate
        pointer = pointer.rpartition("/")[0]
    return ""


def file_of(place: Place) -> str:
    """The name of the file that a place is in."""
    parent, token, _ = place
    while parent is not None:
        parent, token, _ = parent
    return str(token)


def place_of(pointer: Pointer) -> Place:
    """The place that a pointer leads to."""
    file, tokens = split(pointer)
    place: Place = (None, file, 0)
    for depth, token in enumerate(tokens, 1):
        place = (place, token, depth)
    return place


def _without(part: Part, tree: Object) -> Object | Gone:
    if part.name != "schema":
        return GONE
    return {key: value for key, value in tree.items() if key != "$ref"}


def target(walk: Walk, file: str, reference: str) -> Pointer:
    """The canonical pointer that a reference in a file means."""
    pointer = _named(walk, file, reference)
    for old, new in walk.moved.items():
        if pointer.startswith(old):
            return new + pointer.removeprefix(old)
    return pointer


def _named(walk: Walk, file: str, reference: str) -> Pointer:
    if reference.startswith("#/") and not file and "%" not in reference:
        return reference
    named = walk.anchors.get(reference) or walk.anchors.get(f"{file}{reference}")
    if named is not None:
        return named
    address, _, fragment = reference.partition("#")
    if address in walk.anchors:
        return f"{walk.anchors[address]}{fragment}"
    pointer = resolve_reference(file, reference, walk.source.root.path)
    if pointer in walk.anchors:
        return walk.anchors[pointer]
    name, tokens = split(pointer)
    return join(f"{name}#", *tokens)


def _is_sound(
    walk: Walk, part: Part, pointer: Pointer, reference: str, place: Place
) -> bool:
    key = (pointer, part.name)
    if key not in walk.verdicts:
        walk.verdicts[key] = _verdict(walk, part, pointer)
    code, message = walk.verdicts[key]
    if message:
        words = message.format(reference=reference[:200])
        hint = _help(walk, pointer) if code == "SP204" else ""
        walk.tell(code, words, (place, "$ref", 0), hint)
    return not code


def _verdict(walk: Walk, part: Part, pointer: Pointer) -> tuple[str, str]:
    """The code of what is wrong with a target, "" for nothing, and the words for it."""
    file = split(pointer)[0]
    if file not in walk.trees:
        # `read` has said so, except about what only a schema's `$id` could have defined.
        return ("SP205" if is_remote(file) else "SP114"), ""
    kind = _other_kind(walk, part, pointer)
    if kind and find(walk, pointer) is not GONE:
        return "SP217", f"`{{reference}}` is {kind}, where {_words(walk, part)} stands"
    seen = {pointer}
    verdict = _end(walk, part, pointer, seen)
    for each in seen:
        if not _other_kind(walk, part, each):
            walk.verdicts.setdefault((each, part.name), verdict)
    return verdict


def _end(
    walk: Walk, part: Part, pointer: Pointer, seen: set[Pointer]
) -> tuple[str, str]:
    """The verdict on where a chain of references ends; all of them are `seen` then."""
    while True:
        tree = find(walk, pointer)
        if tree is GONE:
            return "SP204", "`{reference}` leads to nothing"
        if not isinstance(tree, dict):
            fits = isinstance(tree, bool) and part.name == "schema"
            return ("", "") if fits else ("SP204", "`{reference}` leads to no object")
        further = tree.get("$ref")
        if not isinstance(further, str):
            return "", ""
        pointer = target(walk, split(pointer)[0], further)
        if split(pointer)[0] not in walk.trees:
            return "", ""  # said where it stands
        if pointer in seen:
            return "SP216", "`{reference}` leads back to itself"
        if (pointer, part.name) in walk.verdicts:
            return walk.verdicts[pointer, part.name]
        seen.add(pointer)


def _other_kind(walk: Walk, part: Part, pointer: Pointer) -> str:
    file, tokens = split(pointer)
    if file or len(tokens) != 3 or tokens[0] != "components":
        return ""
    if tokens[1] == walk.shapes[part.name].section:
        return ""
    others = (shape for shape in walk.shapes.values() if shape.section == tokens[1])
    return next((shape.words for shape in others), "")


def _words(walk: Walk, part: Part) -> str:
    return walk.shapes[part.name].words


def _help(walk: Walk, pointer: Pointer) -> str:
    file, tokens = split(pointer)
    tree: Tree | Gone = GONE
    if tokens:
        tree = find(walk, join(f"{file}#", *tokens[:-1]))
    if not isinstance(tree, dict):
        return ""
    meant = did_you_mean(tokens[-1], tree)
    return f"did you mean `{meant}`?" if meant else ""


def _want(walk: Walk, part: Part, pointer: Pointer) -> None:
    section = walk.shapes[part.name].section
    if not pointer.startswith(f"#/components/{section}/") or pointer.count("/") != 3:
        walk.wanted.setdefault((pointer, part.name))


def _canonical(walk: Walk, tree: Tree, file: str) -> Tree:
    if isinstance(tree, dict) and isinstance(reference := tree.get("$ref"), str):
        return {**tree, "$ref": target(walk, file, reference)}
    return tree
