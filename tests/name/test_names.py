"""What the things of an API are called."""

from __future__ import annotations

import keyword
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from specloom.link import Enumeration, Operation, Union
from specloom.name import Names, Pins, name
from specloom.report import Report

from tests.name.apis import (
    COMPONENT,
    api,
    body,
    code,
    members,
    named,
    operation,
    parameter,
    response,
    schema,
    scheme,
    server,
)


def _methods(*operations: Operation) -> list[str]:
    return [each.method for each in named(api(*operations)).operations.values()]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Swagger Petstore - OpenAPI 3.0",
            ("swagger-petstore", "swagger_petstore", "SwaggerPetstore"),
        ),
        ("GitHub v3 REST API", ("github", "github", "GitHub")),
        ("Email", ("email-client", "email_client", "Email")),
        ("API", ("api", "api", "Api")),
    ],
)
def test_a_package_is_called_after_the_service(
    title: str, expected: tuple[str, str, str]
) -> None:
    """Words about the document are no part of the name, and no module of Python's is hidden."""
    names = named(api(title=title))
    assert (names.distribution, names.package, names.client) == expected


@pytest.mark.parametrize(
    ("url", "client"),
    [
        ("https://api.shop.example.org/v1", "RestApi"),
        ("https://api.corner-shop.co.uk", "CornerShop"),
        ("https://eu.deepgram.com", "Deepgram"),
        ("http://localhost:8080", "RestApi"),
        ("http://10.0.0.1", "RestApi"),
        ("/v1", "RestApi"),
    ],
)
def test_a_title_that_says_nothing_leaves_it_to_the_host(url: str, client: str) -> None:
    """`REST API` of `api.shop.com` is `Shop`, unless the host is nobody's."""
    servers = (server(0, url),)
    assert named(api(title="REST API", servers=servers)).client == client
    public = "Public" if client == "RestApi" else client
    assert named(api(title="Public API", servers=servers)).client == public


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("SumUp REST API", "https://api.sumup.com", ("sumup", "SumUp")),
        (
            "Open status: logs",
            "https://openstatus.dev",
            ("openstatus_logs", "OpenStatusLogs"),
        ),
        ("SumUp REST API", "https://api.example.com", ("sum_up", "SumUp")),
        ("Corner Shop", "https://corner-shop.com", ("corner_shop", "CornerShop")),
    ],
)
def test_a_brand_is_one_word_where_its_host_is(
    title: str, url: str, expected: tuple[str, str]
) -> None:
    """What the service's own address writes together stays together."""
    names = named(api(title=title, servers=(server(0, url),)))
    assert (names.package, names.client) == expected


def test_credentials_do_not_repeat_the_api() -> None:
    """`Shop(api_key=...)` from `shopApiKey`; another `apiKey` goes before it."""
    long, short = scheme("shopApiKey", "apiKey"), scheme("apiKey", "apiKey")
    names = named(api(title="Shop", schemes=(long,)))
    assert list(names.credentials.values()) == ["api_key"]
    names = named(api(title="Shop", schemes=(long, short)))
    assert names.credentials == {"shopApiKey": "shop_api_key", "apiKey": "api_key"}


def test_settings_name_the_package() -> None:
    """The settings' package names it, and the distribution follows."""
    names = name(api(), Pins(package="corner_shop"), Report())
    assert (names.package, names.distribution) == ("corner_shop", "corner-shop")


