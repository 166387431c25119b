import { expect, test } from 'vitest'
import type { OfficialDocument } from '../model/document.ts'
import { openRenderer } from './renderer.ts'

const decision: OfficialDocument = {
  profile: 'state',
  kind: 'quyet-dinh',
  superior: 'Ủy ban nhân dân tỉnh Lâm Hải',
  issuer: 'Sở Nội vụ',
  number: { value: 5, body: 'SNV' },
  issued: { place: 'Lâm Hải', date: '2026-01-05' },
  abstract: 'Về việc thành lập Tổ công tác',
  competence: 'Giám đốc Sở Nội vụ',
  bases: ['Căn cứ Luật Tổ chức chính quyền địa phương'],
  body: [{ type: 'article', number: 1, text: 'Thành lập Tổ công tác.' }],
  signatures: [{ position: 'Giám đốc', name: 'Vũ Thị Hòa' }],
  recipients: { lines: ['Như Điều 1'], archive: 'VT' },
}
const at = '2026-01-05'

test('sets a decision with the places of its marks, the same bytes each time', async () => {
  await using renderer = await openRenderer()
  const { pdf, pages, places } = await renderer.render(decision, { at })
  expect(Buffer.from(pdf.subarray(0, 8)).toString()).toBe('%PDF-1.7')
  expect(pages).toBe(1)
  expect(new Set(places.map(({ role }) => role))).toEqual(
    new Set(['copy-mark', 'arrival-mark', 'number', 'issued', 'signature', 'seal']),
  )
  expect(Buffer.from((await renderer.render(decision, { at })).pdf).equals(pdf)).toBe(true)
})

test('names the letters that its font does not have, and where they are', async () => {
  await using renderer = await openRenderer()
  const wrong = { ...decision, recipients: { lines: ['Như Điều 1', 'Bạn 😀\u0000'], archive: 'VT' } }
  await expect(renderer.render(wrong, { at })).rejects.toMatchObject({
    code: 'font_missing_letters',
    details: { letters: '😀, U+0000', place: 'recipients.lines[1]' },
  })
})

test('refuses what its queue has no room for, and everything once it is closed', async () => {
  const renderer = await openRenderer({ queue: 1 })
  const taken = [renderer.render(decision, { at }), renderer.render(decision, { at })]
  await expect(renderer.render(decision, { at })).rejects.toMatchObject({ code: 'renderer_full' })
  const closed = renderer.close()
  await expect(renderer.render(decision, { at })).rejects.toMatchObject({ code: 'renderer_closed' })
  expect((await Promise.all(taken)).map(({ pages }) => pages)).toEqual([1, 1])
  await closed
})
