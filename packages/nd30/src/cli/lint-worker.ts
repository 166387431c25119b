import { parentPort, workerData } from 'node:worker_threads'
import { Nd30Error } from '../errors.ts'
import { lintFile } from './lint-file.ts'
import type { LintAnswer, LintRequest } from './lint-request.ts'

// A thread of its own: a hostile file can take its time and memory, and nothing else.
parentPort?.postMessage(await answer(workerData as LintRequest))

async function answer(request: LintRequest): Promise<LintAnswer> {
  try {
    return await lintFile(request)
  } catch (error) {
    const { code, message, details } = error instanceof Nd30Error ? error : failure(error)
    return { error: { code, message, details } }
  }
}

function failure(cause: unknown): Nd30Error {
  return new Nd30Error('check_failed', String(cause), { what: String(cause) }, { cause })
}
