"""Rules on marks, numerals and words of official prose (规范)."""
