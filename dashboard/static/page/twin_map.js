// A second map beside the first one: the same zones on another day. Wherever one is moved to, the other is too.
const standing = map => ({ middle: map.getCenter(), zoom: map.getZoom() })

export class TwinMap {
  // `make(element)` draws the same map once more, with its zones; `frame` holds both.
  constructor(frame, main, make) {
    Object.assign(this, { frame, main, seen: main.getBounds(), began: standing(main), out: 0 })
    this.element = document.createElement('div')
    this.element.className = 'map twin'
    this.days = [main.getContainer(), this.element].map(element => {
      const day = document.createElement('span')
      day.className = 'map-day'
      day.dir = 'auto' // the map is left to right in every language
      element.append(day)
      return day
    })
    frame.classList.add('side')
    main.getContainer().after(this.element)
    main.zoneLayer.takeSize()
    this.map = make(this.element)
    this.map.setView(main.getCenter(), main.getZoom(), { reset: true })
    this.follow = () => this.move(main, this.map)
    main.on('move', this.follow)
    this.map.on('move', () => this.move(this.map, main))
    this.sized = new ResizeObserver(() => this.takeSize())
    this.sized.observe(this.element)
  }

  // Once what stands around them has its size: the ground that the one map showed, as far as there is something on it
  // ([west, south, east, north]), fits into each of the two.
  fit([west, south, east, north]) {
    const { main, seen } = this
    main.zoneLayer.takeSize()
    this.takeSize()
    const [start, end] = [[Math.max(south, seen.getSouth()), Math.max(west, seen.getWest())], [Math.min(north, seen.getNorth()), Math.min(east, seen.getEast())]]
    const within = start[0] < end[0] && start[1] < end[1]
    main.fitBounds(within ? [start, end] : seen, { animate: false, padding: [6, 6] })
    this.out = this.began.zoom - main.getZoom()
    this.fitted = standing(main)
  }

  // The second map stands where the first one does, which a new size of the second does not move.
  takeSize() {
    this.moving = true
    this.layer().takeSize(this.main.getCenter())
    this.moving = false
  }

  move(leader, follower) {
    if (this.moving) return
    this.moving = true
    follower.setView(leader.getCenter(), leader.getZoom(), { animate: false })
    this.moving = false
  }

  layer() { return this.map.zoneLayer }

  // The earlier day stands first, whichever of the two is moved; each map says its day, `said` in words.
  name({ day, other, said, name }) {
    const elements = [this.main.getContainer(), this.element]
    for (const [n, iso] of [day, other].entries()) {
      const words = said(iso)
      const second = n ? other >= day : day > other
      elements[n].classList.toggle('second', second)
      if (this.days[n].textContent !== words) this.days[n].textContent = words
      elements[n].setAttribute('aria-label', `${name}: ${words}`)
    }
  }

  // A map that nobody has moved since it was fitted goes back to where it stood.
  remove() {
    const unmoved = this.fitted && this.fitted.middle.equals(this.main.getCenter()) && this.fitted.zoom === this.main.getZoom()
    this.sized.disconnect()
    this.main.off('move', this.follow)
    this.days.forEach(day => day.remove())
    this.map.remove()
    this.element.remove()
    this.frame.classList.remove('side')
    this.main.getContainer().classList.remove('second')
    this.main.zoneLayer.takeSize()
    if (unmoved) this.main.setView(this.began.middle, this.began.zoom, { reset: true })
    else this.main.setZoom(this.main.getZoom() + this.out, { animate: false })
  }
}
