import { Refusal } from '../refusal.ts'

/**
 * How much one body may hold, whatever its schema says: what follows (the search for marks of secrecy, parsing, the
 * record) costs in proportion to this. A decision over 2,000 works is the largest that is meant.
 */
export const bodyLimits = { values: 20_000, depth: 12, textLength: 200_000, nameLength: 200 } as const

/** @throws Refusal `body_too_complex` at the first value that is one too many, too deep or too long */
export function requireBounded(body: unknown): void {
  let values = 0
  const tooComplex = () => new Refusal('body_too_complex', { ...bodyLimits }, { status: 413 })
  const count = (value: unknown, depth: number): void => {
    values += 1
    if (values > bodyLimits.values || depth > bodyLimits.depth) throw tooComplex()
    if (typeof value === 'string' && value.length > bodyLimits.textLength) throw tooComplex()
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const item of value) count(item, depth + 1)
      return
    }
    // Not `Object.entries`: a million fields are not even listed before the bound is met.
    for (const name in value) {
      if (name.length > bodyLimits.nameLength) throw tooComplex()
      count((value as Record<string, unknown>)[name], depth + 1)
    }
  }
  count(body, 0)
}
