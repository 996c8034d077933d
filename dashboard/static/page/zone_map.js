// The map's host: runs the script that folium compiled on an element of this component, once, and keeps it across reruns.
const hosts = new WeakMap()
const scripts = new Map()

// Leaflet and our layer are classic scripts that meet on window.L, so each is run once per page, in order: `async` off keeps it
// while all are fetched at once.
function run(path) {
  const address = new URL(path, document.baseURI).href
  if (!scripts.has(address)) {
    scripts.set(address, new Promise((done, failed) => {
      const script = document.createElement('script')
      script.src = address
      script.async = false
      script.onload = done
      script.onerror = () => failed(new Error(`cannot load ${path}`))
      document.head.append(script)
    }))
  }
  return scripts.get(address)
}

const WORDS_FIRST_MS = 60 // a few frames

const made = (name, className) => {
  const element = document.createElement(name)
  element.className = className
  return element
}

// #map=zoom/lat/lon, as on openstreetmap.org: no rerun, and part of the link.
function positionOfLink() {
  const found = /^#map=([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(location.hash)
  return found && { zoom: Number(found[1]), centre: [Number(found[2]), Number(found[3])] }
}

class Host {
  constructor(root) {
    this.box = root.querySelector('.hudna')
    this.box.classList.add('map-box')
    this.frame = made('div', 'map-frame')
    this.legend = made('details', 'legend')
    this.legend.open = window.innerWidth > 640 && window.innerHeight > 640
    this.hiding = made('div', 'hiding')
    this.hiding.addEventListener('click', event => {
      const button = event.target.closest('[data-send]')
      if (button) this.send(JSON.parse(button.dataset.send))
    })
    this.placeBox = made('div', 'place-box')
    this.box.append(this.frame, this.placeBox, this.hiding)
    this.turn = Promise.resolve()
    this.followFocus = event => {
      if (window.innerWidth <= 640 && !event.detail.stay) this.box.scrollIntoView() // on a phone the article has pushed the map out of sight
      this.layer()?.focus(event.detail)
    }
    this.takePicture = () => this.picture()
    window.addEventListener('hudna:focus', this.followFocus)
    window.addEventListener('hudna:picture', this.takePicture)
    this.toPaper = () => this.resizeForPaper(true)
    this.fromPaper = () => this.resizeForPaper(false)
    window.addEventListener('beforeprint', this.toPaper)
    window.addEventListener('afterprint', this.fromPaper)
    this.followDate = event => this.timeline?.type(event.detail.day)
    window.addEventListener('hudna:date', this.followDate)
  }

  layer() { return this.map?.zoneLayer }

  // Updates wait for one another: the first has to load Leaflet and the shapes.
  update(component) {
    this.component = component
    this.turn = this.turn.then(() => this.draw(component.data)).catch(fault => {
      console.error(fault)
      const words = made('p', 'map-failed')
      words.textContent = component.data.failed
      this.frame.replaceChildren(words)
    })
  }

  async draw(data) {
    this.data = data
    const script = this.key === data.map.key ? null : window.hudnaRead(data.map.script)
    if (script) data.map.loads.forEach(path => window.hudnaRead(path, { ahead: true })) // the map asks for them as soon as it stands
    const [file] = await Promise.all([script, ...data.map.needs.map(run), this.drawTimeline(data)])
    if (this.gone) return
    if (file) {
      this.words = file.words
      this.statuses = file.legend
      this.comparison = file.compare
      this.modules = file.modules
      this.build(data, file.script)
    }
    await this.drawOtherDay(data)
    const moment = this.ahead() || this.timeline?.busy() ? {} : { day: data.time?.day ?? '', known: data.time?.known ?? '' }
    const other = this.ahead() || this.other?.busy() ? {} : { other: data.compare?.day ?? '' }
    const chosen = this.ahead() ? {} : { selected: data.state.selected }
    await this.drawTwin(data)
    this.linked = false
    await this.paint({ ...moment, ...other, ...chosen, sieve: data.sieve })
    if (this.hidingLine !== data.sieve.line) this.hiding.innerHTML = this.hidingLine = data.sieve.line // made by draw/markup.py
    this.drawLegend()
    await this.tellOutOfSight()
    if (this.twin && this.fits) this.twin.fit(data.fit)
    this.fits = false
    const moves = !this.ahead() && this.focused !== data.state.focus && data.state.selected
    if (!this.ahead()) {
      this.focused = data.state.focus
      this.followPlace(data.state.place)
    }
    this.keepPosition()
    // thousands of shapes take their time to move: the zone's words are not kept waiting
    this.markPainted(() => setTimeout(() => { if (moves && this.focused === moves && !this.gone) this.layer().focus({ zones: [moves] }) }, WORDS_FIRST_MS))
    await this.drawPlaces(data)
  }

