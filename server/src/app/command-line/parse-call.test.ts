import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../platform/refusal.ts'
import type { ServerCommand } from './command.ts'
import { commands } from './commands.ts'
import { parseCall } from './parse-call.ts'

const serverCommands = Object.entries(commands).filter(
  (entry): entry is [string, ServerCommand] => 'forms' in entry[1],
)

const user = {
  forms: [
    { verb: 'password', needs: ['account'], takes: ['json'] },
    { verb: 'factor reset', needs: ['account', 'reason'] },
    { verb: 'export', operands: ['DIR'] },
  ],
  options: {
    account: { value: 'NAME', vi: '', en: '' },
    reason: { value: 'TEXT', vi: '', en: '' },
    json: { vi: '', en: '' },
  },
}
const parse = (...args: readonly string[]) => parseCall('user', user, args)
const faultOf = (...args: readonly string[]): string => {
  try {
    parse(...args)
  } catch (error) {
    if (error instanceof Failure && error.code === 'usage') return error.message
    throw error
  }
  return 'none'
}

test('a call is read into its verb, its words, its values and its switches', () => {
  expect(parse('factor', 'reset', '--account', 'an', '--reason=-mất máy')).toEqual({
    verb: 'factor reset',
    operands: [],
    values: { account: 'an', reason: '-mất máy' },
    switches: new Set(),
  })
  expect(parse('export', 'bản xuất').operands).toEqual(['bản xuất'])
  // The order is free, as everywhere.
  expect(parse('--json', '--account', 'an', 'password')).toMatchObject({
    verb: 'password',
    switches: new Set(['json']),
  })
})

test.each([
  ['nothing', [], 'sau user cần một trong: password, factor reset, export'],
  ['a verb that is mistyped', ['pasword'], 'user không có “pasword”, có phải “password”'],
  ['a verb of two words that is mistyped', ['factor', 'rset'], 'có phải “factor reset”'],
  ['another verb', ['delete'], 'user không có “delete”, chỉ có password, factor reset, export'],
  [
    'an option that is mistyped',
    ['password', '--acount', 'an'],
    'không có tùy chọn --acount, có phải --account',
  ],
  ['an option of one letter', ['password', '-a', 'an'], 'không có tùy chọn -a.'],
  ['what every object has', ['password', '--constructor', 'an'], 'không có tùy chọn --constructor.'],
  ['an option that is missing', ['password'], 'thiếu --account NAME'],
  [
    'an option of another verb',
    ['password', '--account', 'an', '--reason', 'x'],
    'user password không dùng --reason',
  ],
  ['a value that is missing', ['password', '--account'], '--account thiếu giá trị'],
  ['an empty value', ['password', '--account', ' '], '--account thiếu giá trị'],
  ['an option in place of a value', ['password', '--account', '--json'], '--account thiếu giá trị (nếu'],
  ['a value for a switch', ['password', '--account', 'an', '--json=1'], '--json không nhận giá trị'],
  [
    'an option given twice',
    ['password', '--account', 'a', '--account', 'b'],
    '--account chỉ được ghi một lần',
  ],
  ['a word too many', ['export', 'a', 'b'], 'thừa “b”'],
  ['a word that is missing', ['export'], 'thiếu DIR'],
])('%s is a wrong call, told in one sentence in each language', (_, args, vietnamese) => {
  const lines = faultOf(...args).split('\n')
  expect(lines).toEqual([
    expect.stringMatching(/^Gọi lệnh chưa đúng: .+\. Xem dotpha help user\.$/),
    expect.stringMatching(/^The command was called wrongly: .+\. See dotpha help user\.$/),
  ])
  expect(lines[0]).toContain(vietnamese)
})

describe.each(serverCommands)('%s', (name, command) => {
  const word = fc.oneof(
    fc.constantFrom(
      ...command.forms.flatMap(({ verb }) => verb?.split(' ') ?? ['x']),
      ...Object.keys(command.options).flatMap((option) => [`--${option}`, `--${option}=x`, `--no-${option}`]),
      '--',
      '-',
      '',
      '-j',
      '--=',
      '--x',
    ),
    fc.string(),
  )

  test('whatever it is called with, fits a form or is refused in our own words', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (args) => {
        try {
          const { verb, operands, values } = parseCall(name, command, args)
          const form = command.forms.find((one) => one.verb === verb)
          expect(form?.operands ?? []).toHaveLength(operands.length)
          for (const option of form?.needs ?? []) expect(values[option]).toBeTruthy()
        } catch (error) {
          // A word that was typed may have several lines; what is ours has one in each language.
          expect(error).toMatchObject({
            code: 'usage',
            message: expect.stringMatching(/^Gọi lệnh chưa đúng: /),
          })
          expect(error).not.toHaveProperty('cause', expect.anything())
        }
      }),
    )
  })
})
