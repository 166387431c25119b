import { Nd30Error } from '../errors.ts'
import type { ProfileName } from '../model/document.ts'
import type { Profile } from '../profile/profile.ts'
import { profileAt } from '../profile/profiles.ts'
import type { ReadDocument } from '../read/read-document.ts'
import { agreed } from './agreed.ts'
import type { Draft } from './draft.ts'
import type { CheckReport, Finding, Severity } from './finding.ts'
import { judges } from './judge/judges.ts'
import { byPlace } from './order.ts'
import { type Language, putIntoWords } from './put-into-words.ts'
import { recognise } from './recognise/recognise.ts'
import type { Recognised } from './recognise/recognised.ts'
import type { Repair } from './repair.ts'

export interface CheckOptions {
  /** Where it is left out, the head tells it. */
  readonly profile?: ProfileName
  /** YYYY-MM-DD: by the rules of this day. Where it is left out, the document's own date counts, then `today`. */
  readonly at?: string
  /** For a document that says no date, or one before the first form that is known. This library reads no clock. */
  readonly today?: string
  /** Of `found` and `expected`; the sentences are always in both. */
  readonly language?: Language
}

export const checkLimits = {
  /** In a report. */
  findings: 1000,
  /** Of one rule in a report: the same fault all through a long document need not be told more often. */
  findingsOfRule: 200,
} as const

export interface Checked extends CheckReport {
  /** What mends all that is mechanical, that of cut findings too; of the kept and the cut ones alike. */
  repairs(): readonly Repair[]
}

/**
 * Every deviation of a document from its form.
 *
 * @throws Nd30Error `form_unknown` where no day is known, or one before the first form
 */
export function checkDocument(read: ReadDocument, options: CheckOptions = {}): Checked {
  const recognised = recognise(read, options.profile ?? null)
  const { profile, at } = formOf(recognised, options)
  const context = { read, recognised, profile }
  const drafts = byPlace(
    judges.flatMap((judge) => judge(context)),
    read,
  )
  const judged = drafts.flatMap((draft) => {
    const finding = putIntoWords(draft, profile, options.language ?? 'vi')
    return finding ? [{ draft, finding }] : []
  })
  const all = judged.map(({ finding }) => finding)
  const findings = bounded(all)
  const counts = countOf(all)
  const report: CheckReport = {
    profile: profile.name,
    form: profile.form,
    at,
    kind: recognised.kind?.id ?? null,
    follows: counts.must === 0,
    counts,
    findings,
    cut: all.length - findings.length,
  }
  const drafted: readonly Draft[] = judged.map(({ draft }) => draft)
  // Not a property of the report: what is written down as JSON has no use for it.
  return Object.defineProperty(report, 'repairs', {
    value: () => agreed(drafted.flatMap(({ repairs }) => repairs)),
  }) as Checked
}

/** The day that is asked for; else the document's own, where a form is known for it; else today. */
function formOf(
  { profile, issuedOn }: Recognised,
  { at, today }: CheckOptions,
): { readonly profile: Profile; readonly at: string } {
  if (at !== undefined) return { profile: profileAt(profile, at), at }
  if (issuedOn !== null) {
    const own = formAt(profile, issuedOn)
    if (own) return { profile: own, at: issuedOn }
  }
  if (today !== undefined) return { profile: profileAt(profile, today), at: today }
  throw new Nd30Error('form_unknown', 'the document says no day, and none was given', {
    profile,
    at: issuedOn ?? '—',
  })
}

function formAt(profile: ProfileName, day: string): Profile | null {
  try {
    return profileAt(profile, day)
  } catch (error) {
    if (error instanceof Nd30Error) return null
    throw error
  }
}

function bounded(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>()
  const kept = findings.filter(({ rule }) => {
    const count = (seen.get(rule) ?? 0) + 1
    seen.set(rule, count)
    return count <= checkLimits.findingsOfRule
  })
  return kept.slice(0, checkLimits.findings)
}

function countOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { must: 0, should: 0, taste: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}
