"""The words of a text: one spelling for the press's many, the tables' phrases in it, and the cues that speak of a truce."""
