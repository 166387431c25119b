import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

// Words to avoid (CONTRIBUTING.md, Words). `he` and `his` are in the list because users are not all men.
const unusual =
  /\b(mend(?:s|ed|ing)?|anew|whoever|whosoever|thereof|therein|hitherto|heretofore|herein|whereupon|hangs on|to be had|he|his|himself)\b/i

// Migrations that are applied and files that are generated; the packages join once they are clean.
const left = /^(packages\/|server\/migrations\/)|\.gen\.ts$|\.vi\.ts$|^docs\/(api-errors|guide\/(?!english))/
// The section that names the words, and this list.
const speakOfThem = new Set(['CONTRIBUTING.md', 'scripts/plain-words.test.ts'])

/** The English text of a file: all lines of a document or of an English catalogue, otherwise the comments. */
function english(path: string, text: string): readonly string[] {
  const lines = text.split('\n')
  if (/\.md$|\.en\.ts$/.test(path)) return lines
  return lines.map((line) => /(?:^\s*(?:\/\/|\/?\*)|\s\/\/ |\/\*\*? )(.*)$/.exec(line)?.[1] ?? '')
}

/** The places with an unusual word, as `path:line: text`. */
function unusualWords(path: string, text: string): readonly string[] {
  return english(path, text).flatMap((line, at) =>
    // Quotations and code keep their words.
    unusual.test(line.replace(/`[^`]*`|“[^”]*”/g, '')) ? [`${path}:${at + 1}: ${line.trim()}`] : [],
  )
}

// From the disk and not from git, which an unpacked archive does not have; only our own folders, and nothing built.
const folders = ['.', 'bench', 'docs', 'e2e', 'ops', 'scripts', 'server', 'tools']

function sourceFiles(): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => /\.(tsx?|mts|mjs|cjs|md)$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
    .filter((path) => !left.test(path) && !speakOfThem.has(path))
}

test('comments, docs and English messages are in plain words', () => {
  const files = sourceFiles()
  expect(files.length).toBeGreaterThan(1000)
  expect(files.flatMap((path) => unusualWords(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
})

test.each([
  ['a comment', 'a.ts', '/** The answer is made anew. */'],
  ['a trailing comment', 'a.ts', 'const a = 1 // whoever asks'],
  ['a message', 'a.en.ts', "  'a.b': 'Mended by hand',"],
  ['a document', 'a.md', 'The reader himself decides.'],
])('finds a word in %s', (_, path, text) => {
  expect(unusualWords(path, text)).toHaveLength(1)
})

test.each([
  ['a name in code', 'a.ts', 'const anew = await mended()'],
  ['a quoted identifier', 'a.ts', '// See `mended` in the test.'],
  ['an ordinary word', 'a.md', 'The amended rule, hence the history.'],
])('does not find %s', (_, path, text) => {
  expect(unusualWords(path, text)).toEqual([])
})
