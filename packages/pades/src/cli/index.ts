// What a command line does with this library, for whoever has one: `dotpha verify`, `dotpha sign`, `dotpha extend`.
export { askHidden } from './ask-hidden.ts'
export { extendCommand } from './extend-command.ts'
export { signCommand } from './sign-command.ts'
export type { Terminal } from './terminal.ts'
export { verifyCommand } from './verify-command.ts'
