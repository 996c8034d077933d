// The review: HTML that Python drew (dashboard/draw/review_page.py), and what the keyboard does with it. A button with data-send
// tells Python what it holds, a form with data-form what it holds and what was written; data-key is a key that presses a button.
const desks = new WeakMap()
// The tab keeps who judges through a reload; where the browser keeps nothing, the name is written again.
const NAME = 'hudna-editor'
const keptName = () => { try { return sessionStorage.getItem(NAME) } catch { return null } }
const keepName = name => { try { sessionStorage.setItem(NAME, name) } catch { /* it stays in the field */ } }
// Nobody looks at an item for so short a time: a second press comes of the first, and may meet the item that has come up since.
const PRESSED_TWICE_MS = 500
const TYPED_IN = 'input, textarea, select, [contenteditable]'

class Desk {
  constructor(root) {
    this.box = root.querySelector('.hudna')
    this.box.addEventListener('click', event => this.pressed(event))
    this.box.addEventListener('submit', event => this.submitted(event))
    this.box.addEventListener('change', event => this.named(event))
    this.box.addEventListener('pointerup', () => this.takeQuote())
    this.box.addEventListener('keyup', event => { if (event.shiftKey) this.takeQuote() })
    this.kept = 0 // when something was last told to be kept
    this.key = event => this.struck(event)
    document.addEventListener('keydown', this.key)
  }

  update(component) {
    this.component = component
    const { html } = component.data
    if (html === this.html) return
    this.html = html
    const focused = this.focused()
    const held = focused?.dataset.hold
    const written = this.box.querySelector('[name=editor]')?.value
    const scrolled = this.box.querySelector('.queue')?.scrollTop
    const drawn = document.createElement('template')
    drawn.innerHTML = html
    this.box.replaceChildren(drawn.content)
    if (this.box.querySelector('.fault')) this.kept = 0 // nothing was kept: what is pressed now is no second press
    const name = this.box.querySelector('[name=editor]')
    if (name && !name.value) name.value = written ?? keptName() ?? ''
    const queue = this.box.querySelector('.queue')
    if (queue && scrolled) queue.scrollTop = scrolled
    this.box.querySelector('.queue [aria-current]')?.scrollIntoView({ block: 'nearest' })
    const first = this.box.querySelector('[data-first]')
    const again = held && this.box.querySelector(`[data-hold="${CSS.escape(held)}"]`)
    const target = first || again || (focused && this.box.querySelector('.review-item h3'))
    target?.focus({ preventScroll: !first })
    if (first?.select && first.tagName === 'INPUT') first.select()
  }

  focused() {
    const element = this.box.getRootNode().activeElement
    return element && this.box.contains(element) ? element : null
  }

  tell(message) {
    if (message.do === 'keep') {
      const now = performance.now()
      if (now - this.kept < PRESSED_TWICE_MS) return
      this.kept = now
    }
    const editor = this.box.querySelector('[name=editor]')?.value.trim()
    window.hudnaMessages.tell(this.component, { ...(editor ? { editor } : {}), ...message })
  }

  pressed(event) {
    const button = event.target.closest('[data-send]')
    if (button) this.tell(JSON.parse(button.dataset.send))
  }

  submitted(event) {
    event.preventDefault()
    this.tell({ ...JSON.parse(event.target.dataset.form), ...Object.fromEntries(new FormData(event.target)) })
  }

  named(event) {
    if (event.target.name !== 'editor') return
    const editor = event.target.value.trim()
    keepName(editor)
    this.tell({ do: 'editor', editor })
  }

  // Keys are those of the keyboard, not of the layout: they are the same with Arabic letters.
  struck(event) {
    const typing = event.composedPath()[0]?.closest?.(TYPED_IN)
    if (event.key === 'Escape' && this.box.querySelector('form')) return this.box.querySelector('[data-key=Escape]')?.click()
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const button = this.box.querySelector(`[data-key="${event.code}"]:not(:disabled)`)
    if (!button) return
    event.preventDefault()
    button.click()
  }

  // Words that are selected in the article become the quote of the open form.
  takeQuote() {
    const field = this.box.querySelector('[name=quote]')
    const root = this.box.getRootNode()
    const selection = root.getSelection ? root.getSelection() : document.getSelection()
    const source = this.box.querySelector('[data-source]')
    const words = selection?.toString().trim()
    if (field && words && source?.contains(selection.anchorNode) && source.contains(selection.focusNode)) field.value = words
  }

  remove() { document.removeEventListener('keydown', this.key) }
}

export default function (component) {
  const root = component.parentElement
  if (!desks.has(root)) desks.set(root, new Desk(root))
  desks.get(root).update(component)
  return () => { desks.get(root)?.remove(); desks.delete(root) }
}
