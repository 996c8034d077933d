// A panel of HTML that Python drew (dashboard/draw/markup.py escapes all text). A button with data-send tells Python what it holds,
// a field with data-ask what it holds and, under the field's name, what was written in it.
const ASK_MS = 200 // Enter is a change too: both are one question
const panels = new WeakMap()
const hijri = new Intl.DateTimeFormat('ar-SY-u-ca-islamic-umalqura-nu-latn', { dateStyle: 'long', timeZone: 'UTC' })

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
    this.withHijri = hijri
    const before = this.part()
    const held = this.heldFocus()
    if (before) this.scrolled.set(before, this.box.scrollTop)
    const field = this.writtenField()
    this.html = html
    this.box.innerHTML = html
    if (hijri) this.addHijri()
    const kept = field && this.keepField(field)
    const after = this.part()
    if (before && before !== after) this.box.scrollTop = this.scrolled.get(after) || 0
    if (held !== null && !kept) this.restoreFocus(held)
    const begun = after === 'comparison' && held === null // at the map, where its second day is chosen next
    if (before && before !== after && !begun && this.stacked()) this.box.scrollIntoView()
  }

  addHijri() {
    for (const time of this.box.querySelectorAll('time[datetime]')) {
      const beside = document.createElement('bdi')
      beside.className = 'hijri'
      beside.textContent = hijri.format(new Date(`${time.dateTime}T00:00:00Z`))
      time.append(beside)
    }
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
    const words = this.component.data.statusWords
    const heading = this.box.querySelector('[data-part="zone-list"] .day')
    if (!heading) return
    heading.textContent = inWords
    for (const item of this.box.querySelectorAll('.zone-item')) {
      const badge = item.querySelector('.status')
      const status = statuses[item.dataset.zone]
      if (!badge || status === undefined) continue
      badge.dataset.status = status || 'none'
      badge.querySelector('.status-word').textContent = words[status || 'none']
    }
    this.html = null // Python's next drawing is put in even if it equals its last one
  }

  remove() { clearTimeout(this.asking); window.removeEventListener('hudna:day', this.followDay) }
}

export default function (component) {
  const root = component.parentElement
  if (!panels.has(root)) panels.set(root, new Panel(root))
  panels.get(root).update(component)
  return () => { panels.get(root)?.remove(); panels.delete(root) }
}
