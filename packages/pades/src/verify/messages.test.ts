import { expect, test } from 'vitest'
import { changeMessagesVi } from './diff/messages.vi.ts'
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

test('what is filled in reads the same in every language, or comes in both', () => {
  // Names, numbers, times and names of the file's format; `why` and the change are sentences of both languages.
  const neutral =
    /^(name|field|at|since|until|revokedAt|time|proven|offset|end|count|subFilter|why|key|subtype)$/
  const withOwnWords = { algorithm_weak: ['what'], changed: ['what'] } as Record<string, readonly string[]>
  for (const [code, vi] of Object.entries({ ...messagesVi, ...changeMessagesVi }))
    expect([code, placeholders(vi).filter((name) => !neutral.test(name ?? ''))]).toEqual([
      code,
      withOwnWords[code] ?? [],
    ])
})
