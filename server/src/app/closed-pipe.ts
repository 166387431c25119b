import type { Writable } from 'node:stream'

/** Whoever reads what is printed may have seen enough (`dotpha lint … | head`): then the command ends without a word. */
export function endWhenNobodyReads(output: Writable, end: () => void): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    end()
  })
}
