"""Who binds himself by a truce, and who went between the sides."""