  // A second map where the two days of a comparison stand side by side.
  async drawTwin({ compare }) {
    const wanted = Boolean(compare?.side && compare.day)
    if (!wanted && this.twin) {
      this.twin.remove()
      this.twin = null
      this.map.getContainer().setAttribute('aria-label', this.words.name)
    }
    if (!wanted || this.twin) return
    const { TwinMap } = await import(new URL(this.modules.twin, document.baseURI).href)
    if (this.gone) return
    this.twin = new TwinMap(this.frame, this.map, element => this.make(element))
    this.fits = !this.linked // a link that says where the map stands says it of both
  }

  // Paints the map; with a second one beside it each its own day, else both days as one difference.
  async paint(state) {
    if (state.day !== undefined) this.day = state.day
    if (state.other !== undefined) this.otherDay = state.other
    if (!this.twin) return this.layer().show({ ...state, other: this.otherDay })
    const { day, otherDay: other } = this
    this.twin.name({ day, other, said: iso => this.timeline.said(iso), name: this.words.name })
    const [shown] = await Promise.all([this.layer().show({ ...state, other: '' }), this.twin.layer().show({ ...this.shared(), ...state, day: other, other: '' })])
    return shown
  }

  // What a second map has to know that was painted before it was there.
  shared() {
    const { known, selected } = this.layer()
    return { known, selected, sieve: this.data.sieve }
  }

  async drawPlaces({ places, direction }) {
    if (!this.places) {
      const { PlaceLayer } = await import(new URL(this.modules.places, document.baseURI).href)
      this.places = new PlaceLayer(this.placeBox, {
        onSwitch: shown => this.send({ do: 'places', places: shown ? 'all' : '' }),
        onChoose: area => { this.placed = area; this.send({ do: 'place', area }) },
      })
    }
    if (!this.gone) await this.places.update(this.map, places, this.words, direction)
  }

  // A place that a link names is gone to; one chosen on the map is in sight.
  followPlace(place) {
    if (place?.extent && place.area !== this.placed) this.layer().focus({ extent: place.extent })
    this.placed = place?.area
  }

  async drawTimeline({ time, modules, direction }) {
    if (!time) return
    if (this.daysFrom !== time.days) {
      this.daysFrom = time.days
      this.days = window.hudnaRead(time.days)
    }
    if (!this.timeline) {
      const { Timeline, writeDay, readDay } = await import(new URL(modules.timeline, document.baseURI).href)
      const bar = made('div', 'timeline')
      this.dayField = { write: writeDay, read: readDay }
      this.box.append(bar)
      this.timeline = new Timeline(bar, {
        onDay: (day, inWords) => this.showMoment({ day }, inWords),
        onRest: day => this.send({ do: 'day', day }),
        onRange: range => this.send({ do: 'range', range }),
        onHijri: wanted => this.send({ do: 'hijri', hijri: wanted ? '1' : '' }),
        onKnown: (known, inWords) => { this.showMoment({ known }, inWords); this.send({ do: 'known', known }) },
      })
    }
    this.timeline.update({ ...time, options: await this.days, direction, ahead: this.ahead() })
  }

  async drawOtherDay({ compare, time }) {
    if (!compare || !time) return
    if (!this.other) {
      const { OtherDay } = await import(new URL(this.modules.comparison, document.baseURI).href)
      this.other = new OtherDay(this.timeline.box, {
        onStart: () => this.send({ do: 'compare', day: '' }),
        onSide: side => this.send({ do: 'side', side: side ? '1' : '' }),
        onDay: other => this.showMoment({ other }),
        onRest: day => this.send({ do: 'compare', day }),
        onEnd: () => this.send({ do: 'leave' }),
        ...this.dayField,
        refuse: (why, written) => this.timeline.refuse(why, written),
      })
    }
    this.other.update({ ...(await this.days), ...compare, words: this.comparison.words, ahead: this.ahead() })
  }

