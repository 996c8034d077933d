// The date control without a map: what it shows is told to the page at once, to Python when it rests.
const hosts = new WeakMap()

class TimeControl {
  constructor(root) {
    this.box = root.querySelector('.hudna')
    this.turn = Promise.resolve()
  }

  update(component) {
    this.component = component
    this.turn = this.turn.then(() => this.draw(component.data))
  }

  async draw({ time, heard, modules, direction }) {
    if (!this.timeline) {
      const { Timeline } = await import(new URL(modules.timeline, document.baseURI).href)
      const bar = document.createElement('div')
      bar.className = 'timeline'
      this.box.append(bar)
      this.timeline = new Timeline(bar, {
        onDay: (day, inWords, at) => window.dispatchEvent(new CustomEvent('hudna:day', { detail: { inWords, at, statusOf: () => undefined } })),
        onRest: day => this.send({ do: 'day', day }),
        onRange: range => this.send({ do: 'range', range }),
        onHijri: wanted => this.send({ do: 'hijri', hijri: wanted ? '1' : '' }),
        onKnown: known => this.send({ do: 'known', known }),
      })
    }
    if (this.daysFrom !== time.days) {
      this.daysFrom = time.days
      this.days = await window.hudnaRead(time.days)
    }
    this.timeline.update({ ...time, options: this.days, direction, ahead: window.hudnaMessages.isAhead(this.told, heard) })
  }

  send(message) { this.told = window.hudnaMessages.tell(this.component, message) }

  remove() { this.timeline?.remove() }
}

export default function (component) {
  const root = component.parentElement
  if (!hosts.has(root)) hosts.set(root, new TimeControl(root))
  hosts.get(root).update(component)
  return () => { hosts.get(root)?.remove(); hosts.delete(root) }
}
