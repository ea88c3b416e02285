"""Who does what in the school's plans: every duty of a person, and one person in the place of another."""
