import { expect, test } from 'vitest'
import { type Kind, partyKinds, stateKinds } from '../../model/kinds.ts'
import { checkDocument } from '../check-document.ts'
import { type BlockWish, handBuilt, type ParagraphWish } from '../testing/hand-built.ts'
import { partyDecision } from '../testing/party-documents.ts'
import { decision, kindLine } from '../testing/state-documents.ts'

const named = ({ shape }: Kind) => shape === undefined

/** The decision as another kind: its name, its symbol, and without what only decisions have. */
function as(
  blocks: readonly BlockWish[],
  from: { readonly symbol: string; readonly firstArticle: string },
  line: (kind: string) => ParagraphWish,
  kind: Kind,
): readonly BlockWish[] {
  const symbol = (wish: ParagraphWish): ParagraphWish =>
    wish.text?.includes(from.symbol)
      ? { ...wish, text: wish.text.replace(from.symbol, kind.abbreviation ?? 'VB') }
      : wish
  const articles = blocks.findIndex((block) => 'runs' in block && block.runs?.[0]?.text === from.firstArticle)
  return [
    ...blocks
      .slice(0, 1)
      .map((block) =>
        'rows' in block ? { rows: block.rows.map((row) => row.map((cell) => cell.map(symbol))) } : block,
      ),
    line(kind.name.toUpperCase()),
    ...blocks.slice(3, 5),
    ...blocks.slice(articles),
  ]
}

test.each(stateKinds.filter(named))('knows $name of the State', (kind) => {
  const blocks = as(decision, { symbol: 'QĐ', firstArticle: 'Điều 1.' }, kindLine, kind)
  const report = checkDocument(handBuilt(blocks))
  expect(report.kind).toBe(kind.id)
  expect(report.findings.map(({ rule, vi }) => `${rule} ${vi}`)).toEqual([])
})

test.each(partyKinds.filter(named))('knows $name of the Party', (kind) => {
  const line = (text: string): ParagraphWish => ({ text, size: 16, bold: true, align: 'center' })
  const blocks = as(partyDecision, { symbol: 'QĐ', firstArticle: 'Điều 1.' }, line, kind)
  const report = checkDocument(handBuilt(blocks))
  expect(report.kind).toBe(kind.id)
  expect(
    report.findings.filter(({ severity }) => severity !== 'taste').map(({ rule, vi }) => `${rule} ${vi}`),
  ).toEqual([])
})

test('knows no kind that is none', () => {
  const blocks = as(decision, { symbol: 'QĐ', firstArticle: 'Điều 1.' }, kindLine, {
    id: 'don',
    name: 'Đơn đề nghị',
    abbreviation: 'ĐĐN',
  })
  const report = checkDocument(handBuilt(blocks))
  expect(report.kind).toBeNull()
  expect(report.findings.map(({ rule }) => rule)).toContain('T01')
})
