"""What the commands do: from a command's words to its closing line."""
