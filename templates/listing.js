// The search of the page. Without it the page is the whole list, so the search box shows only where this runs.
;(() => {
  const main = document.querySelector('main')
  const search = document.getElementById('search')
  const words = document.getElementById('search-words')
  const status = document.getElementById('search-status')
  const contents = document.querySelector('.contents details')

  /** “Đăng ký” and “dang ki” alike: no marks, no đ, y as i, single spaces; a space at both ends marks whole words. */
  function folded(text) {
    const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('y', 'i')
    return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
  }

  const groups = Array.from(document.querySelectorAll('.field'), section => {
    const name = section.querySelector('.field-name').textContent
    return {
      section,
      entry: document.querySelector(`.contents a[href="#${section.id}"]`).parentElement,
      procedures: Array.from(section.querySelectorAll('.procedure'), article => {
        const title = article.querySelector('h3').textContent
        const code = article.querySelector('.code').textContent
        return { article, text: folded(`${title} ${article.dataset.also ?? ''} ${code} ${name}`) }
      }),
    }
  })
  const total = groups.reduce((sum, { procedures }) => sum + procedures.length, 0)

  function filter() {
    const wanted = folded(words.value)
      .split(' ')
      .filter(word => word !== '')
    let found = 0
    for (const { section, entry, procedures } of groups) {
      let shown = 0
      for (const { article, text } of procedures) {
        // Each word must begin a word of the procedure: “ho” finds “hộ tịch”, not “cho”.
        const matches = wanted.every(word => text.includes(` ${word}`))
        article.hidden = !matches
        if (matches) shown += 1
      }
      found += shown
      section.hidden = wanted.length > 0 && shown === 0
      entry.hidden = section.hidden
    }
    main.toggleAttribute('data-searching', wanted.length > 0)
    status.textContent = wanted.length === 0 ? '' : result(found)
  }

  function result(found) {
    const asked = words.value.trim()
    if (found === 0) return `Không có thủ tục nào khớp với “${asked}”. Thử dùng ít từ hơn, ví dụ “khai sinh”.`
    return `Tìm thấy ${found} trong tổng số ${total} thủ tục với từ khóa “${asked}”.`
  }

  words.addEventListener('input', filter)
  document.getElementById('search-clear').addEventListener('click', () => {
    words.value = ''
    filter()
    words.focus()
  })
  search.hidden = false
  // Browsers put back what was typed before a reload or a step back.
  window.addEventListener('pageshow', filter)

  // On a phone the contents would push the list far down; on paper they are wanted whole.
  if (window.matchMedia('screen and (max-width: 40em)').matches) contents.open = false
  window.addEventListener('beforeprint', () => {
    contents.open = true
  })
})()
