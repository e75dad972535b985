# Generated from specs/futa-bus.yaml; edits are overwritten.
"""What `users` sends, and what it makes of answers."""

from __future__ import annotations

from typing import Literal

import pytest
from futa_bus import FutaBus, errors, models

from .wire import TRACED, Failure, Wire

CREATE_ANSWER = (
    b'{"Data":{"UserId":"String","SessionId":"String",'
    b'"UserName":"String","DisplayName":"String","ReferrerUrl":"String",'
    b'"BearerToken":"String","ResponseStatus":{},'
    b'"Meta":{"String":"String"}},"Status":1,"Message":"String"}'
)


def call_create(client: FutaBus) -> object:
    """`POST /api/createuser` with the document's example `page`."""
    return client.users.create(
        email="String",
        password="String",
        full_name="String",
        phone="String",
        security_number="String",
        address="String",
        province_id=0,
        city_id=0,
        locale="vi-VN",
        version=0,
        options=TRACED,
    )


def test_create_sends_the_example(client: FutaBus, wire: Wire) -> None:
    """The example travels byte for byte, and its answer is read."""
    wire.answers(200, CREATE_ANSWER)

    result = call_create(client)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://api2.futabus.vn/api/createuser"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["X-Trace"] == "1"
    assert sent.body == (
        b'{"Email":"String","Password":"String","FullName":"String",'
        b'"Phone":"String","SecurityNumber":"String","Address":"String",'
        b'"ProvinceId":0,"CityId":0,"Locale":"vi-VN","Version":0}'
    )
    assert result == models.AuthenticateResponse(
        user_id="String",
        session_id="String",
        user_name="String",
        display_name="String",
        referrer_url="String",
        bearer_token="String",
        response_status=models.ResponseStatus(),
        meta={"String": "String"},
    )


def test_create_sends_only_what_is_given(client: FutaBus, wire: Wire) -> None:
    """What is not given is not sent: it is neither null nor empty."""
    wire.answers(200, CREATE_ANSWER)

    client.users.create()

    (sent,) = wire.sent
    assert sent.body == b"{}"


@pytest.mark.parametrize("content_type", ["text/jsv", "application/jsv"])
def test_create_sends_other_media_types(
    client: FutaBus, wire: Wire, content_type: Literal["text/jsv", "application/jsv"]
) -> None:
    """The caller may choose the media type."""
    wire.answers(200, CREATE_ANSWER)

    client.users.create(
        email="String",
        password="String",
        full_name="String",
        phone="String",
        security_number="String",
        address="String",
        province_id=0,
        city_id=0,
        locale="vi-VN",
        version=0,
        content_type=content_type,
    )

    (sent,) = wire.sent
    assert sent.headers["Content-Type"] == content_type
    assert sent.body == (
        b"{Email:String,Password:String,FullName:String,Phone:String,"
        b"SecurityNumber:String,Address:String,ProvinceId:0,CityId:0,"
        b"Locale:vi-VN,Version:0}"
    )


