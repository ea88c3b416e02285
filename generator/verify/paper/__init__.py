"""How each clause is measured on the pages of a PDF; importing a module registers its functions."""
