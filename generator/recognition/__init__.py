"""What a document of any origin says, understood as a plan: title, levels, rosters, duties, tables, signature."""
