/**
 * Published totals are claims. They stand next to what the register counts by the claim's own filter, and neither is
 * ever set to the other (programme specification, 6.1).
 */

export interface Reconciliation {
  /** What was published; null where the source gives no number. */
  readonly published: number | null
  readonly register: number
  /** Register less published: negative where the register holds fewer. Null where nothing was published. */
  readonly deviation: number | null
  readonly verdict: 'agrees' | 'differs' | 'not_stated'
}

/** Puts a published total next to the register's. Both are whole numbers. */
export function reconcile(published: number | null, register: number): Reconciliation {
  if (published === null) return { published, register, deviation: null, verdict: 'not_stated' }
  const deviation = register - published
  return { published, register, deviation, verdict: deviation === 0 ? 'agrees' : 'differs' }
}

/**
 * The key and parameters of the words next to a claim: "khớp", "lệch 1" (how far, whichever way), "không nêu".
 * The direction is seen from the two numbers, which are always printed together.
 */
export function reconciliationWords({ verdict, deviation }: Reconciliation): {
  readonly key: `claim.${Reconciliation['verdict']}`
  readonly params: Readonly<Record<string, number>>
} {
  return {
    key: `claim.${verdict}`,
    params: verdict === 'differs' && deviation !== null ? { count: Math.abs(deviation) } : {},
  }
}
