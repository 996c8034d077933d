// The date control: a range over days with the reports above it, play, the previous and the next change, a typed day.
const DAY_MS = 86_400_000
const PLAY_MS = 1_100
const dayNumber = iso => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS)
const isoDay = number => new Date(number * DAY_MS).toISOString().slice(0, 10)
const isDay = written => /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(dayNumber(written))
const hijri = new Intl.DateTimeFormat('ar-SY-u-ca-islamic-umalqura-nu-latn', { dateStyle: 'long', timeZone: 'UTC' })
const MOST_TICKS = 7
const APART_PX = 6 // between two of their labels
const MOST_MARKS = 500

const made = (name, className, attributes = {}) => {
  const element = document.createElement(name)
  element.className = className
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

// Writes a day into a field, but not over what a visitor is writing there, or has mistyped.
export function writeDay(field, day) {
  const { written } = field.dataset
  const begun = field.getRootNode().activeElement === field && field.value !== written && field.value !== day
  const mistyped = field.getAttribute('aria-invalid') === 'true' && written === day
  field.dataset.written = day
  if (begun || mistyped) return
  field.value = day
  field.setAttribute('aria-invalid', 'false')
}

// What a visitor has written into a field of a day, with the digits that the page writes: ٢٠١٧-٠٧-٢٢ is 2017-07-22.
export function readDay(field) {
  field.value = field.value.trim().replace(/[٠-٩۰-۹]/g, digit => digit.charCodeAt(0) % 16)
  return field.value
}

export class Timeline {
  // `onDay(iso, inWords, at)` hears every day that is shown and where it lies, 0 to 1, `onRest(iso)` the one that the control comes to rest on;
  // `onKnown(known, inWords)` the second clock: '' for all that is known, 'then', or a day.
  // `onRange(range)` the range of days that it runs over, `first..last`, '' for all.
  // `onHijri(wanted)` that Hijri dates are asked for, or no longer.
  constructor(box, { onDay, onRest, onKnown, onRange, onHijri }) {
    Object.assign(this, { box, onDay, onRest, onKnown, onRange, onHijri })
    this.previous = made('button', 'step', { type: 'button' })
    this.play = made('button', 'play', { type: 'button' })
    this.next = made('button', 'step', { type: 'button' })
    this.range = made('input', 'range', { type: 'range', step: '1' })
    this.bars = made('div', 'bars', { 'aria-hidden': 'true' })
    this.brush = made('i', 'brush')
    this.ticks = made('div', 'ticks', { 'aria-hidden': 'true' })
    this.words = made('output', 'day-words', { 'aria-live': 'polite' })
    this.typed = made('input', 'typed', { type: 'text', inputmode: 'numeric', dir: 'ltr', maxlength: '10', autocomplete: 'off', spellcheck: 'false' })
    const steps = made('div', 'steps')
    steps.append(this.previous, this.play, this.next)
    const track = made('div', 'track')
    track.append(this.bars, this.range, this.ticks)
    this.width = new ResizeObserver(() => this.writeTicks())
    this.width.observe(this.ticks)
    const dayBox = made('div', 'day-box')
    this.hijriWords = made('span', 'hijri-words')
    dayBox.append(this.words, this.typed, this.hijriWords)
    this.hijri = made('button', 'hijri-switch', { type: 'button' })
    const knowledge = made('div', 'knowledge')
    this.knownLabel = made('label', 'known-label')
    this.knownWay = made('select', 'known-way')
    this.knownDay = made('input', 'typed known-day', { type: 'text', inputmode: 'numeric', dir: 'ltr', maxlength: '10', autocomplete: 'off', spellcheck: 'false' })
    this.knownWords = made('span', '')
    const stretch = made('details', 'stretch')
    this.rangeWords = made('summary', '')
    const day = { type: 'text', inputmode: 'numeric', dir: 'ltr', maxlength: '10', autocomplete: 'off', spellcheck: 'false' }
    this.rangeEnds = [made('input', 'typed', day), made('input', 'typed', day)]
    this.rangeAll = made('button', 'all-days', { type: 'button' })
    stretch.append(this.rangeWords, this.rangeEnds[0], ' – ', this.rangeEnds[1], this.rangeAll)
    this.knownLabel.append(this.knownWords, this.knownWay)
    knowledge.append(stretch, this.hijri, this.knownLabel, this.knownDay)
    this.refusal = made('p', 'refusal', { role: 'alert' })
    this.refusal.hidden = true
    box.append(steps, track, dayBox, knowledge, this.refusal)
    this.listen()
  }

  listen() {
    this.range.addEventListener('input', () => this.move(this.first + Number(this.range.value)))
    this.range.addEventListener('change', () => this.rest())
    this.play.addEventListener('click', () => (this.timer ? this.pause() : this.start()))
    this.previous.addEventListener('click', () => this.step(-1))
    this.next.addEventListener('click', () => this.step(1))
    this.typed.addEventListener('change', () => this.type(readDay(this.typed)))
    this.knownWay.addEventListener('change', () => this.learn(this.knownWay.value === 'by' ? this.lastReport() : this.knownWay.value))
    this.knownDay.addEventListener('change', () => this.learnDay(readDay(this.knownDay)))
    this.bars.addEventListener('pointerdown', event => this.startBrush(event))
    for (const end of this.rangeEnds) end.addEventListener('change', () => this.typeRange())
    this.hijri.addEventListener('click', () => this.onHijri(this.hijri.getAttribute('aria-pressed') !== 'true'))
    this.rangeAll.addEventListener('click', () => this.onRange(''))
  }

  // `ahead` tells that Python has not heard yet what the control was last set to.
  update({ options, day, known, hijri, direction, ahead }) {
    const { words, months } = options
    const [shown, told] = [[this.options, isoDay(this.day || 0), this.known, this.withHijri, this.box.dir], [options, day, known, hijri, direction]]
    if (!this.busy() && shown.every((value, n) => value === told[n])) return // written anew, the same words are laid out anew
    Object.assign(this, { options, withHijri: hijri })
    this.hijri.hidden = hijri === null // only Arabic has the switch
    this.hijri.setAttribute('aria-pressed', String(Boolean(hijri)))
    this.hijri.textContent = words.hijri
    this.months = months
    this.text = words
    if (this.box.dir !== direction) this.box.dir = direction
    this.first = dayNumber(options.first)
    this.last = dayNumber(options.last)
    this.changes = options.changes.map(dayNumber)
    this.reports = options.reports
    this.range.max = String(this.last - this.first)
    this.rangeAll.hidden = !options.zoomed
    this.rangeEnds.forEach((end, n) => writeDay(end, n ? options.last : options.first))
    this.label()
    const drawing = JSON.stringify(options)
    if (this.drawing !== drawing) {
      this.drawing = drawing
      this.drawBars(options)
      this.drawTicks()
    }
    if (ahead || this.busy()) return
    if (this.day !== dayNumber(day) || this.known !== known) this.refuse('')
    this.paint(dayNumber(day))
    this.paintKnown(known)
  }

  // While the thumb moves, or the changes play, the browser knows the day better than Python.
  busy() { return this.pending || Boolean(this.timer) }

  inWords(number) {
    const [year, month, day] = isoDay(number).split('-').map(Number)
    return `${day} ${this.months[month - 1]} ${year}`
  }

  said(iso) { return this.inWords(dayNumber(iso)) }

  label() {
    this.range.setAttribute('aria-label', this.text.day)
    this.typed.setAttribute('aria-label', this.text.typed)
    this.typed.title = this.text.typed
    this.rangeWords.textContent = this.text.range
    this.rangeAll.textContent = this.text.range_all
    this.rangeEnds.forEach((end, n) => end.setAttribute('aria-label', n ? this.text.range_last : this.text.range_first))
    this.knownWords.textContent = this.text.known
    this.knownDay.setAttribute('aria-label', this.text.known_day)
    this.knownDay.title = this.text.known_day
    if (this.knownWay.dataset.words !== this.text.known_all) {
      this.knownWay.dataset.words = this.text.known_all
      this.knownWay.replaceChildren(...[['', 'all'], ['then', 'then'], ['by', 'by']].map(([value, word]) => new Option(this.text[`known_${word}`], value)))
    }
    this.name(this.previous, this.text.previous, '⏮')
    this.name(this.next, this.text.next, '⏭')
    this.name(this.play, this.timer ? this.text.pause : this.text.play, this.timer ? 'pause' : 'play')
  }

  name(button, words, icon) {
    button.setAttribute('aria-label', words)
    button.title = words
    button.dataset.icon = icon
  }

  share(number) { return (number - this.first) / Math.max(1, this.last - this.first) } // 0 to 1 along the control

  at(number) { return `${100 * this.share(number)}%` }

  drawBars({ bars, barDays }) {
    const most = Math.max(1, ...bars)
    this.bars.replaceChildren(...bars.flatMap((count, position) => {
      if (!count) return []
      const bar = made('i', '')
      bar.style.insetInlineStart = this.at(this.first + position * barDays)
      bar.style.width = `max(3px, calc(${(100 * barDays) / Math.max(1, this.last - this.first)}% - 1px))`
      bar.style.height = `${15 + (85 * count) / most}%`
      bar.dataset.day = String(this.first + position * barDays)
      return [bar]
    }))
  }

  drawTicks() {
    const near = (this.last - this.first) / MOST_MARKS // closer marks would lie on one another
    const apart = this.changes.filter((change, n, all) => n === 0 || Math.floor(change / near) !== Math.floor(all[n - 1] / near))
    const marks = apart.map(change => {
      const dot = made('b', '')
      dot.style.insetInlineStart = this.at(change)
      return dot
    })
    const months = (this.last - this.first) / 30.4
    const every = [1, 2, 3, 6, 12, 24, 60, 120].find(n => months / n <= MOST_TICKS) || 240
    this.labels = []
    const cursor = new Date(this.first * DAY_MS)
    cursor.setUTCDate(1)
    cursor.setUTCMonth(Math.ceil(cursor.getUTCMonth() / every) * every)
    for (; cursor.getTime() / DAY_MS <= this.last; cursor.setUTCMonth(cursor.getUTCMonth() + every)) {
      const day = cursor.getTime() / DAY_MS
      if (day < this.first) continue
      const tick = made('span', '')
      tick.style.insetInlineStart = this.at(day)
      this.labels.push({ tick, year: String(cursor.getUTCFullYear()), month: every >= 12 ? '' : this.months[cursor.getUTCMonth()] })
    }
    this.ticks.replaceChildren(...marks, ...this.labels.map(({ tick }) => tick))
    this.writeTicks()
  }

  // As many labels as stand beside one another: all, else every second, every third … A year is told where it is another one.
  writeTicks() {
    if (!this.labels || !this.ticks.offsetWidth) return
    for (let every = 1; every <= this.labels.length; every += 1) {
      let told = ''
      const shown = this.labels.filter(({ tick, year, month }, n) => {
        tick.hidden = n % every > 0
        if (tick.hidden) return false
        tick.textContent = month ? `${month} ${told === year ? '' : year}`.trim() : year
        told = year
        return true
      })
      const boxes = shown.map(({ tick }) => tick.getBoundingClientRect())
      const rtl = this.box.dir === 'rtl'
      const meets = (box, n) => n > 0 && (rtl ? box.right + APART_PX > boxes[n - 1].left : box.left - APART_PX < boxes[n - 1].right)
      if (!boxes.some(meets)) return
    }
  }

  paint(number) {
    this.day = Math.min(this.last, Math.max(this.first, number))
    this.range.value = String(this.day - this.first)
    writeDay(this.typed, isoDay(this.day))
    this.words.textContent = this.inWords(this.day)
    this.hijriWords.hidden = this.hijri.hidden || this.hijri.getAttribute('aria-pressed') !== 'true'
    this.hijriWords.textContent = hijri.format(new Date(this.day * DAY_MS))
    this.range.setAttribute('aria-valuetext', this.words.textContent)
    for (const bar of this.bars.children) bar.classList.toggle('past', Number(bar.dataset.day) <= this.day)
    this.previous.disabled = !this.changes.some(change => change < this.day)
    this.next.disabled = !this.changes.some(change => change > this.day)
  }

  paintKnown(known) {
    this.known = known
    const by = known !== '' && known !== 'then'
    this.knownWay.value = by ? 'by' : known
    this.knownDay.hidden = !by
    if (by) writeDay(this.knownDay, known)
    this.box.dataset.known = by ? 'by' : known || 'all'
  }

  // A stretch drawn over the bars becomes the whole control; a mere click moves the day there.
  startBrush(event) {
    const track = this.bars.getBoundingClientRect()
    const rtl = this.box.dir === 'rtl'
    const dayAt = x => {
      const share = Math.min(1, Math.max(0, (x - track.left) / track.width))
      return Math.round(this.first + (rtl ? 1 - share : share) * (this.last - this.first))
    }
    const begun = dayAt(event.clientX)
    let ends = [begun, begun]
    const move = ({ clientX }) => {
      ends = [begun, dayAt(clientX)].sort((a, b) => a - b)
      this.brush.style.insetInlineStart = this.at(ends[0])
      this.brush.style.width = `${100 * (this.share(ends[1]) - this.share(ends[0]))}%`
      this.bars.append(this.brush)
    }
    const stop = ({ type }) => {
      this.bars.removeEventListener('pointermove', move)
      for (const end of ['pointerup', 'pointercancel']) this.bars.removeEventListener(end, stop)
      this.brush.remove()
      if (type === 'pointercancel') return
      if (this.share(ends[1]) - this.share(ends[0]) > 0.02) this.onRange(`${isoDay(ends[0])}..${isoDay(ends[1])}`)
      else this.move(begun)
    }
    this.bars.setPointerCapture(event.pointerId)
    this.bars.addEventListener('pointermove', move)
    for (const end of ['pointerup', 'pointercancel']) this.bars.addEventListener(end, stop)
  }

  typeRange() {
    const [first, last] = this.rangeEnds.map(readDay)
    const known = isDay(first) && isDay(last) && first < last
    for (const end of this.rangeEnds) end.setAttribute('aria-invalid', String(!known))
    this.refuse(known ? '' : 'refused_range')
    if (known) this.onRange(`${first}..${last}`)
  }

  // The second clock in words, '' where it stands on all that is known.
  knowledge() {
    if (!this.known) return ''
    const day = this.known === 'then' ? this.words.textContent : this.inWords(dayNumber(this.known))
    return this.text.as_known.replace('{day}', day)
  }

  learn(known) {
    this.refuse('')
    this.paintKnown(known)
    this.onKnown(known, this.words.textContent)
  }

  // A day between the first and the last that the control knows, like the day shown.
  learnDay(written) {
    const known = isDay(written) && dayNumber(written) >= this.first && dayNumber(written) <= this.last
    this.knownDay.setAttribute('aria-invalid', String(!known))
    if (known) this.learn(written)
    else this.refuse('refused', written)
  }

  // Says why a day that was written is not taken, by the name of the sentence, and which days there are; '' says nothing any more.
  refuse(why, written = '') {
    const parts = { written, first: isoDay(this.first), last: isoDay(this.last) }
    const day = part => Object.assign(made('bdi', 'whole-date'), { textContent: parts[part] })
    this.refusal.replaceChildren(...(why ? this.text[why].split(/{(\w+)}/).map((part, n) => (n % 2 ? day(part) : part)) : []))
    this.refusal.hidden = !why
  }

  // Where "known on another day" begins: the last report up to the day shown, else the first of all.
  lastReport() {
    const shown = isoDay(this.day)
    return this.reports.findLast(report => report <= shown) || this.reports[0] || shown
  }

  move(number) {
    this.pending = true
    this.paint(number)
    this.refuse('')
    this.onDay(isoDay(this.day), this.words.textContent, this.share(this.day))
    clearTimeout(this.resting)
    this.resting = setTimeout(() => this.rest(), 350)
  }

  rest() {
    clearTimeout(this.resting)
    if (!this.pending || this.timer) return
    this.pending = false
    this.onRest(isoDay(this.day))
  }

  // A typed day is ISO: 07/09 would be July to one reader and September to another. A day off the range goes to its end, and that is said.
  type(written) {
    const known = isDay(written)
    this.typed.setAttribute('aria-invalid', String(!known))
    if (!known) return this.refuse('refused', written)
    this.typed.dataset.written = this.typed.value // taken: now it may be written over
    this.move(dayNumber(written))
    if (this.day !== dayNumber(written)) this.refuse('outside', written)
    this.rest()
  }

  step(way) {
    const ahead = way > 0 ? this.changes.find(c => c > this.day) : this.changes.filter(c => c < this.day).pop()
    if (ahead !== undefined) this.move(ahead)
    return ahead !== undefined
  }

  start() {
    if (!this.changes.some(change => change > this.day)) this.move(this.first)
    this.timer = setInterval(() => { if (!this.step(1)) this.pause() }, PLAY_MS)
    this.label()
  }

  pause() {
    clearInterval(this.timer)
    this.timer = null
    this.label()
    this.rest()
  }

  remove() {
    this.width.disconnect()
    clearTimeout(this.resting)
    clearInterval(this.timer)
  }
}
