import type { LinkAnswers } from '../src/check/link-answer.js'

/** What became of asking for the addresses in the fixtures of the link rules. */
export const links: LinkAnswers = new Map([
  ['https://con.example.vn/', { kind: 'ok' }],
  ['https://mat.example.vn/nop', { kind: 'missing', status: 404 }],
  ['https://bo.example.vn/mau.docx', { kind: 'missing', status: 410 }],
  ['https://khong-co.example.vn/', { kind: 'no-host', host: 'khong-co.example.vn' }],
  ['https://noi-bo.example.vn/', { kind: 'private', host: 'noi-bo.example.vn', address: '10.0.0.5' }],
  ['https://vong.example.vn/', { kind: 'loop' }],
  ['http://cu.example.vn/nop', { kind: 'moved', to: 'https://moi.example.vn/nop' }],
  ['https://cham.example.vn/', { kind: 'unreachable', reason: 'timeout', detail: 'ETIMEDOUT' }],
  ['https://hong.example.vn/', { kind: 'unreachable', reason: 'status', detail: '503' }],
  ['https://het-han.example.vn/', { kind: 'unreachable', reason: 'certificate', detail: 'CERT_HAS_EXPIRED' }],
  ['https://tat.example.vn/', { kind: 'unreachable', reason: 'connection', detail: 'ECONNREFUSED' }],
])
