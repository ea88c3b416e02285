"""How each clause is measured in what a DOCX says; importing a module registers its functions."""

from generator.verify.word import letterhead, numbers, page, tail, text

FAMILIES = (page, numbers, letterhead, text, tail)
