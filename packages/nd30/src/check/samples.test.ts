import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeDocx } from '../docx/write/write-docx.ts'
import { parseDocument } from '../model/parse-document.ts'
import { readDocument } from '../read/read.ts'
import { checkDocument } from './check-document.ts'

const folder = new URL('../../samples/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

test.each(names)(
  'nothing is wrong with %s as this library writes it, and its kind is known',
  async (name) => {
    const document = parseDocument(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    const at = document.issued?.date ?? '2026-06-10'
    const report = checkDocument(await readDocument(await writeDocx(document, { at })), { today: at })
    const wrong = report.findings.filter(({ severity }) => severity !== 'taste')
    expect(wrong.map(({ rule, place, vi }) => `${rule} ${place.excerpt ?? ''}: ${vi}`)).toEqual([])
    expect({ profile: report.profile, kind: report.kind }).toEqual({
      profile: document.profile,
      kind: document.kind,
    })
  },
)
