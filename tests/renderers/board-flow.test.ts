import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, flow } from '../../src/renderers/board-flow.js'

interface Made {
  readonly height: number
  readonly keep: boolean
  readonly headed: boolean
}

const head: Block = { height: 3, gap: 1, keep: true, place: () => [] }

/** Named by its number; splittable into lines of one millimetre. */
function block(number: number, { height, keep, headed }: Made): Block {
  return {
    height,
    gap: 0.5,
    ...(keep && { keep }),
    ...(headed && { head }),
    key: String(number),
    place: () => [],
    split: room => {
      const part = Math.floor(room)
      if (part < 1 || part >= height) return undefined
      const pieces = [part, height - part].map(one => block(number, { height: one, keep, headed }))
      return [pieces[0] as Block, pieces[1] as Block]
    },
  }
}

const mades = fc.array(
  fc.record({ height: fc.integer({ min: 1, max: 60 }), keep: fc.boolean(), headed: fc.boolean() }),
  { maxLength: 30 },
)
const heights = fc.integer({ min: 12, max: 50 })

test('every block is placed, in its order, and no column overflows', () => {
  fc.assert(
    fc.property(mades, heights, (made, height) => {
      const columns =
        flow(
          made.map((one, number) => block(number, one)),
          () => height,
        ) ?? []
      const placed = columns
        .flatMap(column => column.placed.map(({ block: { key } }) => key))
        .filter(key => key !== undefined)
      expect([...new Set(placed)]).toEqual(made.map((_, number) => String(number)))
      expect(placed).toEqual([...placed].sort((a, b) => Number(a) - Number(b)))
      for (const { placed: own } of columns) {
        let bottom = 0
        for (const one of own) {
          expect(one.y).toBeGreaterThanOrEqual(bottom - 1e-9)
          bottom = one.y + one.block.height
        }
        expect(bottom).toBeLessThanOrEqual(height + 1e-5)
      }
    }),
  )
})

test('nothing is split that a column holds', () => {
  fc.assert(
    fc.property(mades, heights, (made, height) => {
      const columns =
        flow(
          made.map((one, number) => block(number, one)),
          () => height,
        ) ?? []
      const keys = columns.flatMap(column => column.placed.map(({ block: { key } }) => key))
      for (const [number, { height: own, headed }] of made.entries()) {
        const alone = own + (headed ? head.height + 0.5 : 0) <= height
        if (alone) expect(keys.filter(key => key === String(number))).toHaveLength(1)
      }
    }),
  )
})

test('a head stands on top of every column that its rows go on in', () => {
  const rows = Array.from({ length: 10 }, (_, number) => block(number, { height: 6, keep: false, headed: true }))
  const columns = flow([head, ...rows], () => 20) ?? []
  expect(columns.length).toBeGreaterThan(2)
  for (const { placed } of columns) expect(placed[0]?.block.height).toBe(3)
})

test('what stays with the next is never the last of a column', () => {
  const blocks = [10, 4, 10].map((height, number) => block(number, { height, keep: number === 1, headed: false }))
  const columns = flow(blocks, () => 16) ?? []
  expect(columns.map(({ placed }) => placed.map(({ block: { key } }) => key))).toEqual([['0'], ['1', '2']])
})

test('what fits nowhere and cannot be split is said', () => {
  expect(flow([{ height: 30, gap: 0, place: () => [] }], () => 20)).toBeUndefined()
})
