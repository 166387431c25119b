// Runs in a thread of its own, under bounds: it reads files that strangers made. Nothing of a text leaves it.
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { scanBytes } from './scan-bytes.ts'
import type { ScanWish } from './scan-file.ts'

parentPort?.on('message', async ({ path, mediaType }: ScanWish) => {
  const answer = await scanBytes(new Uint8Array(await readFile(path)), mediaType).catch(() => 'none')
  parentPort?.postMessage(answer)
})
