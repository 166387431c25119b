import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from './desk.ts'
import { matrixTable } from './table.ts'

// Fills the table of producers and validators in the README, with the programs that this machine has.

const readme = join(import.meta.dirname, '../README.md')
const begin = '<!-- matrix: begin, by matrix/run.ts -->'
const end = '<!-- matrix: end -->'
const section = `# @dot-pha/pades

## Judges other than us

${begin}
${end}
`

using desk = new Desk()
const text = existsSync(readme) ? readFileSync(readme, 'utf8') : section
const [before, rest] = text.split(begin)
const after = rest?.split(end)[1]
if (before === undefined || after === undefined) throw new Error(`README.md has no ${begin} … ${end}`)
writeFileSync(readme, `${before}${begin}\n${await matrixTable(desk)}\n${end}${after}`)
