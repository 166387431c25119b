import type { ProfileName } from '../../src/model/document.ts'
import type { RuleId } from '../../src/rules/catalogue.ts'
import type { LaidLook, LaidParagraph, LaidSpan } from '../make/laid.ts'

/** One thing that can be done to any document that has such a paragraph, and the rule that it breaks. */
export interface GeneratedDamage {
  readonly what: string
  readonly role: string
  readonly rule: RuleId
  readonly profile?: ProfileName
  readonly do: (paragraph: LaidParagraph) => void
}

const run = (what: string, role: string, rule: RuleId, set: Partial<LaidSpan>): GeneratedDamage => ({
  what: `${role}: ${what}`,
  role,
  rule,
  do: ({ spans }) => {
    for (const span of spans) Object.assign(span, set)
  },
})

const look = (what: string, role: string, rule: RuleId, set: Partial<LaidLook>): GeneratedDamage => ({
  what: `${role}: ${what}`,
  role,
  rule,
  do: (paragraph) => {
    Object.assign(paragraph.look, set)
  },
})

const notBold = (role: string, rule: RuleId) => run('not bold', role, rule, { bold: false })
const bold = (role: string, rule: RuleId) => run('bold', role, rule, { bold: true })
const size = (role: string, rule: RuleId, sizePt: number) => run(`${sizePt} pt`, role, rule, { sizePt })

export const generatedDamages: readonly GeneratedDamage[] = [
  run('Arial', 'text', 'P03', { font: 'Arial' }),
  run('Arial', 'issuer', 'P03', { font: 'Arial' }),
  run('red', 'text', 'P04', { colour: 'FF0000' }),
  size('text', 'B01', 12),
  size('text', 'B01', 16),
  look('at the left', 'text', 'B02', { align: 'left' }),
  look('no indent', 'text', 'B03', { firstLineMm: 0 }),
  look('indent of 20 mm', 'text', 'B03', { firstLineMm: 20 }),
  look('double spaced', 'text', 'B04', { line: { rule: 'auto', lines: 2 } }),
  look('10 pt apart', 'text', 'B04', { line: { rule: 'exact', pt: 10 } }),
  { ...run('upright', 'base', 'B06', { italic: false }), profile: 'state' },
  notBold('article', 'B07'),
  look('at the left', 'groupNumber', 'B10', { align: 'left' }),
  notBold('groupTitle', 'B10'),
  notBold('headingRoman', 'B10'),
  notBold('country', 'H01'),
  size('country', 'H01', 15),
  notBold('motto', 'H02'),
  size('motto', 'H02', 11),
  notBold('issuer', 'H04'),
  bold('superior', 'H04'),
  bold('number', 'H06'),
  size('number', 'H06', 11),
  run('upright', 'issued', 'H07', { italic: false }),
  size('issued', 'H07', 11),
  notBold('kind', 'T01'),
  size('kind', 'T01', 20),
  look('at the left', 'kind', 'T01', { align: 'left' }),
  notBold('abstract', 'T02'),
  size('abstract', 'T02', 18),
  bold('letterAbstract', 'T04'),
  size('letterAbstract', 'T04', 16),
  notBold('authority', 'S01'),
  size('position', 'S02', 10),
  notBold('signer', 'S02'),
  size('recipientsLabel', 'R01', 16),
  size('recipients', 'R02', 14),
  bold('recipients', 'R02'),
  bold('addressee', 'R05'),
  notBold('annexLabel', 'A02'),
  notBold('annexTitle', 'A02'),
  run('upright', 'annexReference', 'A02', { italic: false }),
  notBold('title', 'D01'),
]
