// Starts a component: its style sheets, its own script, and what every component takes from Python.
const started = new WeakMap()
const sheets = new Map()
const here = path => new URL(path, document.baseURI).href

// A style sheet is read once for the whole page: a panel that is opened again stands styled at once.
function sheet(path) {
  if (!sheets.has(path)) {
    sheets.set(path, fetch(here(path)).then(async answer => {
      if (!answer.ok) throw new Error(`${answer.status} ${path}`)
      return new CSSStyleSheet().replace(await answer.text())
    }))
  }
  return sheets.get(path)
}

async function start(root, { module, styles }) {
  const [script, ...adopted] = await Promise.all([import(here(module)), ...styles.map(sheet)])
  root.getRootNode().adoptedStyleSheets.push(...adopted)
  return script
}

export default function (component) {
  const { parentElement: root, data } = component
  let unmount = null
  let gone = false
  const box = root.querySelector('.hudna')
  Object.assign(box, { lang: data.language, dir: data.direction })
  Object.assign(box.dataset, { theme: data.theme })
  box.style.setProperty('--height', data.height)
  if (!started.has(root)) started.set(root, start(root, data.assets))
  started.get(root).then(
    module => { if (!gone) unmount = module.default(component) },
    fault => {
      console.error(fault)
      box.textContent = data.failed
    })
  return () => { gone = true; if (unmount) unmount() }
}
