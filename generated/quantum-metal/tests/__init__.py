# Generated from specs/quantum-metal.yaml; edits are overwritten.
