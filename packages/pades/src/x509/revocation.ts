import { PadesError } from '../errors.ts'
import type { Certificate } from './certificate.ts'
import type { Crl, Revocation, RevocationReason } from './crl.ts'
import { type EntitlementQuestion, type EvidenceRefusal, entitleCrl, entitleOcsp } from './entitlement.ts'
import type { OcspAnswer } from './ocsp.ts'

/** Where a CRL or an answer was found. */
export type EvidenceOrigin = 'signature' | 'file' | 'service' | 'given'

/** All that is at hand, of whomever it speaks. */
export interface RevocationEvidence {
  readonly crls: readonly { readonly crl: Crl; readonly origin: EvidenceOrigin }[]
  readonly ocsps: readonly { readonly answer: OcspAnswer; readonly origin: EvidenceOrigin }[]
}

export interface RevocationQuestion extends EntitlementQuestion {
  /** The control time: until when the certificate must not have been revoked. */
  readonly at: Date
  /** When it is judged; nothing can have been issued later. */
  readonly now: Date
  readonly evidence: RevocationEvidence
}

interface Item {
  readonly source: 'ocsp' | 'crl'
  readonly origin: EvidenceOrigin
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  readonly signer: Certificate
  readonly signerUnchecked: boolean
  readonly revocation: Revocation | null
  /** Whether it can speak for all reasons; else only its revocations count. */
  readonly complete: boolean
  /** Since when it still speaks of certificates that have run out. */
  readonly expiredSince: Date | null
}

export interface RefusedEvidence {
  readonly source: 'ocsp' | 'crl'
  readonly origin: EvidenceOrigin
  readonly why: EvidenceRefusal
}

export interface RevocationJudgement {
  /** `revoked` whenever it was; `relation` says on which side of the control time. */
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly relation: 'before' | 'after' | null
  readonly revokedAt: Date | null
  readonly reason: RevocationReason | null
  readonly invalidSince: Date | null
  /** The item that decided. */
  readonly source: 'ocsp' | 'crl' | null
  readonly origin: EvidenceOrigin | null
  readonly thisUpdate: Date | null
  readonly nextUpdate: Date | null
  /** `covers`: the control time lies between its two times. `later`: it was issued after it. */
  readonly freshness: 'covers' | 'later' | null
  readonly signer: Certificate | null
  /** A delegated responder of whom nobody says that he was not revoked himself (RFC 6960, 4.2.2.2.1). */
  readonly signerUnchecked: boolean
  /** What spoke of the certificate and did not count. */
  readonly refused: readonly RefusedEvidence[]
}

// Clocks of authorities may be a little fast.
const toleranceMs = 5 * 60_000

/**
 * A file may name as many lists under an authority's name as its maker likes, with keys that take long to check. After
 * so many that the authority did not sign the others are left; those that were given or asked for are never.
 */
const mostWrong = 16

/**
 * Judges whether a certificate was revoked at the control time (RFC 5280, 6.3; RFC 6960, 3.2; EN 319 102-1, 5.2.5):
 * an item counts when its signer was entitled and its signature right, and when it covers that time or was issued after
 * it while the certificate was valid. That something was revoked counts however old the item is.
 */
export function judgeRevocation(question: RevocationQuestion): RevocationJudgement {
  const refused: RefusedEvidence[] = []
  const items = authenticItems(question, refused)
  const ever = firstRevoked(items)
  if (ever !== null) return revokedBy(ever, question, refused)
  const held = onHold(items, question.at)
  if (held !== null) return revokedBy(held, question, refused)
  const fitting = items.filter((item) => fits(item, question, refused))
  // The latest knows most; of the same age, what the file carries, which makes its level.
  const [best] = fitting.sort(
    (a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime() || Number(isCarried(b)) - Number(isCarried(a)),
  )
  if (best === undefined) return { ...undecided, refused }
  return best.revocation === null
    ? { ...decidedBy(best, question), status: 'good', refused }
    : revokedBy(best, question, refused)
}

const undecided: RevocationJudgement = {
  status: 'unknown',
  relation: null,
  revokedAt: null,
  reason: null,
  invalidSince: null,
  source: null,
  origin: null,
  thisUpdate: null,
  nextUpdate: null,
  freshness: null,
  signer: null,
  signerUnchecked: false,
  refused: [],
}

const isCarried = ({ origin }: Pick<Item, 'origin'>): boolean => origin === 'signature' || origin === 'file'

function authenticItems(question: RevocationQuestion, refused: RefusedEvidence[]): readonly Item[] {
  const items: Item[] = []
  let wrong = 0
  const add = (
    source: 'ocsp' | 'crl',
    origin: EvidenceOrigin,
    read: () => Item | EvidenceRefusal | null,
  ): void => {
    const isFromFile = isCarried({ origin })
    if (isFromFile && wrong >= mostWrong) return
    const item = readSafely(read)
    if (isFromFile && item === 'signature_wrong') wrong++
    if (typeof item === 'string') refused.push({ source, origin, why: item })
    else if (item !== null) items.push(item)
  }
  for (const { answer, origin } of question.evidence.ocsps)
    add('ocsp', origin, () => ocspItem(answer, origin, question))
  for (const { crl, origin } of question.evidence.crls)
    add('crl', origin, () => crlItem(crl, origin, question))
  return items
}

function readSafely(read: () => Item | EvidenceRefusal | null): Item | EvidenceRefusal | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return 'malformed'
  }
}

