import { parseArgs } from 'node:util'
import { renderSection, sectionEnd, sectionStart } from './render-report.ts'
import { runRender } from './render-run.ts'
import { writeSection } from './section.ts'

/**
 * Measures typesetting by the number of pages, next to pdfkit and LibreOffice with the same words: `node
 * bench/nd30/render.ts [--rounds N] [--write]`. Without `--write` the section is printed.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '21' }, write: { type: 'boolean', default: false } },
})
const options = { pages: [1, 12, 113, 570], rounds: Number(values.rounds) }
const section = renderSection(await runRender(options), options)
if (values.write) await writeSection(section, sectionStart, sectionEnd)
else console.log(section)
