// Starts a component: its style sheets, its own script, and what every component takes from Python.
const UNPACKER = 'app/static/vendor/fflate/fflate.js'
const started = new WeakMap()
const newest = new WeakMap() // what Python told last: what had to be unpacked must not come after it
const sheets = new Map()
const reading = new Map()
const here = path => new URL(path, document.baseURI).href

// Reads what Python published (dashboard/published.py). The name tells the content, so that a kept copy is never out of date, and
// what is asked for `ahead` is not asked for again. Large files are packed already: the server packs none for a visitor.
async function fetched(path) {
  const answer = await fetch(here(path), { cache: 'force-cache' })
  if (!answer.ok) throw new Error(`${answer.status} ${path}`)
  return path.endsWith('.gz') ? new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).json() : answer.json()
}

window.hudnaRead = (path, { ahead = false } = {}) => {
  const read = reading.get(path) || fetched(path)
  if (ahead) reading.set(path, read)
  else reading.delete(path)
  return read
}

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

// Long HTML comes packed (dashboard/views/components.py). Unpacked on the spot: the browser's own stream, good for large files,
// takes turns with another thread, which costs a click some 10 ms.
function unpacked({ gzip }) {
  const unpack = () => {
    const bytes = Uint8Array.from(atob(gzip), letter => letter.charCodeAt())
    return self.fflate.strFromU8(self.fflate.gunzipSync(bytes))
  }
  return self.fflate ? unpack() : import(here(UNPACKER)).then(unpack)
}

async function start(root, { module, messages, styles }) {
  const [script, , ...adopted] = await Promise.all([import(here(module)), import(here(messages)), ...styles.map(sheet)])
  root.getRootNode().adoptedStyleSheets.push(...adopted)
  return script
}

export default function (component) {
  const { parentElement: root, data } = component
  let unmount = null
  let gone = false
  const box = root.querySelector('.hudna')
  const frame = { lang: data.language, dir: data.direction, 'data-theme': data.theme, style: `--height:${data.height}` }
  // even the same language, written again, has every shape of the map and every line of a list styled anew
  for (const [name, value] of Object.entries(frame)) if (box.getAttribute(name) !== value) box.setAttribute(name, value)
  if (!started.has(root)) started.set(root, start(root, data.assets))
  newest.set(root, component)
  const html = data.html?.gzip ? unpacked(data.html) : data.html
  Promise.all([started.get(root), html]).then(
    ([module, html]) => {
      if (gone || newest.get(root) !== component) return
      unmount = module.default({ ...component, data: { ...data, html } })
    },
    fault => {
      console.error(fault)
      box.textContent = data.failed
    })
  return () => { gone = true; if (unmount) unmount() }
}
