import { Worker } from 'node:worker_threads'
import { workerUrl } from '../worker-url.ts'
import type { ErrorData, LintAnswer, LintRequest } from './lint-request.ts'

export interface Bounds {
  readonly timeoutMs: number
  readonly memoryMegabytes: number
}

/** With Node itself less than ten seconds and 300 megabytes. */
export const defaultBounds: Bounds = { timeoutMs: 8_000, memoryMegabytes: 128 }

/** Judges a file in a thread of its own; whatever it does there, an answer comes back. */
export function guardedLint(request: LintRequest, bounds: Bounds = defaultBounds): Promise<LintAnswer> {
  const worker = new Worker(workerUrl('lint-worker', import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: bounds.memoryMegabytes, maxYoungGenerationSizeMb: 8 },
  })
  return new Promise((resolve) => {
    const settle = (answer: LintAnswer): void => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(answer)
    }
    const fail = (error: ErrorData): void => settle({ error })
    const timer = setTimeout(
      () => fail(because('check_timeout', { seconds: bounds.timeoutMs / 1000 })),
      bounds.timeoutMs,
    )
    worker.once('message', settle)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? because('check_out_of_memory', { megabytes: bounds.memoryMegabytes })
          : because('check_failed', { what: error.message }),
      ),
    )
    worker.once('exit', () => fail(because('check_failed', { what: 'exit' })))
  })
}

const because = (code: ErrorData['code'], details: ErrorData['details']): ErrorData => ({
  code,
  message: code,
  details,
})
