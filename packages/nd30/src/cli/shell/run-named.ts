import { exitCodes } from './exit-codes.ts'
import { suggestion } from './suggestion.ts'
import { UsageError } from './usage-error.ts'

interface Output {
  readonly program: string
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly language: 'vi' | 'en'
}

type Command<Terminal> = (args: readonly string[], terminal: Terminal) => number | Promise<number>

/**
 * Runs the command that the first word names; `--help` shows which there are.
 *
 * @returns the exit code of the command; 2 where there is no such command
 */
export async function runNamed<Terminal extends Output>(
  commands: Readonly<Record<string, Command<Terminal>>>,
  [name = '--help', ...args]: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command !== undefined) return command(args, terminal)
  const names = Object.keys(commands)
  const usage = `${names.join('|')} …`
  if (name === '--help' || name === '-h') {
    terminal.out(`${terminal.language === 'vi' ? 'Cách gọi' : 'Usage'}: ${terminal.program} ${usage}`)
    return exitCodes.done
  }
  const meant = suggestion(name, names)
  const [vi, en] = meant === undefined ? ['', ''] : [`, có phải ${meant}`, `, did you mean ${meant}`]
  const wrong = new UsageError(
    { vi: `không có lệnh ${name}${vi}`, en: `there is no command ${name}${en}` },
    usage,
  )
  terminal.error(wrong.textIn(terminal.program)[terminal.language])
  return exitCodes.failed
}
