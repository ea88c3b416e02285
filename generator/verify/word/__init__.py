"""How each clause is measured in what a DOCX says; importing a module registers its functions."""
