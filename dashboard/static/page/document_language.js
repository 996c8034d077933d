// The document's language and direction, and the link past the header: Streamlit writes lang="en", and its link leads to all of
// the page, the header too.
function content() {
  let part = document.querySelector('.st-key-above')
  while (part && !part.nextElementSibling) part = part.parentElement
  return part?.nextElementSibling
}

function skipped(event) {
  const target = content()
  if (!target) return
  event.preventDefault()
  event.stopPropagation()
  target.tabIndex = -1
  target.focus()
}

export default function ({ data }) {
  const { documentElement: page } = document
  if (page.lang !== data.language) page.lang = data.language // written again, it has the whole page styled anew
  if (page.dir !== data.direction) page.dir = data.direction
  const skip = document.querySelector('[data-testid=stSkipToContent]')
  if (!skip) return
  if (skip.firstChild.data !== data.skip) skip.firstChild.data = data.skip // React keeps its text node, and writes it once
  skip.addEventListener('click', skipped, true) // the same listener again is none more
}
