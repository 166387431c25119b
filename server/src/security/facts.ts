/** One fact of an act, in words; `before` and `after` where it is a change. */
export type Fact =
  | { readonly key: string; readonly value: string }
  | { readonly key: string; readonly before: string | null; readonly after: string | null }

export const isChange = (fact: Fact): fact is Extract<Fact, { before: string | null }> => 'before' in fact

/**
 * The content of an entry as rows that a person can read: nested facts by their path, and `before` next to `after` where an
 * act has both.
 */
export function factsOf(payload: Readonly<Record<string, unknown>>): readonly Fact[] {
  const { before, after, ...rest } = payload
  const facts = flattened(rest).map(([key, value]): Fact => ({ key, value }))
  if (before === undefined && after === undefined) return facts
  const [was, is] = [new Map(flattened(before)), new Map(flattened(after))]
  const keys = [...new Set([...was.keys(), ...is.keys()])]
  const changes = keys
    .filter((key) => was.get(key) !== is.get(key))
    .map((key): Fact => ({ key, before: was.get(key) ?? null, after: is.get(key) ?? null }))
  return [...changes, ...facts]
}

/** Leaves by their path; what is no object stands under an empty path. */
function flattened(value: unknown, path = ''): (readonly [string, string])[] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [[path, String(value)]]
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null))
    return value.length === 0 ? [] : [[path, value.join(', ')]]
  return Object.entries(value).flatMap(([key, one]) => {
    const step = Array.isArray(value) ? String(Number(key) + 1) : key
    return flattened(one, path === '' ? step : `${path}.${step}`)
  })
}
