import type { Writable } from 'node:stream'

/** The reader of the output may have seen enough (`dotpha lint … | head`): then the command ends silently. */
export function endWhenNobodyReads(output: Writable, end: () => void): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    end()
  })
}
