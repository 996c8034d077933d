"""The words of a text: one spelling for the press's many, and the tables' phrases in it."""
