import type { Catalog, Procedure } from './model.js'

/**
 * The procedures that lack a part which Điều 8 khoản 2 NĐ 63/2010/NĐ-CP names. Only where the list claims to hold every
 * part (`profile: full`): a plain list need not.
 */
export function proceduresLacking({ publication, procedures }: Catalog, part: keyof Procedure): readonly Procedure[] {
  return publication?.profile === 'full' ? procedures.filter(procedure => procedure[part] === undefined) : []
}
