import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { buildPdf, pagesOf, streamText } from '../../packages/pades/src/testing/build-pdf.ts'

const id = '/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]'

/** Bytes that do not deflate, the same in each run. */
function noise(sizeBytes: number, seed: number): Uint8Array {
  let state = seed + 1
  return Uint8Array.from({ length: sizeBytes }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0
    return state >>> 24
  })
}

/** A document of three pages and fifty streams: 85 kB, as an official letter with its fonts has. */
export function letter(kind: 'table' | 'stream'): Uint8Array {
  const objects = pagesOf(3)
  for (let number = 10; number < 60; number++) objects[number] = streamText('', noise(1600, number))
  return buildPdf(objects, { kind, trailer: id, ...(kind === 'stream' && { inStream: [1, 2, 3, 4, 5] }) })
}

/** Writes a PDF of about `sizeBytes`, nearly all of it one stream that takes no room on the disk. */
export function writeLarge(path: string, sizeBytes: number): void {
  const head = Buffer.from(`%PDF-1.7\n9 0 obj\n<</Length ${sizeBytes}>>\nstream\n`, 'latin1')
  let at = head.length + sizeBytes
  const offsets: number[] = []
  let tail = '\nendstream\nendobj\n'
  for (const [number, text] of Object.entries(pagesOf(1))) {
    offsets[Number(number)] = at + tail.length
    tail += `${number} 0 obj\n${text}\nendobj\n`
  }
  at += tail.length
  const entry = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`
  const pages = offsets.map(entry).join('')
  tail += `xref\n0 4\n0000000000 65535 f \n${pages}9 1\n${entry(9)}`
  tail += `trailer\n<</Root 1 0 R/Size 10${id}>>\nstartxref\n${at}\n%%EOF\n`
  const descriptor = openSync(path, 'w')
  try {
    writeSync(descriptor, head, 0, head.length, 0)
    ftruncateSync(descriptor, head.length + sizeBytes)
    const bytes = Buffer.from(tail, 'latin1')
    writeSync(descriptor, bytes, 0, bytes.length, head.length + sizeBytes)
  } finally {
    closeSync(descriptor)
  }
}
