import { describe, expect, test } from 'vitest'
import { decodeForm, listValue, problemsOf, rowValues, textValue } from './form.ts'
import { changeRows } from './form-body.ts'

const refusal = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'thrown'
  }
  return 'taken'
}

describe('decoding a form', () => {
  test('puts flat names together into texts, lists, groups and rows', () => {
    expect(
      decodeForm([
        ['title', 'Chuyển đổi số'],
        ['groups[]', 'a'],
        ['groups[]', 'b'],
        ['paper[number]', '12'],
        ['targets[1][value]', '98,9'],
        ['targets[0][value]', '100'],
        ['targets[0][units][]', 'x'],
      ]),
    ).toEqual({
      title: 'Chuyển đổi số',
      groups: ['a', 'b'],
      paper: { number: '12' },
      targets: [{ value: '100', units: ['x'] }, { value: '98,9' }],
    })
  })

  test('counts the last of a single field, as a hidden no before a ticked yes', () => {
    expect(
      decodeForm([
        ['flag', 'off'],
        ['flag', 'on'],
      ]),
    ).toEqual({ flag: 'on' })
  })

  test('keeps rows in the order of their numbers, whatever was left out between', () => {
    const values = decodeForm([
      ['rows[10][a]', 'ten'],
      ['rows[2][a]', 'two'],
    ])
    expect(values.rows).toEqual([{ a: 'two' }, { a: 'ten' }])
  })

  test('an empty form is empty', () => {
    expect(decodeForm([])).toEqual({})
  })

  test.each([
    '__proto__',
    '__proto__[polluted]',
    'a[__proto__][polluted]',
    'constructor[prototype][polluted]',
    'a[constructor]',
    'a[prototype]',
    '',
    '[0]',
    'a[',
    'a]',
    'a[b',
    'a[b]c',
    'a.b',
    'a b',
    'a[b][c][d][e]',
    'a[][b]',
    'a[0][][b]',
    '1a',
    'rows[201][a]',
    'rows[4294967295][a]',
    'ă',
    "a'--",
    `a${'b'.repeat(200)}`,
  ])('refuses the name %j', (name) => {
    expect(refusal(() => decodeForm([[name, 'x']]))).toBe('form_malformed')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('names of what every object has are names like others', () => {
    const values = decodeForm([
      ['toString', 'x'],
      ['hasOwnProperty', 'y'],
      ['valueOf[a]', 'z'],
    ])
    expect(Object.entries(values)).toEqual([
      ['toString', 'x'],
      ['hasOwnProperty', 'y'],
      ['valueOf', { a: 'z' }],
    ])
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
  })

  test.each([
    ['a text and a group', ['a', 'a[b]']],
    ['a group and a text', ['a[b]', 'a']],
    ['a text and a list', ['a', 'a[]']],
    ['a list and a group', ['a[]', 'a[b]']],
    ['a row and a list', ['a[0][b]', 'a[]']],
  ])('refuses one name for %s', (_name, names) => {
    expect(refusal(() => decodeForm(names.map((name) => [name, 'x'])))).toBe('form_malformed')
  })

  test('refuses a NUL, in a text and as the first of a list', () => {
    for (const name of ['a', 'a[]'])
      for (const value of ['\u0000', 'x\u0000y'])
        expect(refusal(() => decodeForm([[name, value]]))).toBe('form_malformed')
  })

  test('takes 2,500 fields and not one more', () => {
    const fields = (count: number) => Array.from({ length: count }, (): [string, string] => ['ids[]', 'x'])
    expect(listValue(decodeForm(fields(2500)), 'ids')).toHaveLength(2500)
    expect(refusal(() => decodeForm(fields(2501)))).toBe('form_too_large')
  })
})

describe('what a form shows again', () => {
  const values = decodeForm([
    ['text', 'x'],
    ['list[]', 'a'],
    ['rows[0][a]', '1'],
    ['group[a]', '2'],
  ])

  test('is empty where there is nothing, or something else', () => {
    expect([textValue(values, 'text'), textValue(values, 'list'), textValue(values, 'toString')]).toEqual([
      'x',
      '',
      '',
    ])
    expect([listValue(values, 'list'), listValue(values, 'text'), listValue(values, 'group')]).toEqual([
      ['a'],
      ['x'],
      [],
    ])
    expect([rowValues(values, 'rows'), rowValues(values, 'list'), rowValues(values, 'text')]).toEqual([
      [{ a: '1' }],
      [],
      [],
    ])
  })

  test('names what belongs to no field first', () => {
    expect(problemsOf({ problems: ['whole'], errors: { a: 'one', 'b.0': 'two' } })).toEqual([
      { message: 'whole' },
      { field: 'a', message: 'one' },
      { field: 'b.0', message: 'two' },
    ])
  })
})

describe('changing rows without scripts', () => {
  const values = { rows: [{ a: '1' }, { a: '2' }, { a: '3' }], other: 'kept' }

  test('adds one at the end, also where there was none', () => {
    expect(changeRows(values, 'add:rows')).toEqual({ ...values, rows: [...values.rows, {}] })
    expect(changeRows({}, 'add:rows')).toEqual({ rows: [{}] })
  })

  test('removes the one that was meant, and no other where it is not there', () => {
    expect(changeRows(values, 'remove:rows:1')).toEqual({ ...values, rows: [{ a: '1' }, { a: '3' }] })
    expect(changeRows(values, 'remove:rows:7')).toEqual(values)
  })

  test.each(['add', 'add:', 'add:__proto__', 'add:constructor', 'add:a[b]', 'add:a.b', ':'])(
    'refuses %j',
    (wish) => {
      expect(refusal(() => changeRows(values, wish))).toBe('form_malformed')
    },
  )
})
