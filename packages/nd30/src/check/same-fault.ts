import type { RuleId } from '../rules/catalogue.ts'
import type { Draft, DraftPlace } from './draft.ts'
import { both } from './judge/say.ts'

/**
 * What is set once and shows in many places: the page, the typeface, the look of the text, a word that is written with
 * the wrong capitals throughout. Other rules speak of one component, or of a number that is wrong where it stands.
 */
const ofWhole: ReadonlySet<RuleId> = new Set<RuleId>([
  ...(['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07'] as const),
  ...(['B01', 'B02', 'B03', 'B04', 'B05', 'R02', 'A03'] as const),
  ...(['C03', 'C04', 'C05', 'C06', 'C07', 'C08', 'C09', 'C10'] as const),
])

/** One draft for each fault, with all places where it is found; in the order of the first ones. */
export function sameFaultOnce(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length < 2) return drafts
  const byFault = new Map<string, Draft[]>()
  for (const [at, draft] of drafts.entries()) {
    const fault = ofWhole.has(draft.rule) ? faultOf(draft) : `${at}`
    const known = byFault.get(fault)
    if (known) known.push(draft)
    else byFault.set(fault, [draft])
  }
  return [...byFault.values()].flatMap(together)
}

function together(drafts: readonly Draft[]): readonly Draft[] {
  const [first, ...more] = drafts
  if (!first || more.length === 0) return drafts
  const also: DraftPlace[] = more.map(({ at }) => at)
  return [{ ...first, also, repairs: drafts.flatMap(({ repairs }) => repairs) }]
}

/** What can be repaired and what cannot are told apart. */
const faultOf = ({ rule, code, found, expected, details, repairs }: Draft): string =>
  JSON.stringify([rule, code, both(found), both(expected), details, repairs.length > 0])
