// Takes a view along: its link, a picture of the map, a printed page. The link is the address bar's: every view is one.
const hosts = new WeakMap()

class Share {
  constructor(root) {
    this.box = root.querySelector('.hudna')
    this.said = document.createElement('span')
    this.said.className = 'said'
    this.said.setAttribute('role', 'status')
    this.buttons = Object.fromEntries(['link', 'frame', 'picture', 'print'].map(name => [name, this.button(name)]))
    this.box.append(this.said, ...Object.values(this.buttons))
    this.pictured = event => this.say(event.detail.done ? '' : this.words.picture_failed)
    window.addEventListener('hudna:pictured', this.pictured)
  }

  button(name) {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = name
    made.addEventListener('click', () => this[name]())
    return made
  }

  update({ data }) {
    this.words = data.words
    for (const [name, button] of Object.entries(this.buttons)) {
      button.setAttribute('aria-label', data.words[name])
      button.title = data.words[name]
    }
    for (const name of ['frame', 'picture']) this.buttons[name].hidden = !data.map
  }

  link() { return this.copy(location.href, this.words.copied) }

  // The view's map alone, for another page.
  frame() {
    const address = new URL(location.href)
    address.searchParams.set('frame', 'map')
    const made = document.createElement('iframe')
    Object.assign(made, { src: address.href, title: this.words.map, loading: 'lazy', width: '100%', height: '560' })
    made.style.border = '0'
    return this.copy(made.outerHTML, this.words.frame_copied)
  }

  async copy(text, done) {
    try {
      await navigator.clipboard.writeText(text)
      this.say(done)
    } catch { // no clipboard without https or against the visitor's will
      this.say(this.words.copy_failed)
    }
  }

  picture() {
    this.say(this.words.drawing)
    window.dispatchEvent(new CustomEvent('hudna:picture'))
  }

  print() { window.print() }

  say(words) {
    clearTimeout(this.quiet)
    this.said.textContent = words
    if (words) this.quiet = setTimeout(() => { this.said.textContent = '' }, 6_000)
  }

  remove() {
    clearTimeout(this.quiet)
    window.removeEventListener('hudna:pictured', this.pictured)
  }
}

export default function (component) {
  const root = component.parentElement
  if (!hosts.has(root)) hosts.set(root, new Share(root))
  hosts.get(root).update(component)
  return () => { hosts.get(root)?.remove(); hosts.delete(root) }
}
