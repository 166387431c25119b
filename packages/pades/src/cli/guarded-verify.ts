import { Worker } from 'node:worker_threads'
import type { FileReport } from '../verify/report.ts'
import { workerUrl } from '../worker-url.ts'
import { failedReport } from './failed-report.ts'
import type { VerifyRequest } from './verify-request.ts'

export interface Bounds {
  readonly timeoutMs: number
  readonly memoryMegabytes: number
}

export const defaultBounds: Bounds = { timeoutMs: 20_000, memoryMegabytes: 1024 }

/**
 * A thread that judges one file after the other; whatever a file does there, a report comes back. A thread that a file
 * has broken is replaced for the next one.
 */
export class GuardedVerifier implements AsyncDisposable {
  readonly #bounds: Bounds
  #worker: Worker | null = null

  constructor(bounds: Bounds = defaultBounds) {
    this.#bounds = bounds
  }

  verify(request: VerifyRequest): Promise<FileReport> {
    const worker = this.#worker ?? this.#start()
    return new Promise((resolve) => {
      const timer = setTimeout(() => giveUp('timeout'), this.#bounds.timeoutMs)
      const settle = (report: FileReport): void => {
        clearTimeout(timer)
        worker.off('message', settle).off('error', onError).off('exit', onExit)
        resolve(report)
      }
      const giveUp = (code: Parameters<typeof failedReport>[1]): void => {
        void this[Symbol.asyncDispose]()
        settle(failedReport(request.at, code))
      }
      const onError = ({ code }: NodeJS.ErrnoException): void =>
        giveUp(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out_of_memory' : 'failed')
      const onExit = (): void => giveUp('unreadable')
      worker.on('message', settle).on('error', onError).on('exit', onExit)
      worker.postMessage(request)
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(workerUrl('verify-worker', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#bounds.memoryMegabytes },
    })
    this.#worker = worker
    return worker
  }
}
