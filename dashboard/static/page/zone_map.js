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
    this.legend.open = window.innerWidth > 640
    this.box.append(this.frame)
    this.turn = Promise.resolve()
    this.followFocus = event => {
      if (window.innerWidth <= 640) this.box.scrollIntoView() // on a phone the article has pushed the map out of sight
      this.layer()?.focus(event.detail)
    }
    window.addEventListener('hudna:focus', this.followFocus)
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
    const [body] = await Promise.all([script, ...data.map.needs.map(run), this.drawTimeline(data)])
    if (this.gone) return
    if (body) this.build(data, body)
    const moment = this.timeline?.busy() ? {} : { day: data.state.day, known: data.state.known }
    await this.layer().show({ ...moment, selected: data.state.selected })
    this.drawLegend()
    const moves = this.focused !== data.state.focus && data.state.selected
    this.focused = data.state.focus
    this.keepPosition()
    // thousands of shapes take their time to move: the zone's words are not kept waiting
    this.markPainted(() => { if (moves && this.focused === moves) this.layer().focus({ zones: [moves] }) })
  }

  async drawTimeline({ timeline, modules, state, words, months, direction }) {
    if (!timeline) return
    if (this.daysFrom !== timeline) {
      this.daysFrom = timeline
      this.days = window.hudnaRead(timeline)
    }
    if (!this.timeline) {
      const { Timeline } = await import(new URL(modules.timeline, document.baseURI).href)
      const bar = made('div', 'timeline')
      this.box.append(bar)
      this.timeline = new Timeline(bar, {
        onDay: (day, inWords) => this.showMoment({ day }, inWords),
        onRest: day => this.send({ do: 'day', day }),
        onKnown: (known, inWords) => { this.showMoment({ known }, inWords); this.send({ do: 'known', known }) },
      })
    }
    this.timeline.update({ options: await this.days, day: state.day, known: state.known, words: words.time, months, direction })
  }

  build({ map, words, fit }, script) {
    const kept = this.map ? { zoom: this.map.getZoom(), centre: this.map.getCenter() } : positionOfLink()
    if (this.map) this.map.remove()
    this.key = map.key
    const element = made('div', 'map')
    element.dir = 'ltr' // Leaflet does not know right to left
    element.setAttribute('role', 'region')
    element.setAttribute('aria-label', words.map.name)
    this.frame.replaceChildren(element, this.legend)
    this.map = new Function('L', 'element', script)(window.L, element)
    element.hudnaMap = this.map // for tests and benchmarks
    const [west, south, east, north] = fit
    if (kept) this.map.setView(kept.centre, kept.zoom, { animate: false })
    else this.map.fitBounds([[south, west], [north, east]], { animate: false, padding: [10, 10] })
    for (const [direction, label] of [['in', words.map.zoom_in], ['out', words.map.zoom_out]]) {
      const button = element.querySelector(`.leaflet-control-zoom-${direction}`)
      button.setAttribute('aria-label', label)
      button.title = label
    }
    this.map.on('zone:chosen', ({ zone }) => this.chosen(zone))
    this.map.on('moveend', () => this.keepPosition())
    this.sized?.disconnect()
    this.sized = new ResizeObserver(() => this.map.invalidateSize({ pan: false }))
    this.sized.observe(element)
  }

  // Chosen on the map, a zone is in sight already: the map stays where it is.
  chosen(zone) {
    this.focused = zone
    this.layer().show({ selected: zone })
    this.send({ do: 'zone', zone })
  }

  send(message) { this.component.setTriggerValue('message', { ...message, at: Date.now() }) }

  async showMoment(moment, inWords) {
    const shown = await this.layer().show(moment)
    this.drawLegend()
    this.markPainted()
    const statuses = Object.fromEntries([...this.layer().zones.keys()].map(zone => [zone, shown.get(zone) ?? null]))
    window.dispatchEvent(new CustomEvent('hudna:day', { detail: { inWords, statuses } }))
  }

  // The statuses that any zone ever has, with the number of zones on this day; what doubt looks like.
  drawLegend() {
    const { words, direction, legend } = this.data
    const counts = {}
    for (const status of this.layer().shown.values()) counts[status] = (counts[status] || 0) + 1
    const summary = made('summary', '')
    summary.textContent = words.map.legend
    const rows = legend.map(({ status, fill, line, label }) => {
      const row = made('div', counts[status] ? 'row' : 'row absent')
      const swatch = made('i', 'swatch')
      Object.assign(swatch.dataset, { fill, line: line ? 'dashed' : 'solid' })
      swatch.style.setProperty('--status', `var(--status-${status})`)
      const name = made('span', 'label')
      name.textContent = label
      const count = made('span', 'count')
      count.textContent = counts[status] || ''
      row.append(swatch, name, count)
      return row
    })
    const notes = [words.map.possible, words.map.disputed, words.map.boundaries].filter(Boolean).map(note => {
      const line = made('p', 'note')
      line.textContent = note
      return line
    })
    this.legend.dir = direction
    this.legend.replaceChildren(summary, ...rows, ...notes)
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
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const element = this.map.getContainer()
      if (!element.dataset.painted) performance.mark('hudna:painted')
      element.dataset.painted = `${day}:${shown.size}`
      then()
    }))
  }

  remove() {
    this.gone = true
    clearTimeout(this.positionTimer)
    window.removeEventListener('hudna:focus', this.followFocus)
    this.timeline?.remove()
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
