// The second day of a comparison, beside the date control: a button that begins and ends it, a typed day, steps to the changes.
const DAY_MS = 86_400_000
const RESTS_MS = 350
const isDay = written => /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(`${written}T00:00:00Z`))
const dayNumber = iso => Date.parse(`${iso}T00:00:00Z`) / DAY_MS

const made = (name, className, attributes = {}) => {
  const element = document.createElement(name)
  element.className = className
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

export class OtherDay {
  // `onDay(iso)` hears every other day that is shown, `onRest(iso)` the one that it comes to rest on.
  // `write(field, day)` is the date control's way to fill a field, `read(field)` to read one, `refuse(why, written)` its way to say that a day is not taken.
  constructor(control, { onStart, onSide, onDay, onRest, onEnd, write, read, refuse }) {
    Object.assign(this, { onStart, onSide, onDay, onRest, onEnd, write, read, refuse })
    this.box = made('div', 'comparison')
    this.toggle = made('button', 'compare', { type: 'button' })
    this.beside = made('button', 'beside', { type: 'button', 'aria-pressed': 'false' })
    this.other = made('span', 'other')
    this.label = made('label', '')
    this.words = made('output', 'other-words', { 'aria-live': 'polite' })
    this.previous = made('button', 'other-step', { type: 'button' })
    this.next = made('button', 'other-step', { type: 'button' })
    this.typed = made('input', 'typed', { id: 'other-day', type: 'text', inputmode: 'numeric', dir: 'ltr', maxlength: '10', autocomplete: 'off', spellcheck: 'false' })
    this.label.setAttribute('for', 'other-day')
    this.other.append(this.label, this.previous, this.typed, this.next, this.words)
    this.box.append(this.toggle, this.other, this.beside)
    this.mark = made('i', 'other-mark', { 'aria-hidden': 'true' })
    control.querySelector('.knowledge').prepend(this.box)
    control.querySelector('.track').append(this.mark)
    this.toggle.addEventListener('click', () => (this.day ? this.onEnd() : this.onStart()))
    this.beside.addEventListener('click', () => this.onSide(this.beside.getAttribute('aria-pressed') !== 'true'))
    this.previous.addEventListener('click', () => this.move(this.changes.findLast(change => change < this.day)))
    this.next.addEventListener('click', () => this.move(this.changes.find(change => change > this.day)))
    this.typed.addEventListener('change', () => this.type(this.read(this.typed)))
  }

  update({ day, side, first, last, changes, months, words, ahead }) {
    Object.assign(this, { first, last, changes, months, text: words })
    this.beside.textContent = words.side
    this.beside.setAttribute('aria-pressed', String(side))
    this.label.textContent = words.other
    for (const [control, words] of [[this.previous, this.text.previous], [this.next, this.text.next], [this.typed, this.text.typed]]) {
      control.setAttribute('aria-label', words)
      control.title = words
    }
    if (!ahead && !this.busy()) this.paint(day)
  }

  // While it is stepped, the browser knows the day better than Python.
  busy() { return Boolean(this.resting) }

  paint(day) {
    this.day = day
    this.toggle.textContent = day ? this.text.end : this.text.start
    this.beside.hidden = this.other.hidden = this.mark.hidden = !day
    if (!day) return
    this.write(this.typed, day)
    const [year, month, number] = day.split('-').map(Number)
    this.words.textContent = `${number} ${this.months[month - 1]} ${year}`
    this.previous.disabled = !this.changes.some(change => change < day)
    this.next.disabled = !this.changes.some(change => change > day)
    const [from, at, to] = [this.first, day, this.last].map(dayNumber)
    const share = (at - from) / Math.max(1, to - from)
    this.mark.hidden = share < 0 || share > 1 // beyond the range that is shown
    this.mark.style.setProperty('--at', share)
  }

  // Like the day shown, a typed day is ISO; one off the range is refused.
  type(written) {
    const known = isDay(written) && written >= this.first && written <= this.last
    this.typed.setAttribute('aria-invalid', String(!known))
    if (known) this.move(written)
    else this.refuse('refused', written)
  }

  move(day) {
    this.refuse('')
    this.paint(day)
    this.onDay(day)
    clearTimeout(this.resting)
    this.resting = setTimeout(() => {
      this.resting = null
      this.onRest(this.day)
    }, RESTS_MS)
  }

  remove() { clearTimeout(this.resting) }
}