@pytest.mark.parametrize(
    ("tag", "operation_id", "method"),
    [
        ("customers", "customers.register", "register"),
        ("pets", "listPets", "list"),
        ("pet", "getPetById", "get_by_id"),
        ("things", "getThingsId", "get"),
        ("things", "thingsid", "get"),
        ("things", "getThingByIdUsingGET_1", "get_by_id"),
        ("slack things", "deleteThing", "delete"),
        ("color", "getThingColor", "get_thing_color"),
        ("color", "getThingColorCode", "get_thing_code"),
        ("tag", "get-/things/{id}_archiveById", "archive_by_id"),
        ("things", "shop.admin.things.inspect", "inspect"),
        ("issues", "issues/list-for-repo", "list_for_repo"),
        ("files", "import", "import_"),
        ("items", "read_stock_things__id__get", "read_stock"),
    ],
)
def test_a_method_does_not_repeat_its_tag(
    tag: str, operation_id: str, method: str
) -> None:
    """`client.pets.list`, not `client.pets.list_pets`; frameworks' suffixes are gone."""
    one = operation("get", "/things/{id}", operation_id, tags=(tag,))
    assert _methods(one) == [method]


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("get", "/users", "list"),
        ("get", "/users/{id}", "get"),
        ("get", "/v1/users/{id}/posts", "list_posts"),
        ("post", "/users", "create"),
        ("post", "/users/{id}", "update"),
        ("get", "/users.json", "list"),
        ("get", "/users/{id}.json", "get"),
        ("post", "/users/{id}/activate", "activate"),
        ("put", "/users/{id}", "replace"),
        ("get", "/people/{id}", "get_person"),
        ("patch", "/users/{id}", "update"),
    ],
)
def test_an_operation_without_an_id_is_called_by_its_path(
    method: str, path: str, expected: str
) -> None:
    """A verb that fits, and the path's nouns without the tag's."""
    assert _methods(operation(method, path, tags=("users",))) == [expected]


def test_methods_that_collide_take_their_full_names_together() -> None:
    """Neither of two operations gets the short name by coming first."""
    operations = (
        operation("post", "/user", "createUser", tags=("user",)),
        operation("post", "/user/bulk", "userCreate", tags=("user",)),
        operation("get", "/user", "getUser", tags=("user",)),
    )
    assert _methods(*operations) == ["create_user", "user_create", "get"]


def test_names_do_not_depend_on_order() -> None:
    """Documents whose operations and schemas stand in another order give the same names."""
    operations = (
        operation("get", "/pets", "listPets", tags=("pets",)),
        operation("get", "/Pets", "listPets", tags=("Pets",)),
        operation("get", "/pets/all", "list", tags=("pets",)),
    )
    schemas = tuple(
        schema(COMPONENT + key, members(COMPONENT + key, "a-b", "a_b", "A.b"))
        for key in ("Pet", "pet", "PET")
    )
    seen: list[Names] = [
        named(api(*few, schemas=many))
        for few, many in zip(
            permutations(operations), permutations(schemas), strict=True
        )
    ]
    for each in seen[1:]:
        assert each.types == seen[0].types
        assert each.fields == seen[0].fields
        assert {p: o.method for p, o in each.operations.items()} == {
            p: o.method for p, o in seen[0].operations.items()
        }


def test_resources_leave_the_client_its_own() -> None:
    """A tag may be called like the client's attributes, its modules or Python's keywords."""
    tags = ("close", "client", "models", "import", "Users", "users", "_x", "🎉")
    names = named(
        api(*(operation("get", f"/{i}", tags=(tag,)) for i, tag in enumerate(tags)))
    )
    found = names.resources
    assert found["close"].attribute == "close_"
    assert (found["client"].attribute, found["client"].module) == ("client", "client_")
    assert (found["models"].attribute, found["models"].module) == ("models", "models_")
    assert found["import"].attribute == "import_"
    modules = [each.module.casefold() for each in found.values()]
    assert len(set(modules)) == len(tags)
    assert len({each.attribute for each in found.values()}) == len(tags)
    assert not any(each.attribute.startswith("_") for each in found.values())


def test_operations_without_a_tag_share_their_first_segment() -> None:
    """Versions and variables aren't segments; `/` is `root`."""
    names = named(api(operation("get", "/api/v1/{org}/users"), operation("get", "/")))
    assert [each.attribute for each in names.resources.values()] == ["users", "root"]


def test_an_operation_without_a_tag_joins_the_tag_called_like_its_path() -> None:
    """One forgotten tag doesn't give the client two attributes for one thing."""
    names = named(
        api(operation("get", "/a", tags=("Responses",)), operation("get", "/responses"))
    )
    assert list(names.resources) == ["Responses"]


def test_arguments_that_collide_say_where_they_go() -> None:
    """The path's keeps its name, then the query's; a body's member comes last."""
    target = COMPONENT + "New"
    one = operation(
        "post",
        "/things/{name}",
        tags=("things",),
        parameters=(
            parameter("name", "query"),
            parameter("name", "path"),
            parameter("self", "header"),
            parameter("options", "cookie"),
        ),
        body=body("#/body", target),
    )
    names = named(api(one, schemas=(schema(target, members(target, "name", "size")),)))
    assert names.operations[one.pointer].arguments == {
        "#/parameters/query-name": "name_query",
        "#/parameters/path-name": "name",
        "#/parameters/header-self": "self_",
        "#/parameters/cookie-options": "options_",
        f"{target}/properties/name": "name_body",
        f"{target}/properties/size": "size",
    }


