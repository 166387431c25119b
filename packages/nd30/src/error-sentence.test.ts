import { expect, test } from 'vitest'
import { errorSentence } from './error-sentence.ts'
import { Nd30Error } from './errors.ts'

test('fills what is known into both languages and leaves a mark for the rest', () => {
  const known = new Nd30Error('file_xml_malformed', 'broken', { part: 'word/document.xml' })
  expect(errorSentence(known).vi).toContain('word/document.xml')
  expect(errorSentence(known).en).toContain('word/document.xml')
  expect(errorSentence(new Nd30Error('form_unknown', 'no form')).en).toBe('No form is known for ….')
})
