import { expect, test } from 'vitest'
import { messagesEn } from './messages.en.ts'
import { messagesVi } from './messages.vi.ts'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('both languages say the same of the same things', () => {
  expect(Object.keys(messagesEn)).toEqual(Object.keys(messagesVi))
  for (const [code, vi] of Object.entries(messagesVi))
    expect([code, placeholders(messagesEn[code as keyof typeof messagesVi])]).toEqual([
      code,
      placeholders(vi),
    ])
})