  build({ map, fit }, script) {
    this.linked = Boolean(!this.map && positionOfLink())
    const kept = this.map ? { zoom: this.map.getZoom(), centre: this.map.getCenter() } : positionOfLink()
    this.twin?.remove() // and drawn again, in the other language or theme
    this.twin = null
    if (this.map) this.map.remove()
    this.key = map.key
    this.script = script
    const element = made('div', 'map')
    this.frame.replaceChildren(element, this.legend)
    this.map = this.make(element)
    this.outOfSight = null
    this.opened = null
    if (kept) this.map.setView(kept.centre, kept.zoom, { reset: true })
    else this.open(fit)
    this.map.on('moveend', () => this.keepPosition())
    this.sized?.disconnect()
    this.sized = new ResizeObserver(() => this.takeSize(fit))
    this.sized.observe(element)
  }

  async tellOutOfSight() {
    const { OutOfSight } = await import(new URL(this.modules.outOfSight, document.baseURI).href)
    if (this.gone) return
    if (this.outOfSight) this.outOfSight.look()
    else {
      this.outOfSight = new OutOfSight(this.frame, this.words)
      this.outOfSight.watch(this.map)
    }
  }

  // Shows where there is something, [west, south, east, north].
  open([west, south, east, north]) {
    this.map.fitBounds([[south, west], [north, east]], { animate: false, padding: [10, 10] })
    this.opened = { middle: this.map.getCenter(), zoom: this.map.getZoom() }
  }

  // A map that has not been moved since it was opened shows all in its new size, too.
  takeSize(fit) {
    const unmoved = this.opened?.middle.equals(this.map.getCenter()) && this.opened.zoom === this.map.getZoom()
    if (this.layer().takeSize() && unmoved) this.open(fit)
  }

  // Draws the map that folium compiled on an element, and gives it its words.
  make(element) {
    const { words } = this
    element.dir = 'ltr' // Leaflet does not know right to left
    element.setAttribute('role', 'region')
    element.setAttribute('aria-label', words.name)
    const map = new Function('L', 'element', this.script)(window.L, element)
    element.hudnaMap = map // for tests and benchmarks
    for (const [direction, label] of [['in', words.zoom_in], ['out', words.zoom_out]]) {
      const button = element.querySelector(`.leaflet-control-zoom-${direction}`)
      button.setAttribute('aria-label', label)
      button.title = label
    }
    map.on('zone:chosen', ({ zone }) => this.chosen(zone))
    return map
  }

  // Chosen on the map, a zone is in sight already: the map stays where it is.
  chosen(zone) {
    this.focused = zone
    this.paint({ selected: zone })
    this.send({ do: 'zone', zone })
  }

  // While Python has not heard the last of what was told, the browser knows it better.
  ahead() { return window.hudnaMessages.isAhead(this.told, this.data.heard) }

  send(message) { this.told = window.hudnaMessages.tell(this.component, message) }

  async showMoment(moment, inWords) {
    const shown = await this.paint(moment)
    this.drawLegend()
    this.outOfSight?.look()
    this.markPainted()
    if (this.otherDay) return // the panel holds the comparison, which Python draws when the days rest
    const { zones } = this.layer()
    const statusOf = zone => (zones.has(zone) ? shown.get(zone) ?? null : undefined)
    window.dispatchEvent(new CustomEvent('hudna:day', { detail: { inWords, statusOf } }))
  }

  // Leaflet measures itself: on paper the map is lower, and shows the chosen zone or the same ground.
  resizeForPaper(paper) {
    if (!this.map) return
    const seen = this.map.getBounds()
    if (paper) this.screenView = { centre: this.map.getCenter(), zoom: this.map.getZoom() }
    this.box.classList.toggle('on-paper', paper)
    this.layer().takeSize()
    if (!paper) this.map.setView(this.screenView.centre, this.screenView.zoom, { reset: true })
    else {
      this.map.fitBounds(this.layer().boundsOf([this.data.state.selected]) || seen, { animate: false, padding: [16, 16] })
    }
  }

