import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { readDocument } from '../../src/read/read.ts'
import { corpus } from '../corpus.ts'
import { heldOut } from '../held-out/held-out.ts'
import { convert } from './convert.ts'

// Another version of LibreOffice may write other XML; what is read of it must be the same.
test.skipIf(!findJudge('soffice')).each([corpus, heldOut])(
  'LibreOffice writes the kept files again',
  { timeout: 300_000 },
  async (each) => {
    const folder = await mkdtemp(join(tmpdir(), 'nd30-converted-'))
    try {
      for (const name of await convert(each, folder)) {
        const [kept, again] = await Promise.all([
          readFile(new URL(name, each.folder)),
          readFile(join(folder, name)),
        ])
        expect(await looksOf(again), name).toEqual(await looksOf(kept))
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)

async function looksOf(bytes: Uint8Array) {
  const { paragraphs, sections } = await readDocument(bytes)
  return {
    paragraphs: paragraphs.map(({ text, alignment, indent, spacing, runs }) => ({
      text,
      alignment,
      indent,
      spacing,
      runs: runs.map(({ font, sizeHalfPoints, bold, italic, colour }) => ({
        font,
        sizeHalfPoints,
        bold,
        italic,
        colour,
      })),
    })),
    sections: sections.map(({ widthTwips, heightTwips, marginsTwips, titlePage, pageNumberStart }) => ({
      widthTwips,
      heightTwips,
      marginsTwips,
      titlePage,
      pageNumberStart,
    })),
  }
}
