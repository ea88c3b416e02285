"""校文 xiaowen: a school's YAML becomes finished official documents."""

__version__ = "0.1.0"
