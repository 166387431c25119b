import { cpus, loadavg } from 'node:os'
import type { JudgeName } from './judges.ts'
import type { JudgeSpeeds } from './judging.ts'
import type { ManyCost } from './many.ts'
import type { Speeds } from './measure.ts'
import type { LoopDelay, PoolSpeed } from './pools.ts'

export interface JudgingResults {
  readonly rounds: number
  readonly speeds: JudgeSpeeds
  readonly many: readonly ManyCost[]
  readonly throughput: readonly PoolSpeed[]
  readonly delays: readonly LoopDelay[]
}

const names: Readonly<Record<JudgeName, string>> = {
  limit: 'SHA-256 of the file and the five verifications alone',
  ours: 'this library, a file of people it has never seen',
  'ours, certificates known': 'this library, a file of people whose certificates it has seen',
  pkijs: '`pkijs` 3.4.3: message, path and lists, nothing of the file around them',
}

const costOf = (speeds: Speeds, name: JudgeName) => speeds.get(name) ?? Number.NaN
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map((_, place) => (place === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

function targets({ speeds, many }: JudgingResults): string {
  const rows = Object.entries(speeds).flatMap(([key, costs]) => {
    const [ours, known] = [costOf(costs, 'ours'), costOf(costs, 'ours, certificates known')]
    const [toLimit, pkijs] = [ours / costOf(costs, 'limit'), costOf(costs, 'pkijs')]
    return [
      [`judge, ${key}`, '≤ 6× the limit', `${toLimit.toFixed(1)}×`, met(toLimit <= 6)],
      [
        `pkijs, ${key}, certificates unknown`,
        '≥ 10× slower',
        `${(pkijs / ours).toFixed(1)}×`,
        met(pkijs / ours >= 10),
      ],
      [
        `pkijs, ${key}, certificates known`,
        '≥ 10× slower',
        `${(pkijs / known).toFixed(1)}×`,
        met(pkijs / known >= 10),
      ],
    ]
  })
  const last = many.at(-1)
  if (last !== undefined)
    rows.push([
      `${last.signatures} signatures in one file`,
      'seconds',
      `${(last.cpuMs / 1000).toFixed(2)} s`,
      met(last.cpuMs < 5000),
    ])
  return table(['', 'target', 'measured', ''], rows)
}

const met = (isMet: boolean): string => (isMet ? 'met' : '**missed**')

function speedTable(costs: Speeds): string {
  const limit = costOf(costs, 'limit')
  const ours = costOf(costs, 'ours')
  const rows = [...costs].map(([name, ms]) => [
    names[name as JudgeName],
    (ms * 1000).toFixed(0),
    `${(ms / limit).toFixed(1)}×`,
    `${(ms / ours).toFixed(1)}×`,
  ])
  return table(['', 'CPU µs', 'to the limit', 'to ours'], rows)
}

/** The page `docs/benchmarks-pades-verify.md`. */
export function judgingPage(results: JudgingResults): string {
  const { rounds, speeds, many, throughput, delays } = results
  const ways = ['the asking thread itself', 'a pool of one thread', 'a pool of two threads']
  const own = throughput[0]?.perSecond ?? Number.NaN
  return `# Benchmarks of judging signatures, and of pools

Measured by \`bench/pades-verify.ts\` on ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}, medians of ${rounds} rounds.
Other work on the machine: ${(loadavg()[0] ?? 0).toFixed(1)} processes wanted a core on average at the end, this run's own among them.

- The file is a letter of 85 kB, signed at level B-B by a certificate of an authority below a root. Path and revocation are at
  hand: the root is trusted, the authority's certificate is in the message, the lists of root and authority are given.
- The limit verifies what nobody can leave out: the signature, two certificates, two lists, with keys that are read already.
- Each judges in a process of its own, in turns with the others, warmed before; *CPU* is the processor time of the process.
- *Certificates known*: what a server that judges many files has learned of earlier ones (\`CertificateCache\`); a certificate that
  was verified under its issuer is not verified again.

## Against the targets

${targets(results)}

${Object.entries(speeds)
  .map(([key, costs]) => `## ${key}\n\n${speedTable(costs)}\n`)
  .join('\n')}
## Many signatures in one file

By P-256, each in a revision of its own; the first time that the process sees the file's certificates.

${table(
  ['signatures', 'MB', 'CPU ms', 'CPU ms for each'],
  many.map(({ signatures, sizeMb, cpuMs }) => [
    signatures,
    sizeMb.toFixed(2),
    cpuMs.toFixed(1),
    (cpuMs / signatures).toFixed(2),
  ]),
)}

## Pools

The letter signed by RSA-2048, by the clock: other work on the machine lowers all rates, and that of two threads most.

${table(
  ['signed by', 'letters a second', 'to the thread itself'],
  throughput.map(({ threads, perSecond }) => [
    ways[threads] ?? threads,
    perSecond.toFixed(0),
    `${(perSecond / own).toFixed(2)}×`,
  ]),
)}

How long other work of the asking thread waits while 50 files of 20 MB are signed, beyond a clock of one millisecond:

${table(
  ['', 'seconds for all', 'median, ms', 'at most, ms'],
  delays.map(({ name, seconds, medianMs, mostMs }) => [
    name,
    seconds.toFixed(1),
    medianMs.toFixed(2),
    mostMs.toFixed(1),
  ]),
)}
`
}
