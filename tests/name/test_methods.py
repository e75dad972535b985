"""Methods of operations whose ids are missing, say nothing, or collide."""

from __future__ import annotations

import pytest
from specloom.name.collisions import Claim, settle
from specloom.report import Report

from tests.name.apis import api, named, operation


def _methods(tag: str, *paths: str) -> dict[str, str]:
    """Path -> method of its `GET`."""
    operations = [operation("get", path, tags=(tag,)) for path in paths]
    names = named(api(*operations)).operations
    return {each.path: names[each.pointer].method for each in operations}


def test_paths_are_told_apart_by_their_variables() -> None:
    """Of two paths to one thing the longer one says by what; no name is a hash."""
    found = _methods(
        "mempool",
        "/mempool",
        "/mempool/{hash}",
        "/proposals/{id}",
        "/proposals/{tx}/{no}",
    )
    assert [*found.values()] == [
        "get",
        "get_by_hash",
        "get_proposal",
        "get_proposal_by_tx_no",
    ]


def test_many_variables_are_told_by_the_last() -> None:
    """A name stays one that can be read."""
    long = "/votes/{a}/{b}/{c}/{d}"
    assert _methods("votes", "/votes/{a}", long)[long] == "get_by_d"


def test_a_new_path_with_more_variables_renames_none() -> None:
    """The path with the fewest variables keeps its name whatever is added."""
    before = _methods("votes", "/committee/votes")
    after = _methods("votes", "/committee/votes", "/committee/{id}/votes")
    assert before["/committee/votes"] == after["/committee/votes"]


@pytest.mark.parametrize(
    ("tag", "path", "expected"),
    [
        ("Cardano » Governance", "/governance/dreps", "list_dreps"),
        ("Cardano » Governance", "/governance", "get"),
        ("Cardano » Governance", "/cardano/dreps", "list_cardano_dreps"),
    ],
)
def test_the_last_words_of_a_tag_are_not_repeated(
    tag: str, path: str, expected: str
) -> None:
    """`client.cardano_governance.list_dreps`, not `….list_governance_dreps`."""
    assert _methods(tag, path) == {path: expected}


def _by_ids(*operations: tuple[str, str, str]) -> list[str]:
    """The methods of operations of one tag, each a method, a path and an id."""
    made = [operation(*each, tags=("Pets",)) for each in operations]
    return [each.method for each in named(api(*made)).operations.values()]


def test_of_one_and_several_the_several_are_listed() -> None:
    """`getPet` and `getPets` are `get` and `list`; alone, each is `get`."""
    one, several = ("get", "/pets/{id}", "getPet"), ("get", "/pets", "getPets")
    assert _by_ids(several, one) == ["list", "get"]
    assert _by_ids(several) == _by_ids(one) == ["get"]
    named_so = ("get", "/pets/all", "listPets")
    assert _by_ids(one, several, named_so) == ["get", "get_pets", "list"]


def test_ids_that_spell_their_paths_say_nothing() -> None:
    """A document that writes `PutPetsId` gives methods as one without ids does."""
    item, all_ = ("put", "/v1/pets/{id}", "PutPetsId"), ("get", "/v1/pets", "GetPets")
    assert _by_ids(item, all_) == ["replace", "list"]
    assert _by_ids(all_) == ["get"]
    toys = ("post", "/v1/pets/{id}/toys", "PostPetIdToys")
    assert _by_ids(item, toys) == ["replace", "create_toys"]
    assert _by_ids(toys) == ["post_id_toys"]
    short = ("get", "/pets/{petId}/toys", "get_pets_id_toys_v2.0")
    assert _by_ids(short, all_) == ["list_toys", "list"]
    by = ("post", "/{key}/pets/{id}", "ByKeyPetsByIdPost")
    assert _by_ids(by) == ["update"]
    assert _by_ids(("put", "/v1/pets/{id}", "putPet")) == ["put"]


@pytest.mark.parametrize(
    ("tag", "method", "path", "identifier", "expected"),
    [
        ("search", "get", "/search", "search", "get"),
        ("Search", "get", "/search/{term}", "Search_Search", "get"),
        ("tokens", "get", "/v1/tokens", "tokens", "list"),
        ("tokens", "get", "/v1/tokens/{id}", "token", "get"),
        ("rerank", "post", "/rerank", "rerank", "run"),
        ("embeddings", "post", "/embeddings", "embeddings_embeddings_post", "create"),
        ("", "put", "/config", "config_config_put", "replace"),
        ("", "delete", "/del-user/{id}", "del_user_del_user__id__delete", "delete"),
        ("", "delete", "/del-user/{id}", "del_user_del_user_id_delete", "delete"),
    ],
)
def test_ids_that_say_the_tag_alone_are_called_by_what_is_done(
    tag: str, method: str, path: str, identifier: str, expected: str
) -> None:
    """`client.search.get`, not `client.search.search`."""
    one = operation(method, path, identifier, tags=(tag,) * bool(tag))
    (name,) = named(api(one)).operations.values()
    assert name.method == expected


def test_ids_that_say_the_tag_alone_take_nobodys_name() -> None:
    """A verb that another id states stays with it."""
    pets, posted = ("post", "/pets", "pets"), ("post", "/pets/one", "createPets")
    assert _by_ids(pets) == ["create"]
    assert _by_ids(pets, posted) == ["pets", "create"]


def test_what_a_thing_belongs_to_is_said_only_to_tell_it_apart() -> None:
    """`apps.list(account_id=...)`, not `apps.list_account`, which would list accounts."""
    owned = "/accounts/{account_id}/apps"
    assert _methods("apps", owned) == {owned: "list"}
    revoked = operation("post", "/apps/{app}/keys/{id}/revoke", tags=("keys",))
    (name,) = named(api(revoked)).operations.values()
    assert name.method == "revoke"
    rivals = ("/users/{id}/apps", "/groups/{id}/apps", "/apps")
    assert [*_methods("apps", *rivals).values()] == [
        "list_for_user",
        "list_for_group",
        "list",
    ]


def test_what_all_others_gave_up_goes_to_who_is_left_over() -> None:
    """A claim that has no other wish gets a contested name that nobody holds any more."""
    claims = (
        Claim(key="a", wishes=("get",), pattern="get_{}", pointer="a"),
        Claim(key="b", wishes=("get", "get_all"), pattern="get_{}", pointer="b"),
    )
    report = Report()
    assert settle(claims, report) == {"a": "get", "b": "get_all"}
    assert report.diagnostics == ()
