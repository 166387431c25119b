import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import type { Component, Look, Profile } from '../../profile/profile.ts'
import { componentStyles, otherStyles, roleStyles, type StyleName } from './styles.ts'
import { twipsOfMm, twipsOfPt } from './units.ts'

type ParagraphLook = NonNullable<IParagraphStyleOptions['paragraph']>

/** All styles of a form: letters from its looks, paragraphs as the text or as lines that stand alone. */
export function styleSheet(profile: Profile): IStylesOptions {
  const text = textParagraph(profile)
  const own = (Object.keys(componentStyles) as Component[]).flatMap((component) => {
    const look = profile.looks[component]
    return look ? [sheet(componentStyles[component], look, paragraphOf(component, look, text))] : []
  })
  const body = lookOf(profile, 'body')
  const title = lookOf(profile, 'clauseTitle')
  return {
    default: {
      document: {
        run: {
          font: profile.font,
          size: body.chosenPt * 2,
          language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
      footnoteText: {
        run: { font: profile.font, size: 20 },
        paragraph: { alignment: AlignmentType.BOTH, spacing: { before: 0, after: 0, line: 240 } },
      },
      footnoteReference: { run: { superScript: true } },
    },
    paragraphStyles: [
      ...own,
      ...(['articleText', 'clause', 'point', 'item'] as const).map((role) =>
        sheet(roleStyles[role], body, text),
      ),
      sheet(roleStyles.heading2, title, { ...text, keepNext: true, outlineLevel: 3 }),
      ...others(profile, body),
    ],
  }
}

/** Annex I, part II, 6: justified, first line indented, gaps and spacing as the form has them. */
function textParagraph({ chosen, body }: Profile): ParagraphLook {
  const spacing =
    body.line.unit === 'lines'
      ? { line: Math.round(chosen.line * 240), lineRule: LineRuleType.AUTO }
      : { line: twipsOfPt(chosen.line), lineRule: LineRuleType.EXACT }
  return {
    alignment: AlignmentType.BOTH,
    indent: { firstLine: twipsOfMm(chosen.firstLineMm) },
    spacing: { before: 0, after: twipsOfPt(chosen.gapPt), ...spacing },
  }
}

const alone = (before = 0, after = 0, more: ParagraphLook = {}): ParagraphLook => ({
  alignment: AlignmentType.CENTER,
  spacing: { before: twipsOfPt(before), after: twipsOfPt(after), line: 240, lineRule: LineRuleType.AUTO },
  ...more,
})

function paragraphOf(component: Component, look: Look, text: ParagraphLook): ParagraphLook {
  const heads = { keepNext: true, keepLines: true }
  switch (component) {
    case 'body':
    case 'base':
      return text
    case 'article':
      return { ...text, keepNext: true, outlineLevel: 2 }
    case 'clauseTitle':
      return { ...text, keepNext: true, outlineLevel: 3 }
    case 'headingRoman':
      return { ...text, keepNext: true, outlineLevel: 1 }
    case 'groupNumber':
      return alone(6, 0, { ...heads, outlineLevel: 0 })
    case 'groupTitle':
      return alone(0, 6, heads)
    case 'kind':
      return alone(12, 0, heads)
    case 'competence':
    case 'enacting':
      return alone(6, 6, heads)
    case 'number':
    case 'issued':
    case 'letterAbstract':
      return alone(6)
    case 'annexTitle':
      return alone(0, 0, heads)
    case 'annexLabel':
      return alone(0, 0, { ...heads, outlineLevel: 0 })
    case 'recipientsLabel':
    case 'recipients':
    case 'drafter':
      return alone(0, 0, { alignment: AlignmentType.LEFT })
    case 'addressee':
      return alone(0, 6)
    case 'signer':
      // Room for the signature and the seal, 30 mm high at most.
      return alone(72, 0, { keepLines: true })
    default:
      return alone(0, 0, look.alignment === 'left' ? { alignment: AlignmentType.LEFT } : {})
  }
}

function others(profile: Profile, body: Look): readonly IParagraphStyleOptions[] {
  const plain = { ...body, bold: false, italic: false }
  const cell = { ...plain, chosenPt: 13 }
  const issuer = lookOf(profile, 'issuer')
  return [
    sheet(otherStyles.star, { ...plain, chosenPt: issuer.chosenPt }, alone()),
    sheet(otherStyles.dashes, plain, alone(0, 6, { keepNext: true })),
    sheet(otherStyles.draft, { ...plain, chosenPt: 13, italic: true }, alone(6)),
    // So low that it takes no room of its own; the line is the paragraph's border.
    sheet(
      otherStyles.rule,
      { ...plain, chosenPt: 2 },
      {
        ...alone(),
        spacing: { before: 40, after: 0, line: 60, lineRule: LineRuleType.EXACT },
      },
    ),
    sheet(otherStyles.tableText, cell, {
      alignment: AlignmentType.LEFT,
      spacing: { before: 40, after: 40, line: 240 },
    }),
    sheet(otherStyles.tableCaption, { ...plain, bold: true }, alone(6, 3, { keepNext: true })),
    sheet(otherStyles.figure, plain, alone(6, 0, { keepNext: true })),
    sheet(otherStyles.figureCaption, { ...plain, italic: true }, alone(3, 6)),
    sheet(
      otherStyles.gap,
      { ...plain, chosenPt: 6 },
      { spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT } },
    ),
  ]
}

/** What an officer goes on with behind a title, when he presses Enter. */
const nextStyles: Readonly<Record<string, string>> = Object.fromEntries([
  [componentStyles.groupNumber.id, componentStyles.groupTitle.id],
  ...[
    componentStyles.groupTitle,
    componentStyles.article,
    componentStyles.clauseTitle,
    componentStyles.headingRoman,
    roleStyles.heading2,
  ].map(({ id }) => [id, componentStyles.body.id]),
])

const sheet = (name: StyleName, look: Look, paragraph: ParagraphLook): IParagraphStyleOptions => ({
  id: name.id,
  name: name.name,
  basedOn: 'Normal',
  next: nextStyles[name.id] ?? name.id,
  quickFormat: true,
  run: {
    size: look.chosenPt * 2,
    ...(look.bold ? { bold: true } : {}),
    ...(look.italic ? { italics: true } : {}),
    ...(look.underline ? { underline: {} } : {}),
  },
  paragraph,
})

export function lookOf(profile: Profile, component: Component): Look {
  const look = profile.looks[component]
  if (!look) throw new RangeError(`${profile.form} has no ${component}`)
  return look
}
