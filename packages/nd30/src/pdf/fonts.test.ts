import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fullDocument } from '../testing/full-document.ts'
import { FontFiles } from './fonts.ts'
import { Typesetter } from './typeset.ts'

const paths = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map((style) =>
  fileURLToPath(new URL(`../../fonts/LiberationSerif-${style}.ttf`, import.meta.url)),
)
const vietnamese = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'

test('our fonts have every letter of Vietnamese', () => {
  const both = `${vietnamese}${vietnamese.toLocaleUpperCase('vi')}…–—“”‘’§№‰²³°±×÷€₫`
  expect(() => new FontFiles().refuseMissingLetters({ ...fullDocument, abstract: both })).not.toThrow()
})

test('other files of fonts are set in, by the name of their family', () => {
  const fonts = new FontFiles(paths)
  expect(fonts.family).toBe('Liberation Serif')
  const { pdf } = new Typesetter(fonts).set(fullDocument, { at: '2026-01-05' })
  const names = new Set(
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/BaseFont \/[A-Z]{6}\+[A-Za-z-]+/g),
  )
  expect([...names].map((name) => name.split('+')[1]).sort()).toEqual([
    'LiberationSerif',
    'LiberationSerif-Bold',
    'LiberationSerif-BoldItalic',
    'LiberationSerif-Italic',
  ])
})

test('what is no font file is refused when the renderer is opened', () => {
  expect(() => new FontFiles([fileURLToPath(import.meta.url)])).toThrow(RangeError)
  expect(() => new FontFiles(['/nowhere.ttf'])).toThrow(expect.objectContaining({ code: 'ENOENT' }))
})