def test_types_are_called_after_where_they_stand() -> None:
    """Inline schemas after their parents, those of operations after these."""
    pet, place = COMPONENT + "Pet", "#/paths/~1pets/post"
    owner = f"{pet}/properties/owner"
    toy = COMPONENT + "Toy"
    sent = f"{place}/requestBody/content/json/schema"
    got = f"{place}/responses/200/content/json/schema"
    bad = f"{place}/responses/406/content/json/schema"
    one = operation(
        "post",
        "/pets",
        "createPet",
        tags=("pets",),
        body=body(f"{place}/requestBody", sent),
        responses=(
            response(f"{place}/responses/200", "200", got),
            response(f"{place}/responses/406", "406", bad),
        ),
    )
    names = named(
        api(
            one,
            schemas=(
                schema(pet, members(pet, "id", owner=owner)),
                schema(f"{pet}@request", members(pet, "id", owner=owner)),
                schema(f"{toy}@request", members(toy, "id")),
                schema(toy, members(toy, "id")),
                schema(f"{toy}Request", members(toy, "id")),
                schema(owner, members(owner, "id")),
                *(schema(each, members(each, "id")) for each in (sent, got, bad)),
                schema(COMPONENT + "list", members(COMPONENT + "list", "id")),
            ),
        )
    )
    assert {p: n for p, n in names.types.items() if n not in ("Note", "Count")} == {
        pet: "Pet",
        f"{pet}@request": "PetRequest",
        f"{toy}@request": "ToyInput",
        toy: "Toy",
        f"{toy}Request": "ToyRequest",
        owner: "PetOwner",
        sent: "PetsCreateRequest",
        got: "PetsCreateResponse",
        bad: "PetsCreateResponse406",
        COMPONENT + "list": "List",
    }


def test_what_is_inherited_is_called_after_its_own_place() -> None:
    """A schema that two objects share is no child of the one that is read first."""
    pet, base = COMPONENT + "Dog", COMPONENT + "Base"
    owner = f"{base}/properties/owner"
    schemas = (
        schema(pet, members(pet, owner=owner)),
        schema(base, members(base, owner=owner)),
        schema(owner, members(owner, "id")),
    )
    assert named(api(schemas=schemas)).types[owner] == "BaseOwner"


def test_deep_documents_give_short_names() -> None:
    """Many levels neither overflow nor make names that grow with every level."""
    pointer = COMPONENT + "Deep"
    places = [f"{pointer}{'/items' * level}" for level in range(1_500)]
    chain = [schema(one, members(one, inner=two)) for one, two in pairwise(places)]
    names = named(api(schemas=(*chain, schema(places[-1], members(places[-1], "end")))))
    assert max(map(len, names.types.values())) < 120
    assert len(set(names.types.values())) == len(names.types) == len(places) + 2


def test_members_of_unions_are_told_by_what_they_are() -> None:
    """Titles, then constants, then required members: never a number."""
    way = COMPONENT + "Way"
    first, second, third = (f"{way}/oneOf/{at}" for at in range(3))
    cash = f"{third}/properties/type"
    names = named(
        api(
            schemas=(
                schema(way, Union(members=(first, second, third))),
                schema(first, members(first, "iban"), title="Bank transfer"),
                schema(second, members(second, "number")),
                schema(third, members(third, "sum", type=cash)),
                schema(cash, Enumeration(values=("cash",))),
            )
        )
    )
    assert names.types[first] == "WayBankTransfer"
    assert names.types[second] == "WayOption"
    assert names.types[third] == "WayCash"


def test_a_component_keeps_its_name_before_an_inline_schema() -> None:
    """`PetOwner` stays; the owner inside `Pet` gets four digits and a note."""
    pet, other = COMPONENT + "Pet", COMPONENT + "PetOwner"
    owner = f"{pet}/properties/owner"
    report = Report()
    names = named(
        api(
            schemas=(
                schema(pet, members(pet, owner=owner)),
                schema(owner, members(owner, "id")),
                schema(other, members(other, "id")),
            )
        ),
        report=report,
    )
    assert names.types[other] == "PetOwner"
    assert len(names.types[owner]) == len("PetOwner") + 4
    assert [(each.code, each.pointer) for each in report.diagnostics] == [
        ("SP401", owner)
    ]


