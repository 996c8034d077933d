const started = {}
export default component => {
  const address = new URL(component.data.assets.start, document.baseURI).href
  started[address] ??= import(address)
  const unmount = started[address].then(start => start.default(component))
  unmount.catch(() => { component.parentElement.textContent = component.data.failed })
  return () => unmount.then(end => end())
}
