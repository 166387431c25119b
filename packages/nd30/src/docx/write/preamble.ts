import { type FileChild, Paragraph } from 'docx'
import type { DocumentWords } from '../../model/words/layout.ts'
import type { AddresseesWords } from '../../model/words/recipients.ts'
import type { Profile } from '../../profile/profile.ts'
import { textWidthPt } from '../../text/widths.ts'
import { line } from './head.ts'
import { type Notes, runsOf } from './runs.ts'
import { lookOf } from './style-sheet.ts'
import { componentStyles } from './styles.ts'
import { twipsOfMm, twipsOfPt } from './units.ts'

/** What stands between the head and the text: ô 9a, the competence, the legal bases, the enacting line. */
export function preambleOf(words: DocumentWords, profile: Profile, notes: Notes): readonly FileChild[] {
  return [
    ...(words.addressees ? addressees(words.addressees, profile) : []),
    ...(words.competence === null ? [] : [line('competence', words.competence)]),
    ...words.bases.map(
      (base) => new Paragraph({ style: componentStyles.base.id, children: runsOf(base, notes) }),
    ),
    ...(words.enacting === null ? [] : [line('enacting', words.enacting)]),
  ]
}

/** One behind the label; several below it, their dashes under its colon. */
function addressees({ label, one, several }: AddresseesWords, profile: Profile): Paragraph[] {
  if (one !== null) return [line('addressee', `${label} ${one}`)]
  const { chosenPt } = lookOf(profile, 'addressee')
  const width = (words: string) => twipsOfPt(textWidthPt(words, { sizePt: chosenPt }))
  const isTelegram = !label.startsWith('Kính')
  const left = isTelegram ? twipsOfMm(20) : twipsOfMm(25)
  const under = isTelegram ? left : left + width(label.slice(0, -1))
  const dash = width('- ')
  const style = componentStyles.addressee.id
  return [
    isTelegram
      ? line('addressee', label)
      : new Paragraph({ style, alignment: 'left', indent: { left }, spacing: { after: 0 }, text: label }),
    ...several.map(
      (words, index) =>
        new Paragraph({
          style,
          alignment: 'left',
          indent: { left: under + dash, hanging: dash },
          spacing: { after: index === several.length - 1 ? 120 : 0 },
          text: words,
        }),
    ),
  ]
}
