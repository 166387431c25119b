import { bearsSecretMark } from './find-secret-marks.ts'

/** Where in an input a mark stands; undefined for a name that is not one of ours and might be a text itself. */
export interface MarkedField {
  readonly field: string | undefined
}

// Kept as a hash only; it may be anything.
const notText = /password$/i
const fieldName = /^[A-Za-z_]\w{0,59}$/
const depthLimit = 20

/** The first text of an input, however deep, that bears a mark of secrecy. Names sent by a caller are read as texts too. */
export function findMarkedField(input: unknown): MarkedField | undefined {
  return search(input, [], depthLimit)
}

function search(value: unknown, path: readonly string[], depth: number): MarkedField | undefined {
  if (typeof value === 'string') return bearsSecretMark(value) ? { field: fieldOf(path) } : undefined
  if (typeof value !== 'object' || value === null || depth === 0) return undefined
  for (const [name, inner] of Object.entries(value)) {
    if (bearsSecretMark(name)) return { field: fieldOf(path) }
    if (notText.test(name)) continue
    const found = search(inner, Array.isArray(value) ? path : [...path, name], depth - 1)
    if (found !== undefined) return found
  }
  return undefined
}

const fieldOf = (path: readonly string[]): string | undefined =>
  path.length > 0 && path.every((name) => fieldName.test(name)) ? path.join('.').slice(0, 100) : undefined
