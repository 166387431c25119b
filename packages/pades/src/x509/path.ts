import { sameBytes } from '../der/bytes.ts'
import type { Certificate } from './certificate.ts'
import { type BrokenRule, checkPathRules } from './path-rules.ts'

/** Certificates that are trusted because they were given, and what they are trusted as. */
export interface TrustStore {
  readonly name: string
  readonly kind: 'public' | 'official' | 'test' | 'other'
  readonly anchors: readonly Certificate[]
}

export interface PathQuestion {
  readonly certificate: Certificate
  /** Certificates that may lie between, in no order. */
  readonly candidates: readonly Certificate[]
  readonly stores: readonly TrustStore[]
  /** The time at which validity is looked at and algorithms must count. */
  readonly at: Date
}

export type PathFailure =
  | BrokenRule
  | 'issuer_not_found'
  | 'untrusted_root'
  | 'signature_wrong'
  | 'search_limit'

export interface FoundPath {
  readonly kind: 'path'
  /** From the certificate to the anchor, both included; one where it is an anchor itself. */
  readonly certificates: readonly Certificate[]
  readonly store: TrustStore
  /** Those that were not valid at the time; the anchor too, though its time is not among the rules of RFC 5280. */
  readonly outOfTime: readonly { readonly certificate: Certificate; readonly state: 'not_yet' | 'expired' }[]
}

export interface NoPath {
  readonly kind: 'no_path'
  /** Why the attempt failed that came furthest. */
  readonly reason: PathFailure
  /** Where it failed. */
  readonly at: Certificate
}

const maxLength = 10
// More than any real set of cross-certificates needs; a made one would ask for millions.
const maxSteps = 256

// What came further tells more of what is wrong.
const weights: Readonly<Record<PathFailure, number>> = {
  issuer_not_found: 0,
  untrusted_root: 1,
  signature_wrong: 2,
  search_limit: 3,
  path_too_long: 4,
  not_an_authority: 4,
  key_usage: 4,
  policy: 4,
  name_constraints: 4,
  unknown_critical_extension: 4,
  weak_algorithm: 4,
}

/**
 * Looks for a path to any anchor of any store that obeys RFC 5280, 6.1. All issuers that fit are tried within a bound;
 * a path whose certificates were all valid at the time is preferred to one where some were not.
 */
export function findPath(question: PathQuestion): FoundPath | NoPath {
  const search = new Search(question)
  search.extend([question.certificate])
  return search.best ?? search.failure
}

interface Anchor {
  readonly certificate: Certificate
  readonly store: TrustStore
}

class Search {
  readonly #question: PathQuestion
  #steps = 0
  best: FoundPath | null = null
  failure: NoPath

  constructor(question: PathQuestion) {
    this.#question = question
    this.failure = { kind: 'no_path', reason: 'issuer_not_found', at: question.certificate }
  }

  /** Tries to reach an anchor from the last of `chain`; true where no better path can be found. */
  extend(chain: readonly Certificate[]): boolean {
    const last = chain.at(-1) as Certificate
    const { stores, candidates } = this.#question
    for (const store of stores)
      for (const anchor of anchorsOf(store, last.subject.key))
        if (anchor.equals(last) && this.#accept(chain, store)) return true
    const anchors: Anchor[] = stores.flatMap((store) =>
      anchorsOf(store, last.issuer.key).map((certificate) => ({ certificate, store })),
    )
    const between = candidates.filter((one) => one.subject.equals(last.issuer))
    if (anchors.length + between.length === 0 && last.isSelfIssued) this.#fail('untrusted_root', last)
    for (const { certificate, store } of likelyFirst(last, anchors, (one) => one.certificate))
      if (this.#links(chain, certificate) && this.#accept([...chain, certificate], store)) return true
    for (const issuer of likelyFirst(last, between, (one) => one)) {
      if (anchors.some(({ certificate }) => certificate.equals(issuer))) continue
      if (this.#links(chain, issuer) && this.extend([...chain, issuer])) return true
    }
    return false
  }

  /** Whether `issuer` signed the last of the chain and is not in it yet. */
  #links(chain: readonly Certificate[], issuer: Certificate): boolean {
    const last = chain.at(-1) as Certificate
    if (chain.some((one) => isSameAuthority(one, issuer))) {
      if (last.isSelfIssued) this.#fail('untrusted_root', last)
      return false
    }
    if (++this.#steps > maxSteps || chain.length >= maxLength) return this.#fail('search_limit', last)
    return last.isSignedBy(issuer) || this.#fail('signature_wrong', last)
  }

  #accept(certificates: readonly Certificate[], store: TrustStore): boolean {
    const { at } = this.#question
    const broken = checkPathRules(certificates, at)
    if (broken !== null) return this.#fail(broken.reason, broken.at)
    const outOfTime = certificates
      .filter((certificate) => !certificate.isValidAt(at))
      .map((certificate) => ({
        certificate,
        state: at < certificate.notBefore ? ('not_yet' as const) : ('expired' as const),
      }))
    if (this.best === null || outOfTime.length < this.best.outOfTime.length)
      this.best = { kind: 'path', certificates, store, outOfTime }
    return outOfTime.length === 0
  }

  #fail(reason: PathFailure, at: Certificate): false {
    if (weights[reason] > weights[this.failure.reason]) this.failure = { kind: 'no_path', reason, at }
    return false
  }
}

/** The same name with the same key: a second certificate of it would only lead round in a circle. */
function isSameAuthority(a: Certificate, b: Certificate): boolean {
  return a === b || (sameBytes(a.publicKeyInfo.raw, b.publicKeyInfo.raw) && a.subject.equals(b.subject))
}

/** Issuers whose key identifier fits before those of which it is not known, those whose does not last. */
function likelyFirst<T>(
  child: Certificate,
  issuers: readonly T[],
  certificateOf: (one: T) => Certificate,
): readonly T[] {
  if (issuers.length < 2) return issuers
  const rank = (issuer: Certificate): number => {
    const [wanted, has] = [child.extensions.authorityKeyId, issuer.extensions.subjectKeyId]
    if (wanted === null || has === null) return 1
    return sameBytes(wanted, has) ? 0 : 2
  }
  return [...issuers].sort((a, b) => rank(certificateOf(a)) - rank(certificateOf(b)))
}

const indexes = new WeakMap<TrustStore, ReadonlyMap<string, readonly Certificate[]>>()

function anchorsOf(store: TrustStore, nameKey: string): readonly Certificate[] {
  let index = indexes.get(store)
  if (index === undefined) {
    index = Map.groupBy(store.anchors, ({ subject }) => subject.key)
    indexes.set(store, index)
  }
  return index.get(nameKey) ?? []
}
