import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changeMessagesEn } from './messages.en.ts'
import { changeMessagesVi } from './messages.vi.ts'

const folders = [import.meta.dirname, join(import.meta.dirname, 'rules')]
const sources = folders
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.ts') && !/(messages\.|\.test\.)/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()

test.each(Object.entries(changeMessagesVi))(
  '%s is said in both languages, of the same things',
  (code, words) => {
    expect(placesIn(changeMessagesEn[code as keyof typeof changeMessagesEn])).toEqual(placesIn(words))
    expect(sources).toContain(`'${code}'`)
    // They stand within a sentence.
    expect(words).not.toMatch(/[.:]$/)
  },
)
