// How many zones of the day lie outside of what the map shows, and the way to them: what is out of sight must not look like none.
export class OutOfSight {
  constructor(frame, { outside, show_all: all }) {
    this.outside = outside
    this.button = document.createElement('button')
    this.button.type = 'button'
    this.button.className = 'out-of-sight'
    this.number = document.createElement('span')
    const act = document.createElement('span')
    act.className = 'act'
    act.textContent = all
    this.button.append(this.number, ' ', act)
    frame.append(this.button)
  }

  watch(map) {
    this.layer = map.zoneLayer
    this.button.onclick = () => this.layer.focus({ zones: [...this.layer.shown.keys()] })
    map.on('moveend', () => this.look())
    this.look()
  }

  look() {
    const { size } = this.layer.outOfSight()
    this.button.hidden = !size
    this.number.textContent = this.outside.replace('{n}', size.toLocaleString('en'))
  }
}
