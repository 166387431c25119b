import { type FileChild, Paragraph } from 'docx'
import type { AnnexWords } from '../../model/words/annex.ts'
import type { Profile } from '../../profile/profile.ts'
import { textWidthPt } from '../../text/widths.ts'
import { bodyOf } from './body.ts'
import { line, styled, titledHeadOf } from './head.ts'
import { textWidth } from './page.ts'
import { rule, shortRule } from './rule.ts'
import { type Notes, runsOf } from './runs.ts'
import { lookOf } from './style-sheet.ts'
import { componentStyles, otherStyles } from './styles.ts'

/** A Phụ lục, or a quy chế with a head of its own: annex III, samples 1.3 and 2.1. */
export function annexOf(annex: AnnexWords, profile: Profile, notes: Notes): readonly FileChild[] {
  const width = textWidth(profile, annex.landscape)
  const attached = annex.type === 'attached'
  const title = attached ? componentStyles.abstract : componentStyles.annexTitle
  return [
    // LibreOffice begins to count anew at a paragraph alone, not at a table.
    ...(annex.head ? [new Paragraph({ style: otherStyles.gap.id }), titledHeadOf(annex.head, profile)] : []),
    line(attached ? 'kind' : 'annexLabel', annex.label),
    new Paragraph({ style: title.id, children: runsOf(annex.title, notes) }),
    line('annexReference', annex.reference),
    profile.name === 'party' ? styled(otherStyles.dashes, '-----') : belowReference(annex, profile, width),
    new Paragraph({ style: otherStyles.gap.id }),
    ...bodyOf(annex.body, width, notes, false),
  ]
}

function belowReference({ reference }: AnnexWords, profile: Profile, width: number): Paragraph {
  const { chosenPt, italic } = lookOf(profile, 'annexReference')
  const widest = Math.min(textWidthPt(reference, { sizePt: chosenPt, italic }), width / 20)
  return rule(widest * shortRule, width)
}
