import { expect, test } from 'vitest'
import { lookMessagesEn } from './messages.en.ts'
import { type LookCode, lookMessagesVi } from './messages.vi.ts'
import { pdfASentence, pictureSentence } from './sentences.ts'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('both languages say the same of the same things', () => {
  expect(Object.keys(lookMessagesEn)).toEqual(Object.keys(lookMessagesVi))
  for (const [code, vi] of Object.entries(lookMessagesVi))
    expect([code, placeholders(lookMessagesEn[code as LookCode])]).toEqual([code, placeholders(vi)])
})

test('a note and a finding become sentences', () => {
  expect(pictureSentence({ code: 'too_few_pixels', details: { dpi: 120, least: 300 } })).toEqual({
    vi: 'Hình ảnh chỉ có 120 điểm ảnh trên inch ở cỡ thật, cần ít nhất 300.',
    en: 'The picture has only 120 pixels an inch at its size; at least 300 are needed.',
  })
  const finding = { code: 'font_not_embedded', object: 3, count: 1, what: 'Arial' } as const
  expect(pdfASentence(finding).vi).toBe('Phông chữ Arial không được nhúng vào tệp.')
})