  async picture() {
    const { words, modules } = this
    const { language, direction, time } = this.data
    let done = false
    try {
      const { picture, download } = await import(new URL(modules.picture, document.baseURI).href)
      const days = this.timeline ? [this.layer().day, this.otherDay].filter(Boolean).sort().map(day => this.timeline.said(day)) : []
      const shown = this.timeline ? [days.join(' – '), this.timeline.knowledge()] : []
      const title = [words.brand, ...shown].filter(Boolean).join(' · ')
      const said = { title, lines: this.chosenWords(), about: words.name }
      const options = { library: modules.screenshot, legend: this.legend, words: said, address: location.href, language, direction }
      download(await picture(this.frame, options), `hudna-${time ? this.layer().day : 'map'}.png`)
      done = true
    } catch (fault) {
      console.error(fault)
    }
    window.dispatchEvent(new CustomEvent('hudna:pictured', { detail: { done } }))
  }

  // The chosen zone's name and how it stands, a line each; with two maps on the day of each. Empty where the map has no such zone.
  chosenWords() {
    const [name, ...lines] = this.layer().wordsOf(this.layer().selected)
    if (!name || !this.twin) return name ? [name, ...lines] : []
    return [name, ...this.layers().map(layer => `${this.timeline.said(layer.day)}: ${layer.wordsOf(this.layer().selected)[1]}`)]
  }

  // The maps' layers, the one of the earlier day first.
  layers() { return [this.layer(), ...(this.twin ? [this.twin.layer()] : [])].sort((one, another) => (one.day < another.day ? -1 : 1)) }

  // The statuses that any zone ever has, with the number of zones on this day; what doubt looks like.
  drawLegend() {
    const { words, comparison } = this
    const { direction } = this.data
    const { other, options } = this.layer()
    const legend = other ? comparison.legend : this.statuses
    const counts = this.layers().map(({ counts }) => counts)
    const summary = made('summary', '')
    summary.textContent = other ? comparison.words.legend : this.twin ? comparison.words.legend_side : words.legend
    const rows = legend.map(({ status, fill, line, label }) => {
      const row = made('div', counts.some(count => count[status]) ? 'row' : 'row absent')
      const swatch = made('i', 'swatch')
      Object.assign(swatch.dataset, { fill, line: line ? 'dashed' : 'solid' })
      swatch.style.setProperty('--status', options.styles[status].color)
      const name = made('span', 'label')
      name.textContent = label
      row.append(swatch, name, ...counts.map(count => {
        const number = made('span', 'count')
        number.textContent = count[status]?.toLocaleString('en') || (this.twin ? '–' : '')
        return number
      }))
      return row
    })
    const notes = [other && comparison.words.unpainted, words.possible, words.disputed, words.boundaries].filter(Boolean).map(note => {
      const line = made('p', 'note')
      line.textContent = note
      return line
    })
    const drawn = [summary, ...rows, ...notes]
    const told = direction + drawn.map(part => part.outerHTML).join('')
    if (this.drawnLegend === told) return // what is put in anew is laid out anew
    this.drawnLegend = told
    this.legend.dir = direction
    this.legend.replaceChildren(...drawn)
  }

  // Streamlit drops the hash when it writes the query, so it is put back after every update.
  keepPosition() {
    clearTimeout(this.positionTimer)
    this.positionTimer = setTimeout(() => {
      if (this.gone) return
      const { lat, lng } = this.map.getCenter()
      const hash = `#map=${Number(this.map.getZoom().toFixed(2))}/${lat.toFixed(3)}/${lng.toFixed(3)}`
      if (location.hash !== hash) history.replaceState(history.state, '', location.pathname + location.search + hash)
    }, 250)
  }

  // Two frames later the browser has painted: tests and benchmarks wait for this.
  markPainted(then = () => {}) {
    const { day, shown } = this.layer()
    const other = this.otherDay
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const element = this.map.getContainer()
      if (!element.dataset.painted) performance.mark('hudna:painted')
      element.dataset.painted = `${day}:${shown.size}`
      element.dataset.compared = other
      then()
    }))
  }

  remove() {
    this.gone = true
    clearTimeout(this.positionTimer)
    window.removeEventListener('hudna:focus', this.followFocus)
    window.removeEventListener('hudna:picture', this.takePicture)
    window.removeEventListener('beforeprint', this.toPaper)
    window.removeEventListener('afterprint', this.fromPaper)
    window.removeEventListener('hudna:date', this.followDate)
    this.timeline?.remove()
    this.other?.remove()
    this.twin?.remove()
    this.sized?.disconnect()
    this.map?.remove()
  }
}

export default function (component) {
  const root = component.parentElement
  if (!hosts.has(root)) hosts.set(root, new Host(root))
  hosts.get(root).update(component)
  return () => { hosts.get(root)?.remove(); hosts.delete(root) }
}
