// Laid over the pages of `tthc preview`, never published: reloads them when they change, and shows what the check found.
;(() => {
  const { version } = document.currentScript.dataset
  const host = document.createElement('tthc-preview')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    :host { all: initial; position: fixed; inset: auto 0 0 auto; z-index: 2147483647; max-width: 100vw; font: 15px/1.45 system-ui, sans-serif; color-scheme: light dark }
    @media print { :host { display: none } }
    .box { display: flex; flex-direction: column; align-items: flex-end; padding: 12px; gap: 8px }
    button { font: inherit; font-weight: 600; border: 2px solid #fff; border-radius: 999px; padding: 8px 16px; min-height: 44px; background: #1b5e20; color: #fff; cursor: pointer; box-shadow: 0 1px 6px #0008 }
    button.grave { background: #b3261e }
    button.warned { background: #7a4a00 }
    button:focus-visible { outline: 3px solid #1a73e8; outline-offset: 2px }
    section { box-sizing: border-box; width: min(44rem, calc(100vw - 24px)); max-height: min(70vh, 40rem); overflow: auto; background: #fff; color: #1c1b1f; border: 1px solid #79747e; border-radius: 8px; padding: 12px 16px; box-shadow: 0 2px 12px #0006 }
    section[hidden] { display: none }
    h2 { font-size: 1.05rem; margin: 0 0 8px }
    ol { list-style: none; margin: 0; padding: 0 }
    li { border-top: 1px solid #cac4d0; padding: 8px 0 }
    p { margin: 0 0 4px; overflow-wrap: anywhere }
    .severity { font-weight: 700; margin-right: .4em }
    .error { color: #b3261e } .warning { color: #7a4a00 } .info { color: #0b57d0 }
    small { color: #49454f; overflow-wrap: anywhere }
    pre { margin: 4px 0 0; padding: 6px 8px; overflow: auto; background: #f3eff4; border-radius: 4px; font: 13px/1.4 ui-monospace, monospace }
    @media (prefers-color-scheme: dark) {
      section { background: #1c1b1f; color: #e6e1e5; border-color: #938f99 }
      li { border-color: #49454f } small { color: #cac4d0 } pre { background: #2b2930 }
      .error { color: #f2b8b5 } .warning { color: #f5c06a } .info { color: #a8c7fa }
    }
  `)
  root.adoptedStyleSheets = [sheet]

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  const folded = 'tthc-preview-folded'
  const isFolded = grave => {
    const kept = sessionStorage.getItem(folded)
    return kept === null ? !grave : kept === 'yes'
  }

  const item = ({ severity, name, message, place, rule, code }) =>
    element(
      'li',
      {},
      element('p', {}, element('span', { className: `severity ${severity}`, textContent: name }), message),
      element('small', { textContent: `${place} [${rule}]` }),
      ...(code === null ? [] : [element('pre', { textContent: code })]),
    )

  const show = ({ summary, failure, grave, findings, more, words }) => {
    const panel = element('section', { id: 'panel', tabIndex: 0 }, element('h2', { textContent: words.title }))
    panel.setAttribute('aria-label', words.title)
    if (failure !== null) panel.append(element('p', { className: 'error', textContent: failure }))
    else if (findings.length === 0) panel.append(element('p', { textContent: words.none }))
    panel.append(element('ol', {}, ...findings.map(item)))
    if (more !== null) panel.append(element('p', { textContent: more }))
    const button = element('button', { type: 'button', textContent: summary })
    button.className = grave ? 'grave' : findings.some(({ severity }) => severity === 'warning') ? 'warned' : ''
    button.setAttribute('aria-controls', 'panel')
    const fold = hide => {
      panel.hidden = hide
      button.setAttribute('aria-expanded', String(!hide))
    }
    button.addEventListener('click', () => {
      fold(!panel.hidden)
      sessionStorage.setItem(folded, panel.hidden ? 'yes' : 'no')
    })
    fold(isFolded(grave))
    host.lang = words.lang
    root.replaceChildren(element('div', { className: 'box' }, panel, button))
    if (!host.isConnected) document.body.append(host)
  }

  new EventSource('/@tthc/events').addEventListener('state', ({ data }) => {
    const state = JSON.parse(data)
    if (state.failure === null && state.version !== version) location.reload()
    else show(state)
  })
})()
