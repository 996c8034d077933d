// The document's language and direction: Streamlit writes lang="en" and has no switch of its own.
export default function ({ data }) {
  document.documentElement.lang = data.language
  document.documentElement.dir = data.direction
}
