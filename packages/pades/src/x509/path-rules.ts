import { judgeAlgorithm } from '../algorithms.ts'
import type { Certificate } from './certificate.ts'
import { keyUsages, type Subtrees } from './extensions.ts'
import { obeysConstraints } from './name-constraints.ts'
import { PolicyState } from './policy.ts'

export type BrokenRule =
  | 'weak_algorithm'
  | 'unknown_critical_extension'
  | 'name_constraints'
  | 'policy'
  | 'not_an_authority'
  | 'key_usage'
  | 'path_too_long'

export interface RuleFailure {
  readonly reason: BrokenRule
  readonly at: Certificate
}

/**
 * Applies RFC 5280, 6.1 but for signatures, names that chain and times, which whoever built the path has seen to. Of
 * the anchor the constraints count as well (RFC 5937).
 *
 * @param path from the certificate in question to the anchor
 */
export function checkPathRules(path: readonly Certificate[], at: Date): RuleFailure | null {
  const anchor = path.at(-1)
  if (anchor === undefined || path.length === 1) return null
  const below = path.slice(0, -1).reverse()
  const rules = new Rules(below.length)
  const atAnchor = rules.enter(anchor, true)
  if (atAnchor !== null) return { reason: atAnchor, at: anchor }
  let issuer = anchor
  for (const [place, certificate] of below.entries()) {
    const isLast = place === below.length - 1
    const reason =
      strength(certificate, issuer, at) ??
      rules.check(certificate, isLast) ??
      (isLast ? rules.finish(certificate) : rules.enter(certificate, false))
    if (reason !== null) return { reason, at: certificate }
    issuer = certificate
  }
  return null
}

function strength({ signatureAlgorithm }: Certificate, issuer: Certificate, at: Date): BrokenRule | null {
  const { hash, scheme } = signatureAlgorithm
  return judgeAlgorithm({ hash, scheme, key: issuer.key }, at).ok ? null : 'weak_algorithm'
}

class Rules {
  readonly #constraints: Subtrees[] = []
  readonly #policies: PolicyState
  #pathLength = Number.POSITIVE_INFINITY

  constructor(certificates: number) {
    this.#policies = new PolicyState(certificates)
  }

  /** 6.1.3 and the critical extensions of 6.1.4 o and 6.1.5 f. */
  check(certificate: Certificate, isLast: boolean): BrokenRule | null {
    if (certificate.extensions.unknownCritical.length > 0) return 'unknown_critical_extension'
    const exempt = !isLast && certificate.isSelfIssued
    if (!exempt && !obeysConstraints(certificate, this.#constraints)) return 'name_constraints'
    return this.#policies.process(certificate, isLast) ? null : 'policy'
  }

  /** 6.1.4: a certificate that issued the next one. */
  enter(certificate: Certificate, isAnchor: boolean): BrokenRule | null {
    const { basicConstraints, keyUsage, nameConstraints } = certificate.extensions
    if (!isAnchor && !this.#policies.prepare(certificate)) return 'policy'
    if (nameConstraints !== null) this.#constraints.push(nameConstraints)
    if (basicConstraints?.ca !== true && !(isAnchor && isSilentAuthority(certificate)))
      return 'not_an_authority'
    if (!isAnchor && !certificate.isSelfIssued) {
      if (this.#pathLength === 0) return 'path_too_long'
      this.#pathLength -= 1
    }
    this.#pathLength = Math.min(this.#pathLength, basicConstraints?.pathLength ?? this.#pathLength)
    return keyUsage !== null && (keyUsage & keyUsages.keyCertSign) === 0 ? 'key_usage' : null
  }

  finish(certificate: Certificate): BrokenRule | null {
    return this.#policies.finish(certificate) ? null : 'policy'
  }
}

/** Old roots have no basicConstraints; one that is given as an anchor is an authority if its version or usage says so. */
function isSilentAuthority({ version, extensions }: Certificate): boolean {
  const { basicConstraints, keyUsage } = extensions
  return basicConstraints === null && (version < 3 || ((keyUsage ?? 0) & keyUsages.keyCertSign) !== 0)
}
