import { expect, test } from 'vitest'
import { readDocument } from './read.ts'
import { buildDocx } from './testing/build-docx.ts'

const withText = (...texts: readonly string[]) =>
  buildDocx({ body: `<w:p>${texts.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('')}</w:p>` })

test('refuses letters under more marks than any language has', async () => {
  const marks = '\u0301\u0316'.repeat(20)
  await expect(readDocument(await withText(`a${marks}`))).rejects.toMatchObject({ code: 'file_limit' })
  // However they are parted.
  const parted = ['a', ...marks]
  await expect(readDocument(await withText(...parted))).rejects.toMatchObject({ code: 'file_limit' })
})

test('reads letters under as many as there are', async () => {
  const { paragraphs } = await readDocument(await withText('Vie\u0323\u0302t Nam'))
  expect(paragraphs[0]?.text.normalize('NFC')).toBe('Việt Nam')
})
