import fc from 'fast-check'

/** Signs that mean something in HTML, JSON, Turtle or IRIs, half letters, marks, and some that mean nothing. */
const signs = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '`',
    '/',
    '\\',
    '{',
    '}',
    '|',
    '^',
    '%',
    '#',
    '?',
    '!',
    '-',
    '=',
    ' ',
    '\n',
    '\r',
    '\t',
    '\0',
  ],
  ...[
    '\u007F',
    '\u0085',
    '\u00A0',
    '\u2028',
    '\u2029',
    '\uFEFF',
    '\uD800',
    '\uDC00',
    '😀',
    'ệ',
    'e\u0323\u0302',
    'đ',
    'a',
    '1',
  ],
]

export const awkwardText = fc.array(fc.constantFrom(...signs), { maxLength: 20 }).map(parts => parts.join(''))
