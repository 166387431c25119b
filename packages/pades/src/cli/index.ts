import type { Terminal } from './terminal.ts'

// What a command line does with this library, for whoever has one: `dotpha verify`, `dotpha sign`, `dotpha extend`. Each
// loads what it needs when it is run: the others would make it start twice as slowly.
type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

export const verifyCommand: Command = async (args, terminal) =>
  (await import('./verify-command.ts')).verifyCommand(args, terminal)

export const signCommand: Command = async (args, terminal) =>
  (await import('./sign-command.ts')).signCommand(args, terminal)

export const extendCommand: Command = async (args, terminal) =>
  (await import('./extend-command.ts')).extendCommand(args, terminal)

export { askHidden } from './ask-hidden.ts'
export type { Terminal }
