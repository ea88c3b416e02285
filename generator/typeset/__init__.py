"""What makes a page 公文: the measures of GB/T 9704, fonts, lines of 28 characters, rosters, tables, signatures."""
