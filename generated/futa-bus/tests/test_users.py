# Generated from specs/futa-bus.yaml; edits are overwritten.
"""What `users` sends, and what it makes of answers."""

from __future__ import annotations

import pytest
from futa_bus import FutaBus, Options, errors, models

from .wire import TRACED, Wire

CREATE_ANSWER = (
    b'{"Data":{"UserId":"String","SessionId":"String",'
    b'"UserName":"String","DisplayName":"String","ReferrerUrl":"String",'
    b'"BearerToken":"String","ResponseStatus":{},'
    b'"Meta":{"String":"String"}},"Status":1,"Message":"String"}'
)


def call_create(client: FutaBus, options: Options | None = None) -> object:
    """Call with the document's example `page`."""
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
        options=options,
    )


def test_create_sends_the_example(client: FutaBus, wire: Wire) -> None:
    """`POST /api/createuser` carries the example, byte for byte, and the answer is
    read.
    """
    wire.answers(200, CREATE_ANSWER)

    result = call_create(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://api2.futabus.vn/api/createuser"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.body == (
        b'{"Email":"String","Password":"String","FullName":"String",'
        b'"Phone":"String","SecurityNumber":"String","Address":"String",'
        b'"ProvinceId":0,"CityId":0,"Locale":"vi-VN","Version":0}'
    )
    assert sent.headers["X-Trace"] == "1"
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


def test_create_sends_text_jsv(client: FutaBus, wire: Wire) -> None:
    """`POST /api/createuser` carries text/jsv if the caller says so."""
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
        content_type="text/jsv",
    )

    (sent,) = wire.sent
    assert sent.headers["Content-Type"] == "text/jsv"
    assert sent.body == (
        b"{Email:String,Password:String,FullName:String,Phone:String,"
        b"SecurityNumber:String,Address:String,ProvinceId:0,CityId:0,"
        b"Locale:vi-VN,Version:0}"
    )


