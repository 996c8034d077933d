"""What a place name means, with the candidates and the reasons, and what the place does in its sentence."""
