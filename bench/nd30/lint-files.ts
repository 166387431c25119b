import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeDocx } from '../../packages/nd30/src/docx/write/write-docx.ts'
import { longDocument } from '../../packages/nd30/src/testing/long-document.ts'

export const writers = ['ours', 'as Word'] as const
export type Writer = (typeof writers)[number]

/** A báo cáo of so many pages, as this library writes it or with the runs, marks and ids that Word leaves behind. */
export async function documentOf(pages: number, writer: Writer): Promise<Uint8Array> {
  const bytes = await writeDocx(longDocument(pages), { at: '2026-11-09' })
  return writer === 'ours' ? bytes : asWordWould(bytes)
}

const main = 'word/document.xml'
const run = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: xml:space="preserve")?>([^<]*)<\/w:t><\/w:r>/g
const wordsOfRun = 4

function asWordWould(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts[main] ?? new Uint8Array())
  let id = 0x00a10000
  const rsid = () => (id++).toString(16).toUpperCase().padStart(8, '0')
  const split = xml
    .replace(/<w:p>/g, () => `<w:p w:rsidR="${rsid()}" w:rsidRPr="${rsid()}" w:rsidRDefault="${rsid()}">`)
    .replace(run, (_, look: string | undefined, text: string) =>
      pieces(text)
        .map(
          (piece, at) =>
            `${at % 3 === 1 ? '<w:proofErr w:type="spellStart"/>' : ''}<w:r w:rsidRPr="${rsid()}">${look ?? ''}<w:t xml:space="preserve">${piece}</w:t></w:r>${at % 3 === 1 ? '<w:proofErr w:type="spellEnd"/>' : ''}`,
        )
        .join(''),
    )
  return zipSync({ ...parts, [main]: strToU8(split) }, { level: 6 })
}

function pieces(text: string): readonly string[] {
  const words = text.split(/(?<= )/)
  return Array.from({ length: Math.ceil(words.length / wordsOfRun) }, (_, at) =>
    words.slice(at * wordsOfRun, (at + 1) * wordsOfRun).join(''),
  )
}
