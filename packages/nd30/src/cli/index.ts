// What a command line does with this library, for whoever has one: `dotpha lint`, `dotpha render`.
export { lintCommand } from './lint-command.ts'
export { renderCommand } from './render-command.ts'
export type { Terminal } from './terminal.ts'
