// An article with its marks. The text comes cut into segments [text, [mark ids]] and is only ever set as text; what is said of a
// chosen mark (article.whys) is HTML that Python drew, as in the panel.
const readers = new WeakMap()
const MOST_KEPT = 8 // articles whose text stays in the window: who goes back to one does not wait for it again
const texts = new Map() // address → what was fetched, the one read last at the end

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value)
  made.append(...children)
  return made
}

const drawn = (name, attributes, html) => {
  const made = element(name, attributes)
  made.innerHTML = html
  return made
}

async function textAt(address) {
  const text = texts.get(address) || await window.hudnaRead(address)
  texts.delete(address)
  texts.set(address, text)
  if (texts.size > MOST_KEPT) texts.delete(texts.keys().next().value)
  return text
}

// On a phone the map lies above the article, out of sight.
const isStacked = () => window.innerWidth <= 640
const tell = (name, detail) => window.dispatchEvent(new CustomEvent(name, { detail }))

class Reader {
  constructor(root) {
    this.box = root.querySelector('.hudna')
    this.pieces = new Map() // mark id → the elements that show it; a mark may be cut by another
    this.openers = new Map() // mark id → the one of them that is its button
    this.box.addEventListener('keydown', event => { if (event.key === 'Escape') this.closeWhy(true) })
  }

  // The article with its marks is fetched once; a rerun only says where it is, and what of it is lit. Without one the reader
  // waits, empty and unseen: the next article has nothing to wait for but its text.
  async update(component) {
    this.component = component
    this.box.getRootNode().host.toggleAttribute('data-away', !component.data.article) // frame.css
    if (!component.data.article) return this.clear()
    const { address } = component.data.article
    if (this.file?.address !== address) this.file = { address, text: textAt(address) }
    try {
      const text = await this.file.text
      if (this.component === component) this.show({ ...component.data, article: { ...text, ...component.data.article, key: address } })
    } catch (fault) {
      console.error(fault)
      this.file = null
      this.box.textContent = component.data.failed
    }
  }

  clear() {
    this.box.replaceChildren()
    this.file = this.key = this.wanted = this.asked = this.askedMarks = this.statement = undefined
  }

  show({ article, allMarks }) {
    const { words } = article
    this.box.setAttribute('role', 'region')
    this.box.setAttribute('aria-label', words.reader)
    if (this.key !== article.key) this.write(article, words)
    if (this.askedMarks === undefined || this.key !== article.key) this.showMarks(allMarks)
    else if (this.askedMarks === allMarks) this.askedMarks = undefined
    const wanted = article.lit.join(' ')
    if (this.key === article.key && (this.isBehind(article) || this.wanted === wanted)) return
    this.key = article.key
    this.wanted = wanted
    this.light(article.lit)
    this.stand(article.stops.findIndex(stop => stop.marks.includes(article.scrollTo)))
    this.scrollTo(article.scrollTo)
  }

  // Python answers an earlier step while the reader stands further on already.
  isBehind({ statement }) {
    if (this.asked === undefined) return false
    if (this.asked === statement) this.asked = undefined
    return true
  }

  send(message) { window.hudnaMessages.tell(this.component, message) }

  write(article, words) {
    this.pieces.clear()
    this.openers.clear()
    this.why = null
    this.article = article
    this.words = words
    const back = element('button', { type: 'button', class: 'back' }, words.back)
    back.addEventListener('click', () => this.send({ do: 'close' }))
    const facts = element('p', { class: 'quiet' }, ...article.facts.map(fact => element('bdi', { class: 'fact' }, fact)))
    const about = { lang: article.language, dir: article.direction }
    const more = element('details', { class: 'about' }, element('summary', {}, words.about), drawn('div', {}, article.about))
    const head = element('header', {}, ...(article.title ? [element('h2', article.title_about, article.title)] : []), facts, more)
    head.append(element('p', { class: 'quiet key' }, words.key), this.legend(article, words))
    const paragraphs = article.paragraphs.map((segments, position) =>
      element(position || article.title ? 'p' : 'h2', {}, ...segments.map(([text, ids]) => (ids.length ? this.mark(text, ids, article.marks) : text))))
    this.text = element('article', about, ...paragraphs)
    this.box.replaceChildren(element('div', { class: 'bar' }, back, this.steps(article, words), this.toggle(words)), head, this.text)
    for (const [id, pieces] of this.pieces) this.name(id, pieces, article.marks[id])
    this.box.scrollTop = 0
    this.focusBack(back)
  }

  // The button that opened the article is gone: the focus goes on here. A link that has just been followed steals none.
  focusBack(back) {
    if (navigator.userActivation.hasBeenActive && document.activeElement === document.body) back.focus({ preventScroll: true })
  }

  // --- marks ------------------------------------------------------------------------------------------------------

  mark(text, ids, marks) {
    const innermost = marks[ids[ids.length - 1]]
    const kinds = [...new Set(ids.map(id => `is-${marks[id].kind}`))].join(' ')
    const made = element('mark', { class: kinds, title: innermost.label }, text)
    for (const id of ids) this.pieces.set(id, [...(this.pieces.get(id) || []), made])
    const chosen = [...ids].reverse().find(id => marks[id].why !== null || marks[id].extent || marks[id].zones.length)
    if (chosen !== undefined) {
      made.dataset.chooses = chosen
      made.addEventListener('click', () => this.choose(chosen))
    }
    return made
  }

