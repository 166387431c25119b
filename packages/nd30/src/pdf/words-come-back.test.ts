import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { OfficialDocument } from '../model/document.ts'
import { profileAt } from '../profile/profiles.ts'
import { pdfAFindings } from '../testing/pdf-a.ts'
import { qpdfFindsSound, veraPdfFindsSound, wordsRead } from '../testing/pdf-judges.ts'
import { differences, wordsOf } from '../testing/words-of.ts'
import { FontFiles } from './fonts.ts'
import { Typesetter } from './typeset.ts'

const folder = new URL('../../samples/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
const typesetter = new Typesetter(new FontFiles())

describe('of a sample that was set', () => {
  test.each(names)(
    'poppler reads every word of %s in its order, and no judge finds the file wrong',
    (name) => {
      const document = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as OfficialDocument
      const at = document.issued?.date ?? '2026-07-01'
      const { pdf, pages } = typesetter.set(document, { at })
      const read = wordsRead(pdf)
      if (read !== null) {
        expect(read).toHaveLength(pages)
        expect(differences(read, wordsOf(document, profileAt(document.profile, at)))).toEqual({
          more: [],
          missing: [],
        })
      }
      expect(qpdfFindsSound(pdf)).not.toBe(false)
      expect(veraPdfFindsSound(pdf)).not.toBe(false)
      expect(pdfAFindings(pdf)).toEqual([])
    },
  )
})
