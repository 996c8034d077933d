"""Published boundaries: which are looked for (`sets`), had from their publisher or a file (`fetch`), checked and kept."""
