"""From articles to the store: read and saved one by one, or handed over by an editor and looked at first."""
