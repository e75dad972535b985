"""Documents of one shop, in every dialect, and a service that drifted away from them."""

from __future__ import annotations

from .service import Answer

__all__ = ["DRIFTED", "SESSION", "SHOP", "SWAGGER", "TRUE", "in_3_0"]

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers:
- {url: ADDRESS, x-python-name: staging}
paths:
  /items/{id}:
    get:
      operationId: getItem
      parameters:
      - {name: id, in: path, required: true, example: 7, schema: {type: integer}}
      security: [{key: []}]
      responses:
        '200':
          description: An item.
          content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}
    delete:
      operationId: deleteItem
      parameters:
      - {name: id, in: path, required: true, example: 7, schema: {type: integer}}
      responses: {'204': {description: Gone.}}
  /owners/{name}:
    get:
      operationId: getOwner
      parameters:
      - {name: name, in: path, required: true, schema: {type: string}}
      responses: {'200': {description: An owner.}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
  schemas:
    Thing:
      type: object
      required: [id]
      properties:
        id: {type: integer}
    Maker:
      type: object
      properties: {name: {type: string}}
    Item:
      allOf:
      - $ref: '#/components/schemas/Thing'
      - type: object
        required: [price, name]
        properties:
          name: {type: string, maxLength: 8}
          price: {type: number}
          state: {type: string, enum: [new, used]}
          note: {type: string}
          maker: {$ref: '#/components/schemas/Maker'}
          secret: {type: string, format: password}
          seen: {type: string, format: date-time}
"""

SWAGGER = """\
swagger: '2.0'
info: {title: Shop, version: '1'}
host: HOST
schemes: [http]
produces: [application/json]
paths:
  /items:
    get:
      operationId: getItem
      responses:
        '200':
          description: An item.
          schema: {$ref: '#/definitions/Item'}
definitions:
  Item:
    type: object
    required: [id, price, name]
    properties:
      id: {type: integer}
      name: {type: string, maxLength: 8}
      price: {type: number}
      state: {type: string, enum: [new, used]}
      note: {type: string}
      maker: {$ref: '#/definitions/Maker'}
  Maker:
    type: object
    properties: {name: {type: string}}
"""

TRUE = Answer(
    body=b'{"id": 7, "name": "cup", "price": 12.50, "state": "new", "secret": "hush",'
    b' "seen": "2026-01-02T03:04:05Z", "note": "echoes key-1234"}'
)
DRIFTED = Answer(
    body=b'{"name": "a long name", "price": "12.50", "state": "lost", "note": null,'
    b' "maker": null, "seen": "yesterday", "colour": {"hue": [1, 2.5]}}'
)


def in_3_0(text: str) -> str:
    """A document of OpenAPI 3.0."""
    return text.replace("openapi: 3.1.0", "openapi: 3.0.3")


SESSION = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers:
- {url: ADDRESS, x-python-name: staging}
paths:
  /session:
    get:
      operationId: getSession
      responses:
        '204':
          description: A session.
          headers:
            Set-Cookie: {schema: {type: string}}
            X-Left: {required: true, schema: {type: integer}}
        '302': {description: Elsewhere.}
"""
