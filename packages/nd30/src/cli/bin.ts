#!/usr/bin/env node
import { lintCommand, renderCommand } from './index.ts'
import { processTerminal } from './shell/process-terminal.ts'
import { runNamed } from './shell/run-named.ts'

const commands = { lint: lintCommand, render: renderCommand }
process.exitCode = await runNamed(commands, process.argv.slice(2), processTerminal('nd30'))
