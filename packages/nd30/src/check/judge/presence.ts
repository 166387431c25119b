import type { Kind } from '../../model/kinds.ts'
import type { Component } from '../../profile/profile.ts'
import type { Paragraph, Section } from '../../read/read-document.ts'
import type { Draft, DraftPlace, Judge, JudgeContext } from '../draft.ts'
import { componentNames } from './component-names.ts'
import { none } from './say.ts'
import { findStrayDate } from './stray-date.ts'

/** Papers of one sheet: what other documents must have, these may go without. */
const lighter = /^(?:giay|phieu)-/u
const withoutAbstract: ReadonlySet<string> = new Set([
  'thu-cong',
  'hop-dong',
  'ban-ghi-nho',
  'ban-thoa-thuan',
  'loi-keu-goi',
  'tuyen-bo',
  'thong-cao',
  'cuong-linh',
  'dieu-le',
  'chien-luoc',
])

/** Papers of one sheet whose samples have recipients (annex III, 1.7, 1.8, 1.10). */
const withRecipients: ReadonlySet<string> = new Set(['giay-moi', 'giay-gioi-thieu', 'giay-nghi-phep'])

const isLight = (kind: Kind | null) =>
  kind !== null && (lighter.test(kind.id) || withoutAbstract.has(kind.id))

/** H09: which component is not there. Annex I, part II. */
export const judgePresence: Judge = (context) => [
  ...headFaults(context),
  ...textFaults(context),
  ...footFaults(context),
]

function headFaults(context: JudgeContext): readonly Draft[] {
  const { recognised, profile } = context
  const { head, kind } = recognised
  const at = (component: Component, present: boolean) =>
    present ? [] : [missing(context, component, 'head')]
  const minutes = kind?.shape === 'minutes'
  const title =
    profile.name === 'state'
      ? [...at('country', head.country !== null), ...at('motto', head.motto !== null)]
      : at('partyTitle', head.partyTitle !== null)
  return [
    ...title,
    ...at('issuer', head.issuer.length > 0),
    ...at('number', head.number !== null || minutes || kind?.id === 'thu-cong'),
    ...at('issued', head.issued !== null || minutes || findStrayDate(context) !== null),
  ]
}

function textFaults(context: JudgeContext): readonly Draft[] {
  const { head, kind, addressees, enacting, bases } = context.recognised
  const at = (component: Component, present: boolean) =>
    present ? [] : [missing(context, component, 'text')]
  if (kind?.shape === 'letter')
    return [...at('letterAbstract', head.letterAbstract.length > 0), ...at('addressee', addressees !== null)]
  if (kind === null) return at('kind', head.kindLine !== null)
  const enacts = context.profile.name === 'state' && kind.enacting !== undefined && bases.length > 0
  return [
    ...at('abstract', head.abstract.length > 0 || isLight(kind)),
    ...at('enacting', enacting !== null || !enacts),
  ]
}

function footFaults(context: JudgeContext): readonly Draft[] {
  const { profile } = context
  const { foot, kind } = context.recognised
  const at = (component: Component, present: boolean) =>
    present ? [] : [missing(context, component, 'foot')]
  const signed = foot.signatures.length > 0
  const named = foot.signatures.every(({ name }) => name !== null)
  const sampled = profile.name === 'state' && kind !== null && withRecipients.has(kind.id)
  const may = !sampled && (kind === null || isLight(kind) || kind.shape === 'minutes')
  return [
    ...at('position', signed),
    ...at('signer', !signed || named),
    ...at('recipients', foot.recipients !== null || may),
  ]
}

function missing(
  { read, recognised }: JudgeContext,
  component: Component,
  where: 'head' | 'text' | 'foot',
): Draft {
  const { head, foot } = recognised
  const paragraph =
    where === 'head'
      ? read.paragraphs[0]
      : where === 'text'
        ? (head.issued ?? head.number ?? head.country)?.paragraph
        : (foot.recipients?.label.paragraph ?? read.paragraphs.findLast(({ text }) => text.trim() !== ''))
  const place = paragraph ?? read.paragraphs[0]
  const [section] = read.sections
  return {
    rule: 'H09',
    code: 'component_missing',
    at: placed(place, section),
    found: none,
    expected: componentNames[component],
    details: { component: componentNames[component] },
    repairs: [],
  }
}

function placed(paragraph: Paragraph | undefined, section: Section | undefined): DraftPlace {
  if (paragraph) return { paragraph }
  if (section) return { section }
  throw new RangeError('a document without paragraphs and sections')
}
