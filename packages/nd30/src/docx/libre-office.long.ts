import { expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { checkDocument } from '../check/check-document.ts'
import { readDocument } from '../read/read.ts'
import { convertAll } from '../testing/libre-office.ts'
import { longDocument } from '../testing/long-document.ts'
import { samples } from '../testing/samples.ts'
import { modelOf } from './model-of/model-of.ts'
import { writeDocx } from './write/write-docx.ts'

const soffice = findJudge('soffice')

test.skipIf(!soffice)(
  'reads every sample back as it was and finds nothing wrong, after LibreOffice has opened and saved it',
  { timeout: 300_000 },
  async () => {
    const all = [...samples(), { name: 'long', document: longDocument(100) }]
    const written = new Map<string, Uint8Array>()
    for (const { name, document } of all)
      written.set(name, await writeDocx(document, { at: document.issued?.date ?? '2026-06-30' }))
    const saved = await convertAll(written, 'docx')
    for (const { name, document } of all) {
      const bytes = saved.get(name) ?? expect.fail(`LibreOffice did not save ${name}`)
      const read = await readDocument(bytes)
      expect(modelOf(read, document.profile), name).toEqual(document)
      expect(checkDocument(read, { today: '2026-06-30' }).findings, name).toEqual([])
    }
  },
)
