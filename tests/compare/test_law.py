"""Laws: what holds whatever document changes in whatever way."""

from __future__ import annotations

import copy
import json
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from specloom.compare import RULES, Change, Diff, Severity
from specloom.compare.effect import Effect
from specloom.compare.finding import Use
from specloom.compare.law import EXCEPTIONS, LAW

from tests.support.trees import items, members

from .documents import SHOP, Tree, changed, operation, shop
from .refactorings import REFACTORINGS
from .sides import between, written

PET: Final = "components/schemas/Pet"
NEW: Final = "components/schemas/NewPet"
GET: Final = "paths/~1pets/get"
SELLER: Final = f"{PET}/properties/seller/discriminator"
BREEDER: Final = "#/components/schemas/Breeder"
SHELTER: Final = "#/components/schemas/Shelter"

OR_NULL: Final = {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "null"}]}
KIND_OR_OWNER: Final = {
    "oneOf": [
        {"type": "string", "enum": ["cat", "dog"]},
        {"$ref": "#/components/schemas/Owner"},
    ]
}
TOTAL: Final = {"schema": {"type": "integer"}}
TEXT: Final = {"schema": {"type": "string"}}
SOLD: Final = {"{$request.body#/url}": {"post": operation("told")}}
MODELS: Final = "components/schemas/"
ADD: Final = "paths/~1pets/post"

MUTATIONS: Final[tuple[tuple[str, Any, str, str], ...]] = (
    # pointer, value, verdict of the change, verdict of its reverse
    (f"{PET}/properties/color", {"type": "string"}, "compatible", "risky"),
    (f"{NEW}/properties/color", {"type": "string"}, "compatible", "risky"),
    (f"{PET}/required", ["id"], "breaking", "compatible"),
    (f"{NEW}/required", ["name", "age"], "breaking", "compatible"),
    (f"{PET}/properties/id/type", "number", "breaking", "compatible"),
    (f"{NEW}/properties/age/type", "number", "compatible", "breaking"),
    (f"{PET}/properties/kind/enum", ["cat", "dog", "fish"], "risky", "compatible"),
    (f"{NEW}/properties/kind/enum", ["cat", "dog", "fish"], "compatible", "breaking"),
    (f"{PET}/properties/name/type", ["string", "null"], "breaking", "compatible"),
    (f"{NEW}/properties/name/type", ["string", "null"], "compatible", "breaking"),
    (f"{NEW}/properties/age/minimum", 1, "breaking", "compatible"),
    (f"{NEW}/properties/age/maximum", 30, "risky", "compatible"),
    (f"{NEW}/additionalProperties", False, "breaking", "compatible"),
    (f"{GET}/parameters/0/required", True, "breaking", "compatible"),
    (f"{GET}/parameters/0/schema/type", "string", "compatible", "breaking"),
    (f"{GET}/parameters/0/schema/default", 20, "breaking", "breaking"),
    (f"{GET}/responses/202", {"description": "Later."}, "compatible", "breaking"),
    (f"{GET}/responses/429", {"description": "Slow down."}, "compatible", "compatible"),
    (f"{GET}/deprecated", True, "compatible", "compatible"),
    ("paths/~1pets/delete", operation("clear"), "compatible", "breaking"),
    ("paths/~1pets/post/requestBody/required", False, "compatible", "breaking"),
    ("components/schemas/Problem/required", [], "risky", "compatible"),
    (f"{PET}/properties/owner/properties", {}, "none", "none"),
    (f"{NEW}/properties/age", OR_NULL, "compatible", "breaking"),
    (f"{PET}/properties/kind", KIND_OR_OWNER, "breaking", "compatible"),
    (f"{NEW}/properties/kind", KIND_OR_OWNER, "compatible", "breaking"),
    (f"{NEW}/properties/age/readOnly", True, "compatible", "compatible"),
    (f"{NEW}/properties/age/multipleOf", 2, "risky", "compatible"),
    (f"{NEW}/properties/name/pattern", "^[a-z]+$", "breaking", "compatible"),
    (f"{NEW}/properties/name/default", "Tom", "risky", "risky"),
    (f"{NEW}/dependentRequired", {"age": ["kind"]}, "breaking", "compatible"),
    (f"{GET}/responses/200/headers/X-Total", TOTAL, "compatible", "risky"),
    (f"{GET}/responses/200/content/text~1csv", TEXT, "compatible", "breaking"),
    (f"{ADD}/requestBody/content/text~1csv", TEXT, "compatible", "breaking"),
    (f"{GET}/parameters/0/explode", False, "none", "none"),
    ("servers/0/url", "https://pets.example", "risky", "risky"),
    ("webhooks/petSold", {"post": operation("sold")}, "compatible", "breaking"),
    (f"{ADD}/callbacks/sold", SOLD, "compatible", "breaking"),
    (f"{GET}/security", [{"key": []}], "breaking", "compatible"),
    (f"{ADD}/security", [{"key": []}, {}], "none", "none"),
    (f"{SELLER}/propertyName", "type", "risky", "risky"),
    (f"{SELLER}/mapping/home", SHELTER, "risky", "compatible"),
    (f"{SELLER}/mapping/shelter", BREEDER, "breaking", "breaking"),
)


