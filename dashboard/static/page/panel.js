// A panel of HTML that Python drew (dashboard/draw/markup.py escapes all text). A button with data-send tells Python what it holds,
// a field with data-ask what it holds and, under the field's name, what was written in it.
const ARRIVE_MS = 600 // Streamlit takes away what is no longer on the page only at the end of its run
const ASK_MS = 200 // Enter is a change too: both are one question
const panels = new WeakMap()
const hijri = new Intl.DateTimeFormat('ar-SY-u-ca-islamic-umalqura-nu-latn', { dateStyle: 'long', timeZone: 'UTC' })

const FIRST_LETTER = 'a'.charCodeAt()

class Panel {
  constructor(root) {
    this.box = root.querySelector('.hudna')
    this.scrolled = new Map() // where each part was left, so that going back finds its place
    this.box.addEventListener('click', event => this.pressed(event))
    for (const kind of ['change', 'search', 'keydown']) this.box.addEventListener(kind, event => this.asked(event))
    this.followDay = event => this.showDay(event.detail)
    window.addEventListener('hudna:day', this.followDay)
  }

  update(component) {
    this.component = component
    const { html, hijri } = component.data
    if (html === this.html && hijri === this.withHijri) return
    this.html = html
    this.withHijri = hijri
    const drawn = document.createElement('template')
    drawn.innerHTML = html
    const place = drawn.content.querySelector('[data-from]')
    if (!place) return this.show(drawn.content)
    const put = () => {
      if (this.html !== html) return
      const told = this.statusesOf(place.dataset.statuses)
      this.badge(this.badges, (_, position) => told[position])
      if (this.box.contains(this.roster)) this.keeping(() => this.showAround(place))
      else this.show(drawn.content, () => place.replaceChildren(this.roster))
    }
    if (this.from === place.dataset.from) return put()
    window.hudnaRead(place.dataset.from).then(list => {
      this.roster?.remove()
      this.roster = document.createElement('div')
      this.roster.innerHTML = list
      this.from = place.dataset.from
      this.badges = this.found(this.roster)
      put()
    }).catch(fault => { console.error(fault); this.box.textContent = component.data.failed })
  }

  show(content, fill = () => {}) {
    const before = this.part()
    const held = this.heldFocus()
    if (before) this.scrolled.set(before, this.box.scrollTop)
    this.keeping(() => {
      fill()
      this.box.replaceChildren(content)
      const after = this.part()
      if (before && before !== after) this.box.scrollTop = this.scrolled.get(after) || 0
    })
    const after = this.part()
    const begun = after === 'comparison' && held === null // at the map, where its second day is chosen next
    if (before && before !== after && !begun && this.stacked()) this.box.scrollIntoView()
    if (before !== after && this.box.querySelector('[data-arrive]')) this.arrive()
  }

  // The button that led here goes away with its page: with the keyboard one goes on at what it has brought.
  arrive() {
    this.arriving = setTimeout(() => {
      if (document.activeElement === document.body) this.box.querySelector('[data-arrive]')?.focus()
    }, ARRIVE_MS)
  }

  // Draws, with Hijri dates where they are asked for, and leaves the focus, and what was written in a field, where they were.
  keeping(draw) {
    const held = this.heldFocus()
    const field = this.writtenField()
    draw()
    if (this.withHijri) this.addHijri()
    const kept = field && this.keepField(field)
    if (held !== null && !kept) this.restoreFocus(held)
  }

  addHijri() {
    for (const time of this.box.querySelectorAll('time[datetime]')) {
      const beside = document.createElement('bdi')
      beside.className = 'hijri'
      beside.textContent = hijri.format(new Date(`${time.dateTime}T00:00:00Z`))
      time.append(beside)
    }
  }

  // A long list that stands there already stays where it is; what is around it is drawn again.
  showAround(place) {
    const kept = this.roster.parentElement
    for (const other of [...kept.parentElement.childNodes]) if (other !== kept) other.remove()
    const drawn = [...place.parentElement.childNodes]
    const at = drawn.indexOf(place)
    kept.before(...drawn.slice(0, at))
    kept.after(...drawn.slice(at + 1))
  }

  // On a phone the panel lies below the map: what was just chosen would be out of sight.
  stacked() { return window.innerWidth <= 640 }

  part() { return this.box.querySelector('[data-part]')?.dataset.part }

