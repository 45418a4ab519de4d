import { expect, it } from 'vitest'
import type { Procedure } from '../../src/catalog/model.js'
import { procedureParts } from '../../src/views/procedure-parts.js'

const bare: Procedure = { code: '1.001193', title: 'Đăng ký khai sinh', field: 'ho-tich' }

it('knows silence from a “none” that was said', () => {
  const silent = procedureParts(bare)
  expect([silent.dossier, silent.forms, silent.conditions, silent.steps, silent.results]).toEqual(Array(5).fill(null))
  const said = procedureParts({ ...bare, dossier: 'none', forms: 'none', conditions: 'none' })
  expect([said.dossier, said.forms, said.conditions]).toEqual([[], [], []])
})

it('puts every part into words', () => {
  const parts = procedureParts({
    ...bare,
    steps: [
      { title: 'Nộp hồ sơ', actor: 'Người dân' },
      { title: 'Trả kết quả', time: '1 ngày làm việc' },
    ],
    channels: ['counter', 'online'],
    postal: true,
    dossier: [
      { name: 'Tờ khai', original: 1, copies: 2, form: 'Mẫu 1', when: 'nộp trực tiếp' },
      { name: 'Giấy ủy quyền' },
    ],
    sets: 1,
    applicants: ['citizen', 'official'],
    forms: [{ name: 'Tờ khai', code: 'TK-1', url: 'javascript:alert(1)' }],
    legalBases: [{ number: '371/QĐ-UBND', date: '2022-03-01', title: 'Về việc công bố' }],
    decision: { number: '1/QĐ-UBND', date: '2022-05-10', issuer: 'UBND tỉnh' },
    effectiveFrom: '2022-01-01',
    iso: { process: 'QT-TP-01', revision: 3, date: '2022-02-01' },
  })
  expect(parts).toMatchObject({
    steps: [
      { number: 1, title: 'Nộp hồ sơ', actor: 'Người dân', time: null },
      { number: 2, title: 'Trả kết quả', actor: null, time: '1 ngày làm việc' },
    ],
    channels: 'Trực tiếp, trực tuyến, qua bưu chính',
    dossier: [
      { name: 'Tờ khai', copies: '1 bản chính, 2 bản sao', form: 'Mẫu 1', when: 'nộp trực tiếp' },
      { name: 'Giấy ủy quyền', copies: null, form: null, when: null },
    ],
    applicants: ['Cá nhân', 'Cán bộ, công chức, viên chức'],
    forms: [{ name: 'Tờ khai', code: 'TK-1', url: null }],
    legalBases: [{ number: '371/QĐ-UBND', date: '01/03/2022', title: 'Về việc công bố' }],
    decision: 'Quyết định số 1/QĐ-UBND ngày 10/05/2022 của UBND tỉnh',
    effectiveFrom: '01/01/2022',
    effectiveTo: null,
    iso: 'QT-TP-01, lần ban hành 3, ngày 01/02/2022',
  })
})
