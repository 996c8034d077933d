"""The editors' side of the store: what needs eyes (`queue`), what editors say of it (`desk`), and their corrections as
evaluation cases (`cases`). docs/review.md describes all three."""