def test_create_sends_application_jsv(client: FutaBus, wire: Wire) -> None:
    """`POST /api/createuser` carries application/jsv if the caller says so."""
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
        content_type="application/jsv",
    )

    (sent,) = wire.sent
    assert sent.headers["Content-Type"] == "application/jsv"
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
        password='Password "é,:{',
        full_name='FullName "é,:{',
        phone='Phone "é,:{',
        security_number='SecurityNumber "é,:{',
        address='Address "é,:{',
        province_id=2147483641,
        city_id=2147483640,
        locale='Locale "é,:{',
        version=2147483638,
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{"Email":"Email \\"\xc3\xa9,:{","Password":"Password \\"\xc3\xa9,:{",'
        b'"FullName":"FullName \\"\xc3\xa9,:{","Phone":"Phone \\"\xc3\xa9,:{",'
        b'"SecurityNumber":"SecurityNumber \\"\xc3\xa9,:{","Address":"Address \\"\xc3\xa9,'
        b':{","ProvinceId":2147483641,"CityId":2147483640,'
        b'"Locale":"Locale \\"\xc3\xa9,:{","Version":2147483638}'
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


@pytest.mark.parametrize(
    ("status", "media_type", "body", "result"),
    [
        (
            200,
            "text/jsv",
            (
                '{Data:{UserId:"UserId ""é,:{",SessionId:"SessionId ""é,:{",'
                'UserName:"UserName ""é,:{",DisplayName:"DisplayName ""é,:{",'
                'ReferrerUrl:"ReferrerUrl ""é,:{",BearerToken:"BearerToken ""é,:{",'
                'ResponseStatus:{ErrorCode:"ErrorCode ""é,:{",Message:"Message ""é,'
                ':{",StackTrace:"StackTrace ""é,:{",Errors:[{},{}],'
                'Meta:{key:"Meta ""é,:{"}},Meta:{key:"Meta ""é,:{"}},Status:1,'
                'Message:"Message ""é,:{"}'
            ).encode(),
            models.AuthenticateResponse(
                user_id='UserId "é,:{',
                session_id='SessionId "é,:{',
                user_name='UserName "é,:{',
                display_name='DisplayName "é,:{',
                referrer_url='ReferrerUrl "é,:{',
                bearer_token='BearerToken "é,:{',
                response_status=models.ResponseStatus(
                    error_code='ErrorCode "é,:{',
                    message='Message "é,:{',
                    stack_trace='StackTrace "é,:{',
                    errors=[models.ResponseError(), models.ResponseError()],
                    meta={"key": 'Meta "é,:{'},
                ),
                meta={"key": 'Meta "é,:{'},
            ),
        ),
        (
            200,
            "application/jsv",
            (
                '{Data:{UserId:"UserId ""é,:{",SessionId:"SessionId ""é,:{",'
                'UserName:"UserName ""é,:{",DisplayName:"DisplayName ""é,:{",'
                'ReferrerUrl:"ReferrerUrl ""é,:{",BearerToken:"BearerToken ""é,:{",'
                'ResponseStatus:{ErrorCode:"ErrorCode ""é,:{",Message:"Message ""é,'
                ':{",StackTrace:"StackTrace ""é,:{",Errors:[{},{}],'
                'Meta:{key:"Meta ""é,:{"}},Meta:{key:"Meta ""é,:{"}},Status:1,'
                'Message:"Message ""é,:{"}'
            ).encode(),
            models.AuthenticateResponse(
                user_id='UserId "é,:{',
                session_id='SessionId "é,:{',
                user_name='UserName "é,:{',
                display_name='DisplayName "é,:{',
                referrer_url='ReferrerUrl "é,:{',
                bearer_token='BearerToken "é,:{',
                response_status=models.ResponseStatus(
                    error_code='ErrorCode "é,:{',
                    message='Message "é,:{',
                    stack_trace='StackTrace "é,:{',
                    errors=[models.ResponseError(), models.ResponseError()],
                    meta={"key": 'Meta "é,:{'},
                ),
                meta={"key": 'Meta "é,:{'},
            ),
        ),
    ],
)
def test_create_reads_every_answer(
    client: FutaBus,
    wire: Wire,
    status: int,
    media_type: str,
    body: bytes,
    result: object,
) -> None:
    """Each documented success is returned as what it is."""
    wire.answers(status, body, media_type)

    assert call_create(client) == result


@pytest.mark.parametrize(
    ("status", "body", "error", "code", "kind", "message", "media_type", "detail"),
    [
        (
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
            errors.EnvelopeError,
            0,
            dict,
            "String",
            "application/json",
            {
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
            },
        ),
        (
            500,
            b"{}",
            errors.UnexpectedStatusError,
            None,
            (models.CreateUserResponse, models.ErrorResponse),
            "",
            "application/json",
            None,
        ),
        (
            500,
            b"{}",
            errors.UnexpectedStatusError,
            None,
            (models.CreateUserResponse, models.ErrorResponse),
            "",
            "text/jsv",
            None,
        ),
        (
            500,
            b"{}",
            errors.UnexpectedStatusError,
            None,
            (models.CreateUserResponse, models.ErrorResponse),
            "",
            "application/jsv",
            None,
        ),
    ],
)
def test_create_raises_every_documented_failure(
    client: FutaBus,
    wire: Wire,
    status: int,
    body: bytes,
    error: type[errors.ApiStatusError],
    code: object,
    kind: type[object] | tuple[type[object], ...],
    message: str,
    media_type: str,
    detail: object,
) -> None:
    """Each documented failure is an exception of its own, with its code; none is
    repeated.
    """
    wire.answers(status, body, media_type)

    with pytest.raises(error) as caught:
        call_create(client)

    assert type(caught.value) is error
    assert (caught.value.status, caught.value.code) == (status, code)
    assert isinstance(caught.value.body, kind)
    assert message in str(caught.value)
    assert caught.value.response.body == body
    assert getattr(caught.value, "detail", None) == detail
    assert len(wire.sent) == 1


CREATE_BY_REPLY_ANSWER = (
    b"{Data:{UserId:String,SessionId:String,UserName:String,"
    b"DisplayName:String,ReferrerUrl:String,BearerToken:String,"
    b"ResponseStatus:{},Meta:{String:String}},Status:1,Message:String}"
)


def call_create_by_reply(client: FutaBus, options: Options | None = None) -> object:
    """Call with the document's example `page`."""
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
        options=options,
    )


def test_create_by_reply_sends_the_example(client: FutaBus, wire: Wire) -> None:
    """`POST /jsv/reply/CreateUser` carries the example, byte for byte, and the
    answer is read.
    """
    wire.answers(200, CREATE_BY_REPLY_ANSWER, "text/jsv")

    result = call_create_by_reply(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://api2.futabus.vn/jsv/reply/CreateUser"
    assert sent.headers["Content-Type"] == "text/jsv"
    assert sent.body == (
        b"{Email:String,Password:String,FullName:String,Phone:String,"
        b"SecurityNumber:String,Address:String,ProvinceId:0,CityId:0,"
        b"Locale:vi-VN,Version:0}"
    )
    assert sent.headers["X-Trace"] == "1"
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
    """`POST /jsv/reply/CreateUser` carries application/jsv if the caller says so."""
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
        password='Password "é,:{',
        full_name='FullName "é,:{',
        phone='Phone "é,:{',
        security_number='SecurityNumber "é,:{',
        address='Address "é,:{',
        province_id=2147483641,
        city_id=2147483640,
        locale='Locale "é,:{',
        version=2147483638,
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{Email:"Email ""\xc3\xa9,:{",Password:"Password ""\xc3\xa9,:{",'
        b'FullName:"FullName ""\xc3\xa9,:{",Phone:"Phone ""\xc3\xa9,:{",'
        b'SecurityNumber:"SecurityNumber ""\xc3\xa9,:{",Address:"Address ""\xc3\xa9,:{",'
        b'ProvinceId:2147483641,CityId:2147483640,Locale:"Locale ""\xc3\xa9,:{",'
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


@pytest.mark.parametrize(
    ("status", "media_type", "body", "result"),
    [
        (
            200,
            "application/jsv",
            (
                '{Data:{UserId:"UserId ""é,:{",SessionId:"SessionId ""é,:{",'
                'UserName:"UserName ""é,:{",DisplayName:"DisplayName ""é,:{",'
                'ReferrerUrl:"ReferrerUrl ""é,:{",BearerToken:"BearerToken ""é,:{",'
                'ResponseStatus:{ErrorCode:"ErrorCode ""é,:{",Message:"Message ""é,'
                ':{",StackTrace:"StackTrace ""é,:{",Errors:[{},{}],'
                'Meta:{key:"Meta ""é,:{"}},Meta:{key:"Meta ""é,:{"}},Status:1,'
                'Message:"Message ""é,:{"}'
            ).encode(),
            models.AuthenticateResponse(
                user_id='UserId "é,:{',
                session_id='SessionId "é,:{',
                user_name='UserName "é,:{',
                display_name='DisplayName "é,:{',
                referrer_url='ReferrerUrl "é,:{',
                bearer_token='BearerToken "é,:{',
                response_status=models.ResponseStatus(
                    error_code='ErrorCode "é,:{',
                    message='Message "é,:{',
                    stack_trace='StackTrace "é,:{',
                    errors=[models.ResponseError(), models.ResponseError()],
                    meta={"key": 'Meta "é,:{'},
                ),
                meta={"key": 'Meta "é,:{'},
            ),
        )
    ],
)
def test_create_by_reply_reads_every_answer(
    client: FutaBus,
    wire: Wire,
    status: int,
    media_type: str,
    body: bytes,
    result: object,
) -> None:
    """Each documented success is returned as what it is."""
    wire.answers(status, body, media_type)

    assert call_create_by_reply(client) == result


@pytest.mark.parametrize(
    ("status", "body", "error", "code", "kind", "message", "media_type"),
    [
        (
            200,
            b"{Status:0,Message:refused}",
            errors.EnvelopeError,
            0,
            object,
            "refused",
            "text/jsv",
        ),
        (
            500,
            b"{}",
            errors.UnexpectedStatusError,
            None,
            (models.CreateUserResponse, models.ErrorResponse),
            "",
            "text/jsv",
        ),
        (
            500,
            b"{}",
            errors.UnexpectedStatusError,
            None,
            (models.CreateUserResponse, models.ErrorResponse),
            "",
            "application/jsv",
        ),
    ],
)
def test_create_by_reply_raises_every_documented_failure(
    client: FutaBus,
    wire: Wire,
    status: int,
    body: bytes,
    error: type[errors.ApiStatusError],
    code: object,
    kind: type[object] | tuple[type[object], ...],
    message: str,
    media_type: str,
) -> None:
    """Each documented failure is an exception of its own, with its code; none is
    repeated.
    """
    wire.answers(status, body, media_type)

    with pytest.raises(error) as caught:
        call_create_by_reply(client)

    assert type(caught.value) is error
    assert (caught.value.status, caught.value.code) == (status, code)
    assert isinstance(caught.value.body, kind)
    assert message in str(caught.value)
    assert caught.value.response.body == body
    assert len(wire.sent) == 1
