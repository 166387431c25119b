import { parentPort, workerData } from 'node:worker_threads'
import { FontFiles } from './fonts.ts'
import { type Job, packError, type Settings, type Word } from './protocol.ts'
import { Typesetter } from './typeset.ts'

// A thread of a renderer: one document after the other, as long as it is given some.
if (parentPort === null) throw new RangeError('this module is for a thread of a renderer')
const port = parentPort
const say = (word: Word, moved: ArrayBuffer[] = []) => port.postMessage(word, moved)

try {
  const typesetter = new Typesetter(new FontFiles((workerData as Settings).fonts))
  port.on('message', (job: Job) => {
    try {
      const { pdf, ...more } = typesetter.set(job.document, job.options)
      const moved = new Uint8Array(pdf)
      say({ kind: 'done', result: { pdf: moved, ...more } }, [moved.buffer])
    } catch (error) {
      say({ kind: 'failed', error: packError(error) })
    }
  })
  say({ kind: 'ready' })
} catch (error) {
  say({ kind: 'failed', error: packError(error) })
}
