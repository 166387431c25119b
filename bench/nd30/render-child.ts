import { FontFiles } from '../../packages/nd30/src/pdf/fonts.ts'
import { Typesetter } from '../../packages/nd30/src/pdf/typeset.ts'
import { documentOf } from './render-files.ts'
import type { Contender, RenderCost } from './render-run.ts'
import { setWithPdfkit } from './with-pdfkit.ts'

// One contender in a process of its own: `render-child.ts CONTENDER PAGES ROUNDS`.
const [contender = 'ours', pages = '1', rounds = '10'] = process.argv.slice(2)
const typesetter = new Typesetter(new FontFiles())
const set = (round: number): Uint8Array | Promise<Uint8Array> => {
  const document = documentOf(Number(pages), round)
  if ((contender as Contender) === 'pdfkit') return setWithPdfkit(document)
  return typesetter.set(document, { at: '2026-11-09', tagged: contender === 'ours, tagged' }).pdf
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const warm = Math.max(3, Math.ceil(200 / Number(pages)))
for (let round = 0; round < warm; round += 1) await set(10_000 + round)
const costs: { cpuMs: number; wallMs: number; bytes: number }[] = []
for (let round = 0; round < Number(rounds); round += 1) {
  const [cpu, start] = [process.cpuUsage(), performance.now()]
  const pdf = await set(round)
  const { user, system } = process.cpuUsage(cpu)
  costs.push({ cpuMs: (user + system) / 1000, wallMs: performance.now() - start, bytes: pdf.length })
}
const result: RenderCost = {
  pages: typesetter.set(documentOf(Number(pages), 0), { at: '2026-11-09' }).pages,
  cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
  wallMs: median(costs.map(({ wallMs }) => wallMs)),
  bytes: median(costs.map(({ bytes }) => bytes)),
}
process.stdout.write(JSON.stringify(result))
