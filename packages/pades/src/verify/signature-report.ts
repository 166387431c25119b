import type { Lock } from '../form/permissions.ts'
import type { PdfFile } from '../pdf/document.ts'
import type { Certificate } from '../x509/certificate.ts'
import { changesAfter } from './diff/changes-after.ts'
import { findingAround, sentence, sentenceAround, subIndicationOf } from './finding.ts'
import { type FoundSignature, numberOf } from './found.ts'
import type { ChangeReport, Finding, Sentence, SignatureReport, Verdict } from './report.ts'
import type { Judged } from './signature.ts'
import { summaryOf } from './summary.ts'
import { indicationOf, verdictOf } from './verdict.ts'

export interface Surroundings {
  /** All signatures of the file. */
  readonly all: readonly FoundSignature[]
  readonly laterTimestamps: number
  /** Whether the file has a document security store. */
  readonly hasStore: boolean
}

/** The report on one signature. */
export function reportOf(
  file: PdfFile,
  found: FoundSignature,
  judged: Judged,
  surroundings: Surroundings,
): SignatureReport {
  const { dictionary, coverage, field, isTimestamp } = found
  const { check, chain, timestamps, provenAt } = judged
  const changes = changesOf(file, found, surroundings.all)
  const findings = [...judged.findings, ...changeFindings(changes)]
  const timeIsClaimed = provenAt === null && !isTimestamp
  const verdict = verdictOf(findings, timeIsClaimed)
  const cause = causeOf(verdict, findings)
  return {
    verdict,
    indication: indicationOf(findings),
    subIndication: cause === undefined ? null : subIndicationOf(cause.code),
    reason: reasonOf(verdict, cause),
    findings,
    kind: isTimestamp ? 'document_timestamp' : 'signature',
    field: field.name,
    revision: (coverage.revision?.number ?? -1) + 1,
    subFilter: dictionary.subFilter,
    level: isTimestamp ? null : levelOf(found, judged, surroundings),
    intact: judged.isIntact,
    coversWholeFile: coverage.coversWholeFile,
    byteRange: dictionary.byteRange ?? [],
    signer: check?.signer == null ? null : summaryOf(check.signer),
    path: chain?.path.map(summaryOf) ?? [],
    trustStore: chain?.store == null ? null : { name: chain.store.name, kind: chain.store.kind },
    claimedAt: dictionary.claimed?.at?.toISOString() ?? null,
    provenAt: provenAt?.toISOString() ?? null,
    timeIsClaimed,
    timestamps: timestamps.map(({ report }) => report),
    revocation: [
      ...(chain?.revocation ?? []),
      ...(isTimestamp ? [] : timestamps.flatMap((one) => one.revocation)),
    ],
    algorithms: algorithmsOf(judged),
    certification: dictionary.certification,
    declared: { reason: dictionary.reason, location: dictionary.location, name: dictionary.name },
    ...shownOf(changes),
    expires: expiriesOf([...(chain?.path ?? []), ...timestamps.flatMap(({ path }) => path)]),
  }
}

/** A file with hundreds of signatures would say of each all that the others did. */
const mostShown = 100

/** What is not allowed first, as far as there is room; within each in the order of the revisions. */
function shownOf(changes: readonly ChangeReport[]): Pick<SignatureReport, 'changesAfter' | 'changesLeftOut'> {
  if (changes.length <= mostShown) return { changesAfter: changes, changesLeftOut: 0 }
  const [not, allowed] = [false, true].map((wanted) => changes.filter((one) => one.allowed === wanted))
  const shown = [...(not ?? []), ...(allowed ?? [])].slice(0, mostShown)
  return { changesAfter: shown, changesLeftOut: changes.length - shown.length }
}

