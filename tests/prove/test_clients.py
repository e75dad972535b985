"""The breaks of clients, each on the smallest tree that it fits."""

from __future__ import annotations

import ast

import pytest
from specloom.prove.clients import CLIENTS
from specloom.prove.mutant import Mutation, broken

TREE = """
SCHEMES: Mapping[str, Scheme] = {
    'key': ApiKey('header', 'X-Key'),
    'sign': Signature('header', 'X-Sign', algorithm='md5', over=('body',)),
}
SERVERS: Mapping[str, Server] = {
    'here': Server('https://here.example'),
    'anywhere': Server('/v1'),
}
class Shop(Client):
    def __init__(self, *, key, region, base_url, timeout, max_retries, strict):
        super().__init__(
            credentials={'key': key},
            variables={'region': region},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            strict=strict,
        )
"""
BREAKS = {
    "a key elsewhere": [("'X-Key'", "'X-Key_'"), ("'X-Sign'", "'X-Sign_'")],
    "another signature": [("algorithm='md5', ", ""), (", over=('body',)", "")],
    "a server moved": [("'https://here.example'", "'https://here.example/x'")],
    "a credential not passed on": [("{'key': key}", "{'key': None}")],
    "a server variable not passed on": [("{'region': region}", "{'region': None}")],
    "base_url ignored": [("base_url=base_url", "base_url=None")],
    "timeout ignored": [("timeout=timeout", "timeout=60.0")],
    "max_retries ignored": [("max_retries=max_retries", "max_retries=2")],
    "strict ignored": [("strict=strict", "strict=False")],
}
"""What each break writes instead of what, one place after the other."""


def test_every_break_of_clients_is_shown() -> None:
    """The catalogue has no break of clients of which no place is shown here."""
    assert [each.name for each in CLIENTS] == list(BREAKS)


@pytest.mark.parametrize("mutation", CLIENTS, ids=lambda mutation: mutation.name)
def test_clients_are_broken_in_one_place_at_a_time(mutation: Mutation) -> None:
    """Each break changes each place that it fits, no other one, and mends it again."""
    tree = ast.parse(TREE)
    whole = ast.unparse(tree)

    found = [each.after for each in broken(mutation, "client.py", tree)]

    assert found == [whole.replace(old, new) for old, new in BREAKS[mutation.name]]
    assert ast.unparse(tree) == whole
