import { readFileSync } from 'node:fs'
import { checkDocument } from '../../packages/nd30/src/check/check-document.ts'
import { readDocument } from '../../packages/nd30/src/read/read.ts'
import { barePass } from '../../packages/nd30/src/testing/bare-pass.ts'

/**
 * Reads and judges one file in a process of its own: the first time, then warm in turns with the bare pass over the same
 * bytes. Prints one line of JSON.
 */
const [path = '', rounds = '9', warmMs = '3000'] = process.argv.slice(2)
const bytes = readFileSync(path)

interface Cost {
  readonly cpuMs: number
  readonly wallMs: number
}

async function costOf(work: () => unknown): Promise<Cost> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - start }
}

const lint = async () => checkDocument(await readDocument(bytes))
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const middle = (costs: readonly Cost[]) => ({
  cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
  wallMs: median(costs.map(({ wallMs }) => wallMs)),
})

const first = await costOf(lint)
for (const end = performance.now() + Number(warmMs); performance.now() < end; ) {
  await lint()
  await barePass(bytes)
}
const turns = { whole: [] as Cost[], read: [] as Cost[], check: [] as Cost[], bare: [] as Cost[] }
for (let round = 0; round < Number(rounds); round++) {
  turns.bare.push(await costOf(() => barePass(bytes)))
  turns.whole.push(await costOf(lint))
  turns.read.push(await costOf(() => readDocument(bytes)))
  const read = await readDocument(bytes)
  turns.check.push(await costOf(() => checkDocument(read)))
}
const read = await readDocument(bytes)
const report = checkDocument(read)
console.log(
  JSON.stringify({
    bytes: bytes.length,
    elements: await barePass(bytes),
    paragraphs: read.paragraphs.length,
    runs: read.paragraphs.reduce((sum, { runs }) => sum + runs.length, 0),
    findings: report.findings.length + report.cut,
    first,
    whole: middle(turns.whole),
    read: middle(turns.read),
    check: middle(turns.check),
    bare: middle(turns.bare),
  }),
)
