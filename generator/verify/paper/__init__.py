"""How each clause is measured on the pages of a PDF; importing a module registers its functions."""

from generator.verify.paper import annexes, forms, imprint, letterhead, lines, numbers, page, tail, text, title

FAMILIES = (page, text, lines, forms, letterhead, title, annexes, tail, imprint, numbers)
