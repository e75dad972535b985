# Generated from specs/ahamove-v1.yaml; edits are overwritten.
