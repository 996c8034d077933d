// The server out of reach, said in the page's language: Streamlit says it in a dialog, in English, and shuts away what is there.
const PATIENCE_MS = 1500 // a connection that is back so soon was not missed
const STATE = 'data-test-connection-state'

function watched(box, words) {
  const app = document.querySelector('.stApp')
  let losing = null
  const isLost = () => app.getAttribute(STATE) !== 'CONNECTED'
  const say = lost => {
    const said = lost ? words : ''
    if (box.textContent !== said) box.textContent = said
    losing = null
  }
  const look = () => {
    if (!isLost()) {
      clearTimeout(losing)
      say(false)
      return
    }
    document.querySelector('.stDialog [role=dialog] button')?.click()
    losing ??= setTimeout(() => say(isLost()), PATIENCE_MS)
  }
  const watch = new MutationObserver(look)
  watch.observe(app, { attributes: true, attributeFilter: [STATE] })
  watch.observe(document.body, { childList: true }) // where dialogs are put
  look()
  return () => {
    clearTimeout(losing)
    watch.disconnect()
  }
}

export default function ({ parentElement, data }) {
  const box = parentElement.querySelector('.hudna')
  box.setAttribute('role', 'status')
  return watched(box, data.words)
}
