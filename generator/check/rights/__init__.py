"""Rules on measures that stand against the law (依法)."""
