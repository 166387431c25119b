#!/usr/bin/env node
import { askHidden } from './ask-hidden.ts'
import { extendCommand, signCommand, verifyCommand } from './index.ts'
import { processTerminal } from './shell/process-terminal.ts'
import { runNamed } from './shell/run-named.ts'

const terminal = {
  ...processTerminal('pades'),
  ask: (question: string) => askHidden(question, process.stdin, (text) => process.stderr.write(text)),
}
const commands = { verify: verifyCommand, sign: signCommand, extend: extendCommand }
process.exitCode = await runNamed(commands, process.argv.slice(2), terminal)
