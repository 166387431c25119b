import { expect, test } from 'vitest'
import { nd30 } from '../profile/nd30.ts'
import { checkLimits, gather, gatherAll } from './gather.ts'
import { recognise } from './recognise/recognise.ts'
import { handBuilt } from './testing/hand-built.ts'
import { body, decision } from './testing/state-documents.ts'

test('what is kept while rules speak is what would be kept of all that they say', () => {
  const many = Array.from({ length: 300 }, (_, at) =>
    body('Văn bản này có hiệu lực kể từ ngày ký.', {
      firstLine: 100 + 5 * at,
      ...(at % 2 === 0 ? { font: `Phông ${at}`, colour: 'FF0000' } : { size: 9, line: 700 + 5 * at }),
    }),
  )
  const read = handBuilt([...decision.slice(0, -1), ...many, ...many, ...decision.slice(-1)])
  const context = { read, recognised: recognise(read), profile: nd30 }
  const all = gatherAll(context)
  const { drafts, counts, cut } = gather(context)

  const ofRule = (rule: string) =>
    all.filter((draft) => draft.rule === rule).slice(0, checkLimits.findingsOfRule)
  const wanted = all.filter((draft) => ofRule(draft.rule).includes(draft)).slice(0, checkLimits.findings)
  const told = ({ rule, at }: (typeof all)[number]) => [rule, 'paragraph' in at ? at.paragraph.number : null]
  expect(drafts.map(told)).toEqual(wanted.map(told))
  expect(drafts.length).toBeLessThan(all.length)
  expect(cut).toBe(all.length - drafts.length)
  expect(counts.must + counts.should + counts.taste).toBe(all.length)
})
