#!/usr/bin/env node
import { processTerminal } from './shell/process-terminal.ts'
import { runNamed } from './shell/run-named.ts'
import { commandNames, workdaysCommand } from './workdays-command.ts'

// The usage lines of its commands begin with `workdays` by themselves, as `dotpha workdays` needs them.
const terminal = processTerminal('workdays')
const commands = Object.fromEntries(
  commandNames.map((name) => [
    name,
    (args: readonly string[]) => workdaysCommand([name, ...args], { ...terminal, program: '' }),
  ]),
)
process.exitCode = await runNamed(commands, process.argv.slice(2), terminal)
