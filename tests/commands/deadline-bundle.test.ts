import { describe, expect, it } from 'vitest'
import { tthc } from '../bundle.js'

describe('deadline, as users run it', () => {
  it('counts working days over a week-end', () => {
    const { status, stdout } = tthc(['deadline', '5 ngày làm việc', '--from', '2026-11-20'])
    expect(status).toBe(0)
    // From Friday on; the Tuesday after it is a holiday, 24 November.
    expect(stdout).toContain('hạn trả kết quả 30/11/2026')
  })

  it('names the years whose holidays it does not know, and refuses what ends after 9999', () => {
    const { status, stdout } = tthc(['deadline', '1 năm', '--from', '2027-12-30'])
    expect(status).toBe(0)
    expect(stdout).toContain('năm 2027 chưa có quyết định')
    expect(stdout).toContain('chưa tính Tết Nguyên đán, Giỗ Tổ Hùng Vương và ngày nghỉ hoán đổi của năm 2028–2029 vì')
    const far = tthc(['deadline', '1 năm', '--from', '9999-06-01'])
    expect(far.status).toBe(2)
    expect(far.stderr).toContain('kết thúc sau năm 9999')
  })

  it('refuses a day that the calendar lacks, and a time that has no unit', () => {
    expect(tthc(['deadline', '5 ngày', '--from', '2026-02-30']).status).toBe(2)
    const { status, stderr } = tthc(['deadline', '5'])
    expect(status).not.toBe(0)
    expect(stderr).not.toBe('')
  })
})
