import { expect, test } from 'vitest'
import { errorSentence } from './error-sentence.ts'
import { errorSentencesEn } from './error-sentences.en.ts'
import { errorSentencesVi } from './error-sentences.vi.ts'
import { OutOfCalendarError, WorkdaysError, type WorkdaysErrorCode } from './errors.ts'

test('each error has a sentence in both languages, about the same details', () => {
  const names = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  expect(Object.keys(errorSentencesEn)).toEqual(Object.keys(errorSentencesVi))
  for (const code of Object.keys(errorSentencesVi) as WorkdaysErrorCode[]) {
    expect(names(errorSentencesEn[code])).toEqual(names(errorSentencesVi[code]))
    expect(errorSentencesVi[code]).toMatch(/^\p{Lu}.*\.$/u)
    expect(errorSentencesEn[code]).toMatch(/^\p{Lu}.*\.$/u)
  }
})

test('what is filled in reads the same in every language', () => {
  const words = /\{(unit|by|why|reason)\}/
  expect(Object.values(errorSentencesVi).filter((sentence) => words.test(sentence))).toEqual([])
})

test('a sentence is filled in from its error, and text in it is taken as it is', () => {
  const error = new WorkdaysError('date_malformed', { text: '{text} $&' })
  expect(errorSentence(error).en).toBe(
    'The date “{text} $&” is wrong: a real day as year-month-day is needed, such as 2026-02-13.',
  )
  expect(error.message).toBe('date_malformed text={text} $&')
})

test('what the calendar does not know is an error of its own', () => {
  const error = new OutOfCalendarError({ first: '2020-01-01', last: '2035-12-31' })
  expect(error).toBeInstanceOf(WorkdaysError)
  expect(error).toMatchObject({ name: 'OutOfCalendarError', code: 'out_of_calendar' })
})