def test_fields_shadow_nothing_that_annotations_name() -> None:
    """`list` and `class` end with `_`; `type` and `id` are fine."""
    pet = COMPONENT + "Pet"
    names = named(
        api(schemas=(schema(pet, members(pet, "list", "class", "type", "id", "_id")),))
    )
    assert list(names.fields[pet].values()) == ["list_", "class_", "type", "id", "id_"]


def test_errors_are_called_by_their_phrases_and_codes() -> None:
    """The runtime's and Python's exceptions keep their names to themselves."""
    codes = (code("INVALID_PHONE_NUMBER"), code("TIMEOUT"), code("7", "SevenError"))
    one = operation(
        "get",
        "/a",
        responses=tuple(
            response(f"#/r/{status}", status, codes=codes if status == "406" else ())
            for status in ("200", "406", "408", "499", "4XX", "default")
        ),
    )
    assert named(api(one)).errors == {
        "406": "NotAcceptableError",
        "406/INVALID_PHONE_NUMBER": "InvalidPhoneNumberError",
        "406/TIMEOUT": "NotAcceptableTimeoutError",
        "406/7": "SevenError",
        "408": "RequestTimeoutError",
        "499": "Status499Error",
        "4XX": "ClientError",
        "default": "UnexpectedStatusError",
    }


def test_clients_are_made_with_usual_words() -> None:
    """A bearer's token is `token`, stages are told from descriptions or hosts."""
    names = named(
        api(
            schemes=(
                scheme("BearerAuth", "http", "bearer"),
                scheme("ApiKeyAuth", "apiKey"),
                scheme("timeout", "apiKey"),
            ),
            servers=(
                server(0, "https://api.example.com", "Production server (live data)"),
                server(1, "https://sandbox.example.com"),
                server(2, "/v1"),
                server(3, "https://{host}.eu", "That your account manager tells you"),
            ),
        )
    )
    assert list(names.credentials.values()) == ["token", "api_key", "timeout_"]
    assert list(names.environments.values()) == [
        "production",
        "sandbox",
        "v1",
        "eu",
    ]


def test_a_server_that_says_nothing_is_the_default() -> None:
    """A sentence about a host that the caller must say is no name."""
    text = "The host that your account manager tells you when you sign"
    names = named(api(servers=(server(0, "https://{host}", text),)))
    assert list(names.environments.values()) == ["default"]


def test_pins_win_and_lead_somewhere() -> None:
    """A pin beats `x-python-name`; one that leads nowhere is reported."""
    one = operation("get", "/a", "b", python_name="stated")
    report = Report()
    names = named(api(one), {one.pointer: "pinned", "#/nowhere": "x"}, report)
    assert names.operations[one.pointer].method == "pinned"
    assert [each.pointer for each in report.diagnostics] == ["#/nowhere"]


HOSTILE = st.text(min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.sets(HOSTILE, min_size=1, max_size=6))
def test_hostile_text_gives_sound_names(texts: set[str]) -> None:
    """Whatever the document says, names are identifiers, and different where they meet."""
    shape = members(COMPONENT + "X", *sorted(texts))
    document = api(
        *(
            operation("get", f"/{index}", text, tags=(text,))
            for index, text in enumerate(sorted(texts))
        ),
        *(
            operation("post", f"/{index}", text, tags=("one",))
            for index, text in enumerate(sorted(texts))
        ),
        title=min(texts),
        schemas=(
            *(schema(f"{COMPONENT}{text}", shape) for text in sorted(texts)),
            schema(COMPONENT + "X", shape),
        ),
    )
    names = named(document)
    scopes = [
        list(names.types.values()),
        *(list(each.values()) for each in names.fields.values()),
        [each.attribute for each in names.resources.values()],
        [each.module for each in names.resources.values()],
        [o.method for o in names.operations.values() if o.resource == "one"],
        [names.package],
        [names.client],
    ]
    for scope in scopes:
        assert len(set(scope)) == len(scope)
        for each in scope:
            assert each.isidentifier()
            assert not keyword.iskeyword(each)
            assert not each.startswith("_")
