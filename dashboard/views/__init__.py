"""Pages: each a function that puts what `dashboard.draw` drew on the screen."""
