"""The page; `python -m dashboard` serves it."""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st

# Streamlit puts this file's folder on the path, not the project's: without this line `import geo` fails.
# Every rerun begins here: what has been done once is not done again.
HERE = Path(__file__).resolve().parent
if sys.path[0] != str(HERE.parent):
    sys.path[:] = [str(HERE.parent), *(path for path in sys.path if path != str(HERE))]

from dashboard.opening import opening_lines  # noqa: E402

coming = st.empty()
if "view" not in st.session_state:  # the first to come after a start waits for what is imported here, and for what is drawn
    coming.html(opening_lines(st.query_params.get("lang", "")))

from dashboard.views.frame import show_page  # noqa: E402

show_page(coming)
