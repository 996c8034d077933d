/* Leaflet's side of the map: base map, zones with statuses over time, place names. The folium plugin ZoneLayer of
   dashboard/draw/zone_map.py makes one. It is driven by show() and focus(), and fires 'zone:chosen' on the map. */
(function (L) {
  'use strict'
  const SVG = 'http://www.w3.org/2000/svg'
  const TILE_PX = 10
  const DEGREE = 10_000 // steps of a shape in a degree
  const MOST_ZOOM = 9.5 // closer, a footprint pretends to more than is known
  const LABEL_ZOOM = [0, 0, 8, 9] // the zoom from which a place name of each rank is shown

  const svg = (name, attributes, ...children) => {
    const element = document.createElementNS(SVG, name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }
  const span = (className, text) => {
    const element = document.createElement('span')
    element.className = className
    element.textContent = text
    return element
  }
  // A ring as dashboard/draw/shapes.py writes it: the first corner, then the steps to each next one.
  const cornersOf = steps => {
    const corners = []
    for (let n = 0, lon = 0, lat = 0; n < steps.length; n += 2) corners.push(new L.LatLng((lat += steps[n + 1]) / DEGREE, (lon += steps[n]) / DEGREE))
    return corners
  }
  // The lines around a MultiPolygon, without the stretches along which it was only cut off.
  const borders = ({ coordinates }, { meridians, parallels }) => {
    const lines = []
    for (const ring of coordinates.flat()) {
      let line = []
      for (const [n, [lon, lat]] of ring.entries()) {
        const [lonBefore, latBefore] = ring[n - 1] || []
        const cut = (lon === lonBefore && meridians.includes(lon)) || (lat === latBefore && parallels.includes(lat))
        if (cut) lines.push(line.splice(0))
        line.push([lat, lon])
      }
      lines.push(line)
    }
    return lines.filter(line => line.length > 1)
  }
  // Leaflet's own says km and m in every language.
  const Scale = L.Control.Scale.extend({
    _updateMetric(most) {
      const metres = this._getRoundNum(most)
      const { kilometres, metres: short } = this.options.words
      const words = metres < 1_000 ? short.replace('{n}', metres) : kilometres.replace('{n}', (metres / 1_000).toLocaleString('en'))
      this._updateScale(this._mScale, words, metres / most)
    },
  })
  // Draws anew only where ground comes into sight that is not drawn yet: a short move slides what is there.
  const SlidingSvg = L.SVG.extend({
    options: { padding: 0.35 },
    _reset() {
      this._bounds = null // the points that it counts in have moved
      L.SVG.prototype._reset.call(this)
    },
    _update() {
      const start = this._map.containerPointToLayerPoint([0, 0])
      const seen = L.bounds(start, start.add(this._map.getSize()))
      if (!this._bounds || this._zoom !== this._map.getZoom() || !this._bounds.contains(seen)) L.SVG.prototype._update.call(this)
    },
  })
  const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

  // One tile of each fill, in strokes of `width` pixels.
  const STROKES = {
    hatch: (color, width) => [svg('path', { d: 'M-2,2 L2,-2 M-1,11 L11,-1 M8,12 L12,8', stroke: color, 'stroke-width': width })],
    cross: (color, width) => [svg('path', { d: 'M0,0 L10,10 M10,0 L0,10', stroke: color, 'stroke-width': width * 0.75 })],
    bars: (color, width) => [svg('path', { d: 'M0,2.5 H10 M0,7.5 H10', stroke: color, 'stroke-width': width * 0.75 })],
    dots: (color, width) => [2.5, 7.5].map(at => svg('circle', { cx: at, cy: at, r: width * 0.7, fill: color })),
    plus: (color, width) => [svg('path', { d: 'M5,1.8 V8.2 M1.8,5 H8.2', stroke: color, 'stroke-width': width * 0.85 })],
    minus: (color, width) => [svg('path', { d: 'M1.8,5 H8.2', stroke: color, 'stroke-width': width * 0.85 })],
    none: () => [],
  }

  L.ZoneLayer = L.Layer.extend({
    initialize(options) {
      L.setOptions(this, options)
      this.zones = new Map() // zone id → { feature, parts: [layer] }
      this.shown = new Map() // zone id → the status, or the change between two days, that it is painted with
      this.counts = {} // the same → the number of its zones, of those too that are not painted
      this.other = '' // the day that the one shown is compared with, '' for none
      this.known = '' // '' for all that is known, 'then' for what was known on the day shown, else a day
      this.sieve = { visible: null, statuses: null }
      this.prefix = `zone-${L.stamp(this)}`
    },

    onAdd(map) {
      this.map = map
      map.zoneLayer = this
      const panes = { 'hudna-base': 200, 'hudna-selection': 450, 'hudna-labels': 460 }
      for (const [name, depth] of Object.entries(panes)) {
        map.createPane(name).style.zIndex = depth
        map.getPane(name).style.pointerEvents = 'none'
      }
      map.attributionControl.setPrefix(false)
      map.attributionControl.addAttribution(this.options.attribution)
      new Scale({ imperial: false, position: 'bottomright', words: this.options.words }).addTo(map)
      this.ready = this._load()
    },

    onRemove() {}, // it is only ever removed with its map

    // Takes the size that the map's element has by now, with the same point in the middle: Leaflet would keep the corner, or the
    // middle to a pixel, and a link that says where the middle is would move the map a little each time it is opened. False where
    // it has that size already.
    takeSize(middle = this.map.getCenter()) {
      const { clientWidth, clientHeight } = this.map.getContainer()
      if (this.map.getSize().equals([clientWidth, clientHeight])) return false
      const flight = this.flight
      this.map.invalidateSize()
      this.map.setView(middle, this.map.getZoom(), { reset: true }) // any other way goes whole pixels
      if (flight) this._fly(flight) // the page took its last shape on the way
      return true
    },

    async _load() {
      const [base, zones] = await Promise.all([this.options.baseMap, this.options.shapes].map(path => window.hudnaRead(path)))
      this._drawBase(base)
      if (this.options.tiles) L.tileLayer(this.options.tiles, { pane: 'hudna-base' }).addTo(this.map)
      this._definePatterns()
      this.histories = zones.histories
      zones.features.forEach(feature => this._addPart(feature))
      this._followZoom(zones)
      this._drawLabels()
    },

    // Countries as polygons, the land around them first where a zone lies there; their borders, but for where they are only cut
    // off; disputed parts once more on top, dashed, so that their border is nobody's solid line.
    _drawBase(base) {
      const { home, colours } = this.options
      const renderer = new SlidingSvg({ pane: 'hudna-base', padding: 1 })
      const draw = (features, style) => L.geoJSON(features, { pane: 'hudna-base', renderer, interactive: false, style }).addTo(this.map)
      const disputed = base.features.filter(feature => feature.properties.disputed)
      const land = base.features.filter(feature => !feature.properties.disputed)
      for (const far of [true, false]) {
        const countries = land.filter(feature => Boolean(feature.properties.far) === far)
        draw(countries, ({ properties }) => ({
          stroke: false, fillOpacity: 1, fillColor: properties.country === home ? colours.home : colours.land,
        }))
        const lines = countries.flatMap(({ geometry }) => borders(geometry, base.cuts))
        L.polyline(lines, { pane: 'hudna-base', renderer, interactive: false, color: colours.border, weight: 0.8 }).addTo(this.map)
      }
      draw(disputed, { color: colours.home, weight: 3, fill: false })
      draw(disputed, { color: colours.border, weight: 1.4, dashArray: '4 4', fill: false })
    },

    _definePatterns() {
      this.renderer = new SlidingSvg().addTo(this.map)
      const patterns = Object.entries(this.options.styles).flatMap(([status, { color, fill }]) => {
        const doubtful = fill === 'solid' ? 'hatch' : fill
        return [this._pattern(status, 'core', color, fill, 2.2, fill === 'none' ? 0.1 : 0.16), this._pattern(status, 'possible', color, doubtful, 1, 0.07)]
      })
      this.renderer._container.prepend(svg('defs', {}, ...patterns))
    },

    _pattern(status, part, color, fill, width, wash) {
      const solid = fill === 'solid'
      const ground = svg('rect', { width: TILE_PX, height: TILE_PX, fill: color, 'fill-opacity': solid ? 0.45 : wash })
      const strokes = solid ? [] : STROKES[fill](color, width)
      const size = { width: TILE_PX, height: TILE_PX, patternUnits: 'userSpaceOnUse' }
      return svg('pattern', { id: `${this.prefix}-${status}-${part}`, ...size }, ground, ...strokes)
    },

    _addPart(feature) {
      const { zone, part } = feature.properties
      const layer = L.polygon([], { renderer: this.renderer, smoothFactor: 0 }) // Leaflet thins each shape by itself, which opens gaps
      layer.feature = feature
      layer.on('add', () => {
        layer.getElement().setAttribute('data-zone', zone)
        layer.getElement().setAttribute('data-part', part)
      })
      layer.on('click', event => this._clicked(event))
      // a tip is bound to the shape that the pointer reaches: to bind thousands takes longer than to draw them
      layer.once('mouseover', ({ latlng }) => {
        layer.bindTooltip(() => this._tip(feature), { sticky: true, direction: 'top', className: 'zone-tip', opacity: 1 }).openTooltip(latlng)
      })
      const known = this.zones.get(zone) || { feature, parts: [] }
      known.parts.push(layer)
      this.zones.set(zone, known)
    },

    // Each zoom has its own corners; neighbours lose the same ones, so that no gap opens between them.
    _followZoom({ shapes, below }) {
      const parts = [...this.zones.values()].flatMap(({ parts }) => parts)
      const take = () => {
        const level = 1 + below.findIndex(zoom => this.map.getZoom() < zoom) // 0 where none is that coarse
        if (level === this.level) return
        this.level = level
        const corners = new Map() // shape → its corners in this level, which every zone of that shape shares
        for (const layer of parts) {
          const { shape } = layer.feature
          if (!corners.has(shape)) corners.set(shape, shapes[shape][level].map(polygon => polygon.map(cornersOf)))
          layer.setLatLngs(corners.get(shape))
        }
        if (this.selected) this._outlineSelection()
      }
      this.map.on('zoomend', take)
      take()
    },

    // [first day, first day after or null, status shown, status that it faded from or null, status beside any breaches];
    // ISO days compare as strings
    _periodOn(zone, day) {
      const { periods, accounts } = this.histories[zone]
      const clock = this._clock(day)
      const told = clock ? (accounts.findLast(([known]) => known <= clock) || [null, []])[1] : periods
      return told.find(([start, end]) => start <= day && (end === null || day < end))
    },

    _clock(day) { return this.known === 'then' ? day : this.known },

    statusOn(zone, day) { return this._periodOn(zone, day)?.[2] ?? null },

    // Whether a zone's truce holds on a day, null where that is open. The rule is that of geo/ledger/comparison.py.
    _holdsOn(zone, day, period) {
      if (period) return this.options.holds[period[4]]
      const { begun, beginnings } = this.histories[zone]
      const clock = this._clock(day)
      const first = clock ? (beginnings.findLast(([known]) => known <= clock) || [])[1] : begun
      return first && day < first ? false : null
    },

    // What the day shown and the other one say of a zone, in the words of geo/ledger/comparison.py.
    changeOf(zone) {
      const days = [this.day, this.other].sort()
      const [before, after] = days.map(day => this._periodOn(zone, day))
      const [held, holds] = [this._holdsOn(zone, days[0], before), this._holdsOn(zone, days[1], after)]
      if (held === false && holds) return 'gained'
      if (held && holds === false) return 'lost'
      const [known, knows] = [before, after].map(period => period && period[4] !== 'unknown')
      if (!known || !knows) return known ? 'no_longer_reported' : knows ? 'newly_reported' : 'unreported'
      return before[2] === after[2] && before[4] === after[4] ? 'unchanged' : 'changed'
    },

    // Between two days, a zone of which neither tells anything is counted and not painted.
    _isToldOf(zone) { return [this.day, this.other].some(day => day && this._periodOn(zone, day)) },

    // Zones that search and filters have left out; a chosen zone is shown for all that. Between two days no status is asked for.
    _hidden(zone) {
      const { visible, statuses } = this.sieve
      const unasked = statuses && !this.other && !statuses.includes(this.statusOn(zone, this.day))
      return zone !== this.selected && Boolean((visible && !visible.has(zone)) || unasked)
    },

    // Paints a day, as known on another, compared with a third, a selection, and what a sieve leaves of the zones; what is left
    // out stays as it is.
    async show({ day, known, other, selected, sieve }) {
      await this.ready
      if (day !== undefined) this.day = day
      if (known !== undefined) this.known = known
      if (other !== undefined) this.other = other
      if (selected !== undefined) this.selected = selected
      if (sieve) this.sieve = { visible: sieve.visible && new Set(sieve.visible), statuses: sieve.statuses }
      this.counts = {}
      for (const [zone, { parts }] of this.zones) {
        const told = this.other ? this.changeOf(zone) : this.statusOn(zone, this.day)
        const counted = told && !this._hidden(zone)
        if (counted) this.counts[told] = (this.counts[told] || 0) + 1
        const status = counted && this._isToldOf(zone) ? told : null
        if (status === (this.shown.get(zone) ?? null)) continue
        for (const layer of parts) {
          if (!status) { layer.remove(); continue }
          const { part, wide } = layer.feature.properties
          const style = this._style(status, part, wide)
          if (this.map.hasLayer(layer)) layer.setStyle(style)
          else {
            L.setOptions(layer, style) // written when it is added
            layer.addTo(this.map)
          }
          if (wide) layer.bringToBack()
        }
        if (status) this.shown.set(zone, status)
        else this.shown.delete(zone)
      }
      this._outlineSelection()
      return this.shown
    },

    // A truce over a whole country is a quiet ground for those that have a place in it.
    _style(status, part, wide) {
      const { color, line } = this.options.styles[status]
      const outline = part === 'core' ? { weight: 1.8, dashArray: line || null } : { weight: 1.1, dashArray: line || '1 4' }
      return { ...outline, color, fillColor: `url(#${this.prefix}-${status}-${part})`, fillOpacity: wide ? 0.3 : 1 }
    },

    _outlineSelection() {
      if (this.outline) this.outline.remove()
      this.outline = null
      if (!this.shown.has(this.selected)) return
      const { parts } = this.zones.get(this.selected)
      const { ink, paper } = this.options.colours
      const corners = parts[parts.length - 1].getLatLngs() // the core where there is one
      const stroke = (color, weight) => L.polygon(corners, { pane: 'hudna-selection', interactive: false, color, weight, fill: false })
      this.outline = L.layerGroup([stroke(paper, 6), stroke(ink, 2.6)]).addTo(this.map)
    },

    // A zone's name and the lines of how it stands; empty for one that is not on the map.
    wordsOf(zone) {
      if (!this.zones.has(zone)) return []
      const { language, words } = this.options
      const said = day => {
        const [, , status, faded] = this._periodOn(zone, day) || [null, null, 'none', null]
        return faded ? `${words[status]} (${words.faded}: ${words[faded]})` : words[status]
      }
      const [earlier, later] = [this.day, this.other].sort()
      const lines = this.other
        ? [words[this.shown.get(zone)], `${words.earlier}: ${said(earlier)}`, `${words.later}: ${said(later)}`]
        : [said(this.day)]
      return [this.zones.get(zone).feature.properties.name[language], ...lines]
    },

    _tip(feature) {
      const tip = document.createElement('div')
      const [name, ...lines] = this.wordsOf(feature.properties.zone)
      tip.dir = this.options.language === 'ar' ? 'rtl' : 'ltr'
      tip.append(span('tip-name', name), ...lines.map(line => span('tip-status', line)))
      return tip
    },

    _clicked(event) {
      L.DomEvent.stopPropagation(event)
      const { clientX, clientY } = event.originalEvent
      const stack = this.map.getContainer().getRootNode().elementsFromPoint(clientX, clientY)
      const here = [...new Set(stack.map(element => element.dataset?.zone).filter(Boolean))]
      if (here.length > 1) this._offer(here, event.latlng)
      else this.choose(event.target.feature.properties.zone)
    },

    choose(zone) {
      this.map.closePopup()
      this.map.fire('zone:chosen', { zone })
    },

    // Zones that lie on one another are offered one by one.
    _offer(zones, where) {
      const list = document.createElement('div')
      list.className = 'zone-choice'
      list.dir = this.options.language === 'ar' ? 'rtl' : 'ltr'
      list.append(span('choice-heading', this.options.words.chooseZone))
      for (const zone of zones) {
        const button = document.createElement('button')
        const [name, ...lines] = this.wordsOf(zone)
        button.type = 'button'
        button.dataset.zone = zone
        button.append(span('tip-name', name), ...lines.map(line => span('tip-status', line)))
        button.addEventListener('click', () => this.choose(zone))
        list.append(button)
      }
      L.popup({ closeButton: false, className: 'zone-popup', maxWidth: 280 }).setLatLng(where).setContent(list).openOn(this.map)
      list.querySelector('button').focus({ preventScroll: true })
    },

    // The zones shown of which nothing is in what the map shows.
    outOfSight() {
      const seen = this.map.getBounds()
      return new Set([...this.shown.keys()].filter(zone => {
        const told = this.zones.get(zone)
        told.bounds ??= this.boundsOf([zone])
        return !seen.intersects(told.bounds)
      }))
    },

    boundsOf(zones) { // null where none of them is drawn
      const parts = zones.flatMap(zone => this.zones.get(zone)?.parts || [])
      return parts.length ? L.featureGroup(parts).getBounds() : null
    },

    // Moves to zones, or to an extent [west, south, east, north]; a single place is shown with a pulse.
    async focus({ zones = [], extent = null }) {
      await this.ready
      const bounds = this.boundsOf(zones) || (extent && L.latLngBounds([extent[1], extent[0]], [extent[3], extent[2]]))
      if (!bounds) return
      this._fly(bounds)
      if (extent && bounds.getSouthWest().equals(bounds.getNorthEast())) this._pulse(bounds.getCenter())
    },

    _fly(bounds) {
      this.flight = bounds
      this.map.once('moveend', () => { this.flight = null })
      this.map.flyToBounds(bounds, { animate: !calm(), duration: 0.6, maxZoom: MOST_ZOOM, padding: [40, 40] })
    },

    _pulse(where) {
      if (this.pulse) this.pulse.remove()
      const icon = L.divIcon({ className: 'place-pulse', iconSize: [18, 18] })
      this.pulse = L.marker(where, { interactive: false, keyboard: false, icon }).addTo(this.map)
    },

    _drawLabels() {
      this.labels = this.options.places.map(({ name, lon, lat, rank }) => {
        const icon = L.divIcon({ className: `place-label rank-${rank}`, iconSize: null, html: '' })
        const marker = L.marker([lat, lon], { pane: 'hudna-labels', interactive: false, keyboard: false, icon })
        marker.on('add', () => {
          const text = document.createElement('bdi')
          text.textContent = name
          marker.getElement().replaceChildren(document.createElement('i'), text)
        })
        return { rank, marker: marker.addTo(this.map), shown: true }
      })
      this.map.on('zoomend resize', () => this._declutter())
      this._measureLabels()
      this._declutter()
      if (document.fonts.status === 'loaded') return
      document.fonts.ready.then(() => {
        if (!this.map.hasLayer(this)) return
        this._measureLabels()
        this._declutter()
      })
    },

    // Where each name and its dot lie about its point, in pixels: read once, for reading between two changes lays the page out again.
    _measureLabels() {
      for (const label of this.labels) {
        const element = label.marker.getElement()
        const point = element.getBoundingClientRect()
        const parts = [...element.children].map(part => part.getBoundingClientRect()).filter(part => part.width)
        const least = side => Math.min(...parts.map(part => part[side])) - point[side]
        const most = side => Math.max(...parts.map(part => part[side]))
        label.box = { left: least('left'), right: most('right') - point.left, top: least('top'), bottom: most('bottom') - point.top }
      }
    },

    // Shows the names that fit, the more important first.
    _declutter() {
      const taken = []
      for (const label of this.labels) {
        const { x, y } = this.map.latLngToLayerPoint(label.marker.getLatLng())
        const box = { left: x + label.box.left, right: x + label.box.right, top: y + label.box.top, bottom: y + label.box.bottom }
        const clash = () => taken.some(t => box.left < t.right && t.left < box.right && box.top < t.bottom && t.top < box.bottom)
        const shown = this.map.getZoom() >= LABEL_ZOOM[label.rank] && !clash()
        if (shown !== label.shown) label.marker.getElement().style.visibility = shown ? '' : 'hidden'
        label.shown = shown
        if (shown) taken.push(box)
      }
    },
  })
})(window.L)
