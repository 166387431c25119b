import type { CheckReport, Finding, Place } from '../src/check/finding.ts'
import type { ProfileName } from '../src/model/document.ts'
import type { RuleId } from '../src/rules/catalogue.ts'
import type { Expected, Label, Producer } from './label.ts'

export type Check = (
  bytes: Uint8Array,
  options: { readonly profile: ProfileName; readonly at: string },
) => CheckReport | Promise<CheckReport>

/** What one file was said to be, against its label. */
export interface Judged {
  readonly label: Label
  readonly damaged: boolean
  readonly kind: string | null
  /** Expectations that were met and those that were not; each stands for one paragraph or page. */
  readonly found: readonly Expected[]
  readonly missed: readonly Expected[]
  readonly rightly: readonly Finding[]
  readonly falsely: readonly Finding[]
  /** Said, and left out of account because the label allows it. */
  readonly allowed: readonly Finding[]
}

export interface Counts {
  readonly rightly: number
  readonly falsely: number
  readonly found: number
  readonly missed: number
}

export async function judgeFile(
  check: Check,
  label: Label,
  damaged: boolean,
  bytes: Uint8Array,
): Promise<Judged> {
  const report = await check(bytes, { profile: label.profile, at: label.at })
  return compare(label, damaged, report)
}

/**
 * Findings by (rule, paragraph) against a label: one of many places counts in each. Matters of taste do not count. A finding meets an expectation of its
 * rule whose words stand in its excerpt; an expectation without words is met by any finding of the rule.
 */
export function compare(label: Label, damaged: boolean, report: CheckReport): Judged {
  const damages = damaged ? label.damages : []
  const expected = damages.flatMap((damage) => damage.expect)
  const allowed = new Set<RuleId>(damages.flatMap((damage) => damage.allow ?? []))
  const counted = report.findings
    .filter((finding) => finding.severity !== 'taste')
    .flatMap((finding) => finding.places.map((place) => ({ ...finding, place })))
  const found: Expected[] = []
  const missed: Expected[] = []
  const met = new Set<Finding>()
  for (const each of expected) {
    const meets = counted.filter((finding) => isMet(each, finding))
    for (const finding of meets) met.add(finding)
    const wanted = each.count ?? 1
    const places = new Set(meets.map(({ place }) => whereOf(place))).size
    for (let number = 0; number < wanted; number += 1) (number < places ? found : missed).push(each)
  }
  const others = counted.filter((finding) => !met.has(finding))
  return {
    label,
    damaged,
    kind: report.kind,
    found,
    missed,
    rightly: [...met],
    falsely: others.filter((finding) => !allowed.has(finding.rule)),
    allowed: others.filter((finding) => allowed.has(finding.rule)),
  }
}

const isMet = (expected: Expected, finding: Finding): boolean =>
  (expected.rule === finding.rule || (expected.or ?? []).includes(finding.rule)) &&
  (expected.excerpt === undefined || plain(finding.place.excerpt ?? '').includes(plain(expected.excerpt)))

const whereOf = (place: Place): string =>
  [place.part, place.section, place.paragraph, place.paragraph === undefined ? place.excerpt : ''].join('/')

/** Spaces, tabs and ends of lines are one space; letters composed. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

export function countOf(judged: readonly Judged[], rule?: RuleId): Counts {
  const of = (each: { readonly rule: RuleId }) => rule === undefined || each.rule === rule
  const sum = (list: (each: Judged) => readonly { readonly rule: RuleId }[]) =>
    judged.reduce((total, each) => total + list(each).filter(of).length, 0)
  return {
    rightly: sum((each) => each.rightly),
    falsely: sum((each) => each.falsely),
    found: sum((each) => each.found),
    missed: sum((each) => each.missed),
  }
}

/** Of what was said, how much is right; 1 where nothing was said. */
export const precisionOf = ({ rightly, falsely }: Counts): number =>
  rightly + falsely === 0 ? 1 : rightly / (rightly + falsely)

/** Of what is wrong, how much was said; 1 where nothing is wrong. */
export const recallOf = ({ found, missed }: Counts): number =>
  found + missed === 0 ? 1 : found / (found + missed)

export const producers: readonly Producer[] = ['docx', 'libreoffice', 'word']
