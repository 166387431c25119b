import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findJudge } from '../../../../scripts/judges.mjs'

/** What a program says of a file; null where it is not installed. @throws where it ends with an error */
function ask(
  name: string,
  bytes: Uint8Array,
  optionsFor: (path: string) => readonly string[],
): Buffer | null {
  const program = findJudge(name)
  if (program === undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'pades-judge-'))
  try {
    const path = join(folder, 'file.pdf')
    writeFileSync(path, bytes)
    return execFileSync(program, optionsFor(path), { stdio: ['ignore', 'pipe', 'ignore'] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many signatures of a file poppler finds right. */
export function pdfsigCount(bytes: Uint8Array): number | null {
  const told = ask('pdfsig', bytes, (path) => ['-nocert', path])
  return told && told.toString().split('Signature Validation: Signature is Valid').length - 1
}

/** Whether qpdf finds nothing wrong with the structure of a file. */
export function qpdfFindsSound(bytes: Uint8Array): boolean | null {
  try {
    return ask('qpdf', bytes, (path) => ['--check', path]) === null ? null : true
  } catch {
    return false
  }
}

/** A file as qpdf writes it anew. */
export function rewrittenByQpdf(bytes: Uint8Array, ...options: readonly string[]): Uint8Array | null {
  return ask('qpdf', bytes, (path) => [...options, path, '-'])
}
