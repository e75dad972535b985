"""The testing kit of a package: a service that answers as a test says."""

from __future__ import annotations

import asyncio
import importlib
import json
from time import perf_counter
from typing import Any

import pytest
import trio

from .conftest import Maker

DOCUMENT = """
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: ok
          x-envelope: {ok: {property: code, equals: 0}, data: data, message: message}
          x-error-codes: {property: code, codes: [{code: 801, x-python-name: GoneError}]}
          content:
            application/json:
              schema: {type: object, properties: {code: {type: integer}, data: {$ref: '#/components/schemas/Pet'}}}
              example: {code: 0, data: {name: Shown, kind: dog, born: '2024-01-30', chip: c}}
        '404': {description: none, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
    delete:
      operationId: deletePet
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: gone}}
  /pets/mine:
    get:
      operationId: myPets
      tags: [pets]
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
  /ticks:
    get:
      operationId: listTicks
      tags: [ticks]
      responses:
        '200': {description: ok, content: {text/event-stream: {schema: {$ref: '#/components/schemas/Pet'}}}}
  /notes:
    get:
      operationId: listNotes
      tags: [notes]
      responses:
        '200': {description: ok, content: {text/event-stream: {schema: {type: string}}}}
  /rows:
    get:
      operationId: listRows
      tags: [rows]
      responses:
        '200': {description: ok, content: {application/json-seq: {itemSchema: {$ref: '#/components/schemas/Pet'}}}}
  /photo:
    get:
      operationId: getPhoto
      tags: [photo]
      responses:
        '200': {description: ok, content: {image/png: {schema: {type: string, format: binary}}}}
components:
  schemas:
    Pet:
      type: object
      required: [name, kind, born]
      anyOf: [{required: [chip]}, {required: [owner]}]
      properties:
        name: {type: string}
        kind: {enum: [cat, dog]}
        born: {type: string, format: date}
        chip: {type: string}
        owner: {type: string}
        mother: {$ref: '#/components/schemas/Pet'}
"""


@pytest.fixture
def package(made: Maker) -> Any:
    """The package."""
    client = made(DOCUMENT).client
    return importlib.import_module(type(client).__module__.partition(".")[0])


@pytest.fixture
def kit(package: Any) -> Any:
    """Its testing kit."""
    return importlib.import_module(f"{package.__name__}.testing")


@pytest.fixture
def fake(kit: Any) -> Any:
    """A service."""
    return kit.Fake()


@pytest.fixture
def client(package: Any, fake: Any) -> Any:
    """A client before it."""
    return package.Case(transport=fake, max_retries=0)


def test_a_made_up_model_has_what_it_needs(package: Any, kit: Any) -> None:
    """Required members, and a group of those of which one is needed; given ones stay."""
    pet = kit.make(package.models.Pet, name="Rex")
    assert (pet.name, pet.kind, pet.chip) == ("Rex", "cat", "text")
    assert pet.owner is pet.mother is package.UNSET
    assert kit.make(package.models.Pet, owner="me").chip is package.UNSET
    with pytest.raises(TypeError):
        kit.make(package.models.Pet, colour="red")


def test_a_value_is_answered_in_its_envelope(
    package: Any, kit: Any, fake: Any, client: Any
) -> None:
    """The caller gets the value; the request is kept, under the operation's name."""
    pet = kit.make(package.models.Pet, name="Rex")
    fake.on(client.pets.get).returns(pet)
    assert client.pets.get(id_="7") == pet
    assert fake.calls == ["pets.get"]
    assert fake.requests[0].url == "https://case.test/pets/7"
    whole = client.with_response.pets.get(id_="7").response.body
    assert json.loads(whole)["code"] == 0


def test_answers_come_in_order_and_the_last_one_stays(fake: Any, client: Any) -> None:
    """Each answer is given once, the last one as often as it is asked for."""
    fake.on(client.pets.delete).answers(204).answers(500)
    assert client.pets.delete(id_="1") is None
    for _ in range(2):
        with pytest.raises(Exception, match="500"):
            client.pets.delete(id_="1")


def test_documented_failures_are_raised(
    package: Any, kit: Any, fake: Any, client: Any
) -> None:
    """By status with a body, and by a code inside of the envelope, with its message."""
    errors = package.errors
    pet = kit.make(package.models.Pet)
    fake.on(client.pets.get).fails(errors.NotFoundError, pet)
    with pytest.raises(errors.NotFoundError) as missing:
        client.pets.get(id_="1")
    assert (missing.value.status, missing.value.body) == (404, pet)
    fake.stubs.clear()
    fake.on(client.pets.get).fails(errors.GoneError, message="ran away")
    with pytest.raises(errors.GoneError) as gone:
        client.pets.get(id_="1")
    assert (gone.value.code, gone.value.message) == (801, "ran away")
    with pytest.raises(ValueError, match="never raises"):
        fake.on(client.pets.delete).fails(errors.NotFoundError)


def test_a_connection_can_break(package: Any, fake: Any, client: Any) -> None:
    """Errors of the transport are what they are in production."""
    fake.on(client.pets.delete).raises(
        package.errors.TimeoutError("slow", phase="read")
    )
    with pytest.raises(package.errors.TimeoutError) as caught:
        client.pets.delete(id_="1")
    assert caught.value.phase == "read"


