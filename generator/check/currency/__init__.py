"""Rules on what is out of date by the document's own day (时效)."""
