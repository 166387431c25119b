import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { bearsSecretMark } from '../secret-marks/find-secret-marks.ts'
import { judgeBytes } from './judge-bytes.ts'
import { judgeFile } from './judge-file.ts'
import { docxOf, paragraph, pdfOf, xlsxOf } from './testing-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'dotpha-judge-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a file’s type, text and active content are told apart', async () => {
  const file = docxOf(paragraph('Kế hoạch năm'), {
    'word/media/image1.png': Buffer.from('89504e470d0a1a0a', 'hex'),
  })
  const { texts, ...told } = await judgeBytes(file)
  expect(told).toEqual({
    kind: 'docx',
    reading: 'part',
    trouble: null,
    active: new Set(),
    unread: new Set(['picture']),
  })
  expect(texts.some((text) => text.includes('Kế hoạch năm'))).toBe(true)
  expect(texts.some(bearsSecretMark)).toBe(false)
})

test('in their thread files are judged one after the other and at once; no text leaves it', async () => {
  let count = 0
  const aside = (content: Uint8Array) => {
    const path = join(folder, `${count++}`)
    writeFileSync(path, content)
    return judgeFile(path)
  }
  const marked = pdfOf([['MẬT']])
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(20 << 20) })
  const answers = await Promise.all([
    aside(marked),
    aside(docxOf(paragraph('Kế hoạch'))),
    aside(bomb),
    aside(Buffer.from('x')),
    aside(xlsxOf([['TỐI MẬT']])),
  ])
  expect(answers.map(({ kind, isMarked, trouble, reading }) => [kind, isMarked, trouble, reading])).toEqual([
    ['pdf', true, null, 'whole'],
    ['docx', false, null, 'whole'],
    ['archive', false, 'oversized', 'none'],
    ['text', false, null, 'whole'],
    ['xlsx', true, null, 'whole'],
  ])
  expect(Object.keys(answers[0] ?? {}).sort()).toEqual([
    'active',
    'isMarked',
    'kind',
    'reading',
    'trouble',
    'unread',
  ])
  expect((await aside(marked)).isMarked).toBe(true)
})
