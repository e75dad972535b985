"""Swagger 2.0 as OpenAPI 3.1."""

from __future__ import annotations

import yaml
from specloom.check import at

from .conftest import Checked

_TEXT = """
    swagger: '2.0'
    info: {title: t, version: '1'}
    host: api.test
    basePath: /v1/
    schemes: [http, https]
    consumes: [application/json]
    produces: [application/json]
    parameters:
      Body: {name: body, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
      Page: {name: page, in: query, type: integer, x-nullable: true}
    responses:
      Error: {description: e, schema: {type: string}}
    securityDefinitions:
      basic: {type: basic}
      oauth: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a', tokenUrl: 'https://b', scopes: {r: read}}
    definitions:
      Pet: {type: object, discriminator: kind, properties: {kind: {type: string}, bad: {type: nope}}}
    paths:
      /pets:
        post:
          parameters:
            - $ref: '#/parameters/Body'
            - $ref: '#/parameters/Page'
            - {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: pipes}
          responses:
            200: {description: ok, schema: {$ref: '#/definitions/Pet'}, examples: {application/json: {kind: a}}, headers: {X: {type: integer}}}
            default: {$ref: '#/responses/Error'}
      /files:
        put:
          consumes: [multipart/form-data]
          produces: [application/pdf]
          parameters:
            - {name: file, in: formData, type: file, required: true}
            - {name: tags, in: formData, type: array, items: {type: oops}, collectionFormat: multi}
          responses:
            200: {description: ok, schema: {type: file}}
    """


def test_swagger_is_read_as_openapi(checked: Checked) -> None:
    """Bodies, forms, styles, servers, schemes and references are all in 3.1 form."""
    document, _ = checked(_TEXT)
    tree = document.trees[""]
    assert tree["servers"] == [
        {"url": "https://api.test/v1"},
        {"url": "http://api.test/v1"},
    ]
    assert at(document, "#/components/securitySchemes") == yaml.safe_load("""
        basic: {type: http, scheme: basic}
        oauth:
          type: oauth2
          flows: {authorizationCode: {authorizationUrl: 'https://a', tokenUrl: 'https://b', scopes: {r: read}}}
        """)
    assert at(document, "#/paths/~1pets/post") == yaml.safe_load("""
        parameters:
          - {$ref: '#/components/parameters/Page'}
          - {name: ids, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: integer}}}
        responses:
          '200':
            description: ok
            headers: {X: {schema: {type: integer}}}
            content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {kind: a}}}
          default: {$ref: '#/components/responses/Error'}
        requestBody:
          required: true
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
        """)
    assert at(document, "#/components/parameters") == yaml.safe_load(
        "{Page: {name: page, in: query, schema: {type: [integer, 'null']}}}"
    )
    form = at(document, "#/paths/~1files/put/requestBody/content")
    assert form == yaml.safe_load("""
        multipart/form-data:
          schema:
            type: object
            properties:
              file: {type: string, format: binary}
              tags: {type: array, items: {}}
            required: [file]
          encoding: {tags: {style: form, explode: true}}
        """)
    assert at(document, "#/paths/~1files/put/responses/200/content") == {
        "application/pdf": {"schema": {"type": "string", "format": "binary"}}
    }


def test_findings_lead_to_what_the_author_wrote(checked: Checked) -> None:
    """Parts that moved are reported where they stand in the author's text."""
    _, found = checked(_TEXT)
    unknown = {pointer for pointer, code in found.items() if code == "SP219"}
    assert unknown == {
        "#/definitions/Pet/properties/bad/type",
        "#/paths/~1files/put/parameters/1/items/type",
    }
