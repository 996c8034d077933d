export default one => {
  const end = import(new URL(one.data.assets.start, document.baseURI)).then(start => start.default(one))
  end.catch(() => { one.parentElement.textContent = one.data.failed })
  return () => end.then(leave => leave())
}
