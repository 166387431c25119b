import { Nd30Error } from '../errors.ts'
import type { ProfileName } from '../model/document.ts'
import type { Profile } from '../profile/profile.ts'
import { profileAt } from '../profile/profiles.ts'
import type { ReadDocument } from '../read/read-document.ts'
import { agreed } from './agreed.ts'
import type { CheckReport } from './finding.ts'
import { gather, gatherAll } from './gather.ts'
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

export { checkLimits } from './gather.ts'

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
  const { drafts, counts, cut } = gather(context)
  const findings = drafts
    .map((draft) => putIntoWords(draft, profile, options.language ?? 'vi'))
    .filter((finding) => finding !== null)
  const report: CheckReport = {
    profile: profile.name,
    form: profile.form,
    at,
    kind: recognised.kind?.id ?? null,
    follows: counts.must === 0,
    counts,
    findings,
    cut,
  }
  // Not a property of the report: what is written down as JSON has no use for it.
  return Object.defineProperty(report, 'repairs', {
    value: () => agreed((cut === 0 ? drafts : gatherAll(context)).map(({ repairs }) => repairs)),
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
