import { PadesError } from '../../errors.ts'
import type { Mutator } from './mutate.ts'
import { Random } from './random.ts'

/** What is thrown at a reader, and what must hold whatever comes: an error of ours or an answer, in time. */
export interface FuzzTarget {
  readonly name: string
  readonly seeds: readonly Uint8Array[]
  readonly mutate: Mutator
  /** Throws anything but a PadesError where something is wrong. */
  run(bytes: Uint8Array): void | Promise<void>
}

export interface FuzzResult {
  readonly cases: number
  readonly refused: number
  readonly slowestMs: number
  /** What went wrong, with the input. */
  readonly faults: readonly { readonly what: string; readonly input: Uint8Array }[]
}

/** How long one input may take. */
export const mostMs = 2000

/** Runs a target on mutated seeds; the same `seed` gives the same inputs. */
export async function fuzz(
  target: FuzzTarget,
  { seed, cases, untilMs = Number.POSITIVE_INFINITY }: { seed: number; cases: number; untilMs?: number },
): Promise<FuzzResult> {
  const random = new Random(seed)
  const faults: { what: string; input: Uint8Array }[] = []
  const end = performance.now() + untilMs
  let [refused, slowestMs, done] = [0, 0, 0]
  for (; done < cases && performance.now() < end && faults.length < 20; done++) {
    const input = target.mutate(random.pick(target.seeds), random, target.seeds)
    const begun = performance.now()
    try {
      await target.run(input)
    } catch (error) {
      if (error instanceof PadesError) refused += 1
      else
        faults.push({ what: error instanceof Error ? (error.stack ?? error.message) : String(error), input })
    }
    const tookMs = performance.now() - begun
    slowestMs = Math.max(slowestMs, tookMs)
    if (tookMs > mostMs) faults.push({ what: `took ${Math.round(tookMs)} ms`, input })
  }
  return { cases: done, refused, slowestMs, faults }
}
