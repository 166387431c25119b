import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { docxOf } from './check/testing/docx-of.ts'
import { decision } from './check/testing/state-documents.ts'

test('the example of the README prints what stands there', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, example = '', expected = ''] = /```ts\n(.*?)```.*?```\n(.*?)```/s.exec(readme) ?? []
  expect(example).toContain("from '@dot-pha/nd30'")
  const folder = mkdtempSync(join(tmpdir(), 'nd30-readme-'))
  try {
    const letter = await docxOf(decision, { left: 1134, pageNumber: { text: '2', size: 13 } })
    writeFileSync(join(folder, 'letter.docx'), letter)
    const entry = pathToFileURL(join(import.meta.dirname, 'index.ts')).href
    writeFileSync(join(folder, 'example.ts'), example.replace('@dot-pha/nd30', entry))
    expect(execFileSync(process.execPath, ['example.ts'], { cwd: folder, encoding: 'utf8' })).toBe(expected)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
