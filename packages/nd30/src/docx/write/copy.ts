import { type FileChild, Paragraph, TextRun } from 'docx'
import type { CopyWords } from '../../model/words/layout.ts'
import type { Profile } from '../../profile/profile.ts'
import { columns } from './columns.ts'
import { footOf } from './foot.ts'
import { headWidths, issuerLines, line } from './head.ts'
import { fullRule } from './rule.ts'
import { componentStyles, otherStyles } from './styles.ts'

/** Right after the last part of what is copied, below a line across the page: annex I, part II; annex III, sample 3.1. */
export function copyOf(copy: CopyWords, profile: Profile, landscape: boolean): readonly FileChild[] {
  const widths = headWidths(profile)
  const kind = new Paragraph({ style: componentStyles.copyLabel.id, children: [new TextRun(copy.kind)] })
  return [
    new Paragraph({ style: otherStyles.gap.id }),
    fullRule(),
    new Paragraph({ style: otherStyles.gap.id }),
    columns(widths, [
      [issuerLines(copy, profile, widths[0]), [kind]],
      [[line('number', copy.number)], [line('issued', copy.issued)]],
    ]),
    ...footOf([copy.signature], copy.recipients, profile, landscape),
  ]
}
