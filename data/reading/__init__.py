"""Articles in, readings out, without the store; and the readings that a store keeps."""
