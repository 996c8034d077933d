// A picture of the map as it stands: the map with its legend, and below it what is shown and where it is from.
const FOOT_PX = 84

// `words` are { title, about }; `address` is the view's link. Returns a PNG as a Blob.
export async function picture(element, { library, words, address, language, direction }) {
  const { domToCanvas } = await import(new URL(library, document.baseURI).href)
  const scale = Math.max(2, window.devicePixelRatio)
  const { color, backgroundColor } = getComputedStyle(document.querySelector('.stApp'))
  const map = await domToCanvas(element, { scale, backgroundColor, filter: node => !node.classList?.contains('leaflet-control-zoom') })
  const sheet = document.createElement('canvas')
  sheet.width = map.width
  sheet.height = map.height + FOOT_PX * scale
  const pen = sheet.getContext('2d')
  pen.fillStyle = backgroundColor
  pen.fillRect(0, 0, sheet.width, sheet.height)
  pen.drawImage(map, 0, 0)
  pen.scale(scale, scale)
  const width = sheet.width / scale
  const start = direction === 'rtl' ? width - 12 : 12
  Object.assign(pen, { fillStyle: color, direction, textAlign: 'start', lang: language })
  const family = getComputedStyle(document.body).fontFamily
  pen.font = `600 16px ${family}`
  pen.fillText(words.title, start, map.height / scale + 26, width - 24)
  pen.font = `12px ${family}`
  pen.fillText(words.about, start, map.height / scale + 48, width - 24)
  Object.assign(pen, { direction: 'ltr', textAlign: direction === 'rtl' ? 'right' : 'left' })
  pen.fillText(address, start, map.height / scale + 68, width - 24)
  return new Promise((done, failed) => sheet.toBlob(blob => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'))
}

export function download(blob, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
