import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { helpOf, helpOfAll, versionLine } from './help.ts'
import { parseCall } from './parse-call.ts'
import { suggestion } from './suggestion.ts'
import { wrongCall } from './wrong-call.ts'

/** Runs what a command line asks for. @throws Failure `usage` for a wrong call; what the command throws */
export async function runCommandLine([name = 'start', ...args]: readonly string[]): Promise<void> {
  if (name === '--version' || name === '-V') return console.log(versionLine())
  if (name === 'help' || name === '--help' || name === '-h') return showHelp(args[0])
  const command = commandOf(name)
  const end = args.indexOf('--')
  const options = end < 0 ? args : args.slice(0, end)
  if (options.includes('--help') || options.includes('-h')) return showHelp(name)
  return 'forms' in command ? command.run(parseCall(name, command, args)) : command.runWith(args)
}

function showHelp(name: string | undefined): void {
  console.log(name === undefined ? helpOfAll(commands) : helpOf(name, commandOf(name)))
}

function commandOf(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command !== undefined) return command
  const meant = suggestion(name.replace(/^-+/, ''), [...Object.keys(commands), 'help'])
  const [vi, en] = meant === undefined ? ['', ''] : [`, có phải “${meant}”`, `, did you mean “${meant}”`]
  throw wrongCall({ vi: `không có lệnh “${name}”${vi}`, en: `there is no command “${name}”${en}` })
}
