// An article with its marks. The text comes cut into segments [text, [mark ids]] and is only ever set as text.
const readers = new WeakMap()

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value)
  made.append(...children)
  return made
}

class Reader {
  constructor(root) {
    this.box = root.querySelector('.hudna')
    this.pieces = new Map() // mark id → the elements that show it; a mark may be cut by another
  }

  update(component) {
    this.component = component
    const { article, words } = component.data
    this.box.setAttribute('role', 'region')
    this.box.setAttribute('aria-label', words.reader)
    if (this.key !== article.key) this.write(article, words)
    const wanted = article.lit.join(' ')
    if (this.key === article.key && this.wanted === wanted) return
    this.key = article.key
    this.wanted = wanted
    this.light(article.lit)
    this.scrollTo(article.scrollTo)
  }

  write(article, words) {
    this.pieces.clear()
    const back = element('button', { type: 'button', class: 'back' }, words.back)
    back.addEventListener('click', () => this.component.setTriggerValue('message', { do: 'close', at: Date.now() }))
    const facts = element('p', { class: 'quiet' }, ...article.facts.map(fact => element('bdi', { class: 'fact' }, fact)))
    const about = { lang: article.language, dir: article.direction }
    const head = element('header', {}, ...(article.title ? [element('h2', about, article.title)] : []), facts)
    if (article.basis) head.append(element('p', { class: 'quiet' }, article.basis))
    if (article.url) {
      head.append(element('a', { href: article.url, target: '_blank', rel: 'noopener noreferrer' }, words.source))
    }
    head.append(element('p', { class: 'quiet key' }, words.key))
    const paragraphs = article.paragraphs.map((segments, position) =>
      element(position || article.title ? 'p' : 'h2', {}, ...segments.map(([text, ids]) => (ids.length ? this.mark(text, ids, article.marks) : text))))
    this.box.replaceChildren(element('div', { class: 'bar' }, back), head, element('article', about, ...paragraphs))
    this.box.scrollTop = 0
    this.focusBack(back)
  }

  // The button that opened the article is gone: the focus goes on here. A link that has just been followed steals none.
  focusBack(back) {
    if (navigator.userActivation.hasBeenActive && document.activeElement === document.body) back.focus({ preventScroll: true })
  }

  mark(text, ids, marks) {
    const innermost = marks[ids[ids.length - 1]]
    const kinds = [...new Set(ids.map(id => `is-${marks[id].kind}`))].join(' ')
    const made = element('mark', { class: kinds, title: innermost.label }, text)
    for (const id of ids) this.pieces.set(id, [...(this.pieces.get(id) || []), made])
    const moves = [...ids].reverse().map(id => marks[id]).find(mark => mark.extent || mark.zones.length)
    if (moves) {
      const go = () => window.dispatchEvent(new CustomEvent('hudna:focus', { detail: moves }))
      made.setAttribute('role', 'button')
      made.setAttribute('aria-label', `${text}: ${innermost.label}`)
      made.tabIndex = 0
      made.addEventListener('click', go)
      made.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        go()
      })
    }
    return made
  }

  light(ids) {
    this.box.querySelectorAll('mark.lit').forEach(made => made.classList.remove('lit'))
    for (const id of ids) for (const made of this.pieces.get(id) || []) made.classList.add('lit')
  }

  scrollTo(id) {
    const first = id && (this.pieces.get(id) || [])[0]
    if (!first) return
    requestAnimationFrame(() => {
      const frame = this.box.getBoundingClientRect()
      if (this.box.scrollHeight > this.box.clientHeight + 1) {
        this.box.scrollTop += first.getBoundingClientRect().top - frame.top - this.box.clientHeight / 3
      } else {
        first.scrollIntoView({ block: 'center' }) // on a phone the page scrolls, not the panel
      }
      this.box.dataset.at = id
    })
  }
}

export default function (component) {
  const root = component.parentElement
  if (!readers.has(root)) readers.set(root, new Reader(root))
  readers.get(root).update(component)
  return () => readers.delete(root)
}
