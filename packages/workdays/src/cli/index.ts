// What a command line does with this library, for whoever has one: `dotpha workdays`.
export type { Terminal } from './terminal.ts'
export { workdaysCommand } from './workdays-command.ts'
