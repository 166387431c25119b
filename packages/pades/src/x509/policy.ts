import type { Certificate } from './certificate.ts'

type Level = Map<string, ReadonlySet<string>> | null

const anyPolicy = '2.5.29.32.0'

/**
 * The policies of a path as RFC 5280, 6.1.2 to 6.1.5 work them out, for a user who accepts any policy. Of the tree only
 * its lowest level is kept: whether a branch is alive is seen there, and more is not asked (RFC 9618 says why a whole
 * tree can be made to grow without end).
 */
export class PolicyState {
  /** Policies that are valid so far, each with those that the next certificate may name for it; null: none left. */
  #level: Level = new Map([[anyPolicy, new Set([anyPolicy])]])
  #explicit: number
  #mapping: number
  #any: number

  /** @param certificates of the path but the anchor */
  constructor(certificates: number) {
    this.#explicit = certificates + 1
    this.#mapping = certificates + 1
    this.#any = certificates + 1
  }

  /** 6.1.3 d to f. */
  process(certificate: Certificate, isLast: boolean): boolean {
    this.#level = this.#next(certificate, isLast)
    return this.#explicit > 0 || this.#level !== null
  }

  /** 6.1.4 a, b and h to j: between a certificate and the one that it issued. */
  prepare(certificate: Certificate): boolean {
    const { policyMappings, requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy } =
      certificate.extensions
    if (policyMappings.some((pair) => pair.includes(anyPolicy))) return false
    this.#map(policyMappings)
    if (!certificate.isSelfIssued) {
      this.#explicit = Math.max(0, this.#explicit - 1)
      this.#mapping = Math.max(0, this.#mapping - 1)
      this.#any = Math.max(0, this.#any - 1)
    }
    this.#explicit = Math.min(this.#explicit, requireExplicitPolicy ?? this.#explicit)
    this.#mapping = Math.min(this.#mapping, inhibitPolicyMapping ?? this.#mapping)
    this.#any = Math.min(this.#any, inhibitAnyPolicy ?? this.#any)
    return true
  }

  /** 6.1.5 a, b and g. */
  finish(certificate: Certificate): boolean {
    if (this.#explicit > 0) this.#explicit -= 1
    if (certificate.extensions.requireExplicitPolicy === 0) this.#explicit = 0
    return this.#explicit > 0 || this.#level !== null
  }

  #next({ extensions, isSelfIssued }: Certificate, isLast: boolean): Level {
    const { policies } = extensions
    const level = this.#level
    if (policies === null || level === null) return null
    const expected = new Set([...level.values()].flatMap((set) => [...set]))
    const next = new Map<string, ReadonlySet<string>>()
    for (const policy of policies)
      if (policy !== anyPolicy && (expected.has(policy) || level.has(anyPolicy)))
        next.set(policy, new Set([policy]))
    if (policies.includes(anyPolicy) && (this.#any > 0 || (!isLast && isSelfIssued)))
      for (const policy of expected) if (!next.has(policy)) next.set(policy, new Set([policy]))
    return next.size === 0 ? null : next
  }

  #map(mappings: readonly (readonly [string, string])[]): void {
    const level = this.#level
    if (level === null || mappings.length === 0) return
    const from = new Set(mappings.map(([issuer]) => issuer))
    for (const policy of from) {
      if (this.#mapping === 0) level.delete(policy)
      else if (level.has(policy) || level.has(anyPolicy))
        level.set(
          policy,
          new Set(mappings.filter(([issuer]) => issuer === policy).map(([, subject]) => subject)),
        )
    }
    if (level.size === 0) this.#level = null
  }
}
