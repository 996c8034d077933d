// The server out of reach, said in the page's language: Streamlit says it in a dialog, in English, and shuts away what is there.
const PATIENCE_MS = 1500 // a connection that is back so soon was not missed
const STATE = 'data-test-connection-state'
const hosts = new WeakMap()

class Connection {
  constructor(root) {
    this.box = root.querySelector('.hudna')
    this.box.setAttribute('role', 'status')
    this.app = document.querySelector('.stApp')
    this.watch = new MutationObserver(() => this.look())
    this.watch.observe(this.app, { attributes: true, attributeFilter: [STATE] })
    this.watch.observe(document.body, { childList: true }) // where dialogs are put
  }

  update({ data }) {
    this.words = data.words
    this.look()
  }

  get lost() { return this.app.getAttribute(STATE) !== 'CONNECTED' }

  look() {
    if (!this.lost) {
      clearTimeout(this.losing)
      this.losing = null
      this.say('')
      return
    }
    document.querySelector('.stDialog [role=dialog] button')?.click()
    this.losing ??= setTimeout(() => this.say(this.lost ? this.words : ''), PATIENCE_MS)
  }

  say(words) { if (this.box.textContent !== words) this.box.textContent = words }

  remove() {
    clearTimeout(this.losing)
    this.watch.disconnect()
  }
}

export default function (component) {
  const root = component.parentElement
  if (!hosts.has(root)) hosts.set(root, new Connection(root))
  hosts.get(root).update(component)
  return () => { hosts.get(root)?.remove(); hosts.delete(root) }
}
