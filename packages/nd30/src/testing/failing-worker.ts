import { parentPort, workerData } from 'node:worker_threads'
import type { Job, Word } from '../pdf/protocol.ts'

// A thread that does what the kind of its document says.
const port = parentPort
if (port === null) throw new RangeError('this module is for a thread')
const say = (word: Word) => port.postMessage(word)

port.on('message', ({ document }: Job) => {
  if (document.kind === 'die') process.exit(3)
  if (document.kind === 'throw') throw new RangeError('nobody catches this')
  if (document.kind === 'hang') for (;;);
  say({ kind: 'done', result: { pdf: new Uint8Array(), pages: document.signatures.length, places: [] } })
})
if ((workerData as { fonts?: readonly string[] }).fonts?.length === 0)
  say({ kind: 'failed', error: { code: 'path_not_readable', message: 'no fonts', details: { path: 'x' } } })
else say({ kind: 'ready' })
