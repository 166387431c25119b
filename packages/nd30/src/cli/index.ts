import type { Terminal } from './terminal.ts'

// What a command line does with this library, for whoever has one: `dotpha lint`, `dotpha render`. Each loads what it
// needs when it is run.
type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

export const lintCommand: Command = async (args, terminal) =>
  (await import('./lint-command.ts')).lintCommand(args, terminal)

export const renderCommand: Command = async (args, terminal) =>
  (await import('./render-command.ts')).renderCommand(args, terminal)

export type { Terminal }
