import type { Look, Profile } from './profile.ts'

const look = (
  sizePt: Look['sizePt'],
  chosenPt: number,
  style: 'plain' | 'bold' | 'italic' | 'underline',
  letters: Look['letters'],
  alignment?: Look['alignment'],
): Look => ({
  sizePt,
  chosenPt,
  bold: style === 'bold',
  italic: style === 'italic',
  letters,
  article: 'thể thức văn bản của Đảng',
  ...(style === 'underline' ? { underline: true } : {}),
  ...(alignment ? { alignment } : {}),
})

const base = {
  name: 'party',
  page: {
    widthMm: 210,
    heightMm: 297,
    marginsMm: { top: [20, 20], bottom: [20, 20], left: [30, 30], right: [15, 15] },
  },
  font: 'Times New Roman',
  body: {
    firstLineMm: [10, 12.7],
    gapPt: { least: 6 },
    line: { unit: 'points', range: [18, 22] },
    ending: '.',
  },
  looks: {
    partyTitle: look([15, 15], 15, 'bold', 'capital', 'center'),
    superior: look([14, 14], 14, 'plain', 'capital', 'center'),
    issuer: look([14, 14], 14, 'bold', 'capital', 'center'),
    number: look([14, 14], 14, 'plain', 'sentence', 'center'),
    issued: look([14, 14], 14, 'italic', 'sentence', 'center'),
    kind: look([15, 16], 16, 'bold', 'capital', 'center'),
    copyLabel: look([15, 16], 16, 'bold', 'capital', 'center'),
    abstract: look([14, 15], 14, 'bold', 'sentence', 'center'),
    letterAbstract: look([12, 12], 12, 'italic', 'sentence', 'center'),
    addressee: look([14, 15], 14, 'plain', 'sentence'),
    competence: look([14, 15], 14, 'bold', 'capital', 'center'),
    enacting: look([14, 15], 14, 'bold', 'capital', 'center'),
    base: look([14, 15], 14, 'plain', 'sentence', 'both'),
    body: look([14, 15], 14, 'plain', 'sentence', 'both'),
    groupNumber: look([14, 15], 14, 'bold', 'sentence', 'center'),
    groupTitle: look([14, 15], 14, 'bold', 'capital', 'center'),
    article: look([14, 15], 14, 'bold', 'sentence', 'both'),
    clauseTitle: look([14, 15], 14, 'bold', 'sentence', 'both'),
    headingRoman: look([14, 15], 14, 'bold', 'capital', 'both'),
    authority: look([14, 14], 14, 'bold', 'capital', 'center'),
    position: look([14, 14], 14, 'plain', 'capital', 'center'),
    signer: look([14, 14], 14, 'bold', 'sentence', 'center'),
    recipientsLabel: look([14, 14], 14, 'underline', 'sentence', 'left'),
    recipients: look([12, 12], 12, 'plain', 'sentence', 'left'),
    drafter: look([12, 12], 12, 'plain', 'sentence', 'left'),
    urgency: look([14, 14], 14, 'bold', 'capital', 'center'),
    circulation: look([14, 14], 14, 'bold', 'capital', 'center'),
    contact: look([11, 12], 11, 'plain', 'sentence', 'center'),
    annexLabel: look([14, 15], 14, 'bold', 'sentence', 'center'),
    annexTitle: look([14, 15], 14, 'bold', 'capital', 'center'),
    annexReference: look([14, 15], 14, 'italic', 'sentence', 'center'),
    pageNumber: look([14, 14], 14, 'plain', 'sentence', 'center'),
  },
  chosen: {
    marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
    firstLineMm: 10,
    gapPt: 6,
    line: 18,
  },
  symbol: { label: 'Số', afterNumber: '-', beforeBody: '/' },
  authority: { TM: 'T/M', KT: 'K/T', TL: 'T/L', TUQ: 'TUQ', Q: 'Q.' },
  under: { title: { from: 1, tolerance: 0.05 }, issuer: { star: '*' } },
} as const satisfies Omit<Profile, 'form' | 'citation' | 'from' | 'until'>

/** What stands in the text has the sizes of the text. */
const olderText = Object.fromEntries(
  (
    [
      'addressee',
      'competence',
      'enacting',
      'base',
      'body',
      'groupNumber',
      'groupTitle',
      'article',
      'clauseTitle',
      'headingRoman',
    ] as const
  ).map((component) => [component, { ...base.looks[component], sizePt: [13, 15] as const }]),
)

/**
 * Guidance 36-HD/VPTW of 3/4/2018. Its sizes are believed to be those of 05-HD; a summary that gives 13 to 14 for the
 * text and 12 and 11 for the recipients makes both acceptable here.
 */
export const hd36: Profile = {
  ...base,
  form: 'hd36',
  citation: { vi: 'Hướng dẫn 36-HD/VPTW', en: 'Guidance 36-HD/VPTW' },
  from: '2018-04-03',
  until: '2026-05-26',
  symbol: { ...base.symbol, alsoLabel: 'Số:' },
  looks: {
    ...base.looks,
    ...olderText,
    recipientsLabel: { ...base.looks.recipientsLabel, sizePt: [12, 14] },
    recipients: { ...base.looks.recipients, sizePt: [11, 12] },
  },
}

/** Guidance 05-HD/VPTW, under regulation 399-QĐ/TW of 9/1/2026; known from summaries, the text itself was not had. */
export const hd05: Profile = {
  ...base,
  form: 'hd05',
  citation: { vi: 'Hướng dẫn 05-HD/VPTW', en: 'Guidance 05-HD/VPTW' },
  from: '2026-05-27',
  until: null,
}
