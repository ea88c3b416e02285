"""What a plan's blocks look like in print: labels, lead sentences, owners, rosters, in the order of the page."""
