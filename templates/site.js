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
