import { Worker } from 'node:worker_threads'
import { type MessageCode, sentence, sentenceAround } from '../verify/finding.ts'
import type { FileReport } from '../verify/report.ts'
import { workerUrl } from '../worker-url.ts'
import type { VerifyRequest } from './verify-request.ts'

export interface Bounds {
  readonly timeoutMs: number
  readonly memoryMegabytes: number
}

export const defaultBounds: Bounds = { timeoutMs: 20_000, memoryMegabytes: 1024 }

/** Judges a file in a thread of its own; whatever it does there, a report comes back. */
export function guardedVerify(request: VerifyRequest, bounds: Bounds = defaultBounds): Promise<FileReport> {
  const worker = new Worker(workerUrl('verify-worker', import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: bounds.memoryMegabytes },
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(failed(request, 'timeout')), bounds.timeoutMs)
    const settle = (report: FileReport): void => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(report)
    }
    worker.once('message', (report: FileReport) => settle(report))
    worker.once('error', (error) => settle(failedBy(request, error)))
    worker.once('exit', () => settle(failed(request, 'unreadable')))
  })
}

function failedBy(request: VerifyRequest, error: Error): FileReport {
  const { code = '', path = '', message = String(error) } = error as NodeJS.ErrnoException
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return failed(request, 'out_of_memory')
  if (code === 'ENOENT') return failed(request, 'not_there', { path })
  if (code === 'EACCES' || code === 'EPERM') return failed(request, 'not_readable', { path })
  return failed(request, 'cannot_open', { what: message })
}

/** The report on a file that could not be judged at all. */
export function failed(
  { at }: Pick<VerifyRequest, 'at'>,
  code: Extract<
    MessageCode,
    'timeout' | 'out_of_memory' | 'cannot_open' | 'not_there' | 'not_readable' | 'usage' | 'unreadable'
  >,
  details: Readonly<Record<string, string>> = {},
): FileReport {
  const whole = sentenceAround('error', 'why', sentence(code, details))
  return { verdict: 'error', reason: whole, at, file: null, signatures: [], error: { code, sentence: whole } }
}
