"""Mutants of packages, and what becomes of them."""
