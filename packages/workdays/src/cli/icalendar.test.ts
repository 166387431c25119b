import fc from 'fast-check'
import { expect, test } from 'vitest'
import { icalendar } from './icalendar.ts'

const fileWith = (summary: string) =>
  icalendar({
    name: 'n',
    stamp: new Date('2026-11-25T03:00:00Z'),
    events: [{ uid: 'u', date: '2026-12-31', summary, description: '', isTentative: false, isBusy: false }],
  })

test('any text comes back whole from lines of at most 75 octets', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('ệ', '💠', ',', ';', '\\', '\n', ' ', 'a'), maxLength: 200 }),
  )
  fc.assert(
    fc.property(anyText, (summary) => {
      const file = fileWith(summary)
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const [, written = ''] = /\r\nSUMMARY:(.*?)\r\nSTATUS/s.exec(file.replaceAll('\r\n ', '')) ?? []
      const read = written.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
      expect(read).toBe(summary.replace(/\r\n?/g, '\n'))
    }),
    { examples: [['a'.repeat(400)], ['ệ'.repeat(150)], ['💠,'.repeat(60)]] },
  )
})

test('control characters of a name from a file become blanks', () => {
  expect(fileWith('a\u0000b\u001bc\u0085d')).toContain('\r\nSUMMARY:a b c d\r\n')
})

test('a day ends on the next, over New Year too', () => {
  expect(fileWith('s')).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
})
