// The document's language and direction: Streamlit writes lang="en" and has no switch of its own.
export default function ({ data }) {
  const { documentElement: page } = document
  if (page.lang !== data.language) page.lang = data.language // written again, it has the whole page styled anew
  if (page.dir !== data.direction) page.dir = data.direction
}
