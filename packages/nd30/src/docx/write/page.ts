import {
  AlignmentType,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { Profile } from '../../profile/profile.ts'
import { lookOf } from './style-sheet.ts'
import { componentStyles } from './styles.ts'
import { twipsOfMm, twipsOfPt } from './units.ts'

/** How wide the text is, in twips. */
export function textWidth({ page, chosen: { marginsMm } }: Profile, landscape = false): number {
  const across = landscape ? page.heightMm : page.widthMm
  return twipsOfMm(across) - twipsOfMm(marginsMm.left) - twipsOfMm(marginsMm.right)
}

export interface SectionPlan {
  readonly children: readonly FileChild[]
  readonly landscape: boolean
  /** Ô 13, at the foot of the first page. */
  readonly contact: readonly string[]
}

/** A section with pages of its own: number in the top margin, none on the first page. */
export function sectionOf(plan: SectionPlan, profile: Profile): ISectionOptions {
  const { page, chosen } = profile
  const margin = (side: keyof typeof chosen.marginsMm) => twipsOfMm(chosen.marginsMm[side])
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: twipsOfMm(page.widthMm),
          height: twipsOfMm(page.heightMm),
          orientation: plan.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: margin('top'),
          bottom: margin('bottom'),
          left: margin('left'),
          right: margin('right'),
          header: headerDistance(profile),
          footer: twipsOfMm(8),
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [pageNumber()] }),
      first: new Header({ children: [empty()] }),
    },
    footers: {
      default: new Footer({ children: [empty()] }),
      first: new Footer({ children: plan.contact.length > 0 ? contact(plan.contact) : [empty()] }),
    },
    children: plan.children,
  }
}

/** The State's in the middle of the top margin; the Party's 10 mm from the edge. */
function headerDistance(profile: Profile): number {
  if (profile.name === 'party') return twipsOfMm(10)
  const line = twipsOfPt(lookOf(profile, 'pageNumber').chosenPt * 1.15)
  return Math.round((twipsOfMm(profile.chosen.marginsMm.top) - line) / 2)
}

const pageNumber = () =>
  new Paragraph({
    style: componentStyles.pageNumber.id,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })

const empty = () => new Paragraph({ style: componentStyles.pageNumber.id })

function contact(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: componentStyles.contact.id,
        alignment: AlignmentType.CENTER,
        ...(index === 0 ? { border: { top: { style: 'single', size: 6, space: 3, color: 'auto' } } } : {}),
        children: [new TextRun(line)],
      }),
  )
}