def test_create_sends_odd_values(client: FutaBus, wire: Wire) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, CREATE_ANSWER)

    client.users.create(
        email='Email "é,:{',
        password="Password",
        full_name="FullName",
        phone="Phone",
        security_number="SecurityNumber",
        address="Address",
        province_id=2147483641,
        city_id=2147483640,
        locale="Locale",
        version=2147483638,
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{"Email":"Email \\"\xc3\xa9,:{","Password":"Password",'
        b'"FullName":"FullName","Phone":"Phone",'
        b'"SecurityNumber":"SecurityNumber","Address":"Address",'
        b'"ProvinceId":2147483641,"CityId":2147483640,"Locale":"Locale",'
        b'"Version":2147483638}'
    )


def test_create_sends_falsy_values(client: FutaBus, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, CREATE_ANSWER)

    client.users.create(
        email="",
        password="",
        full_name="",
        phone="",
        security_number="",
        address="",
        province_id=0,
        city_id=0,
        locale="",
        version=0,
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{"Email":"","Password":"","FullName":"","Phone":"",'
        b'"SecurityNumber":"","Address":"","ProvinceId":0,"CityId":0,'
        b'"Locale":"","Version":0}'
    )


@pytest.mark.parametrize("media_type", ["text/jsv", "application/jsv"])
def test_create_reads_every_answer(
    client: FutaBus, wire: Wire, media_type: str
) -> None:
    """Each documented success is returned as what it is."""
    wire.answers(
        200,
        (
            '{Data:{UserId:"UserId ""é,:{",SessionId:SessionId,'
            "UserName:UserName,DisplayName:DisplayName,ReferrerUrl:ReferrerUrl,"
            "BearerToken:BearerToken,ResponseStatus:{},Meta:{key:Meta}},"
            'Status:1,Message:"Message ""é,:{"}'
        ).encode(),
        media_type,
    )

    assert call_create(client) == models.AuthenticateResponse(
        user_id='UserId "é,:{',
        session_id="SessionId",
        user_name="UserName",
        display_name="DisplayName",
        referrer_url="ReferrerUrl",
        bearer_token="BearerToken",
        response_status=models.ResponseStatus(),
        meta={"key": "Meta"},
    )


def test_create_raises_each_refusal(client: FutaBus, wire: Wire) -> None:
    """Each documented refusal inside of a success is an exception of its own; none
    is repeated.
    """
    wire.answers(
        200,
        (
            b'{"Data":{"UserId":"String","SessionId":"String",'
            b'"UserName":"String","DisplayName":"String","ReferrerUrl":"String",'
            b'"BearerToken":"String","ResponseStatus":{"ErrorCode":"String",'
            b'"Message":"String","StackTrace":"String",'
            b'"Errors":[{"ErrorCode":"String","FieldName":"String",'
            b'"Message":"String","Meta":{"String":"String"}}],'
            b'"Meta":{"String":"String"}},"Meta":{"String":"String"}},'
            b'"Status":0,"Message":"String"}'
        ),
    )

    with pytest.raises(errors.EnvelopeError) as caught:
        call_create(client)

    failure = caught.value
    assert type(failure) is errors.EnvelopeError
    assert failure.status == 200
    assert isinstance(failure.body, dict)
    assert failure.code == 0
    assert failure.message == "String"
    assert failure.detail == {
        "ErrorCode": "String",
        "Message": "String",
        "StackTrace": "String",
        "Errors": [
            {
                "ErrorCode": "String",
                "FieldName": "String",
                "Message": "String",
                "Meta": {"String": "String"},
            }
        ],
        "Meta": {"String": "String"},
    }
    assert len(wire.sent) == 1


@pytest.mark.parametrize(
    "media_type", ["application/json", "text/jsv", "application/jsv"]
)
def test_create_raises_each_failure(
    client: FutaBus, wire: Wire, media_type: str
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(500, b"{}", media_type)

    with pytest.raises(errors.UnexpectedStatusError) as caught:
        call_create(client)

    failure = caught.value
    assert type(failure) is errors.UnexpectedStatusError
    assert failure.status == 500
    assert isinstance(failure.body, (models.CreateUserResponse, models.ErrorResponse))
    assert len(wire.sent) == 1


CREATE_BY_REPLY_ANSWER = (
    b"{Data:{UserId:String,SessionId:String,UserName:String,"
    b"DisplayName:String,ReferrerUrl:String,BearerToken:String,"
    b"ResponseStatus:{},Meta:{String:String}},Status:1,Message:String}"
)


def call_create_by_reply(client: FutaBus) -> object:
    """`POST /jsv/reply/CreateUser` with the document's example `page`."""
    return client.users.create_by_reply(
        email="String",
        password="String",
        full_name="String",
        phone="String",
        security_number="String",
        address="String",
        province_id=0,
        city_id=0,
        locale="vi-VN",
        version=0,
        options=TRACED,
    )


def test_create_by_reply_sends_the_example(client: FutaBus, wire: Wire) -> None:
    """The example travels byte for byte, and its answer is read."""
    wire.answers(200, CREATE_BY_REPLY_ANSWER, "text/jsv")

    result = call_create_by_reply(client)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://api2.futabus.vn/jsv/reply/CreateUser"
    assert sent.headers["Content-Type"] == "text/jsv"
    assert sent.headers["X-Trace"] == "1"
    assert sent.body == (
        b"{Email:String,Password:String,FullName:String,Phone:String,"
        b"SecurityNumber:String,Address:String,ProvinceId:0,CityId:0,"
        b"Locale:vi-VN,Version:0}"
    )
    assert result == models.AuthenticateResponse(
        user_id="String",
        session_id="String",
        user_name="String",
        display_name="String",
        referrer_url="String",
        bearer_token="String",
        response_status=models.ResponseStatus(),
        meta={"String": "String"},
    )


def test_create_by_reply_sends_only_what_is_given(client: FutaBus, wire: Wire) -> None:
    """What is not given is not sent: it is neither null nor empty."""
    wire.answers(200, CREATE_BY_REPLY_ANSWER, "text/jsv")

    client.users.create_by_reply()

    (sent,) = wire.sent
    assert sent.body == b"{}"


def test_create_by_reply_sends_application_jsv(client: FutaBus, wire: Wire) -> None:
    """The body travels as application/jsv if the caller says so."""
    wire.answers(200, CREATE_BY_REPLY_ANSWER, "text/jsv")

    client.users.create_by_reply(
        email="String",
        password="String",
        full_name="String",
        phone="String",
        security_number="String",
        address="String",
        province_id=0,
        city_id=0,
        locale="vi-VN",
        version=0,
        content_type="application/jsv",
    )

    (sent,) = wire.sent
    assert sent.headers["Content-Type"] == "application/jsv"


def test_create_by_reply_sends_odd_values(client: FutaBus, wire: Wire) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, CREATE_BY_REPLY_ANSWER, "text/jsv")

    client.users.create_by_reply(
        email='Email "é,:{',
        password="Password",
        full_name="FullName",
        phone="Phone",
        security_number="SecurityNumber",
        address="Address",
        province_id=2147483641,
        city_id=2147483640,
        locale="Locale",
        version=2147483638,
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{Email:"Email ""\xc3\xa9,:{",Password:Password,FullName:FullName,'
        b"Phone:Phone,SecurityNumber:SecurityNumber,Address:Address,"
        b"ProvinceId:2147483641,CityId:2147483640,Locale:Locale,"
        b"Version:2147483638}"
    )


def test_create_by_reply_sends_falsy_values(client: FutaBus, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, CREATE_BY_REPLY_ANSWER, "text/jsv")

    client.users.create_by_reply(
        email="",
        password="",
        full_name="",
        phone="",
        security_number="",
        address="",
        province_id=0,
        city_id=0,
        locale="",
        version=0,
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{Email:"",Password:"",FullName:"",Phone:"",SecurityNumber:"",'
        b'Address:"",ProvinceId:0,CityId:0,Locale:"",Version:0}'
    )


def test_create_by_reply_reads_every_answer(client: FutaBus, wire: Wire) -> None:
    """Each documented success is returned as what it is."""
    wire.answers(
        200,
        (
            '{Data:{UserId:"UserId ""é,:{",SessionId:SessionId,'
            "UserName:UserName,DisplayName:DisplayName,ReferrerUrl:ReferrerUrl,"
            "BearerToken:BearerToken,ResponseStatus:{},Meta:{key:Meta}},"
            'Status:1,Message:"Message ""é,:{"}'
        ).encode(),
        "application/jsv",
    )

    assert call_create_by_reply(client) == models.AuthenticateResponse(
        user_id='UserId "é,:{',
        session_id="SessionId",
        user_name="UserName",
        display_name="DisplayName",
        referrer_url="ReferrerUrl",
        bearer_token="BearerToken",
        response_status=models.ResponseStatus(),
        meta={"key": "Meta"},
    )


@pytest.mark.parametrize(
    ("status", "body", "media_type", "error", "code", "kind", "message"),
    [
        (
            200,
            b"{Status:0,Message:refused}",
            "text/jsv",
            errors.EnvelopeError,
            0,
            object,
            "refused",
        ),
        (
            500,
            b"{}",
            "text/jsv",
            errors.UnexpectedStatusError,
            None,
            (models.CreateUserResponse, models.ErrorResponse),
            "",
        ),
        (
            500,
            b"{}",
            "application/jsv",
            errors.UnexpectedStatusError,
            None,
            (models.CreateUserResponse, models.ErrorResponse),
            "",
        ),
    ],
)
def test_create_by_reply_raises_each_failure(
    client: FutaBus,
    wire: Wire,
    status: int,
    body: bytes,
    media_type: str,
    error: Failure,
    code: object,
    kind: type[object] | tuple[type[object], ...],
    message: str,
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(status, body, media_type)

    with pytest.raises(error) as caught:
        call_create_by_reply(client)

    failure = caught.value
    assert type(failure) is error
    assert failure.status == status
    assert isinstance(failure.body, kind)
    assert failure.code == code
    assert failure.message == message
    assert len(wire.sent) == 1
