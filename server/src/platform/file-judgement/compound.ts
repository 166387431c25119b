import type { Findings } from './findings.ts'
import { FileTrouble } from './judgement.ts'
import { isProgram, runsByName } from './kind-of.ts'

const streamNamed = (name: string): Buffer => Buffer.from(name, 'utf16le')
const letters = /[\t\r\n\p{Script=Latin}\p{Mn}\p{P}\p{N} ]{3,}/gu
const notLetters = /[^\t\r\n\p{Script=Latin}\p{Mn}\p{P}\p{N} ]+/gu
const mostLetters = 20_000_000

/**
 * Looks at a compound file (objects of old Office) without taking it apart: the names of its streams stand in its table
 * uncompressed, and most of its letters in UTF-16. It is never called read.
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

/** A package holds a file as it is, behind its name: whole, unless a block of another stream lies between. */
function lookForProgram(file: Buffer, { active }: Findings): void {
  for (let at = file.indexOf('MZ'); at >= 0; at = file.indexOf('MZ', at + 1))
    if (isProgram(file.subarray(at))) active.add('program')
  for (const [name] of file.toString('latin1').matchAll(/[\w ()-]{1,100}\.[a-z\d]{2,4}(?=\0)/gi))
    if (runsByName(name)) active.add('program')
}

/** Runs of letters, in either order of the bytes' place, as old Word keeps its text. */
function sayLetters(file: Buffer, findings: Findings): void {
  for (const from of [0, 1])
    for (const [run] of file
      .subarray(from, Math.min(file.length, mostLetters))
      .toString('utf16le')
      .matchAll(letters))
      if (/\P{ASCII}/u.test(run) || /secret/i.test(run)) findings.mention(run)
  findings.mention(file.subarray(0, mostLetters).toString('utf8').replace(notLetters, '\n'))
}
