import type { Absence, Catalog, IsoDate, Officer } from './model.js'

/** Every officer whom a field, a procedure or an absence names. */
export function assignedOfficers({ officers, fields, procedures }: Catalog): Set<Officer['id']> {
  const assigned = new Set(fields.flatMap(field => field.officers ?? []))
  for (const { officer } of procedures) if (officer !== undefined) assigned.add(officer)
  for (const { id, absent } of officers) {
    for (const { deputy } of absent ?? []) if (deputy !== undefined && deputy !== id) assigned.add(deputy)
  }
  return assigned
}

/** The absence that an officer has on a day. */
function absenceOn({ absent }: Officer, day: IsoDate): Absence | undefined {
  return absent?.find(({ from, to }) => from <= day && day <= to)
}

/** Whether somebody of these is there on a day, or a deputy. */
export function isCovered(
  ids: ReadonlySet<Officer['id']>,
  officers: ReadonlyMap<Officer['id'], Officer>,
  day: IsoDate,
): boolean {
  return [...ids].some(id => {
    const officer = officers.get(id)
    if (officer === undefined) return false
    const absence = absenceOn(officer, day)
    if (absence === undefined) return true
    const deputy = absence.deputy === undefined ? undefined : officers.get(absence.deputy)
    return deputy !== undefined && absenceOn(deputy, day) === undefined
  })
}
