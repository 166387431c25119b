import type { Findings } from './findings.ts'
import { FileTrouble } from './judgement.ts'
import { isProgram, runsByName } from './kind-of.ts'

const streamNamed = (name: string): Buffer => Buffer.from(name, 'utf16le')
const letters = /[\t\r\n\p{Script=Latin}\p{Mn}\p{P}\p{N} ]{3,}/gu
const notLetters = /[^\t\r\n\p{Script=Latin}\p{Mn}\p{P}\p{N} ]+/gu
const mostLetters = 20_000_000

/**
 * Scans a compound file (old Office formats) without parsing it: the names of its streams are uncompressed in its
 * directory, and most of its text is UTF-16. Its reading is never `whole`.
 * @throws FileTrouble `encrypted`
 */
export function judgeCompound(bytes: Uint8Array, findings: Findings): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  findings.unread.add('embedded')
  if (file.includes(streamNamed('EncryptedPackage')))
    throw new FileTrouble('encrypted', 'compound: a package under a password')
  if (
    file.includes(streamNamed('_VBA_PROJECT')) ||
    file.includes('Attribute VB_') ||
    file.includes(streamNamed('PROJECTwm'))
  )
    findings.active.add('macro')
  if (file.includes(streamNamed('\u0001Ole10Native'))) lookForProgram(file, findings)
  findings.spend({ textBytes: bytes.length })
  sayLetters(file, findings)
}

/** A package contains a file unchanged after its name: contiguous, unless a block of another stream is in between. */
function lookForProgram(file: Buffer, { active }: Findings): void {
  for (let at = file.indexOf('MZ'); at >= 0; at = file.indexOf('MZ', at + 1))
    if (isProgram(file.subarray(at))) active.add('program')
  for (const [name] of file.toString('latin1').matchAll(/[\w ()-]{1,100}\.[a-z\d]{2,4}(?=\0)/gi))
    if (runsByName(name)) active.add('program')
}

/** Runs of UTF-16 text, in either byte order, as old Word stores it. */
function sayLetters(file: Buffer, findings: Findings): void {
  for (const from of [0, 1])
    for (const [run] of file
      .subarray(from, Math.min(file.length, mostLetters))
      .toString('utf16le')
      .matchAll(letters))
      if (/\P{ASCII}/u.test(run) || /secret/i.test(run)) findings.mention(run)
  findings.mention(file.subarray(0, mostLetters).toString('utf8').replace(notLetters, '\n'))
}
