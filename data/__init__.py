"""Touches the outside: reference tables, articles from files, the store, the command line."""