def test_what_nobody_prepared_is_the_documents_example(
    kit: Any, fake: Any, client: Any
) -> None:
    """Without an example the test fails, and says what to do; nothing else is kept."""
    assert client.pets.get(id_="1").name == "Shown"
    with pytest.raises(kit.UnexpectedRequest, match=r"say with `on` what pets\.my"):
        client.pets.my()


def test_a_fixed_path_wins_over_a_template(fake: Any, client: Any) -> None:
    """`/pets/mine` is not the pet called `mine`."""
    fake.on(client.pets.my).returns([])
    assert client.pets.my() == []
    assert fake.calls == ["pets.my"]


def test_a_request_of_no_operation_fails_the_test(
    package: Any, kit: Any, fake: Any
) -> None:
    """A method or a path that the document does not have is refused."""
    types = importlib.import_module(f"{package.__name__}._runtime.transport")
    request = types.Request(
        method="POST", url="https://case.test/pets/1", headers=types.Headers()
    )
    with pytest.raises(kit.UnexpectedRequest, match="POST /pets/1 is no operation"):
        fake.send(request)


def test_streams_are_answered_too(
    package: Any, kit: Any, fake: Any, client: Any
) -> None:
    """Items of a stream, for either client."""
    pets = [kit.make(package.models.Pet, name=name) for name in ("a", "b")]
    fake.on(client.ticks.list).yields(*pets)
    assert [event.data for event in client.ticks.list()] == pets

    async def main() -> list[Any]:
        asynchronous = package.AsyncCase(transport=fake.aio)
        return [event.data async for event in await asynchronous.ticks.list()]

    assert asyncio.run(main()) == pets
    assert fake.calls == ["ticks.list"] * 2


def test_a_stream_can_be_slow(package: Any, kit: Any, fake: Any, client: Any) -> None:
    """Each item comes after its time, under asyncio and trio too."""
    pets = [kit.make(package.models.Pet, name=name) for name in ("a", "b", "c")]
    fake.on(client.ticks.list).yields(*pets, every=0.02)
    began = perf_counter()
    gaps: list[float] = []
    for _ in client.ticks.list():
        gaps.append(perf_counter() - began)
        began = perf_counter()
    assert len(gaps) == 3
    assert all(gap >= 0.02 for gap in gaps)

    async def main() -> float:
        began = perf_counter()
        asynchronous = package.AsyncCase(transport=fake.aio)
        assert [e.data async for e in await asynchronous.ticks.list()] == pets
        return perf_counter() - began

    assert asyncio.run(main()) >= 0.06
    assert trio.run(main) >= 0.06


def test_a_stream_that_is_too_slow_is_the_timeout_of_its_reader(
    package: Any, kit: Any, fake: Any, client: Any
) -> None:
    """A client that waits less than the pause gets the error of a network, and soon."""
    fake.on(client.ticks.list).yields(kit.make(package.models.Pet), every=2)
    hasty = client.with_options(timeout=package.Timeout(read=0.01))
    with pytest.raises(package.errors.TimeoutError) as caught:
        list(hasty.ticks.list())
    assert caught.value.phase == "read"

    async def main() -> None:
        hasty = package.AsyncCase(
            transport=fake.aio, timeout=package.Timeout(read=0.01)
        )
        with pytest.raises(package.errors.TimeoutError):
            [event async for event in await hasty.ticks.list()]

    asyncio.run(main())


def test_a_stream_can_break(package: Any, kit: Any, fake: Any, client: Any) -> None:
    """What came before is read; then the error is raised, as in production."""
    pet = kit.make(package.models.Pet)
    broken = package.errors.TransportError("reset by peer")
    fake.on(client.ticks.list).yields(pet, error=broken)
    stream = iter(client.ticks.list())
    assert next(stream).data == pet
    with pytest.raises(package.errors.TransportError, match="reset by peer"):
        next(stream)


def test_a_stream_that_breaks_goes_on_where_its_ids_allow_it(
    package: Any, kit: Any, fake: Any, client: Any
) -> None:
    """Bytes are sent as they are, so that a test can write ids; the second answer follows."""
    note = fake.on(client.notes.list)
    broken = package.errors.TransportError("reset by peer")
    note.yields(b"retry: 1\nid: 7\ndata: one\n\n", error=broken).yields("two\nlines")
    patient = client.with_options(max_retries=1)
    assert [event.data for event in patient.notes.list()] == ["one", "two\nlines"]
    assert note.requests[1].headers["Last-Event-ID"] == "7"


def test_each_kind_of_stream_is_written_as_it_is_read(
    package: Any, kit: Any, fake: Any, client: Any
) -> None:
    """JSON texts after record separators, and raw bytes in their pieces."""
    pets = [kit.make(package.models.Pet, name=name) for name in ("a", "b")]
    rows = fake.on(client.rows.list).yields(*pets)
    assert rows.replies[0].response.body.count(b"\x1e{") == 2
    assert list(client.rows.list()) == pets
    fake.on(client.photo.get).yields(b"\x89P", b"NG")
    with client.streaming.photo.get() as photo:
        assert list(photo) == [b"\x89P", b"NG"]
    assert client.photo.get() == b"\x89PNG"
