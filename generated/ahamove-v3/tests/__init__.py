# Generated from specs/ahamove-v3.yaml; edits are overwritten.
