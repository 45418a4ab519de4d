import type { Fee, Procedure } from './model.js'

/** One rate and the procedure that it belongs to. */
export interface PlacedFee {
  readonly fee: Fee
  readonly procedure: Procedure
}

/** Every rate of every procedure, in their order. */
export function* allFees(procedures: readonly Procedure[]): Generator<PlacedFee> {
  for (const procedure of procedures) {
    const { fees } = procedure
    if (fees === undefined || fees === 'none' || fees === 'exempt') continue
    for (const fee of fees) yield { fee, procedure }
  }
}
