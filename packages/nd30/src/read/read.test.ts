import { expect, test } from 'vitest'
import { readDocument } from './read.ts'
import { buildDocx } from './testing/build-docx.ts'

test('reads paragraphs, their runs and their page', async () => {
  const read = await readDocument(
    await buildDocx({
      body: `
        <w:p><w:pPr><w:jc w:val="both"/><w:ind w:firstLine="720"/></w:pPr>
          <w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Điều 1. </w:t></w:r>
          <w:r><w:t>Phạm vi</w:t><w:tab/><w:t>điều chỉnh</w:t></w:r></w:p>
        <w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:left="1701"/><w:titlePg/></w:sectPr>`,
    }),
  )
  const [paragraph] = read.paragraphs
  expect(paragraph).toMatchObject({
    part: 'word/document.xml',
    number: 1,
    text: 'Điều 1. Phạm vi\tđiều chỉnh',
    alignment: 'both',
    indent: { left: 0, right: 0, firstLine: 720 },
  })
  expect(paragraph?.runs.map((run) => [run.number, run.bold, run.sizeHalfPoints])).toEqual([
    [1, true, 28],
    [2, false, 20],
  ])
  expect(read.sections).toHaveLength(1)
  expect(read.sections[0]).toMatchObject({
    widthTwips: 11906,
    marginsTwips: { top: 1134, left: 1701, right: 1440 },
    titlePage: true,
  })
})
