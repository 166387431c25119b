import { addCommand } from './add-command.ts'
import { countCommand } from './count-command.ts'
import { deadlineCommand } from './deadline-command.ts'
import { icsCommand } from './ics-command.ts'
import { lunarCommand } from './lunar-command.ts'
import { type Outcome, runCommand } from './run-command.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { yearCommand } from './year-command.ts'

const commands: Readonly<Record<string, (args: readonly string[], terminal: Terminal) => Outcome>> = {
  add: addCommand,
  count: countCommand,
  deadline: deadlineCommand,
  year: yearCommand,
  ics: icsCommand,
  lunar: lunarCommand,
}

/**
 * `workdays add|count|deadline|year|ics|lunar …`.
 *
 * @returns the exit code: 0, or 2 where what was given cannot be answered
 */
export function workdaysCommand([name = '', ...args]: readonly string[], terminal: Terminal): number {
  return runCommand(args.includes('--json'), terminal, () => {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) throw new UsageError(`workdays ${Object.keys(commands).join('|')} …`)
    return command(args, terminal)
  })
}
