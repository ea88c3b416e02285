"""A plan turned to another year (转年): what is shifted, and what a person must decide."""
