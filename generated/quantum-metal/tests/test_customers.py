# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""What `customers` sends, and what it makes of answers."""

from __future__ import annotations

from quantum_metal import errors, models
from quantum_metal._runtime.promises import TestOperations as TestOperations
from quantum_metal._runtime.statements import Answers, Raises, Shows

from . import FAILURES, Keeps, Operation, Sends

REGISTER = Operation(
    "customers.register",
    Sends(
        lambda client: client.customers.register(
            customer=models.Customer(
                legal_full_name="Full Name",
                identity_number="900101-14-5678",
                email="customer@example.com",
                primary_login_method="email",
            )
        ),
        "POST /v1/customer/register",
        headers={"Key": "test-key", "Sign": "c843367c19c8fd9d61a9ffe08d9d0642"},
        body=(
            b'{"customer":{"legalFullName":"Full Name",'
            b'"identityNumber":"900101-14-5678","email":"customer@example.com",'
            b'"primaryLoginMethod":"email"}}'
        ),
        name="example email",
    ),
    Sends(
        lambda client: client.customers.register(
            customer=models.Customer(
                legal_full_name="Full Name",
                identity_number="900101-14-5678",
                phone_number="+60123456789",
                primary_login_method="phoneNumber",
            )
        ),
        "POST /v1/customer/register",
        headers={"Sign": "d77b74797c7e3916a0244404d699a357"},
        body=(
            b'{"customer":{"legalFullName":"Full Name",'
            b'"identityNumber":"900101-14-5678","phoneNumber":"+60123456789",'
            b'"primaryLoginMethod":"phoneNumber"}}'
        ),
        name="example phone",
    ),
    Answers(
        200, {"code": 0, "data": models.RegistrationSession}, models.RegistrationSession
    ),
    Shows(200, place="data"),
    *FAILURES,
)

VERIFY_REGISTRATION = Operation(
    "customers.verify_registration",
    Sends(
        lambda client: client.customers.verify_registration(
            session_id="string", verification_code="012345"
        ),
        "POST /v1/customer/verify-registration",
        headers={"Key": "test-key", "Sign": "ad239b5795ad74f38d85df880899bc41"},
        body=b'{"sessionId":"string","verificationCode":"012345"}',
        name="example code",
    ),
    Keeps(
        lambda client: client.customers.verify_registration(
            session_id="", verification_code=""
        ),
        "POST /v1/customer/verify-registration",
        headers={"Sign": "cef71680f1ab8f497caccbcdf7e9931f"},
        body=b'{"sessionId":"","verificationCode":""}',
    ),
    Answers(200, {"code": 0, "data": models.OneTimeLink}, models.OneTimeLink),
    Shows(200, place="data"),
    *FAILURES,
)

REQUEST_ONE_TIME_LINK = Operation(
    "customers.request_one_time_link",
    Sends(
        lambda client: client.customers.request_one_time_link(
            customer=models.CustomerIdentity(identity_number="900101-14-5678")
        ),
        "POST /v1/customer/request-one-time-link",
        headers={"Key": "test-key", "Sign": "373c8d3a7871cd4cc59213beef40419c"},
        body=b'{"customer":{"identityNumber":"900101-14-5678"}}',
        name="example customer",
    ),
    Answers(200, {"code": 0, "data": models.OneTimeLink}, models.OneTimeLink),
    Shows(200, place="data"),
    *FAILURES,
)

BIND = Operation(
    "customers.bind",
    Sends(
        lambda client: client.customers.bind(
            customer=models.CustomerIdentity(identity_number="900101-14-5678")
        ),
        "POST /v1/customer/bind",
        headers={"Key": "test-key", "Sign": "373c8d3a7871cd4cc59213beef40419c"},
        body=b'{"customer":{"identityNumber":"900101-14-5678"}}',
        name="example customer",
    ),
    Answers(
        200,
        {"code": 0, "message": "string", "data": {"id": "string"}},
        models.Binding(id="string"),
    ),
    Raises(
        200,
        {"code": 801, "message": "refused"},
        errors.CustomerNotFoundError,
        code=801,
        message="refused",
    ),
    Raises(
        200,
        {"code": 802, "message": "refused"},
        errors.RegistrationNotCompleteError,
        code=802,
        message="refused",
    ),
    Raises(
        200,
        {"code": 803, "message": "refused"},
        errors.BindNotAllowedError,
        code=803,
        message="refused",
    ),
    *FAILURES,
)
