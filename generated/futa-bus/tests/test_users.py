# Generated from specs/futa-bus.yaml; edits are overwritten.
"""What `users` sends, and what it makes of answers."""

from __future__ import annotations

from futa_bus import errors, models
from futa_bus._runtime.objects import whole
from futa_bus._runtime.promises import TestOperations as TestOperations
from futa_bus._runtime.statements import Answers, Example, Raises, Shows

from . import Escapes, Keeps, Operation, Sends

CREATE = Operation(
    "users.create",
    Sends(
        lambda client: client.users.create(
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
        ),
        "POST /api/createuser",
        body=(
            b'{"Email":"String","Password":"String","FullName":"String",'
            b'"Phone":"String","SecurityNumber":"String","Address":"String",'
            b'"ProvinceId":0,"CityId":0,"Locale":"vi-VN","Version":0}'
        ),
        name="example page",
    ),
    Sends(
        lambda client: client.users.create(),
        "POST /api/createuser",
        body=models.CreateUser,
        name="what is required",
    ),
    Sends(
        lambda client: client.users.create(
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
        ),
        "POST /api/createuser",
        headers={"Content-Type": "text/jsv"},
        body=(
            b"{Email:String,Password:String,FullName:String,Phone:String,"
            b"SecurityNumber:String,Address:String,ProvinceId:0,CityId:0,Locale:vi-VN,"
            b"Version:0}"
        ),
        name="text/jsv",
    ),
    Sends(
        lambda client: client.users.create(
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
        ),
        "POST /api/createuser",
        headers={"Content-Type": "application/jsv"},
        body=(
            b"{Email:String,Password:String,FullName:String,Phone:String,"
            b"SecurityNumber:String,Address:String,ProvinceId:0,CityId:0,Locale:vi-VN,"
            b"Version:0}"
        ),
        name="application/jsv",
    ),
    Escapes(
        lambda client: client.users.create(
            email='Email "é,:{',
            password="Password",
            full_name="FullName",
            phone="Phone",
            security_number="SecurityNumber",
            address="Address",
            province_id=7,
            city_id=8,
            locale="Locale",
            version=1,
        ),
        "POST /api/createuser",
        body=whole(models.CreateUser),
    ),
    Keeps(
        lambda client: client.users.create(
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
        ),
        "POST /api/createuser",
        body=(
            b'{"Email":"","Password":"","FullName":"","Phone":"","SecurityNumber":"",'
            b'"Address":"","ProvinceId":0,"CityId":0,"Locale":"","Version":0}'
        ),
    ),
    Answers(
        200,
        {"Data": whole(models.AuthenticateResponse), "Status": 1, "Message": "Message"},
        whole(models.AuthenticateResponse),
    ),
    Answers(
        200,
        (
            '{Data:{UserId:"UserId ""é,:{",SessionId:SessionId,'
            "UserName:UserName,DisplayName:DisplayName,ReferrerUrl:ReferrerUrl,"
            "BearerToken:BearerToken,ResponseStatus:{},Meta:{key:Meta}},"
            "Status:1,Message:Message}"
        ).encode(),
        whole(models.AuthenticateResponse),
        media_type="text/jsv",
    ),
    Answers(
        200,
        (
            '{Data:{UserId:"UserId ""é,:{",SessionId:SessionId,'
            "UserName:UserName,DisplayName:DisplayName,ReferrerUrl:ReferrerUrl,"
            "BearerToken:BearerToken,ResponseStatus:{},Meta:{key:Meta}},"
            "Status:1,Message:Message}"
        ).encode(),
        whole(models.AuthenticateResponse),
        media_type="application/jsv",
    ),
    Shows(200, place="Data"),
    Raises(
        200,
        Example(1),
        errors.EnvelopeError,
        kind=dict,
        code=0,
        message="String",
        detail={
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
    Raises(
        500,
        models.CreateUserResponse,
        errors.UnexpectedStatusError,
        kind=(models.CreateUserResponse, models.ErrorResponse),
    ),
    Raises(
        500,
        b"{}",
        errors.UnexpectedStatusError,
        "text/jsv",
        (models.CreateUserResponse, models.ErrorResponse),
    ),
    Raises(
        500,
        b"{}",
        errors.UnexpectedStatusError,
        "application/jsv",
        (models.CreateUserResponse, models.ErrorResponse),
    ),
)

CREATE_BY_REPLY = Operation(
    "users.create_by_reply",
    Sends(
        lambda client: client.users.create_by_reply(
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
        ),
        "POST /jsv/reply/CreateUser",
        headers={"Content-Type": "text/jsv"},
        body=(
            b"{Email:String,Password:String,FullName:String,Phone:String,"
            b"SecurityNumber:String,Address:String,ProvinceId:0,CityId:0,Locale:vi-VN,"
            b"Version:0}"
        ),
        name="example page",
    ),
    Sends(
        lambda client: client.users.create_by_reply(),
        "POST /jsv/reply/CreateUser",
        body=b"{}",
        name="what is required",
    ),
    Sends(
        lambda client: client.users.create_by_reply(
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
        ),
        "POST /jsv/reply/CreateUser",
        headers={"Content-Type": "application/jsv"},
        body=(
            b"{Email:String,Password:String,FullName:String,Phone:String,"
            b"SecurityNumber:String,Address:String,ProvinceId:0,CityId:0,Locale:vi-VN,"
            b"Version:0}"
        ),
        name="application/jsv",
    ),
    Escapes(
        lambda client: client.users.create_by_reply(
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
        ),
        "POST /jsv/reply/CreateUser",
        body=(
            b'{Email:"Email ""\xc3\xa9,:{",Password:Password,FullName:FullName,Phone:Phone,'
            b"SecurityNumber:SecurityNumber,Address:Address,ProvinceId:2147483641,"
            b"CityId:2147483640,Locale:Locale,Version:2147483638}"
        ),
    ),
    Keeps(
        lambda client: client.users.create_by_reply(
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
        ),
        "POST /jsv/reply/CreateUser",
        body=(
            b'{Email:"",Password:"",FullName:"",Phone:"",SecurityNumber:"",Address:"",'
            b'ProvinceId:0,CityId:0,Locale:"",Version:0}'
        ),
    ),
    Answers(
        200,
        (
            b"{Data:{UserId:String,SessionId:String,UserName:String,"
            b"DisplayName:String,ReferrerUrl:String,BearerToken:String,"
            b"ResponseStatus:{},Meta:{String:String}},Status:1,Message:String}"
        ),
        models.AuthenticateResponse(
            user_id="String",
            session_id="String",
            user_name="String",
            display_name="String",
            referrer_url="String",
            bearer_token="String",
            response_status=models.ResponseStatus(),
            meta={"String": "String"},
        ),
    ),
    Answers(
        200,
        (
            '{Data:{UserId:"UserId ""é,:{",SessionId:SessionId,'
            "UserName:UserName,DisplayName:DisplayName,ReferrerUrl:ReferrerUrl,"
            "BearerToken:BearerToken,ResponseStatus:{},Meta:{key:Meta}},"
            "Status:1,Message:Message}"
        ).encode(),
        whole(models.AuthenticateResponse),
        media_type="application/jsv",
    ),
    Raises(
        200,
        b"{Status:0,Message:refused}",
        errors.EnvelopeError,
        kind=object,
        code=0,
        message="refused",
    ),
    Raises(
        500,
        b"{}",
        errors.UnexpectedStatusError,
        kind=(models.CreateUserResponse, models.ErrorResponse),
    ),
    Raises(
        500,
        b"{}",
        errors.UnexpectedStatusError,
        "application/jsv",
        (models.CreateUserResponse, models.ErrorResponse),
    ),
    media_type="text/jsv",
)
