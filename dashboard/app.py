"""The page: `streamlit run dashboard/app.py`."""

from __future__ import annotations

import sys
from pathlib import Path

# Streamlit puts this file's folder on the path, not the project's: without this line `import geo` fails.
sys.path[:] = [str(Path(__file__).resolve().parents[1]), *(p for p in sys.path if p != str(Path(__file__).resolve().parent))]

from dashboard.views.frame import show_page  # noqa: E402

show_page()
