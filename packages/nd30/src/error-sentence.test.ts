import { expect, test } from 'vitest'
import { errorSentence } from './error-sentence.ts'
import { errorSentencesEn } from './error-sentences.en.ts'
import { errorSentencesVi } from './error-sentences.vi.ts'
import { Nd30Error, type Nd30ErrorCode } from './errors.ts'

test('fills what is known into both languages and leaves a mark for the rest', () => {
  const known = new Nd30Error('file_xml_malformed', 'broken', { part: 'word/document.xml' })
  expect(errorSentence(known).vi).toContain('word/document.xml')
  expect(errorSentence(known).en).toContain('word/document.xml')
  expect(errorSentence(new Nd30Error('form_unknown', 'no form')).en).toBe('No form is known for ….')
})

test('what is filled in reads the same in every language, or comes in both', () => {
  const names = (sentence: string) => sentence.match(/(?<=\{)\w+/g) ?? []
  const neutral = /^(at|count|file|letters|limit|megabytes|name|part|path|place|seconds)$/
  for (const [code, vi] of Object.entries(errorSentencesVi)) {
    const en = errorSentencesEn[code as Nd30ErrorCode]
    expect([code, ...names(vi).filter((name) => !neutral.test(name) && name !== 'vi')]).toEqual([code])
    expect([code, ...names(en).filter((name) => !neutral.test(name) && name !== 'en')]).toEqual([code])
  }
})
