"""What changed from one document to another: blocks paired, words marked, for the eye and for Word."""
