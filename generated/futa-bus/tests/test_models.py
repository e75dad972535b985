# Generated from specs/futa-bus.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

from futa_bus import models
from futa_bus._runtime import codec

JSON = "application/json"


def test_create_user_travels_whole() -> None:
    """`CreateUser` reads and writes each member by its own name."""
    value = models.CreateUser(
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
    text = (
        '{"Email":"Email \\"é,:{","Password":"Password \\"é,:{",'
        '"FullName":"FullName \\"é,:{","Phone":"Phone \\"é,:{",'
        '"SecurityNumber":"SecurityNumber \\"é,:{","Address":"Address \\"é,'
        ':{","ProvinceId":2147483641,"CityId":2147483640,'
        '"Locale":"Locale \\"é,:{","Version":2147483638}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.CreateUser, JSON) == (value, ())
    assert 'Password "é,:{' not in repr(value)


def test_create_user_bears_drift() -> None:
    """`CreateUser` is read with less than all, with more, and with new values."""
    text = b'{"Email":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.CreateUser, JSON)

    assert value == models.CreateUser()
    assert [each.pointer for each in deviations] == ["/Email"]


def test_locale_request_travels_whole() -> None:
    """`LocaleRequest` reads and writes each member by its own name."""
    value = models.LocaleRequest(locale='Locale "é,:{')
    text = '{"Locale":"Locale \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.LocaleRequest, JSON) == (value, ())


def test_locale_request_bears_drift() -> None:
    """`LocaleRequest` is read with less than all, with more, and with new values."""
    text = b'{"Locale":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.LocaleRequest, JSON)

    assert value == models.LocaleRequest()
    assert [each.pointer for each in deviations] == ["/Locale"]


def test_base_request_travels_whole() -> None:
    """`BaseRequest` reads and writes each member by its own name."""
    value = models.BaseRequest(version=2147483647)
    text = b'{"Version":2147483647}'

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.BaseRequest, JSON) == (value, ())


def test_base_request_bears_drift() -> None:
    """`BaseRequest` is read with less than all, with more, and with new values."""
    text = b'{"Version":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.BaseRequest, JSON)

    assert value == models.BaseRequest()
    assert [each.pointer for each in deviations] == ["/Version"]


def test_create_user_response_travels_whole() -> None:
    """`CreateUserResponse` reads and writes each member by its own name."""
    value = models.CreateUserResponse(
        data=models.AuthenticateResponse(
            user_id='UserId "é,:{',
            session_id='SessionId "é,:{',
            user_name='UserName "é,:{',
            display_name='DisplayName "é,:{',
            referrer_url='ReferrerUrl "é,:{',
            bearer_token='BearerToken "é,:{',
            response_status=models.ResponseStatus(),
            meta={"key": 'Meta "é,:{'},
        ),
        status=2147483646,
        message='Message "é,:{',
    )
    text = (
        '{"Data":{"UserId":"UserId \\"é,:{","SessionId":"SessionId \\"é,:{",'
        '"UserName":"UserName \\"é,:{","DisplayName":"DisplayName \\"é,:{",'
        '"ReferrerUrl":"ReferrerUrl \\"é,:{","BearerToken":"BearerToken \\"é,'
        ':{","ResponseStatus":{},"Meta":{"key":"Meta \\"é,:{"}},'
        '"Status":2147483646,"Message":"Message \\"é,:{"}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.CreateUserResponse, JSON) == (value, ())


def test_create_user_response_bears_drift() -> None:
    """`CreateUserResponse` is read with less than all, with more, and with new
    values.
    """
    text = b'{"Data":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.CreateUserResponse, JSON)

    assert value == models.CreateUserResponse()
    assert [each.pointer for each in deviations] == ["/Data"]


def test_base_response_travels_whole() -> None:
    """`BaseResponse` reads and writes each member by its own name."""
    value = models.BaseResponse(status=2147483647, message='Message "é,:{')
    text = '{"Status":2147483647,"Message":"Message \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.BaseResponse, JSON) == (value, ())


def test_base_response_bears_drift() -> None:
    """`BaseResponse` is read with less than all, with more, and with new values."""
    text = b'{"Status":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.BaseResponse, JSON)

    assert value == models.BaseResponse()
    assert [each.pointer for each in deviations] == ["/Status"]


def test_authenticate_response_travels_whole() -> None:
    """`AuthenticateResponse` reads and writes each member by its own name."""
    value = models.AuthenticateResponse(
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
    )
    text = (
        '{"UserId":"UserId \\"é,:{","SessionId":"SessionId \\"é,:{",'
        '"UserName":"UserName \\"é,:{","DisplayName":"DisplayName \\"é,:{",'
        '"ReferrerUrl":"ReferrerUrl \\"é,:{","BearerToken":"BearerToken \\"é,'
        ':{","ResponseStatus":{"ErrorCode":"ErrorCode \\"é,:{",'
        '"Message":"Message \\"é,:{","StackTrace":"StackTrace \\"é,:{",'
        '"Errors":[{},{}],"Meta":{"key":"Meta \\"é,:{"}},'
        '"Meta":{"key":"Meta \\"é,:{"}}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.AuthenticateResponse, JSON) == (value, ())
    assert 'SessionId "é,:{' not in repr(value)
    assert 'BearerToken "é,:{' not in repr(value)


def test_authenticate_response_bears_drift() -> None:
    """`AuthenticateResponse` is read with less than all, with more, and with new
    values.
    """
    text = b'{"UserId":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.AuthenticateResponse, JSON)

    assert value == models.AuthenticateResponse()
    assert [each.pointer for each in deviations] == ["/UserId"]


def test_response_status_travels_whole() -> None:
    """`ResponseStatus` reads and writes each member by its own name."""
    value = models.ResponseStatus(
        error_code='ErrorCode "é,:{',
        message='Message "é,:{',
        stack_trace='StackTrace "é,:{',
        errors=[models.ResponseError(), models.ResponseError()],
        meta={"key": 'Meta "é,:{'},
    )
    text = (
        '{"ErrorCode":"ErrorCode \\"é,:{","Message":"Message \\"é,:{",'
        '"StackTrace":"StackTrace \\"é,:{","Errors":[{},{}],'
        '"Meta":{"key":"Meta \\"é,:{"}}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.ResponseStatus, JSON) == (value, ())


def test_response_status_bears_drift() -> None:
    """`ResponseStatus` is read with less than all, with more, and with new values."""
    text = b'{"ErrorCode":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.ResponseStatus, JSON)

    assert value == models.ResponseStatus()
    assert [each.pointer for each in deviations] == ["/ErrorCode"]


def test_response_error_travels_whole() -> None:
    """`ResponseError` reads and writes each member by its own name."""
    value = models.ResponseError(
        error_code='ErrorCode "é,:{',
        field_name='FieldName "é,:{',
        message='Message "é,:{',
        meta={"key": 'Meta "é,:{'},
    )
    text = (
        '{"ErrorCode":"ErrorCode \\"é,:{","FieldName":"FieldName \\"é,:{",'
        '"Message":"Message \\"é,:{","Meta":{"key":"Meta \\"é,:{"}}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.ResponseError, JSON) == (value, ())


def test_response_error_bears_drift() -> None:
    """`ResponseError` is read with less than all, with more, and with new values."""
    text = b'{"ErrorCode":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.ResponseError, JSON)

    assert value == models.ResponseError()
    assert [each.pointer for each in deviations] == ["/ErrorCode"]


def test_error_response_travels_whole() -> None:
    """`ErrorResponse` reads and writes each member by its own name."""
    value = models.ErrorResponse(
        response_status=models.ResponseStatus(
            error_code='ErrorCode "é,:{',
            message='Message "é,:{',
            stack_trace='StackTrace "é,:{',
            errors=[models.ResponseError(), models.ResponseError()],
            meta={"key": 'Meta "é,:{'},
        )
    )
    text = (
        '{"ResponseStatus":{"ErrorCode":"ErrorCode \\"é,:{",'
        '"Message":"Message \\"é,:{","StackTrace":"StackTrace \\"é,:{",'
        '"Errors":[{},{}],"Meta":{"key":"Meta \\"é,:{"}}}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.ErrorResponse, JSON) == (value, ())


def test_error_response_bears_drift() -> None:
    """`ErrorResponse` is read with less than all, with more, and with new values."""
    text = b'{"ResponseStatus":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.ErrorResponse, JSON)

    assert value == models.ErrorResponse()
    assert [each.pointer for each in deviations] == ["/ResponseStatus"]
