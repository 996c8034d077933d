// A picture of the map as it stands: the map, and below it its key, what is shown and where it is from.
const made = (name, className, words = '') => {
  const element = document.createElement(name)
  element.className = className
  element.textContent = words
  return element
}

// What stands below the map: the key where it is closed on the map, `title`, `lines` of what is chosen, `about` and the view's link.
function caption({ legend, words: { title, lines, about }, address, language, direction }) {
  const element = made('div', 'caption')
  Object.assign(element, { lang: language, dir: direction })
  if (!legend.open) {
    const key = made('div', 'legend')
    key.append(...legend.cloneNode(true).children)
    element.append(key)
  }
  const [name, ...rest] = lines
  element.append(made('p', 'caption-title', title))
  if (name) element.append(made('p', 'caption-name', name), ...rest.map(line => made('p', '', line)))
  const link = made('p', 'caption-link', address)
  link.dir = 'ltr'
  element.append(made('p', '', about), link)
  return element
}

// `frame` holds the map and its legend. Returns a PNG as a Blob.
export async function picture(frame, { library, ...told }) {
  const { domToCanvas } = await import(new URL(library, document.baseURI).href)
  const scale = Math.max(2, window.devicePixelRatio)
  const { backgroundColor } = getComputedStyle(document.querySelector('.stApp'))
  const left = ['leaflet-control-zoom', 'act', ...(told.legend.open ? [] : ['legend'])]
  const filter = node => !left.some(name => node.classList?.contains(name))
  const below = made('div', 'below-picture')
  below.setAttribute('aria-hidden', 'true')
  below.style.width = `${frame.offsetWidth}px`
  below.append(caption(told))
  frame.parentElement.append(below)
  try {
    const map = await domToCanvas(frame, { scale, backgroundColor, filter })
    const foot = await domToCanvas(below.firstChild, { scale, backgroundColor })
    const sheet = document.createElement('canvas')
    sheet.width = map.width
    sheet.height = map.height + foot.height
    const pen = sheet.getContext('2d')
    pen.drawImage(map, 0, 0)
    pen.drawImage(foot, 0, map.height)
    return await new Promise((done, failed) => sheet.toBlob(blob => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'))
  } finally {
    below.remove()
  }
}

export function download(blob, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
