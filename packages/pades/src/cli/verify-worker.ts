import { parentPort } from 'node:worker_threads'
import { reportOfError } from './failed-report.ts'
import { verifyFile } from './verify-file.ts'
import type { VerifyRequest } from './verify-request.ts'

// A thread of its own: a hostile file can take its time and memory, and nothing else.
parentPort?.on('message', async (request: VerifyRequest) => {
  const report = await verifyFile(request).catch((error: unknown) => reportOfError(request.at, error))
  parentPort?.postMessage(report)
})
