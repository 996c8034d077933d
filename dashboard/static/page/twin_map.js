// A second map beside the first one: the same zones on another day. Wherever one is moved to, the other is too.
export class TwinMap {
  // `make(element)` draws the same map once more, with its zones; `frame` holds both. With `fits` the ground that the one map
  // showed fits into each of the two.
  constructor(frame, main, make, { fits }) {
    Object.assign(this, { frame, main })
    const [seen, zoom] = [main.getBounds(), main.getZoom()]
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
    main.invalidateSize({ pan: false })
    if (fits) main.fitBounds(seen, { animate: false })
    this.out = zoom - main.getZoom()
    this.map = make(this.element)
    this.map.setView(main.getCenter(), main.getZoom(), { animate: false })
    this.follow = () => this.move(main, this.map)
    main.on('move', this.follow)
    this.map.on('move', () => this.move(this.map, main))
    this.sized = new ResizeObserver(() => this.map.invalidateSize({ pan: false }))
    this.sized.observe(this.element)
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

  remove() {
    this.sized.disconnect()
    this.main.off('move', this.follow)
    this.days.forEach(day => day.remove())
    this.map.remove()
    this.element.remove()
    this.frame.classList.remove('side')
    this.main.getContainer().classList.remove('second')
    this.main.invalidateSize({ pan: false })
    this.main.setZoom(this.main.getZoom() + this.out, { animate: false })
  }
}
