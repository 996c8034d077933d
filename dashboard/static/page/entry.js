export default component => {
  const unmount = import(new URL(component.data.assets.start, document.baseURI).href).then(start => start.default(component))
  unmount.catch(() => { component.parentElement.textContent = component.data.failed })
  return () => unmount.then(end => end())
}
