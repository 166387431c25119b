import { Nd30Error } from '../errors.ts'
import { modelBounds } from './bounds.ts'

/** Of what a model can have too much, as it follows the number. */
const words = {
  values: { vi: 'giá trị', en: 'values' },
  depth: { vi: 'cấp lồng nhau', en: 'levels of nesting' },
  imagesBytes: { vi: 'byte ảnh', en: 'bytes of images' },
  letters: { vi: 'chữ', en: 'letters' },
  wordLetters: { vi: 'chữ trong một từ', en: 'letters of one word' },
  blocks: { vi: 'đoạn, đề mục, bảng và ảnh', en: 'paragraphs, headings, tables and images' },
  cells: { vi: 'ô bảng', en: 'cells of tables' },
} as const satisfies Partial<Record<keyof typeof modelBounds, { readonly vi: string; readonly en: string }>>

export function tooLarge(what: keyof typeof words): Nd30Error {
  const limit = modelBounds[what]
  return new Nd30Error('model_too_large', `more ${what} than ${limit}`, { what, limit, ...words[what] })
}
