import { addCommand } from './add-command.ts'
import { countCommand } from './count-command.ts'
import { deadlineCommand } from './deadline-command.ts'
import { icsCommand } from './ics-command.ts'
import { lunarCommand } from './lunar-command.ts'
import { type Outcome, runCommand } from './run-command.ts'
import { oneOf } from './shell/command-line.ts'
import type { Terminal } from './terminal.ts'
import { yearCommand } from './year-command.ts'

const commands = {
  add: addCommand,
  count: countCommand,
  deadline: deadlineCommand,
  year: yearCommand,
  ics: icsCommand,
  lunar: lunarCommand,
} as const satisfies Readonly<Record<string, (args: readonly string[], terminal: Terminal) => Outcome>>

export const commandNames = Object.keys(commands) as readonly (keyof typeof commands)[]

/**
 * `workdays add|count|deadline|year|ics|lunar …`.
 *
 * @returns the exit code: 0, or 2 where what was given cannot be answered
 */
export function workdaysCommand([name = '', ...args]: readonly string[], terminal: Terminal): number {
  return runCommand(args.includes('--json'), terminal, () => {
    const usage = `workdays ${commandNames.join('|')} …`
    return commands[oneOf(commandNames, name, 'workdays', usage)](args, terminal)
  })
}
