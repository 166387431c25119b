import type { ReadStream } from 'node:tty'

/** Keys as a terminal sends them when it hands each on at once. */
const enter = new Set(['\r', '\n', '\u0004'])
const rubOut = new Set(['\u007f', '\b'])
const interrupt = '\u0003'

/**
 * Asks for a password without showing it. Where standard input is no terminal, its first line is the answer.
 *
 * @throws Error where whoever is asked breaks off
 */
export async function askHidden(
  question: string,
  input: ReadStream,
  say: (text: string) => void,
): Promise<string> {
  if (!input.isTTY) return firstLine(input)
  say(question)
  input.setRawMode(true)
  input.setEncoding('utf8')
  try {
    return await typed(input)
  } finally {
    input.setRawMode(false)
    input.pause()
    say('\n')
  }
}

function typed(input: ReadStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer: string[] = []
    const onData = (chunk: string): void => {
      for (const key of chunk) {
        if (enter.has(key) || key === interrupt) {
          input.off('data', onData)
          if (key === interrupt) reject(new Error('interrupted'))
          else resolve(answer.join(''))
          return
        }
        if (rubOut.has(key)) answer = answer.slice(0, -1)
        else answer.push(key)
      }
    }
    input.on('data', onData)
  })
}

async function firstLine(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  let text = ''
  for await (const chunk of input) {
    text += chunk.toString()
    if (text.includes('\n') || text.length > 4096) break
  }
  return text.split(/\r?\n/)[0] ?? ''
}
