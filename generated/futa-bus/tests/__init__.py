# Generated from specs/futa-bus.yaml; edits are overwritten.
