import { Worker } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import { workerUrl } from '../../platform/worker-url.ts'
import type { PlannedWrites } from './plan.ts'
import {
  type Piece,
  type PlanGiven,
  type PlanSummary,
  type PresentPart,
  thingsAPiece,
  type WholePlan,
} from './planner.ts'
import type { Change } from './planning.ts'
import type { PresentDirectory } from './present.ts'
import type { WorkbookMarks } from './workbook-marks.ts'

export type Question =
  | { readonly step: 'read'; readonly bytes: Uint8Array }
  | { readonly step: 'take'; readonly part: PresentPart; readonly things: readonly unknown[] }
  | { readonly step: 'plan'; readonly given: PlanGiven }
  | { readonly step: 'more' }

export type Answer =
  | { readonly value: unknown }
  | { readonly refusal: Pick<Refusal, 'code' | 'params' | 'status' | 'reasons'> }
  /** A fault of ours. */
  | { readonly error: unknown }

/** How much a thread may take; tests have less. */
export interface ThreadBounds {
  readonly memoryMb: number
  /** For each of its steps. A transaction that waits for it is cut off after a minute. */
  readonly stepMs: number
  /** How long somebody waits for a thread. */
  readonly waitMs: number
}

const bounds: ThreadBounds = { memoryMb: 1280, stepMs: 45_000, waitMs: 10_000 }
// Each may take its whole memory, and a processor.
const atOnce = 2

/** A thread that reads one workbook and plans it, asked step by step. */
export class PlanThread {
  readonly #worker: Worker
  readonly #stepMs: number

  constructor({ memoryMb, stepMs }: ThreadBounds) {
    this.#stepMs = stepMs
    this.#worker = new Worker(workerUrl('plan-worker', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64 },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
    })
    // It may end between two questions: the next one is told.
    this.#worker.on('error', () => undefined)
  }

  /** @throws Refusal where it is no workbook; `file_too_complex` where reading it takes more than a directory may */
  read(bytes: Uint8Array): Promise<WorkbookMarks> {
    return this.#ask({ step: 'read', bytes })
  }

  /** Says what is there, what the actor may do, and asks what would be. */
  async plan(present: PresentDirectory, given: PlanGiven): Promise<PlanSummary> {
    for (const [part, all] of Object.entries(present) as [PresentPart, readonly unknown[]][])
      for (let at = 0; at < all.length; at += thingsAPiece)
        await this.#ask({ step: 'take', part, things: all.slice(at, at + thingsAPiece) })
    return this.#ask({ step: 'plan', given })
  }

  /** Every change, some at a time; asked instead of `whole`. */
  async *changes(): AsyncGenerator<readonly Change[]> {
    for (let piece = await this.#more(); piece?.part === 'changes'; piece = await this.#more())
      yield piece.things as readonly Change[]
  }

  /** All of what was planned. */
  async whole({ papers }: PlanSummary): Promise<WholePlan> {
    const parts: Record<Piece['part'], unknown[]> = {
      changes: [],
      units: [],
      posts: [],
      persons: [],
      holdings: [],
    }
    for (let piece = await this.#more(); piece !== null; piece = await this.#more())
      parts[piece.part].push(...piece.things)
    const { changes, ...writes } = parts
    // They come over piece by piece as what they are.
    return {
      papers,
      changes: changes as WholePlan['changes'],
      writes: writes as unknown as PlannedWrites,
    }
  }

  end(): Promise<unknown> {
    return this.#worker.terminate()
  }

  #more(): Promise<Piece | null> {
    return this.#ask({ step: 'more' })
  }

  async #ask<Value>(question: Question): Promise<Value> {
    const answer = await this.#answerTo(question)
    if ('value' in answer) return answer.value as Value
    if ('error' in answer) throw answer.error
    const { code, params, status, reasons } = answer.refusal
    throw new Refusal(code, params, { status, reasons })
  }

  #answerTo(question: Question): Promise<Answer> {
    const worker = this.#worker
    return new Promise((resolve) => {
      const settle = (answer: Answer) => {
        clearTimeout(limit)
        worker.off('message', settle).off('error', tooMuch).off('exit', tooMuch)
        resolve(answer)
      }
      // What a thread ends of by itself are its bounds: faults it tells.
      const tooMuch = () => settle({ refusal: new Refusal('file_too_complex') })
      const limit = setTimeout(tooMuch, this.#stepMs)
      worker.on('message', settle).on('error', tooMuch).on('exit', tooMuch)
      worker.postMessage(question)
    })
  }
}

let running = 0
const waiting = new Set<() => void>()

/**
 * Lends a thread for one workbook. The others wait for theirs, but not for long: a transaction is open meanwhile.
 * @throws Refusal `workbook_busy` where all threads are in use
 */
export async function inPlanThread<Result>(
  act: (thread: PlanThread) => Promise<Result>,
  allowed: ThreadBounds = bounds,
): Promise<Result> {
  await turn(allowed.waitMs)
  const thread = new PlanThread(allowed)
  try {
    return await act(thread)
  } finally {
    await thread.end()
    const [next] = waiting
    if (next === undefined) running -= 1
    else next()
  }
}

async function turn(waitMs: number): Promise<void> {
  if (running < atOnce) {
    running += 1
    return
  }
  await new Promise<void>((go, giveUp) => {
    const mine = () => {
      clearTimeout(limit)
      waiting.delete(mine)
      go()
    }
    const limit = setTimeout(() => {
      waiting.delete(mine)
      giveUp(new Refusal('workbook_busy', {}, { status: 503 }))
    }, waitMs)
    waiting.add(mine)
  })
}
