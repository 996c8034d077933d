"""Shows: pages, drawing, text in two languages."""
