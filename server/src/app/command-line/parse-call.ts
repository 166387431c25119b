import { parseArgs } from 'node:util'
import type { Call, CallForm, CommandOption, ServerCommand, Words } from './command.ts'
import { suggestion } from './suggestion.ts'
import { wrongCall } from './wrong-call.ts'

/**
 * What a command line asks of a command. Every fault is found here, because the sentences of Node's parser are English and
 * because it would silently take the last of an option that is given twice.
 *
 * @throws Failure `usage` that names the first fault
 */
export function parseCall(
  name: string,
  { forms, options }: Pick<ServerCommand, 'forms' | 'options'>,
  args: readonly string[],
): Call {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([option, { value }]) => [
        option,
        { type: value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    strict: false,
    tokens: true,
  })
  const refuse = (fault: Words | null) => {
    if (fault !== null) throw wrongCall(fault, name)
  }
  const given = new Map<string, string | undefined>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    refuse(faultOf(token, options, given))
    given.set(token.name, token.value)
  }
  const form = formOf(name, forms, positionals)
  const operands = positionals.slice(wordsOf(form.verb).length)
  refuse(operandFault(form, operands) ?? optionFault(name, form, options, given))
  return {
    verb: form.verb,
    operands,
    values: Object.fromEntries([...given].filter(([option]) => options[option]?.value !== undefined)),
    switches: new Set([...given.keys()].filter((option) => options[option]?.value === undefined)),
  }
}

const wordsOf = (verb: string | undefined): readonly string[] => verb?.split(' ') ?? []

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function faultOf(
  { name, rawName, value, inlineValue }: OptionToken,
  options: Readonly<Record<string, CommandOption>>,
  given: ReadonlyMap<string, unknown>,
): Words | null {
  const option = Object.hasOwn(options, name) && rawName.startsWith('--') ? options[name] : undefined
  if (option === undefined) return unknown(rawName, Object.keys(options))
  if (given.has(name))
    return {
      vi: `${rawName} chỉ được ghi một lần; nhiều giá trị thì cách nhau bằng dấu phẩy`,
      en: `${rawName} may be given only once; separate several values by commas`,
    }
  if (option.value === undefined)
    return value === undefined
      ? null
      : { vi: `${rawName} không nhận giá trị`, en: `${rawName} takes no value` }
  if (value === undefined || value.trim() === '')
    return { vi: `${rawName} thiếu giá trị`, en: `${rawName} lacks its value` }
  // Most often the value was forgotten and the next option would be taken for it.
  if (inlineValue !== true && value.startsWith('-'))
    return {
      vi: `${rawName} thiếu giá trị (nếu giá trị bắt đầu bằng dấu gạch thì viết ${rawName}=${value})`,
      en: `${rawName} lacks its value (if the value begins with a dash, write ${rawName}=${value})`,
    }
  return null
}

function unknown(rawName: string, known: readonly string[]): Words {
  const meant = suggestion(rawName.replace(/^-+/, ''), known)
  const [vi, en] = meant === undefined ? ['', ''] : [`, có phải --${meant}`, `, did you mean --${meant}`]
  return { vi: `không có tùy chọn ${rawName}${vi}`, en: `there is no option ${rawName}${en}` }
}

/** The form whose verb the call begins with. */
function formOf(name: string, forms: readonly CallForm[], positionals: readonly string[]): CallForm {
  const found = forms.find(({ verb }) => wordsOf(verb).every((word, at) => positionals[at] === word))
  if (found !== undefined) return found
  const verbs = forms.flatMap(({ verb }) => verb ?? [])
  const list = verbs.join(', ')
  const [typed] = positionals
  if (typed === undefined)
    throw wrongCall(
      { vi: `sau ${name} cần một trong: ${list}`, en: `${name} is followed by one of: ${list}` },
      name,
    )
  const meant = suggestion(positionals.slice(0, 2).join(' '), verbs) ?? suggestion(typed, verbs)
  const [vi, en] =
    meant === undefined
      ? [`, chỉ có ${list}`, `, only ${list}`]
      : [`, có phải “${meant}”`, `, did you mean “${meant}”`]
  throw wrongCall({ vi: `${name} không có “${typed}”${vi}`, en: `${name} has no “${typed}”${en}` }, name)
}

function operandFault({ operands = [] }: CallForm, given: readonly string[]): Words | null {
  const extra = given[operands.length]
  if (extra !== undefined) return { vi: `thừa “${extra}”`, en: `“${extra}” is one word too many` }
  const missing = operands.find((_, at) => (given[at] ?? '') === '')
  return missing === undefined ? null : isMissing(missing)
}

function optionFault(
  name: string,
  { verb, needs = [], takes = [] }: CallForm,
  options: Readonly<Record<string, CommandOption>>,
  given: ReadonlyMap<string, unknown>,
): Words | null {
  const missing = needs.find((option) => !given.has(option))
  if (missing !== undefined) return isMissing(`--${missing} ${options[missing]?.value ?? ''}`.trim())
  const foreign = [...given.keys()].find((option) => !needs.includes(option) && !takes.includes(option))
  if (foreign === undefined) return null
  const whole = [name, ...wordsOf(verb)].join(' ')
  return { vi: `${whole} không dùng --${foreign}`, en: `${whole} does not take --${foreign}` }
}

const isMissing = (what: string): Words => ({ vi: `thiếu ${what}`, en: `${what} is missing` })
