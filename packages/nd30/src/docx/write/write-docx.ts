import { Document, type FileChild, type ISectionOptions, Packer } from 'docx'
import type { OfficialDocument } from '../../model/document.ts'
import { layoutWords } from '../../model/words/layout.ts'
import { profileAt } from '../../profile/profiles.ts'
import { annexOf } from './annex.ts'
import { bodyOf } from './body.ts'
import { copyOf } from './copy.ts'
import { footOf } from './foot.ts'
import { headOf } from './head.ts'
import { sectionOf, textWidth } from './page.ts'
import { preambleOf } from './preamble.ts'
import { repacked } from './repack.ts'
import { Notes } from './runs.ts'
import { styleSheet } from './style-sheet.ts'

export interface WriteOptions {
  /** YYYY-MM-DD: the day whose form is followed. */
  readonly at: string
}

/**
 * A DOCX in its form, made to be edited: styles by their Vietnamese names, a head and a foot of two columns, sections
 * for annexes. The same document always gives the same bytes; no clock is read.
 *
 * @throws Nd30Error `form_unknown`, `image_wrong`
 */
export async function writeDocx(document: OfficialDocument, { at }: WriteOptions): Promise<Uint8Array> {
  const profile = profileAt(document.profile, at)
  const words = layoutWords(document, profile)
  const notes = new Notes()
  const main = [
    ...headOf(words.head, profile, notes),
    ...preambleOf(words, profile, notes),
    ...bodyOf(words.body, textWidth(profile), notes, true),
    ...footOf(words.signatures, words.recipients, profile, false),
  ]
  const parts: { children: readonly FileChild[]; landscape: boolean }[] = [
    { children: main, landscape: false },
    ...words.annexes.map((annex) => ({
      children: annexOf(annex, profile, notes),
      landscape: annex.landscape,
    })),
  ]
  const last = parts.at(-1)
  if (words.copy && last)
    parts[parts.length - 1] = {
      ...last,
      children: [...last.children, ...copyOf(words.copy, profile, last.landscape)],
    }
  const sections: ISectionOptions[] = parts.map((part, index) =>
    sectionOf({ ...part, contact: index === 0 ? words.contact : [] }, profile),
  )
  const file = new Document({
    styles: styleSheet(profile),
    theme: { name: profile.font, fonts: { headings: profile.font, body: profile.font } },
    footnotes: notes.asFootnotes(),
    sections,
  })
  return repacked(await Packer.toBuffer(file), {
    title: words.title,
    creator: document.issuerInText ?? document.issuer.replaceAll('\n', ' '),
  })
}
