import { describe, expect, it } from 'vitest'
import { daysOf, intervals, overlaps } from '../../src/catalog/hours.js'

const morning = { days: 'mon-fri', from: '07:30', to: '11:30' }
const afternoon = { days: 'mon-fri', from: '13:00', to: '17:00' }
const saturday = { days: 'sat', from: '07:30', to: '11:30' }

it.each([
  ['mon', ['mon']],
  ['mon-wed', ['mon', 'tue', 'wed']],
  ['sat-mon', ['sat', 'sun', 'mon']],
  ['someday', []],
])('daysOf %s', (range, days) => {
  expect(daysOf(range)).toEqual(days)
})

it('intervals are in the order of the week', () => {
  const week = intervals([saturday, afternoon, morning])
  expect(week).toHaveLength(11)
  expect(week[0]).toEqual({ day: 'mon', from: 450, to: 690, hours: morning })
  expect(week[1]).toEqual({ day: 'mon', from: 780, to: 1020, hours: afternoon })
  expect(week.at(-1)).toEqual({ day: 'sat', from: 450, to: 690, hours: saturday })
})

describe('overlaps', () => {
  it('finds none in a usual week', () => {
    expect(overlaps([morning, afternoon, saturday])).toEqual([])
  })

  it('names each pair once, the later entry second', () => {
    const long = { days: 'mon-tue', from: '11:00', to: '13:30' }
    expect(overlaps([long, morning, afternoon])).toEqual([
      { day: 'mon', first: long, second: morning },
      { day: 'mon', first: long, second: afternoon },
    ])
  })

  it('takes an entry written twice for an overlap', () => {
    expect(overlaps([saturday, { ...saturday }])).toHaveLength(1)
  })
})
