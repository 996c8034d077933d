"""The page; `python -m dashboard` serves it."""

from __future__ import annotations

import sys
from pathlib import Path

# Streamlit puts this file's folder on the path, not the project's: without this line `import geo` fails.
# Every rerun begins here: what has been done once is not done again.
HERE = Path(__file__).resolve().parent
if sys.path[0] != str(HERE.parent):
    sys.path[:] = [str(HERE.parent), *(path for path in sys.path if path != str(HERE))]

from dashboard.views.frame import show_page  # noqa: E402

show_page()