FEW: Final = settings(
    max_examples=40,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the documents of this module stand."""
    return tmp_path_factory.mktemp("laws")


def diff(folder: Path, base: Tree, revision: Tree) -> Diff:
    """What changed between two trees."""
    return between(written(folder, "base", base), written(folder, "revision", revision))


def mutated(numbers: list[int]) -> Tree:
    """The shop after several changes."""
    tree = shop()
    for number in numbers:
        pointer, value, _, _ = MUTATIONS[number]
        tree = changed(tree, pointer, copy.deepcopy(value))
    return tree


several = st.lists(st.integers(0, len(MUTATIONS) - 1), max_size=4, unique=True)


@FEW
@given(several)
def test_a_document_is_the_same_as_itself(folder: Path, numbers: list[int]) -> None:
    """Nothing changes between a document and itself, whatever the document."""
    tree = mutated(numbers)
    assert diff(folder, tree, tree).changes == ()


@pytest.mark.parametrize("number", range(len(MUTATIONS)))
def test_a_change_and_its_reverse(folder: Path, number: int) -> None:
    """Each way of a change has the verdict that the law gives it."""
    pointer, value, there, back = MUTATIONS[number]
    tree = changed(SHOP, pointer, value)
    assert diff(folder, SHOP, tree).verdict("wire").word == there
    assert diff(folder, tree, SHOP).verdict("wire").word == back


def test_a_default_beside_a_reference_counts(folder: Path) -> None:
    """What an absent member or parameter means is said where it is taken in, and told once."""
    size = {"$ref": "#/components/schemas/Size"}
    base = changed(shop(), "components/schemas/Size", {"type": "integer", "default": 1})
    base = changed(base, f"{NEW}/properties/size", dict(size))
    base = changed(base, f"{GET}/parameters/0/schema", dict(size))
    for place, severity in (
        (f"{NEW}/properties/size/default", Severity.RISKY),
        (f"{GET}/parameters/0/schema/default", Severity.BREAKING),
    ):
        every = diff(folder, base, changed(base, place, 2)).changes
        (found,) = (each for each in every if each.family == "wire")
        assert (found.rule, found.severity) == ("wire/default-changed", severity)
        assert (found.before, found.after) == ("`1`", "`2`")
    shared = changed(base, "components/schemas/Size/default", 2)
    told = [e for e in diff(folder, base, shared).changes if e.family == "wire"]
    assert [each.base for each in told] == ["#/components/schemas/Size"]


@FEW
@given(several, st.randoms(use_true_random=False))
def test_order_of_keys_never_matters(
    folder: Path, numbers: list[int], chance: random.Random
) -> None:
    """A document that is written in another order gives the same changes."""
    tree = mutated(numbers)
    plain = {_fact(each) for each in diff(folder, SHOP, tree).changes}
    turned = {
        _fact(each) for each in diff(folder, SHOP, _shuffled(tree, chance)).changes
    }
    assert plain == turned


def _fact(change: Change) -> tuple[str, str, str]:
    return change.rule, change.base, change.revision


def _shuffled(value: Any, chance: random.Random) -> Any:
    if members(value):
        keys = list(members(value))
        chance.shuffle(keys)
        return {key: _shuffled(members(value)[key], chance) for key in keys}
    return [_shuffled(each, chance) for each in items(value)] or value


@FEW
@given(several, several)
def test_changes_add_up(folder: Path, first: list[int], second: list[int]) -> None:
    """Changes of different places are told together as they are told alone."""
    places = [MUTATIONS[number][0] for number in first]
    apart = [n for n in second if not any(_meet(MUTATIONS[n][0], at) for at in places)]
    alone = _wire(diff(folder, SHOP, mutated(first)))
    alone |= _wire(diff(folder, SHOP, mutated(apart)))
    assert _wire(diff(folder, SHOP, mutated([*first, *apart]))) == alone


def _meet(one: str, other: str) -> bool:
    """Whether two places belong to one part: what is said of members of a model acts together."""
    parts = [each.rpartition("/")[0] for each in (one, other)]
    models = [each.split("/")[:3] for each in (one, other) if each.startswith(MODELS)]
    inside = (f"{one}/".startswith(f"{other}/"), f"{other}/".startswith(f"{one}/"))
    same = len(models) == 2 and models[0] == models[1]
    return same or parts[0] == parts[1] or any(inside)


def _wire(found: Diff) -> set[tuple[str, str, str]]:
    return {_fact(each) for each in found.changes if each.family == "wire"}


@pytest.mark.parametrize("refactoring", REFACTORINGS)
def test_equivalent_documents_are_silent(
    folder: Path, refactoring: Callable[[Tree], Tree]
) -> None:
    """The same meaning in other words changes nothing on the wire, in either direction."""
    tree = refactoring(shop())
    assert json.dumps(tree) != json.dumps(SHOP)
    assert _wire(diff(folder, SHOP, tree)) == set()
    assert _wire(diff(folder, tree, SHOP)) == set()


@FEW
@given(several, st.sets(st.sampled_from(range(len(REFACTORINGS))), max_size=3))
def test_refactorings_of_changed_documents_are_silent(
    folder: Path, numbers: list[int], chosen: set[int]
) -> None:
    """Whatever the document, its refactorings together are silent on the wire."""
    tree = other = mutated([n for n in numbers if "owner" not in MUTATIONS[n][0]])
    for number in sorted(chosen):
        other = REFACTORINGS[number](other)
    assert _wire(diff(folder, tree, other)) == set()


@FEW
@given(several)
def test_focus_changes_nothing(folder: Path, numbers: list[int]) -> None:
    """What both documents share may be left out: the changes are the same."""
    base = written(folder, "base", SHOP)
    revision = written(folder, "revision", mutated(numbers))
    focused = between(base, revision)
    assert focused.changes == between(base, revision, focused=False).changes


def test_each_finding_is_in_the_catalogue(folder: Path) -> None:
    """Every change that any mutation makes has a rule, and an effect that it allows."""
    for pointer, value, _, _ in MUTATIONS:
        for change in diff(folder, SHOP, changed(SHOP, pointer, value)).changes:
            assert change.rule in RULES
            assert change.why


def test_the_law_is_symmetric() -> None:
    """What narrows breaks those who send as what widens breaks those who receive."""
    narrow, wide = Effect.NARROWS, Effect.WIDENS
    assert LAW[narrow, "request"][0] is LAW[wide, "response"][0] is Severity.BREAKING
    assert LAW[wide, "request"][0] is LAW[narrow, "response"][0] is Severity.COMPATIBLE
    assert all((effect, way) in LAW for effect in Effect for way in _ways())


def _ways() -> Iterator[Any]:
    yield "request"
    yield "response"


def test_each_exception_differs_from_the_law() -> None:
    """An exception names a rule of the catalogue, gives a reason, and changes something."""
    for each in EXCEPTIONS:
        rule = RULES[each.rule]
        effects = (each.effect,) if each.effect else rule.effects
        usual = {LAW[effect, each.direction] for effect in effects}
        assert each.reason
        assert {(each.severity, each.reason)} != usual


def test_uses_of_headers_and_parameters_are_text() -> None:
    """Only what is written as text may take a number for a string."""
    made = [Use(operation="", direction="request", place=p) for p in ("header", "body")]
    assert [each.text for each in made] == [True, False]
