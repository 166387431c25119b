import { expect, test } from 'vitest'
import { checkDocument } from './check-document.ts'
import { sentencesEn } from './sentences.en.ts'
import { sentencesVi } from './sentences.vi.ts'
import { changed, handBuilt } from './testing/hand-built.ts'
import { decision } from './testing/state-documents.ts'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('both languages say something of the same things', () => {
  expect(Object.keys(sentencesEn).sort()).toEqual(Object.keys(sentencesVi).sort())
})

test('the English sentence names nothing that the Vietnamese one does not', () => {
  for (const [code, vi] of Object.entries(sentencesVi)) {
    const en = sentencesEn[code as keyof typeof sentencesVi]
    const extra = placeholders(en).filter((name) => !placeholders(vi).includes(name))
    expect([code, extra]).toEqual([code, []])
  }
})

test('a finding is said in both languages, and its figures in the one that is asked for', () => {
  const wrong = changed(decision, 'Nguyễn Thị', { bold: false, size: 12.5 })
  const [vi] = checkDocument(handBuilt(wrong)).findings
  const [en] = checkDocument(handBuilt(wrong), { language: 'en' }).findings
  expect(vi).toMatchObject({
    rule: 'S02',
    severity: 'must',
    article: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục 7',
    found: '12,5 pt, không đậm',
    expected: '13–14 pt, đậm',
    vi: 'Họ tên người ký đang là 12,5 pt, không đậm; phải là 13–14 pt, đậm.',
    en: 'The name of the signer: 12.5 pt, not bold; it must be 13–14 pt, bold.',
    repairable: true,
  })
  expect(en?.found).toBe('12.5 pt, not bold')
})