  // What the focused button sends; '' if the focus is elsewhere in the panel, null if it is outside.
  heldFocus() {
    const focused = this.box.getRootNode().activeElement
    return focused && this.box.contains(focused) ? focused.dataset.send || '' : null
  }

  // The field that is being written in.
  writtenField() {
    const focused = this.box.getRootNode().activeElement
    return focused && this.box.contains(focused) && focused.dataset.ask ? focused : null
  }

  // The same field goes on, with its caret and what was written since; what Python knows better is taken over.
  keepField(field) {
    const drawn = [...this.box.querySelectorAll('[data-ask]')].find(other => other.dataset.ask === field.dataset.ask)
    if (!drawn) return false
    const { selectionStart, selectionEnd } = field
    const writing = field.value !== field.defaultValue && field.value.trim() !== this.lastAsked
    if (!writing) field.value = drawn.value
    for (const { name, value } of drawn.attributes) if (name !== 'value') field.setAttribute(name, value)
    field.defaultValue = drawn.defaultValue
    drawn.replaceWith(field)
    field.focus({ preventScroll: true })
    field.setSelectionRange(selectionStart, selectionEnd)
    return true
  }

  asked(event) {
    const field = event.target.closest('[data-ask]')
    if (!field || event.isComposing || (event.type === 'keydown' && event.key !== 'Enter')) return
    clearTimeout(this.asking)
    this.asking = setTimeout(() => {
      const written = field.value.trim()
      if (written === field.defaultValue) return
      this.lastAsked = written
      this.component.setTriggerValue('message', { ...JSON.parse(field.dataset.ask), [field.name]: written, at: Date.now() })
    }, ASK_MS)
  }

  restoreFocus(send) {
    const buttons = [...this.box.querySelectorAll('[data-send]')]
    const target = buttons.find(b => b.dataset.send === send) || this.left(buttons) || this.box.querySelector('h2')
    target?.focus({ preventScroll: target.tagName === 'H2' })
  }

  // Back from a zone, the focus returns to the button that opened it.
  left(buttons) {
    const back = buttons.find(b => b.dataset.send === this.sent)
    if (back) this.sent = null
    return back
  }

  pressed(event) {
    const button = event.target.closest('[data-send]')
    if (!button) return
    const message = JSON.parse(button.dataset.send)
    if (message.do !== 'close') this.sent = button.dataset.send
    this.component.setTriggerValue('message', { ...message, at: Date.now() })
  }

  // The list follows the map's day at once; Python draws it again when the day rests.
  showDay({ statuses, inWords, at }) {
    this.box.querySelector('.day-cursor')?.style.setProperty('--at', at)
    const heading = this.box.querySelector('[data-part="zone-list"] .day')
    if (!heading) return
    heading.textContent = inWords
    const list = this.box.querySelector('.zone-list')
    const badges = this.roster && list.contains(this.roster) ? this.badges : this.found(list)
    this.badge(badges, ({ zone }) => statuses[zone])
    this.html = null // Python's next drawing is put in even if it equals its last one
  }

  // Every badge of a list, in its order, with what it shows.
  found(list) {
    return [...list.querySelectorAll('.zone-item')].flatMap(item => {
      const badge = item.querySelector('.status')
      return badge ? [{ zone: item.dataset.zone, badge, word: badge.querySelector('.status-word') }] : []
    })
  }

  // The badges' statuses as dashboard/draw/zone_list.py writes them: a letter for each, a run of one as "12c".
  statusesOf(coded) {
    const known = Object.keys(this.component.data.statusWords)
    const letters = coded.replace(/(\d+)(\D)/g, (_, times, letter) => letter.repeat(times))
    return [...letters].map(letter => known[letter.charCodeAt() - FIRST_LETTER])
  }

  badge(badges, statusOf) {
    const words = this.component.data.statusWords
    badges.forEach((entry, position) => {
      const status = statusOf(entry, position)
      if (status === undefined || entry.badge.dataset.status === (status || 'none')) return
      entry.badge.dataset.status = status || 'none'
      entry.word.textContent = words[status || 'none']
    })
  }

  remove() { clearTimeout(this.asking); clearTimeout(this.arriving); window.removeEventListener('hudna:day', this.followDay) }
}

export default function (component) {
  const root = component.parentElement
  if (!panels.has(root)) panels.set(root, new Panel(root))
  panels.get(root).update(component)
  return () => { panels.get(root)?.remove(); panels.delete(root) }
}
