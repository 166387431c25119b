import { expect, test } from 'vitest'
import { type Speech, spokenParams } from './spoken-params.ts'

test('dates, numbers and code words are said in the language of the reader', () => {
  const words: Readonly<Record<string, string>> = { 'action.submit': 'trình', 'state.closed': 'Đã khóa' }
  const speech: Speech = {
    word: (key) => words[key] ?? key,
    date: (date) => date.split('-').reverse().join('/'),
    number: (value) => value.replace('.', ','),
  }
  const spoken = (params: Readonly<Record<string, string | number>>) =>
    spokenParams(params, ['state', 'action'], speech)
  expect(spoken({ action: 'submit', state: 'closed' })).toEqual({ action: 'trình', state: 'Đã khóa' })
  expect(spoken({ dueOn: '2022-12-31', number: 2, target: '2022-12-31', confirmed: '98.9' })).toEqual({
    dueOn: '31/12/2022',
    number: 2,
    target: '2022-12-31',
    confirmed: '98,9',
  })
})
