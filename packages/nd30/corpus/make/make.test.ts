import { readFile, stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { corpus } from '../corpus.ts'
import { bytesOf, fileName, layOf } from '../files.ts'
import { heldOut } from '../held-out/held-out.ts'
import { paragraphsOf, textOf } from './laid.ts'
import { textWidthMm } from './text-width.ts'

const everyFile = [corpus, heldOut].flatMap((each) =>
  each.labels.flatMap((label) => [false, true].map((damaged) => ({ each, label, damaged }))),
)

test('a damaged document differs from its sound twin by every damage', () => {
  for (const label of corpus.labels) {
    const twins = [0, 1].map((damaged) => JSON.stringify(layOf(corpus, label, damaged === 1)))
    expect(twins[0], label.id).not.toBe(twins[1])
    for (const damage of label.damages) {
      const alone = layOf(
        corpus,
        { ...label, damages: label.damages.filter((each) => each !== damage) },
        true,
      )
      expect(JSON.stringify(alone), `${label.id}: ${damage.what}`).not.toBe(twins[1])
    }
  }
})

test('the same document is the same bytes whenever it is built', async () => {
  for (const id of ['docx-04', 'docx-07', 'word-02', 'word-06']) {
    const label = corpus.labels.find((each) => each.id === id)
    if (!label) throw new Error(id)
    const [one, two] = await Promise.all([bytesOf(corpus, label, true), bytesOf(corpus, label, true)])
    expect(Buffer.from(one).equals(Buffer.from(two)), id).toBe(true)
  }
})

test('every file holds the words of its document, those that LibreOffice wrote too', async () => {
  for (const { each, label, damaged } of everyFile) {
    const laid = layOf(each, label, damaged)
    const wanted = paragraphsOf({
      ...laid,
      sections: laid.sections.map((section) => ({ ...section, contact: [] })),
    })
    const body = await bodyOf(await bytesOf(each, label, damaged))
    expect(squeezed(wordsOf(body)), fileName(label, damaged)).toBe(squeezed(wanted.map(textOf).join('')))
  }
})

test('the files of LibreOffice stay small', async () => {
  for (const { each, label, damaged } of everyFile.filter(({ label }) => label.producer === 'libreoffice')) {
    const { size } = await stat(new URL(fileName(label, damaged), each.folder))
    expect(size, fileName(label, damaged)).toBeLessThan(15_000)
  }
})

test('words are measured as Times New Roman is wide', async () => {
  const wide = textWidthMm('Độc lập - Tự do - Hạnh phúc', { bold: true, italic: false, sizePt: 14 })
  expect(wide).toBeCloseTo(60.5, 1)
  await expect(readFile(new URL('../../fonts/OFL.txt', import.meta.url))).resolves.toBeDefined()
})

async function bodyOf(bytes: Uint8Array): Promise<string> {
  const file = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  for await (const entry of file.eachEntry())
    if (entry.fileName === 'word/document.xml')
      return (await buffer(await file.openReadStreamPromise(entry))).toString('utf8')
  throw new Error('no document')
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

const wordsOf = (xml: string): string =>
  [...xml.replace(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, '').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
    .map((each) => each[1] ?? '')
    .join('')
    .replace(/&\w+;/gu, (entity) => entities[entity] ?? entity)

/** LibreOffice writes a soft hyphen, which is ư in TCVN3, as an element of its own. */
const squeezed = (text: string): string => text.replace(/[\s\u00AD]+/gu, '')
