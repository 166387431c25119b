/** Whose form: the State's or the Party's. */
export type ProfileName = 'state' | 'party'

/** What a form demands, as data. Ranges hold both of their ends. Sizes are points, lengths millimetres. */
export interface Profile {
  readonly name: ProfileName
  readonly form: 'nd30' | 'hd36' | 'hd05'
  readonly citation: { readonly vi: string; readonly en: string }
  /** In force from and until these days, both included; YYYY-MM-DD. */
  readonly from: string
  readonly until: string | null
  readonly page: {
    readonly widthMm: 210
    readonly heightMm: 297
    readonly marginsMm: Readonly<Record<'top' | 'bottom' | 'left' | 'right', Range>>
  }
  readonly font: 'Times New Roman'
  readonly body: {
    /** First lines of paragraphs: one of these. */
    readonly firstLineMm: readonly number[]
    readonly gapPt: { readonly least: number }
    /** In lines of the font, or in points where the form sets those. */
    readonly line: { readonly unit: 'lines' | 'points'; readonly range: Range }
    /** What the last words of the document are followed by. */
    readonly ending: './.' | '.'
  }
  readonly looks: Readonly<Partial<Record<Component, Look>>>
  /** What we write where the form leaves a choice. */
  readonly chosen: {
    readonly marginsMm: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>
    readonly firstLineMm: number
    readonly gapPt: number
    readonly line: number
  }
  readonly symbol: {
    readonly label: 'Số:' | 'Số'
    /** Also met, and not reported: what the form says of it is not sure. */
    readonly alsoLabel?: 'Số:'
    readonly afterNumber: '/' | '-'
    readonly beforeBody: '-' | '/'
  }
  readonly authority: Readonly<Record<'TM' | 'KT' | 'TL' | 'TUQ' | 'Q', string>>
  readonly under: {
    /** Below Tiêu ngữ or the Party's title: as long as the words, so many hundredths more or less. */
    readonly title: { readonly from: 1; readonly tolerance: 0.05 }
    /** Below the issuing body: a line of this share of the words, or a star. */
    readonly issuer: { readonly line: Range } | { readonly star: '*' }
  }
}

export type Range = readonly [least: number, most: number]

/** The parts of a document that have a look of their own; ô n of Decree 30, annex I. */
export type Component =
  | 'country'
  | 'motto'
  | 'partyTitle'
  | 'superior'
  | 'issuer'
  | 'number'
  | 'issued'
  | 'kind'
  | 'abstract'
  | 'letterAbstract'
  | 'addressee'
  | 'competence'
  | 'enacting'
  | 'base'
  | 'body'
  | 'groupNumber'
  | 'groupTitle'
  | 'article'
  | 'clauseTitle'
  | 'headingRoman'
  | 'authority'
  | 'position'
  | 'signer'
  | 'recipientsLabel'
  | 'recipients'
  | 'drafter'
  | 'urgency'
  | 'circulation'
  | 'contact'
  | 'annexLabel'
  | 'annexTitle'
  | 'annexReference'
  | 'copyLabel'
  | 'pageNumber'

export interface Look {
  readonly sizePt: Range
  /** The size that we write. */
  readonly chosenPt: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline?: boolean
  readonly letters: 'capital' | 'sentence'
  readonly alignment?: 'left' | 'center' | 'both'
  /** Where it is said. */
  readonly article: string
}
