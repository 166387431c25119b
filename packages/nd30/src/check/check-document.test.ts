import { describe, expect, test } from 'vitest'
import { Nd30Error } from '../errors.ts'
import { checkDocument, checkLimits } from './check-document.ts'
import { changed, handBuilt } from './testing/hand-built.ts'
import { partyDecision } from './testing/party-documents.ts'
import { body, decision } from './testing/state-documents.ts'

describe('the day by which it is judged', () => {
  const dated = (text: string) => handBuilt(changed(decision, 'Bắc Giang,', { text }))

  test('is its own, where a form is known for it', () => {
    expect(checkDocument(handBuilt(decision), { today: '2026-11-25' })).toMatchObject({
      form: 'nd30',
      at: '2024-03-05',
    })
  })

  test('is the one that is asked for', () => {
    const party = handBuilt(partyDecision)
    expect(checkDocument(party)).toMatchObject({ form: 'hd05', at: '2026-06-05' })
    expect(checkDocument(party, { at: '2026-05-26' })).toMatchObject({ form: 'hd36', at: '2026-05-26' })
  })

  test('is today, where it says none or one before every form', () => {
    const today = { today: '2026-11-25' }
    expect(checkDocument(dated('Bắc Giang, ngày    tháng    năm 2026'), today).at).toBe('2026-11-25')
    expect(checkDocument(dated('Bắc Giang, ngày 05 tháng 3 năm 2012'), today).at).toBe('2026-11-25')
  })

  test('cannot be guessed', () => {
    expect(() => checkDocument(dated('Bắc Giang, ngày    tháng    năm 2026'))).toThrow(Nd30Error)
  })
})

test('a report is bounded, counts what it cuts, and keeps its repairs', () => {
  const many = Array.from({ length: 500 }, (_, at) =>
    body('Văn bản này có hiệu lực kể từ ngày ký.', { font: `Phông ${at}` }),
  )
  const long = [...decision.slice(0, -1), ...many, ...decision.slice(-1)]
  const report = checkDocument(handBuilt(long))
  const typefaces = report.findings.filter(({ rule }) => rule === 'P03')
  expect(typefaces).toHaveLength(checkLimits.findingsOfRule)
  expect(report.cut).toBe(500 - checkLimits.findingsOfRule)
  expect(report.counts.must).toBeGreaterThanOrEqual(500)
  expect(report.repairs().length).toBeGreaterThanOrEqual(500)
  expect(JSON.parse(JSON.stringify(report))).toEqual({ ...report })
})

test('findings stand in the order of the document', () => {
  const wrong = changed(changed(decision, 'Nguyễn Thị', { bold: false }), 'CỘNG HÒA', { size: 20 })
  const { findings } = checkDocument(handBuilt(changed(wrong, '1. Kế hoạch', { font: 'Arial' })))
  expect(findings.map(({ rule }) => rule)).toEqual(['H01', 'P03', 'S02'])
})

test('says that nothing of the form is there, and does not fail', () => {
  const { kind, follows, findings } = checkDocument(handBuilt([{ text: 'Xin chào.' }]), {
    today: '2026-11-25',
  })
  expect(kind).toBeNull()
  expect(follows).toBe(false)
  expect(findings.filter(({ rule }) => rule === 'H09').length).toBeGreaterThanOrEqual(5)
  expect(() => checkDocument(handBuilt([]), { today: '2026-11-25' })).not.toThrow()
})
