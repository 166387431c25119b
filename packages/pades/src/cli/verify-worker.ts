import { parentPort, workerData } from 'node:worker_threads'
import { verifyFile } from './verify-file.ts'
import type { VerifyRequest } from './verify-request.ts'

// A thread of its own: a hostile file can take its time and memory, and nothing else.
const report = await verifyFile(workerData as VerifyRequest)
parentPort?.postMessage(report)
