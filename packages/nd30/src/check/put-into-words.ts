import { nd30 } from '../profile/nd30.ts'
import type { Profile } from '../profile/profile.ts'
import { type Rule, ruleById } from '../rules/catalogue.ts'
import type { Draft, DraftPlace, Said } from './draft.ts'
import type { Finding, Place, Severity } from './finding.ts'
import { inSentence } from './judge/component-names.ts'
import { both } from './judge/say.ts'
import { sentencesEn } from './sentences.en.ts'
import { sentencesVi } from './sentences.vi.ts'

export type Language = 'vi' | 'en'

/** Null where the profile has no such rule. */
export function severityOf(draft: Draft, profile: Profile): Severity | null {
  const rule: Rule = ruleById(draft.rule)
  return rule.severity[profile.name]
}

/** A draft as a finding, in both languages; `found` and `expected` in one. Null where the profile has no such rule. */
export function putIntoWords(draft: Draft, profile: Profile, language: Language): Finding | null {
  const rule: Rule = ruleById(draft.rule)
  const severity = severityOf(draft, profile)
  if (severity === null) return null
  return {
    rule: draft.rule,
    article: articleOf(rule, profile),
    severity,
    place: placeOf(draft.at),
    places: [draft.at, ...(draft.also ?? [])].slice(0, mostPlaces).map(placeOf),
    count: 1 + (draft.also?.length ?? 0),
    found: both(draft.found)[language],
    expected: both(draft.expected)[language],
    vi: fill(sentencesVi[draft.code], draft, 'vi'),
    en: fill(sentencesEn[draft.code], draft, 'en'),
    repairable: draft.repairs.length > 0,
  }
}

/** Parts of annexes are the decree's; the Party's guidance is cited whole, as its own parts could not be read. */
function articleOf(rule: Rule, profile: Profile): string {
  const ofDecree = profile.name === 'state' || rule.id.startsWith('C')
  return ofDecree ? `${nd30.citation.vi}, ${rule.article}` : `${profile.citation.vi}, thể thức văn bản`
}

function fill(template: string, draft: Draft, language: Language): string {
  const named: Readonly<Record<string, Said>> = {
    ...draft.details,
    found: draft.found,
    expected: draft.expected,
  }
  return template.replace(/\{(\w+)\}/gu, (whole, name: string, at: number) => {
    const said = named[name]
    if (said === undefined) return whole
    return (name === 'component' && at > 0 ? inSentence(both(said)) : both(said))[language]
  })
}

const longestExcerpt = 60
/** Listed of one finding. */
export const mostPlaces = 200

function placeOf(at: DraftPlace): Place {
  if ('section' in at) return { part: at.part ?? 'word/document.xml', section: at.section.index + 1 }
  const paragraph = 'piece' in at ? at.piece.paragraph : at.paragraph
  const words = 'piece' in at ? at.piece.text : paragraph.text.trim()
  const excerpt = [...words.slice(0, longestExcerpt * 2)].slice(0, longestExcerpt).join('')
  return {
    part: paragraph.part,
    paragraph: paragraph.number,
    ...(at.run ? { run: at.run.number } : {}),
    ...(excerpt === '' ? {} : { excerpt }),
  }
}
