import { expect, test } from 'vitest'
import {
  caseText,
  channelsText,
  decisionText,
  feeText,
  hoursLines,
  legalText,
  levelText,
  vietnameseDate,
} from '../../src/views/vietnamese-text.js'

test('a date is written day first; what is no date stays', () => {
  expect(vietnameseDate('2022-07-01')).toBe('01/07/2022')
  expect(vietnameseDate('tháng 7')).toBe('tháng 7')
})

test('a decision and a legal basis say their day where they have one', () => {
  expect(decisionText({ number: '1234/QĐ-UBND', date: '2022-05-10', issuer: 'UBND tỉnh Bình Dương' })).toBe(
    'Quyết định số 1234/QĐ-UBND ngày 10/05/2022 của UBND tỉnh Bình Dương',
  )
  expect(decisionText({ number: '1234/QĐ-UBND' })).toBe('Quyết định số 1234/QĐ-UBND')
  expect(legalText({ number: '60/2014/QH13' })).toBe('60/2014/QH13')
  expect(legalText({ number: '371/QĐ-UBND', date: '2022-03-01' })).toBe('371/QĐ-UBND ngày 01/03/2022')
})

test('money is grouped; what is no plain amount stays', () => {
  expect(feeText({ amount: '8000', per: 'bản', kind: 'phí' })).toBe('8.000 đồng/bản (phí)')
  expect(feeText({ amount: '1.500.000' })).toBe('1.500.000 đồng')
  expect(feeText({ amount: '2,000 VNĐ/trang' })).toBe('2.000 đồng/trang')
  expect(feeText({ amount: '1.5' })).toBe('1.5')
  expect(feeText({ amount: 'theo Nghị quyết của HĐND tỉnh' })).toBe('theo Nghị quyết của HĐND tỉnh')
})

test('ways of handing in', () => {
  expect(channelsText(['counter', 'online', 'post'])).toBe('Trực tiếp, trực tuyến, qua bưu chính')
  expect(channelsText([])).toBeNull()
  expect(caseText('online', undefined)).toBe('Nộp trực tuyến')
  expect(caseText('post', 'hồ sơ phải xác minh')).toBe('Nộp qua bưu chính, hồ sơ phải xác minh')
  expect(caseText(undefined, undefined)).toBeNull()
})

test('hours of the same days stand in one line', () => {
  const hours = [
    { days: 'mon-fri', from: '07:30', to: '11:30' },
    { days: 'sat', from: '07:30', to: '11:30' },
    { days: 'mon-fri', from: '13:00', to: '17:00' },
  ]
  expect(hoursLines(hours)).toEqual(['Thứ Hai đến Thứ Sáu: 07:30–11:30, 13:00–17:00', 'Thứ Bảy: 07:30–11:30'])
})

test('a level names the decree that was in force on the day of the list', () => {
  expect(levelText('level-4', '2022-07-01')).toMatchObject({ name: 'Mức độ 4', scheme: 'Nghị định 43/2011/NĐ-CP' })
  expect(levelText('full')).toMatchObject({ name: 'Toàn trình', scheme: 'Nghị định 42/2022/NĐ-CP' })
  expect(levelText('partial', '2026-06-30').scheme).toBe('Nghị định 42/2022/NĐ-CP')
  expect(levelText('partial', '2026-07-01').scheme).toBe('Nghị định 224/2026/NĐ-CP')
  expect(levelText('information', '2026-07-01').scheme).toBeNull()
  expect(levelText('none').scheme).toBeNull()
  expect(levelText('mức 5')).toEqual({ name: 'mức 5', scheme: null, meaning: null })
})
