import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../refusal.ts'

/** Where clamd listens: a local socket, or a host and a port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number }

/** clamd's verdict on some bytes. */
export type ClamdVerdict = { readonly found: string | null }

// // clamd itself gives up on a file after two minutes; a user should not wait longer.
const patienceMs = 60_000
// // Its responses are one line.
const answerLimitBytes = 4096

/** Sends the bytes of a file. @throws Failure `clamd_away` if there was no verdict, for any reason */
export async function scanByClamd(address: ClamdAddress, path: string): Promise<ClamdVerdict> {
  const answer = await ask(address, 'INSTREAM', framed(path))
  if (answer === 'stream: OK') return { found: null }
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  // // "INSTREAM size limit exceeded. ERROR", and other errors.
  if (found === undefined) throw new Failure('clamd_away', `scanning a file: clamd says ${readable(answer)}`)
  return { found: readable(found) }
}

/** The engine and its signature version, such as `ClamAV 1.4.6/27800/…`. @throws Failure `clamd_away` */
export async function clamdVersion(address: ClamdAddress): Promise<string> {
  const answer = await ask(address, 'VERSION')
  if (!answer.startsWith('ClamAV ')) throw new Failure('clamd_away', 'asking clamd for its version')
  return readable(answer)
}

/** The answer is shown on pages and logged: letters and signs of one line only. */
const readable = (answer: string): string => answer.replace(/[^\x20-\x7e]/g, '?').slice(0, 120)

/** The bytes in INSTREAM format: each chunk preceded by its length, and a zero length at the end. */
async function* framed(path: string): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path)) yield* [lengthOf(piece.length), piece as Buffer]
  yield lengthOf(0)
}

function lengthOf(sizeBytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(sizeBytes)
  return length
}

/** One command, one response, one connection. @throws Failure `clamd_away` */
async function ask(address: ClamdAddress, command: string, content?: AsyncIterable<Buffer>): Promise<string> {
  const socket = connect(address)
  // // Errors after the response was read do not matter.
  socket.on('error', () => undefined)
  const limit = setTimeout(() => socket.destroy(new Error('no answer in time')), patienceMs)
  try {
    const answer = answerOf(socket)
    socket.write(`z${command}\0`)
    const sent = content === undefined ? undefined : pipeline(content, socket, { end: false })
    const [words] = await Promise.all([answer, sent])
    return words
  } catch (error) {
    throw new Failure('clamd_away', `asking clamd: ${command}`, error)
  } finally {
    clearTimeout(limit)
    socket.destroy()
  }
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = ''
  for await (const piece of socket) {
    answer += (piece as Buffer).toString('latin1')
    if (answer.includes('\0') || answer.length > answerLimitBytes) break
  }
  return answer.split('\0')[0]?.trim() ?? ''
}
