"""Loads the tables of data/reference/ and checks what their rows say."""
