import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Said } from './said.ts'
import { suggestion } from './suggestion.ts'
import { UsageError } from './usage-error.ts'

/**
 * The options and words of a command. Every fault is found before Node's parser reports it, because its sentences are
 * English; and an option that is given twice is refused, because that parser would silently take the last one.
 *
 * @throws UsageError that names the option
 */
export function commandLine<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  const given = { args: [...args], options, allowPositionals: true } as const
  const { tokens, positionals } = parseArgs({ ...given, strict: false, tokens: true })
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name } = token
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    const fault =
      option === undefined
        ? unknownOption(token.rawName, Object.keys(options))
        : faultOf(token, option, seen.has(name))
    if (fault !== null) throw new UsageError(fault, usage)
    seen.add(name)
  }
  if (positionals.includes(''))
    throw new UsageError({ vi: 'có một giá trị để trống', en: 'one value is empty' }, usage)
  return parseArgs(given)
}

interface OptionToken {
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function faultOf(
  { rawName, value, inlineValue }: OptionToken,
  option: ParseArgsOptionsConfig[string],
  isRepeated: boolean,
): Said | null {
  if (isRepeated && option.multiple !== true)
    return { vi: `${rawName} chỉ được ghi một lần`, en: `${rawName} may be given only once` }
  if (option.type === 'boolean')
    return value === undefined
      ? null
      : { vi: `${rawName} không nhận giá trị`, en: `${rawName} takes no value` }
  if (value === undefined || value === '')
    return { vi: `${rawName} thiếu giá trị`, en: `${rawName} lacks its value` }
  // Most often the value was forgotten and the next option would be taken for it.
  if (inlineValue !== true && value.length > 1 && value.startsWith('-'))
    return {
      vi: `${rawName} thiếu giá trị (nếu giá trị bắt đầu bằng dấu gạch thì viết ${rawName}=${value})`,
      en: `${rawName} lacks its value (if the value begins with a dash, write ${rawName}=${value})`,
    }
  return null
}

function unknownOption(rawName: string, known: readonly string[]): Said {
  const meant = suggestion(rawName.replace(/^-+/, ''), known)
  const [vi, en] = meant === undefined ? ['', ''] : [`, có phải --${meant}`, `, did you mean --${meant}`]
  return { vi: `không có tùy chọn ${rawName}${vi}`, en: `there is no option ${rawName}${en}` }
}

/** Exactly so many words. @throws UsageError that names the first that is missing or too many */
export function exactly<const Names extends readonly string[]>(
  words: readonly string[],
  names: Names,
  usage: string,
): { readonly [At in keyof Names]: string } {
  const extra = words[names.length]
  if (extra !== undefined)
    throw new UsageError({ vi: `thừa “${extra}”`, en: `“${extra}” is one word too many` }, usage)
  const missing = names[words.length]
  if (missing !== undefined) throw missingError(missing, usage)
  return words as unknown as { readonly [At in keyof Names]: string }
}

/** The value of an option that a command cannot do without. @throws UsageError that names it */
export function required(value: string | undefined, name: string, usage: string): string {
  if (value === undefined) throw missingError(name, usage)
  return value
}

const missingError = (name: string, usage: string) =>
  new UsageError({ vi: `thiếu ${name}`, en: `${name} is missing` }, usage)

/** One of the choices. @throws UsageError that shows what may be given */
export function oneOf<Choice extends string>(
  choices: readonly Choice[],
  given: string,
  option: string,
  usage: string,
): Choice {
  const choice = choices.find((one) => one === given)
  if (choice !== undefined) return choice
  const list = choices.join(', ')
  throw new UsageError(
    {
      vi: `${option} không nhận “${given}”, chỉ nhận ${list}`,
      en: `${option} takes ${list}, not “${given}”`,
    },
    usage,
  )
}

/**
 * Where a command writes; `-` is standard output.
 *
 * @throws UsageError that names the endings when the name has another one: a PDF in a `.txt` helps nobody
 */
export function outputPath(given: string, endings: readonly string[], option: string, usage: string): string {
  if (given === '-' || endings.some((ending) => given.toLowerCase().endsWith(ending))) return given
  const list = { vi: endings.join(' hoặc '), en: endings.join(' or ') }
  throw new UsageError(
    {
      vi: `${option} phải là tên tệp kết thúc bằng ${list.vi}, không phải “${given}”`,
      en: `${option} must name a file that ends in ${list.en}, not “${given}”`,
    },
    usage,
  )
}
