// What a command line does with this library, for whoever has one: `dotpha verify`, `dotpha sign`, `dotpha extend`.
export { type Terminal, verifyCommand } from './verify-command.ts'
