"""Articles from wherever they are found: files, archives, feeds, pages. docs/articles.md says what is read of each.

What is hostile (everything) is read in a process of its own (`child`), which `process` starts, feeds and ends; `web` fetches.
"""
