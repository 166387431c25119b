import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OfficialDocument } from '../../model/document.ts'
import { parseDocument } from '../../model/parse-document.ts'
import { readDocument } from '../../read/read.ts'
import { anyDocument } from '../../testing/any-document.ts'
import { sample, samples } from '../../testing/samples.ts'
import { writeDocx } from '../write/write-docx.ts'
import { modelOf } from './model-of.ts'

const readBack = async (document: OfficialDocument, at = document.issued?.date ?? '2026-06-30') =>
  modelOf(await readDocument(await writeDocx(document, { at })), document.profile)

test.each(samples())('reads $name back as it was', async ({ document }) => {
  expect(await readBack(document)).toEqual(document)
})

/** What is not printed cannot be read: see `modelOf`. */
function printed(document: OfficialDocument): OfficialDocument {
  const filled = document.annexes?.some(({ reference }) => reference === 'filled')
  if (filled) return document
  const { issuerInText: _, ...others } = document
  return others
}

test('reads any document back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      expect(await readBack(document)).toEqual(printed(document))
    }),
    { numRuns: 25 },
  )
})

test('takes no heading that ends with “QUYẾT ĐỊNH” for the line that decides', async () => {
  const document: OfficialDocument = {
    ...sample('cong-van'),
    body: [
      { type: 'paragraph', text: 'Bảo đảm văn' },
      { type: 'heading', level: 1, number: 'I', title: 'BẢO ĐẢM QUYẾT ĐỊNH' },
      { type: 'paragraph', text: 'Bảo đảm văn' },
    ],
  }
  const { body } = await readBack(document)
  expect(body.slice(0, 2)).toEqual(document.body.slice(0, 2))
})

test('gives what parseDocument takes', async () => {
  const model = await readBack(sample('quyet-dinh-kem-quy-che'))
  expect(parseDocument(JSON.parse(JSON.stringify(model)))).toEqual(model)
})

test('says what was not found', async () => {
  const state = await writeDocx(sample('quyet-dinh'), { at: '2026-01-05' })
  const read = await readDocument(state)
  expect(() => modelOf(read, 'party')).toThrow(
    expect.objectContaining({
      code: 'form_not_followed',
      details: expect.objectContaining({ missing: 'profile' }),
    }),
  )
})

test('takes any number of spaces', async () => {
  const wide = `Thi hành${' '.repeat(200_000)}Quyết định này`
  const document = sample('quyet-dinh')
  const spaced = { ...document, body: [{ type: 'paragraph' as const, text: wide }], bases: [wide, wide] }
  expect(await readBack(spaced)).toEqual(spaced)
})
