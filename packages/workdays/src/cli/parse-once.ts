import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

/**
 * The options and words of a command; each option once unless it may come more often. The parser would take the last of
 * two and say nothing of the other.
 *
 * @throws UsageError that names the option
 */
export function parseOnce<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  const { values, positionals, tokens } = parsed(args, options)
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
  const twice = given.find((name, at) => given.indexOf(name) !== at && options[name]?.multiple !== true)
  if (twice !== undefined) throw new UsageError(`--${twice} … --${twice} …`)
  return { values, positionals }
}

function parsed<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, tokens: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // What follows is advice on how a shell is used, in several sentences.
    throw new UsageError(error.message.split(/\.?\n|\. /)[0], { cause: error })
  }
}
