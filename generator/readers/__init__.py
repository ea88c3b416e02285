"""Readers: the bytes of a YAML file become a Plan or a School, or the list of all that is wrong with it."""
