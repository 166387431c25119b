import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findJudge } from '../../scripts/judges.mjs'
import { contenders, type KeyName } from './contenders.ts'
import { measureSpeeds, type SpeedOptions, type Speeds } from './measure.ts'
import { startPdfBox } from './pdfbox.ts'
import { startPlayer } from './player.ts'
import { type LargeCost, measureRevisions, measureSizes, type RevisionCost } from './scale.ts'

export const keyNames = ['RSA-2048', 'P-256'] as const satisfies readonly KeyName[]

export interface Results {
  readonly speeds: Readonly<Record<KeyName, Speeds>>
  /** Signatures a second by `openssl speed`, on one core. */
  readonly openssl: Readonly<Record<KeyName, number>> | null
  readonly sizes: readonly LargeCost[]
  readonly revisions: readonly RevisionCost[]
}

export async function runPades(options: SpeedOptions): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'dotpha-bench-pades-'))
  try {
    const speedsFor = (key: KeyName) => speedsOf(folder, key, options)
    return {
      speeds: { 'RSA-2048': await speedsFor('RSA-2048'), 'P-256': await speedsFor('P-256') },
      openssl: opensslSpeed(),
      sizes: measureSizes(folder, [3, 30, 300]),
      revisions: await measureRevisions([1, 10, 100]),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function speedsOf(folder: string, key: KeyName, options: SpeedOptions): Promise<Speeds> {
  await using players = new AsyncDisposableStack()
  const child = join(import.meta.dirname, 'contender-child.ts')
  const started = Object.keys(contenders).map((name) =>
    players.use(startPlayer(name, process.execPath, [child, name, key])),
  )
  const pdfBox = players.use(startPdfBox(folder, key))
  return await measureSpeeds(pdfBox === null ? started : [...started, pdfBox], options)
}

/** What OpenSSL itself says, one signature after the other; older versions tell seconds instead of rates. */
function opensslSpeed(): Results['openssl'] {
  if (findJudge('openssl') === undefined) return null
  const told = execFileSync('openssl', ['speed', '-seconds', '2', '-mr', 'rsa2048', 'ecdsap256'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const rateOf = (kind: string) => {
    const number = Number(new RegExp(`^\\+${kind}:\\d+:\\d+:([\\d.e-]+)`, 'm').exec(told)?.[1])
    return number < 1 ? 1 / number : number
  }
  return { 'RSA-2048': rateOf('F2'), 'P-256': rateOf('F4') }
}
