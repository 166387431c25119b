import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findJudge, veraPdf } from '../../../../scripts/judges.mjs'

/** What a program says of a file; null where it is not installed. @throws where it ends with an error */
function ask(
  name: string,
  bytes: Uint8Array,
  optionsFor: (path: string) => readonly string[],
): Buffer | null {
  const program = findJudge(name)
  return program === undefined ? null : askProgram(program, bytes, optionsFor)
}

function askProgram(
  program: string,
  bytes: Uint8Array,
  optionsFor: (path: string) => readonly string[],
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'nd30-judge-'))
  try {
    const path = join(folder, 'file.pdf')
    writeFileSync(path, bytes)
    return execFileSync(program, optionsFor(path), { stdio: ['ignore', 'pipe', 'ignore'] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether qpdf finds nothing wrong with the structure of a file. */
export function qpdfFindsSound(bytes: Uint8Array): boolean | null {
  try {
    return ask('qpdf', bytes, (path) => ['--check', path]) === null ? null : true
  } catch {
    return false
  }
}

/** Whether veraPDF finds that a file is the PDF/A that it says; null where VERAPDF names no program. */
export function veraPdfFindsSound(bytes: Uint8Array): boolean | null {
  const program = veraPdf()
  if (program === undefined) return null
  try {
    askProgram(program, bytes, (path) => ['--format', 'text', path])
    return true
  } catch {
    return false
  }
}

/** The words that poppler reads, in the order of the file, page by page. */
export function wordsRead(bytes: Uint8Array): readonly (readonly string[])[] | null {
  const text = ask('pdftotext', bytes, (path) => ['-raw', '-enc', 'UTF-8', path, '-'])
  if (text === null) return null
  return text
    .toString()
    .split('\f')
    .slice(0, -1)
    .map((page) => page.split(/\s+/u).filter((word) => word !== ''))
}

export interface WordBox {
  readonly page: number
  readonly text: string
  /** Points from the lower left corner. */
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** Where poppler finds each word. */
export function wordBoxes(bytes: Uint8Array): readonly WordBox[] | null {
  const html = ask('pdftotext', bytes, (path) => ['-bbox', path, '-'])?.toString()
  if (html === undefined) return null
  const boxes: WordBox[] = []
  let page = 0
  let height = 0
  for (const [, pageHeight, box, text = ''] of html.matchAll(
    /<page width="[^"]*" height="([^"]*)"|<word ([^>]*)>([^<]*)</gu,
  )) {
    if (pageHeight !== undefined) {
      page += 1
      height = Number(pageHeight)
      continue
    }
    const [left = 0, top = 0, right = 0, bottom = 0] = [...(box ?? '').matchAll(/="([^"]*)"/gu)].map(
      ([, value]) => Number(value),
    )
    boxes.push({ page, text, left, right, bottom: height - bottom, top: height - top })
  }
  return boxes
}
