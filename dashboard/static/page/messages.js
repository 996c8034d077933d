// What the page tells Python, one message after the other: a second one that went out before the first is answered would carry
// the link of before both, and one of the two acts would be lost.
const PATIENCE_MS = 10_000 // for an answer that does not come; then the visitor can go on
const waiting = [] // the first of them is on its way
let last = 0
let losing = null
let own = null // the component of that name

function send() {
  if (!waiting.length) return
  const [{ component, message }] = waiting
  component.setTriggerValue('message', message)
  losing = setTimeout(() => answered(message.at), PATIENCE_MS)
}

function answered(heard) {
  if (!waiting.length || waiting[0].message.at > heard) return
  clearTimeout(losing)
  waiting.shift()
  send()
}

window.hudnaMessages = {
  // Tells Python a message and returns its number: they count upwards.
  tell(component, message) {
    last = Math.max(last + 1, Date.now())
    waiting.push({ component, message: { ...message, at: last } })
    if (waiting.length === 1) send()
    return last
  },

  // Whether the page is ahead of what Python has just told: `heard` is the number of the last message that it knew of.
  isAhead(at, heard) { return at > heard && waiting.some(({ message }) => message.at === at) },
}

// Streamlit takes the system's new theme at once, Python draws in it when it hears something: a page that stays open is drawn anew.
const dark = matchMedia('(prefers-color-scheme: dark)')
dark.addEventListener('change', () => setTimeout(() => own && window.hudnaMessages.tell(own, { theme: dark.matches ? 'dark' : 'light' })))

// The component of that name is the last of every run: when it comes, all of the answer is here, the link too.
export default function (component) {
  own = component
  answered(component.data.heard)
}
