import type { Player } from './player.ts'

export interface SpeedOptions {
  readonly rounds: number
  /** Processor time of one turn. */
  readonly turnMs: number
  /** Processor time of warming. */
  readonly warmMs: number
}

/** Processor time of one signature in milliseconds: the median of the rounds, by the players' names. */
export type Speeds = ReadonlyMap<string, number>

const mostTimes = 4000

/**
 * Lets the players sign in turns, so that whatever else the machine does falls on all of them alike. Each is warmed
 * first, by as much time of the processor: code that runs often is compiled better, in Java above all.
 */
export async function measureSpeeds(
  players: readonly Player[],
  { rounds, turnMs, warmMs }: SpeedOptions,
): Promise<Speeds> {
  const turns: { readonly player: Player; readonly times: number; readonly costs: number[] }[] = []
  for (const player of players) {
    let times = 2
    for (let spentMs = 0; spentMs < warmMs; ) {
      const cost = await player.sign(times)
      spentMs += cost
      const one = cost / times
      times = Math.max(2, Math.min(mostTimes, Math.round(turnMs / Math.max(one, 0.001))))
    }
    turns.push({ player, times, costs: [] })
  }
  for (let round = 0; round < rounds; round++)
    for (const { player, times, costs } of turns) costs.push((await player.sign(times)) / times)
  return new Map(turns.map(({ player, costs }) => [player.name, median(costs)]))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
