export type { Terminal } from './shell/terminal.ts'
