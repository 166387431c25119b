import { FontFiles } from './fonts.ts'
import { type Job, packError, type Settings, type Word } from './protocol.ts'
import { Typesetter } from './typeset.ts'

// A process of a renderer: one document after the other, as long as it is given some.
const say = (word: Word) => process.send?.(word)
if (process.send === undefined) throw new RangeError('this module is for a process of a renderer')
// Who started it has gone.
process.on('disconnect', () => process.exit())

try {
  const settings = JSON.parse(process.argv[2] ?? '{}') as Settings
  const typesetter = new Typesetter(new FontFiles(settings.fonts))
  process.on('message', (job: Job) => {
    try {
      const { pdf, ...more } = typesetter.set(job.document, job.options)
      say({ kind: 'done', result: { pdf: new Uint8Array(pdf), ...more } })
    } catch (error) {
      say({ kind: 'failed', error: packError(error) })
    }
  })
  say({ kind: 'ready' })
} catch (error) {
  say({ kind: 'failed', error: packError(error) })
}