  // The first piece of a mark stands for all of them: one button, one stop of the Tab key.
  name(id, pieces, mark) {
    const first = pieces.find(piece => piece.dataset.chooses === id)
    if (!first) return
    this.openers.set(id, first)
    first.setAttribute('role', 'button')
    first.setAttribute('aria-label', `${pieces.map(piece => piece.textContent).join('')}: ${mark.label}`)
    if (mark.why !== null) first.setAttribute('aria-expanded', 'false')
    first.tabIndex = 0
    first.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      this.choose(id)
    })
  }

  // The map and the timeline follow at once; why the words mean this is shown below their paragraph.
  choose(id) {
    const mark = this.article.marks[id]
    if (mark.why !== null && this.why?.id === id) { this.closeWhy(true); return }
    this.closeWhy(false)
    if (mark.why !== null) this.openWhy(id, mark)
    if (mark.day) tell('hudna:date', { day: mark.day })
    else if (mark.extent || mark.zones.length) tell('hudna:focus', { ...mark, stay: mark.why !== null })
  }

  openWhy(id, mark) {
    const opener = this.openers.get(id)
    const { lang, dir } = this.box
    const close = element('button', { type: 'button', class: 'close-why', 'aria-label': this.words.close, title: this.words.close }, '×')
    close.addEventListener('click', () => this.closeWhy(true))
    const card = element('aside', { class: 'why-card', id: 'why-card', lang, dir, role: 'note' }, close,
      element('p', { class: 'why-label' }, mark.label), drawn('div', {}, this.article.whys[mark.why]))
    if (isStacked() && (mark.extent || mark.zones.length)) {
      const show = element('button', { type: 'button', class: 'open-line' }, this.words.show_on_map)
      show.addEventListener('click', () => tell('hudna:focus', mark))
      card.append(show)
    }
    opener.closest('p, h2').after(card)
    opener.setAttribute('aria-expanded', 'true')
    opener.setAttribute('aria-controls', 'why-card')
    this.why = { id, card, opener }
  }

  closeWhy(refocus) {
    if (!this.why) return
    const { card, opener } = this.why
    this.why = null
    card.remove()
    opener.setAttribute('aria-expanded', 'false')
    opener.removeAttribute('aria-controls')
    if (refocus) opener.focus({ preventScroll: true })
  }

  // Quiet until wanted: only what is lit shows, and what the pointer or the focus is on.
  toggle(words) {
    this.shows = element('button', { type: 'button', class: 'all-marks', 'aria-pressed': 'false' }, words.marks)
    this.shows.addEventListener('click', () => {
      this.askedMarks = this.shows.getAttribute('aria-pressed') !== 'true'
      this.showMarks(this.askedMarks)
      this.send({ do: 'marks', marks: this.askedMarks ? 'all' : '' })
    })
    return this.shows
  }

  showMarks(all) {
    this.shows.setAttribute('aria-pressed', String(all))
    this.text.classList.toggle('all-marks', all)
    this.markKey.hidden = !all
  }

  legend({ legend }, words) {
    const items = legend.map(([kind, word]) => element('li', {}, element('mark', { class: `is-${kind}`, 'aria-hidden': 'true' }, '\u00a0\u00a0\u00a0'), ` ${word}`))
    this.markKey = element('ul', { class: 'mark-key all-marks', 'aria-label': words.marks_key }, ...items)
    return this.markKey
  }

  // --- from one quoted sentence to the next -------------------------------------------------------------------------

  steps({ stops }, words) {
    const step = (way, name) => {
      const button = element('button', { type: 'button', class: `step ${name}`, 'aria-label': words[name], title: words[name] })
      button.addEventListener('click', () => this.step(way))
      return button
    }
    this.position = element('output', { class: 'position', 'aria-live': 'polite' })
    this.before = step(-1, 'previous')
    this.after = step(1, 'next')
    const group = element('div', { class: 'steps' }, this.before, this.position, this.after)
    group.hidden = !stops.length
    return group
  }

  stand(at) {
    const { stops } = this.article
    this.at = at
    const n = at < 0 ? '–' : String(at + 1)
    this.position.textContent = this.words.position.replace('{n}', n).replace('{count}', String(stops.length))
    this.before.disabled = at <= 0
    this.after.disabled = at >= stops.length - 1
  }

  step(way) {
    const { stops, marks, article } = this.article
    const stop = stops[this.at + way]
    if (!stop) return
    const lit = Object.keys(marks).filter(id => marks[id].statement === stop.statement)
    const known = this.statement
    this.wanted = lit.join(' ')
    this.light(lit)
    this.stand(this.at + way)
    this.scrollTo(stop.marks[0])
    if (known === stop.statement) return
    this.asked = stop.statement
    this.send({ do: 'line', article, statement: stop.statement })
  }

  light(ids) {
    this.box.querySelectorAll('mark.lit').forEach(made => made.classList.remove('lit'))
    for (const id of ids) for (const made of this.pieces.get(id) || []) made.classList.add('lit')
    this.statement = this.article.marks[ids[0]]?.statement
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
