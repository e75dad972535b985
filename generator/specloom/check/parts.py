"""What OpenAPI 3.1 (and 3.2) says about each object: the table that the walk follows."""

from __future__ import annotations

from collections.abc import Mapping

from . import media, operations, paths, schemas, servers
from .kinds import GONE, Kind, List, Map, Part, Shape
from .scalars import COUNT, FLAG, NUMBER, TEXT

__all__ = ["ROOT", "SHAPES"]

ROOT = Part("description")
_SCHEMA = Part("schema")
_SERVERS = List(Part("server"))
_SECURITY = List(Part("security requirement"))
_PARAMETERS = List(Part("parameter"))
_CONTENT = Map(Part("media type"), operations.media_type)
_EXAMPLES = Map(Part("example"))
_HEADERS = Map(Part("header"))
_TEXTS = List(TEXT)
_SAID: Mapping[str, Kind] = {
    "summary": TEXT,
    "description": TEXT,
    "deprecated": FLAG,
    "externalDocs": Part("external documentation"),
}

_SCHEMA_FIELDS: dict[str, Kind] = {
    **dict.fromkeys(("title", "description", "format", "pattern"), TEXT),
    **dict.fromkeys(("contentEncoding", "contentMediaType"), TEXT),
    **dict.fromkeys(
        ("readOnly", "writeOnly", "deprecated", "uniqueItems"),
        FLAG,
    ),
    **dict.fromkeys(("minimum", "maximum", "multipleOf"), NUMBER),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), NUMBER),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), COUNT),
    **dict.fromkeys(("minProperties", "maxProperties"), COUNT),
    **dict.fromkeys(("minContains", "maxContains"), COUNT),
    **dict.fromkeys(("items", "additionalProperties", "not", "contains"), _SCHEMA),
    **dict.fromkeys(("if", "then", "else", "propertyNames"), _SCHEMA),
    **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties"), _SCHEMA),
    "contentSchema": _SCHEMA,
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), List(_SCHEMA)),
    **dict.fromkeys(("properties", "patternProperties", "$defs"), Map(_SCHEMA)),
    **dict.fromkeys(("definitions", "dependentSchemas"), Map(_SCHEMA)),
    "discriminator": Part("discriminator"),
    "externalDocs": Part("external documentation"),
    "xml": Part("xml"),
}

_PARAMETER: dict[str, Kind] = {
    **_SAID,
    **dict.fromkeys(("name", "in", "style"), TEXT),
    **dict.fromkeys(("required", "explode", "allowEmptyValue", "allowReserved"), FLAG),
    "schema": _SCHEMA,
    "content": _CONTENT,
    "examples": _EXAMPLES,
}

_OPERATION: dict[str, Kind] = {
    **_SAID,
    "tags": _TEXTS,
    "operationId": TEXT,
    "parameters": _PARAMETERS,
    "requestBody": Part("request body"),
    "responses": Map(Part("response"), operations.status, extensible=True),
    "callbacks": Map(Part("callback")),
    "security": _SECURITY,
    "servers": _SERVERS,
}

_SECTIONS: Mapping[str, str] = {
    "schemas": "schema",
    "responses": "response",
    "parameters": "parameter",
    "examples": "example",
    "requestBodies": "request body",
    "headers": "header",
    "securitySchemes": "security scheme",
    "links": "link",
    "callbacks": "callback",
    "pathItems": "path item",
    "mediaTypes": "media type",
}
_FLOWS = (
    "implicit",
    "password",
    "clientCredentials",
    "authorizationCode",
    "deviceAuthorization",
)


