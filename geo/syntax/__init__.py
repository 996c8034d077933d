"""Sentences and their clauses, with all that was found in them: what status and coverage are read from."""
