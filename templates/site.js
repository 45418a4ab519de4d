// Remembers the box “large print” from page to page. Without it, or without storage, the box still works on its page.
;(() => {
  const box = document.getElementById('large-print')
  const key = 'tthc-large-print'
  try {
    if (localStorage.getItem(key) === '1') box.checked = true
    box.addEventListener('change', () => localStorage.setItem(key, box.checked ? '1' : '0'))
  } catch {
    // A browser that refuses storage.
  }
})()

// The QR codes of boards bring the code of the board along: `?b=7K2MQ-9XR`.
;(() => {
  const note = document.getElementById('board-note')
  const code = new URLSearchParams(location.search).get('b') ?? ''
  if (note === null || !/^[0-9A-Z]{5}-[0-9A-Z]{3}$/.test(code)) return
  note.querySelector('strong').textContent = code
  note.querySelector('a').hash = code
  note.hidden = false
})()
