import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { Nd30Error } from '../errors.ts'

/**
 * The options and the words of a command. What is given twice is refused, as the parser would take the last of two and
 * say nothing of the other.
 *
 * @throws Nd30Error `usage_wrong` that names the option and shows how the command is called
 */
export function commandLine<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      tokens: true,
    })
    const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
    const twice = given.find((name, at) => given.indexOf(name) !== at)
    if (twice !== undefined) throw usageError(`--${twice} … --${twice} …`, usage)
    return { values, positionals }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw usageError(error.message, usage)
  }
}

export const usageError = (what: string, usage: string): Nd30Error =>
  new Nd30Error('usage_wrong', what, { what, usage })

/** A day that exists, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** The date in Vietnam (UTC+7 all year) at an instant. */
export const dayInVietnam = (now: Date): string =>
  new Date(now.getTime() + 7 * 3600_000).toISOString().slice(0, 10)