SHAPES: Mapping[str, Shape] = {
    "description": Shape(
        words="a description",
        fields={
            "info": Part("info"),
            "servers": _SERVERS,
            "paths": Part("paths"),
            "webhooks": Map(Part("path item")),
            "components": Part("components"),
            "security": _SECURITY,
            "tags": List(Part("tag")),
            "externalDocs": Part("external documentation"),
        },
    ),
    "info": Shape(
        words="an Info Object",
        fields={
            **dict.fromkeys(("title", "version", "summary", "description"), TEXT),
            "termsOfService": TEXT,
            "contact": Part("contact"),
            "license": Part("contact"),
        },
        instead={},
    ),
    "contact": Shape(
        words="an object",
        fields=dict.fromkeys(("name", "url", "email", "identifier"), TEXT),
    ),
    "tag": Shape(
        words="a Tag Object",
        fields={**_SAID, **dict.fromkeys(("name", "parent", "kind"), TEXT)},
        read=lambda tree: {"name": tree} if isinstance(tree, str) else GONE,
    ),
    "external documentation": Shape(
        words="an object", fields={"url": TEXT, "description": TEXT}
    ),
    "xml": Shape(words="an XML Object"),
    "paths": Shape(words="a Paths Object", before=paths.paths, instead={}),
    "components": Shape(
        words="a Components Object",
        fields={key: Map(Part(name)) for key, name in _SECTIONS.items()},
        instead={},
    ),
    "path item": Shape(
        words="a Path Item Object",
        section="pathItems",
        fields={
            "summary": TEXT,
            "description": TEXT,
            "parameters": _PARAMETERS,
            "servers": _SERVERS,
            **dict.fromkeys(operations.METHODS, Part("operation")),
            "additionalOperations": Map(Part("operation")),
        },
        before=operations.path_item,
        instead={},
    ),
    "operation": Shape(
        words="an Operation Object", fields=_OPERATION, before=operations.operation
    ),
    "parameter": Shape(
        words="a Parameter Object",
        section="parameters",
        fields=_PARAMETER,
        before=operations.parameter,
    ),
    "header": Shape(
        words="a Header Object",
        section="headers",
        fields=_PARAMETER,
        before=operations.header,
    ),
    "request body": Shape(
        words="a Request Body Object",
        section="requestBodies",
        fields={"description": TEXT, "required": FLAG, "content": _CONTENT},
        before=operations.body,
        dangling={"content": {"application/json": {}}},
    ),
    "media type": Shape(
        words="a Media Type Object",
        section="mediaTypes",
        fields={
            "schema": _SCHEMA,
            "itemSchema": _SCHEMA,
            "examples": _EXAMPLES,
            "encoding": Map(Part("encoding")),
            "prefixEncoding": List(Part("encoding")),
            "itemEncoding": Part("encoding"),
        },
        before=media.media_type,
        instead={},
    ),
    "encoding": Shape(
        words="an Encoding Object",
        fields={
            "contentType": TEXT,
            "headers": _HEADERS,
            "style": TEXT,
            "explode": FLAG,
            "allowReserved": FLAG,
        },
    ),
    "example": Shape(
        words="an Example Object",
        section="examples",
        fields={"summary": TEXT, "description": TEXT},
        read=lambda tree: {"value": tree},
    ),
    "response": Shape(
        words="a Response Object",
        section="responses",
        fields={
            "summary": TEXT,
            "description": TEXT,
            "headers": _HEADERS,
            "content": _CONTENT,
            "links": Map(Part("link")),
        },
        before=operations.response,
        instead={"description": "", "content": {"*/*": {}}},
        read=lambda tree: ({"description": tree} if isinstance(tree, str) else GONE),
    ),
    "link": Shape(
        words="a Link Object",
        section="links",
        fields={
            "operationRef": TEXT,
            "operationId": TEXT,
            "description": TEXT,
            "parameters": Part("values"),
            "server": Part("server"),
        },
    ),
    "values": Shape(words="an object"),
    "callback": Shape(
        words="a Callback Object", section="callbacks", before=paths.callback
    ),
    "security scheme": Shape(
        words="a Security Scheme Object",
        section="securitySchemes",
        fields={
            **dict.fromkeys(("type", "description", "name", "in", "scheme"), TEXT),
            **dict.fromkeys(("bearerFormat", "openIdConnectUrl"), TEXT),
            "deprecated": FLAG,
            "flows": Part("flows"),
        },
        before=operations.scheme,
    ),
    "flows": Shape(words="an object", fields=dict.fromkeys(_FLOWS, Part("flow"))),
    "flow": Shape(
        words="an OAuth Flow Object",
        fields={
            **dict.fromkeys(("authorizationUrl", "tokenUrl", "refreshUrl"), TEXT),
            "scopes": Map(TEXT),
        },
    ),
    "security requirement": Shape(words="an object", before=operations.security),
    "server": Shape(
        words="a Server Object",
        fields={
            **dict.fromkeys(("url", "description", "name"), TEXT),
            "variables": Map(Part("server variable")),
        },
        before=servers.server,
        read=lambda tree: {"url": tree} if isinstance(tree, str) else GONE,
    ),
    "server variable": Shape(
        words="a Server Variable Object",
        fields={"enum": _TEXTS, "default": TEXT, "description": TEXT},
    ),
    "discriminator": Shape(
        words="a Discriminator Object",
        fields={"propertyName": TEXT, "mapping": Map(TEXT)},
    ),
    "schema": Shape(
        words="a schema",
        section="schemas",
        fields=_SCHEMA_FIELDS,
        before=schemas.rewrite,
        instead={},
        read=schemas.as_schema,
    ),
}
