// The places that articles name: a switch on the map, points by role, fetched only once somebody wants them.
const made = (name, className, ...children) => {
  const element = document.createElement(name)
  element.className = className
  element.append(...children)
  return element
}
const SMALLEST_PX = 16
const LARGEST_PX = 34
const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

export class PlaceLayer {
  // `onSwitch(shown)` hears the switch, `onChoose(area)` a chosen point.
  constructor(box, { onSwitch, onChoose }) {
    Object.assign(this, { box, onChoose })
    this.input = made('input', '')
    this.input.type = 'checkbox'
    this.words = made('span', '')
    this.legend = made('ul', 'place-roles')
    box.replaceChildren(made('label', '', this.input, this.words), this.legend)
    this.input.addEventListener('change', () => {
      this.asked = this.input.checked
      if (!this.asked) this.clear()
      onSwitch(this.asked)
    })
  }

  async update(map, { shown, address }, words, direction) {
    this.box.dir = direction
    this.direction = direction
    this.words.textContent = words.places
    this.hint = words.places_keys
    if (this.asked !== undefined && this.asked !== shown) return // Python has not heard the last press yet
    this.asked = undefined
    this.input.checked = shown
    if (!shown) this.clear()
    else if (this.map !== map || this.address !== address) await this.draw(map, address)
  }

  clear() {
    this.group?.remove()
    this.group = this.map = this.address = null
    this.legend.replaceChildren()
  }

  async draw(map, address) {
    this.clear()
    Object.assign(this, { map, address })
    const answer = await fetch(new URL(address, document.baseURI))
    if (!answer.ok) throw new Error(`${answer.status} ${address}`)
    const { points, legend } = await answer.json()
    if (this.address !== address) return // switched off, or drawn anew, while it was on its way
    if (!map.getPane('hudna-places')) map.createPane('hudna-places').style.zIndex = 465 // above the names on the map
    const most = Math.max(1, ...points.map(point => point.articles))
    this.markers = points.map((point, position) => this.marker(point, position, most))
    this.group = window.L.layerGroup(this.markers).addTo(map)
    this.legend.replaceChildren(...legend.map(({ role, label, count }) => {
      const swatch = made('i', `named-place role-${role}`)
      return made('li', '', swatch, made('span', 'label', label), made('span', 'count', count.toLocaleString('en')))
    }))
  }

  marker(point, position, most) {
    const size = Math.round(SMALLEST_PX + (LARGEST_PX - SMALLEST_PX) * Math.sqrt((point.articles - 1) / Math.max(1, most - 1)))
    const icon = window.L.divIcon({ className: `named-place role-${point.role}`, iconSize: [size, size], html: '' })
    // those that fewer articles name are smaller, and lie on top
    const marker = window.L.marker([point.lat, point.lon], { icon, pane: 'hudna-places', keyboard: true, zIndexOffset: -1000 * point.articles })
    marker.bindTooltip(() => this.tip(point), { direction: 'top', offset: [0, -size / 2], className: 'zone-tip', opacity: 1 })
    marker.on('add', () => this.name(marker.getElement(), point, position))
    marker.on('click', () => this.onChoose(point.area))
    return marker
  }

  // One stop of the Tab key for all points: the arrow keys go on from there.
  name(element, point, position) {
    element.dataset.area = point.area
    element.setAttribute('aria-label', [point.name, ...point.lines].join(' · '))
    element.setAttribute('aria-description', this.hint)
    element.tabIndex = position ? -1 : 0
    if (point.articles > 1) element.dataset.count = point.articles.toLocaleString('en') // its words stand in the label
    element.addEventListener('keydown', event => {
      const way = KEYS[event.key]
      const chosen = event.key === 'Enter' || event.key === ' '
      if (!way && !chosen) return
      event.preventDefault()
      event.stopPropagation() // else the map moves
      if (chosen) { this.onChoose(point.area); return }
      const next = this.markers[(position + way + this.markers.length) % this.markers.length].getElement()
      element.tabIndex = -1
      next.tabIndex = 0
      next.focus()
    })
  }

  tip({ name, lines }) {
    const tip = made('div', '', made('span', 'tip-name', name), ...lines.map(line => made('span', 'tip-status', line)))
    tip.dir = this.direction
    return tip
  }
}
