"""What stands beside a reading: what editors say of it, and which version of an article said it since when."""
