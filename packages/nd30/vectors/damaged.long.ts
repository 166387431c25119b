import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRepairs } from '../src/check/repair/apply-repairs.ts'
import type { Repair } from '../src/check/repair.ts'
import { Nd30Error } from '../src/errors.ts'
import { openParts } from '../src/read/open/open-parts.ts'
import { readDocument } from '../src/read/read.ts'
import type { ReadDocument } from '../src/read/read-document.ts'
import { zipOf } from '../src/read/testing/build-docx.ts'
import { sources } from './documents.ts'

const decoder = new TextDecoder()

async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const { package: opened } = await openParts(bytes)
  return Object.fromEntries([...opened.parts].map(([name, part]) => [name, decoder.decode(part)]))
}

const originals = await Promise.all(
  Object.entries(sources).flatMap(([name, build]) => [
    build().then(partsOf),
    readFile(join(import.meta.dirname, `libreoffice-${name}.docx`)).then(partsOf),
  ]),
)

const oddValues = [
  '',
  '0',
  '-1',
  '99999999999',
  '1e9',
  'NaN',
  'true',
  '%1%9',
  'á',
  'both',
  '2147483647',
  '12.5pt',
  '&lt;',
]
const names = [
  'w:ins',
  'w:del',
  'w:sdt',
  'w:hyperlink',
  'w:txbxContent',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:p',
  'w:r',
  'w:fldSimple',
  'w:sectPr',
]
const whole = /<([\w:]+)[^>]*\/>|<(w:(?:r|p|tc|tr|rPr|pPr|tbl))\b[^>]*>[\s\S]{0,3000}?<\/\2>/g

const damage = fc.oneof(
  fc.record({ type: fc.constant('value' as const), at: fc.nat(), by: fc.constantFrom(...oddValues) }),
  fc.record({ type: fc.constant('copy' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ type: fc.constant('remove' as const), at: fc.nat() }),
  fc.record({
    type: fc.constant('rename' as const),
    from: fc.constantFrom(...names),
    by: fc.constantFrom(...names),
  }),
)
type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never

/** Damage that mostly leaves the XML well formed, so that it reaches what reads it. */
function damaged(xml: string, what: Damage): string {
  const chosen = (pattern: RegExp, at: number) => {
    const all = [...xml.matchAll(pattern)]
    return all[at % Math.max(1, all.length)]
  }
  if (what.type === 'rename') return xml.replace(new RegExp(`(</?)${what.from}\\b`, 'g'), `$1${what.by}`)
  if (what.type === 'value') {
    const found = chosen(/"[^"]*"/g, what.at)
    return found ? `${xml.slice(0, found.index)}"${what.by}"${xml.slice(found.index + found[0].length)}` : xml
  }
  const found = chosen(whole, what.at)
  if (!found) return xml
  if (what.type === 'remove') return xml.slice(0, found.index) + xml.slice(found.index + found[0].length)
  const place = chosen(/<[^/?!][^>]*>/g, what.to)?.index ?? 0
  return xml.slice(0, place) + found[0] + xml.slice(place)
}

function repairsOf(read: ReadDocument): Repair[] {
  return [
    ...read.sections.map((section): Repair => ({ type: 'page-number', section, sizeHalfPoints: 26 })),
    ...read.paragraphs.flatMap((paragraph): Repair[] => [
      { type: 'paragraph', paragraph, set: { alignment: 'both', firstLineTwips: 567, beforeTwips: 120 } },
      ...paragraph.runs.map(
        (run): Repair => ({ type: 'run', run, set: { font: 'Times New Roman', bold: false } }),
      ),
    ]),
  ]
}

const parts = [
  'word/document.xml',
  'word/document.xml',
  'word/styles.xml',
  'word/numbering.xml',
  'word/header1.xml',
]

test('a damaged document is read and mended with its words, or refused by a code', {
  timeout: 600_000,
}, async () => {
  const wounds = fc.array(fc.tuple(fc.constantFrom(...parts), damage), { minLength: 1, maxLength: 15 })
  let read = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...originals), wounds, async (original, all) => {
      const hurt = { ...original }
      for (const [part, what] of all) {
        const xml = hurt[part]
        if (xml !== undefined) hurt[part] = damaged(xml, what)
      }
      try {
        const before = await readDocument(await zipOf(hurt))
        const after = await readDocument(await applyRepairs(before, repairsOf(before)))
        expect(after.paragraphs.map(({ text }) => text)).toEqual(before.paragraphs.map(({ text }) => text))
        for (const paragraph of after.paragraphs) expect(paragraph.alignment).toBe('both')
        for (const run of after.paragraphs.flatMap(({ runs }) => runs))
          expect(run).toMatchObject({ font: 'Times New Roman', bold: false })
        read += 1
      } catch (error) {
        if (!(error instanceof Nd30Error)) throw error
      }
    }),
    { numRuns: 3000 },
  )
  expect(read).toBeGreaterThan(1000)
})