/** The strictest certification and all locks that were in force when the signature was made. */
function changesOf(
  file: PdfFile,
  found: FoundSignature,
  all: readonly FoundSignature[],
): readonly ChangeReport[] {
  const { revision } = found.coverage
  if (revision === null) return []
  const inForce = all.filter((one) => numberOf(one) <= revision.number).map(({ dictionary }) => dictionary)
  const levels = inForce.flatMap(({ certification, lock }) => [certification, lock?.permission ?? null])
  const stated = levels.filter((level) => level !== null)
  const certification = stated.length === 0 ? null : (Math.min(...stated) as 1 | 2 | 3)
  const locks: readonly Lock[] = inForce.flatMap(({ lock }) => (lock === null ? [] : [lock]))
  return changesAfter(file, { revision: revision.number, certification, locks })
}

function changeFindings(changes: readonly ChangeReport[]): readonly Finding[] {
  const not = changes.filter(({ allowed }) => !allowed)
  const [first] = not
  if (first === undefined) return []
  const code = 'changed'
  const inner = sentenceAround(code, 'what', first.sentence)
  const more = sentence('changed_more', { count: not.length - 1 })
  const words = not.length === 1 ? inner : { vi: `${inner.vi}, ${more.vi}`, en: `${inner.en}, ${more.en}` }
  return [{ ...findingAround(code, words), sentence: words, details: { count: not.length } }]
}

function causeOf(verdict: Verdict, findings: readonly Finding[]): Finding | undefined {
  const weight = { invalid: 'fails', modified_after: 'changed', indeterminate: 'unknown' } as const
  return verdict in weight
    ? findings.find((one) => one.weight === weight[verdict as keyof typeof weight])
    : undefined
}

function reasonOf(verdict: Verdict, cause: Finding | undefined): Sentence {
  if (verdict === 'invalid' || verdict === 'indeterminate')
    return sentenceAround(verdict, 'why', cause?.sentence ?? { vi: '?', en: '?' })
  return verdict === 'modified_after' && cause !== undefined ? capitalised(cause.sentence) : sentence(verdict)
}

function capitalised({ vi, en }: Sentence): Sentence {
  const upper = (text: string) => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}.`
  return { vi: upper(vi), en: upper(en) }
}

/** The level that is reached (EN 319 142-1, 6.1); other kinds of signatures have none. */
function levelOf(
  { dictionary }: FoundSignature,
  judged: Judged,
  around: Surroundings,
): SignatureReport['level'] {
  const { check } = judged
  if (dictionary.subFilter !== 'ETSI.CAdES.detached' || check === null || check.essHash === null) return null
  const proven = longevityOf(judged, around)
  // A level is what a signature carries: its time-stamp is there although its authority cannot be checked off-line.
  const isStamped = judged.timestamps.some(({ report }) => report.indication !== 'INVALID')
  return proven === 'B-B' && isStamped ? 'B-T' : proven
}

/** How long a signature of any kind will last, in the words of the levels: each needs the one before. */
export function longevityOf(
  { provenAt, chain, timestamps }: Judged,
  around: Pick<Surroundings, 'hasStore' | 'laterTimestamps'>,
): NonNullable<SignatureReport['level']> {
  if (provenAt === null) return 'B-B'
  const inFile = [...(chain?.revocation ?? []), ...timestamps.flatMap(({ revocation }) => revocation)]
  const carriesAll = inFile.every(
    ({ status, from }) => status !== 'unknown' && (from === 'file' || from === 'signature'),
  )
  if (!around.hasStore || chain?.store == null || !carriesAll) return 'B-T'
  return around.laterTimestamps > 0 ? 'B-LTA' : 'B-LT'
}

function algorithmsOf({ check }: Judged): SignatureReport['algorithms'] {
  if (check?.signer == null) return null
  return { hash: check.hash ?? 'unknown', signature: check.scheme, keyBits: check.signer.key.bits }
}

function expiriesOf(path: readonly Certificate[]): SignatureReport['expires'] {
  const ends = new Map(path.map((one) => [one.sha256, one]))
  return [...ends.values()]
    .sort((a, b) => a.notAfter.getTime() - b.notAfter.getTime())
    .map((one) => ({ what: one.subject.display, at: one.notAfter.toISOString() }))
}
