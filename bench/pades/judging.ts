import { join } from 'node:path'
import type { KeyName } from './contenders.ts'
import { judges } from './judges.ts'
import { measureSpeeds, type SpeedOptions, type Speeds } from './measure.ts'
import { startPlayer } from './player.ts'

export type JudgeSpeeds = Readonly<Record<KeyName, Speeds>>

/** Processor time of judging the letter once, by who judges, in turns. */
export async function measureJudges(options: SpeedOptions): Promise<JudgeSpeeds> {
  const speedsFor = (key: KeyName) => speedsOf(key, options)
  return { 'RSA-2048': await speedsFor('RSA-2048'), 'P-256': await speedsFor('P-256') }
}

async function speedsOf(key: KeyName, options: SpeedOptions): Promise<Speeds> {
  await using players = new AsyncDisposableStack()
  const child = join(import.meta.dirname, 'judge-child.ts')
  const started = Object.keys(judges).map((name) =>
    players.use(startPlayer(name, process.execPath, [child, name, key])),
  )
  return await measureSpeeds(started, options)
}
