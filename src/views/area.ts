import type { Agency } from '../catalog/model.js'

/** “Phường Ví Dụ” out of “Ủy ban nhân dân phường Ví Dụ”; nothing where the office is called otherwise. */
export function wardName(agency: Agency | undefined): string | undefined {
  const ward = /^(?:(?:Ủy|Uỷ) ban nhân dân|UBND) (.+)$/iu.exec(agency?.name ?? '')?.[1]
  return ward === undefined ? undefined : ward.charAt(0).toUpperCase() + ward.slice(1)
}
