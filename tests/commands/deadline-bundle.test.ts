import { describe, expect, it } from 'vitest'
import { tthc } from '../bundle.js'

describe('deadline, as users run it', () => {
  it('counts working days over a week-end', () => {
    const { status, stdout } = tthc(['deadline', '5 ngày làm việc', '--from', '2026-11-20'])
    expect(status).toBe(0)
    // From Friday on; the Tuesday after it is a holiday, 24 November.
    expect(stdout).toContain('hạn trả kết quả 30/11/2026')
  })

  it('refuses a day that the calendar lacks, and a time that has no unit', () => {
    expect(tthc(['deadline', '5 ngày', '--from', '2026-02-30']).status).toBe(2)
    const { status, stderr } = tthc(['deadline', '5'])
    expect(status).not.toBe(0)
    expect(stderr).not.toBe('')
  })
})