function crlItem(
  crl: Crl,
  origin: EvidenceOrigin,
  question: RevocationQuestion,
): Item | EvidenceRefusal | null {
  const entitled = entitleCrl(crl, question)
  // Lists of other issuers lie beside in every file.
  if ('refused' in entitled) return entitled.refused === 'wrong_issuer' ? null : entitled.refused
  if (isFromFuture(crl.thisUpdate, question.now)) return 'from_the_future'
  const { thisUpdate, nextUpdate } = crl
  const found = crl.find(question.certificate.serialBytes)
  return {
    source: 'crl',
    origin,
    thisUpdate,
    nextUpdate,
    signer: entitled.signer,
    signerUnchecked: false,
    revocation: found?.reason === 'removeFromCRL' ? null : found,
    complete: crl.fields.issuingPoint?.onlySomeReasons !== true,
    expiredSince: crl.fields.expiredSince,
  }
}

function ocspItem(
  answer: OcspAnswer,
  origin: EvidenceOrigin,
  question: RevocationQuestion,
): Item | EvidenceRefusal | null {
  const single = answer.find(question.certificate, question.issuer)
  if (single === null) return null
  const entitled = entitleOcsp(answer, single, question)
  if ('refused' in entitled) return entitled.refused
  if (isFromFuture(single.thisUpdate, question.now)) return 'from_the_future'
  if (single.status === 'unknown') return 'status_unknown'
  const responder = responderState(entitled.signer, answer.producedAt, question)
  if (responder === 'revoked') return 'responder_revoked'
  const { thisUpdate, nextUpdate, archiveCutoff, revocation } = single
  return {
    source: 'ocsp',
    origin,
    thisUpdate,
    nextUpdate,
    signer: entitled.signer,
    signerUnchecked: responder === 'unknown',
    revocation,
    complete: true,
    expiredSince: archiveCutoff,
  }
}

const isFromFuture = (thisUpdate: Date, now: Date): boolean =>
  thisUpdate.getTime() > now.getTime() + toleranceMs

/** A delegated responder is asked for in CRLs alone: another answer would ask for its responder again. */
function responderState(
  responder: Certificate,
  producedAt: Date,
  question: RevocationQuestion,
): 'fine' | 'revoked' | 'unknown' {
  if (responder.equals(question.issuer) || responder.extensions.ocspNoCheck) return 'fine'
  const evidence = { crls: question.evidence.crls, ocsps: [] }
  const judged = judgeRevocation({ ...question, certificate: responder, at: producedAt, evidence })
  if (judged.status === 'revoked' && judged.relation === 'before') return 'revoked'
  return judged.status === 'unknown' ? 'unknown' : 'fine'
}

const isHold = ({ revocation }: Item): boolean => revocation?.reason === 'certificateHold'

/** What was revoked stays so: the earliest time that any item names. */
function firstRevoked(items: readonly Item[]): Item | null {
  const revoked = items.filter((item) => item.revocation !== null && !isHold(item))
  return revoked.sort((a, b) => revokedAtOf(a) - revokedAtOf(b))[0] ?? null
}

const revokedAtOf = ({ revocation }: Item): number =>
  revocation?.revokedAt.getTime() ?? Number.POSITIVE_INFINITY

/** A suspension that held at the time, and that no later item from before that time had lifted. */
function onHold(items: readonly Item[], at: Date): Item | null {
  const held = items.filter((item) => isHold(item) && revokedAtOf(item) <= at.getTime())
  const stillHeld = held.find(
    (item) =>
      !items.some(
        (other) => other.revocation === null && other.thisUpdate > item.thisUpdate && other.thisUpdate <= at,
      ),
  )
  return stillHeld ?? null
}

function fits(item: Item, question: RevocationQuestion, refused: RefusedEvidence[]): boolean {
  const { source, origin } = item
  const why = misfit(item, question)
  if (why !== null) refused.push({ source, origin, why })
  return why === null
}

function misfit(item: Item, { at, certificate }: RevocationQuestion): EvidenceRefusal | null {
  if (!item.complete) return 'other_scope'
  if (item.thisUpdate <= at) return lastsUntil(item) >= at.getTime() ? null : 'too_old'
  // A list may forget a certificate once it has run out, unless it says that it does not.
  const remembers = item.expiredSince !== null && item.expiredSince <= certificate.notAfter
  return item.thisUpdate <= certificate.notAfter || remembers ? null : 'after_expiry'
}

/** An answer that names no next one was true when it was given (RFC 6960, 4.2.2.1); clocks may differ a little. */
function lastsUntil({ source, thisUpdate, nextUpdate }: Item): number {
  if (nextUpdate !== null) return nextUpdate.getTime()
  return source === 'ocsp' ? thisUpdate.getTime() + toleranceMs : Number.NEGATIVE_INFINITY
}

function decidedBy(item: Item, question: RevocationQuestion): RevocationJudgement {
  const { source, origin, thisUpdate, nextUpdate, signer, signerUnchecked } = item
  return {
    ...undecided,
    source,
    origin,
    thisUpdate,
    nextUpdate,
    signer,
    freshness: thisUpdate > question.at ? 'later' : 'covers',
    signerUnchecked,
  }
}

function revokedBy(
  item: Item,
  question: RevocationQuestion,
  refused: readonly RefusedEvidence[],
): RevocationJudgement {
  const { revocation } = item
  if (revocation === null) return { ...undecided, refused }
  const { revokedAt, reason, invalidSince } = revocation
  return {
    ...decidedBy(item, question),
    status: 'revoked',
    relation: revokedAt <= question.at ? 'before' : 'after',
    revokedAt,
    reason,
    invalidSince,
    refused,
  }
}
