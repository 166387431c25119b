import { malformed } from './bytes.ts'

// A dotted string is made once for each identifier that is met. What a file invents can fill the table but not
// grow it: beyond the bound, identifiers are decoded anew each time.
const maxInterned = 2048
const maxOidBytes = 64
const interned = new Map<number, { readonly bytes: Uint8Array; readonly dotted: string }>()

/** The dotted form of the identifier in `bytes[from, to)`. @throws PadesError `der_malformed` */
export function dottedOid(bytes: Uint8Array, from: number, to: number): string {
  const hash = hashOf(bytes, from, to)
  const known = interned.get(hash)
  if (known !== undefined && matches(known.bytes, bytes, from, to)) return known.dotted
  const dotted = decode(bytes, from, to)
  if (known === undefined && interned.size < maxInterned)
    interned.set(hash, { bytes: bytes.slice(from, to), dotted })
  return dotted
}

/** The content octets of an identifier. */
export function oidContent(dotted: string): Uint8Array {
  const arcs = dotted.split('.').map(BigInt)
  const [first = 0n, second = 0n, ...others] = arcs
  return Uint8Array.from([first * 40n + second, ...others].flatMap(base128))
}

function base128(arc: bigint): readonly number[] {
  const digits = [Number(arc & 0x7fn)]
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) digits.unshift(Number(rest & 0x7fn) | 0x80)
  return digits
}

// FNV-1a: short, and good enough where the bytes are compared afterwards.
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash
}

function matches(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false
  for (let at = from; at < to; at++) if (known[at - from] !== bytes[at]) return false
  return true
}

function decode(bytes: Uint8Array, from: number, to: number): string {
  if (to === from) malformed('an empty object identifier', from)
  if (to - from > maxOidBytes) malformed('an object identifier that is too long', from)
  const arcs: bigint[] = []
  for (let at = from; at < to; at++) {
    if (bytes[at] === 0x80) malformed('an object identifier that is not minimal', at)
    let arc = 0n
    for (; ; at++) {
      if (at >= to) malformed('an object identifier that breaks off', at)
      const byte = bytes[at] ?? 0
      arc = (arc << 7n) | BigInt(byte & 0x7f)
      if (byte < 0x80) break
    }
    arcs.push(arc)
  }
  const [head = 0n, ...others] = arcs
  const first = head < 40n ? 0n : head < 80n ? 1n : 2n
  return [first, head - first * 40n, ...others].join('.')
}
