"""Measuring a finished DOCX or PDF, ours or anyone's, against GB/T 9704—2012, clause by clause."""
