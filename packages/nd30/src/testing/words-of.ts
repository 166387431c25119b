import type { OfficialDocument, Span, Table, Text } from '../model/document.ts'
import type { BodyLine } from '../model/words/body.ts'
import { type DocumentWords, layoutWords } from '../model/words/layout.ts'
import { plainText, spansOf } from '../model/words/spans.ts'
import type { Profile } from '../profile/profile.ts'

export interface WordsOf {
  /** Words in the order in which they are read. */
  readonly flow: readonly string[]
  /** Words at the foot of a page or in its margin: once each, wherever they come. */
  readonly loose: readonly string[]
  /** Words with raised letters, which may be read in parts. */
  readonly parted: ReadonlySet<string>
  /** Words of table heads, which come again on each page. */
  readonly repeated: ReadonlySet<string>
}

/** What must be read out of a document that was set. */
export function wordsOf(document: OfficialDocument, profile: Profile): WordsOf {
  const words = layoutWords(document, profile)
  const texts = new Texts()
  texts.addHead(words.head)
  if (words.addressees)
    texts.add(words.addressees.label, words.addressees.one ?? '', ...words.addressees.several)
  texts.add(words.competence ?? '')
  for (const base of words.bases) texts.addText(base)
  texts.add(words.enacting ?? '')
  texts.addBody(words.body)
  texts.addClosing(words.signatures, words.recipients)
  texts.addLoose(...words.contact, words.head.circulation ?? '')
  for (const annex of words.annexes) {
    texts.notes = 0
    if (annex.type === 'attached') texts.addHead({ ...words.head, ...nothing })
    texts.add(annex.label)
    texts.addText(annex.title)
    texts.add(annex.reference)
    texts.addBody(annex.body)
  }
  if (words.copy) {
    const titles = [{ component: 'circulation', text: words.copy.kind }] as const
    texts.addHead({ ...nothing, ...words.copy, titles, kind: null })
    texts.addClosing([words.copy.signature], words.copy.recipients)
  }
  return {
    flow: split(texts.flow),
    loose: split(texts.loose),
    parted: new Set(split(texts.parted)),
    repeated: new Set(split(texts.repeated)),
  }
}

const nothing = {
  number: null,
  issued: null,
  kind: null,
  abstract: null,
  belowAbstract: null,
  letterAbstract: null,
  urgency: null,
  draft: null,
  circulation: null,
} as const

const split = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.normalize('NFC').split(/[\s\u00a0]+/u)).filter((word) => word !== '')

class Texts {
  readonly flow: string[] = []
  readonly loose: string[] = []
  readonly repeated: string[] = []
  readonly parted: string[] = []
  notes = 0

  add(...texts: readonly string[]): void {
    this.flow.push(...texts)
  }

  addLoose(...texts: readonly string[]): void {
    this.loose.push(...texts)
  }

  addText(text: Text): void {
    this.add(this.#withNotes(spansOf(text)))
  }

  #withNotes(spans: readonly Span[]): string {
    const words = spans.map(({ text, footnote }) => {
      if (footnote === undefined) return text
      this.notes += 1
      this.addLoose(footnote)
      return `${text}${this.notes}`
    })
    const text = words.join('')
    if (spans.some(({ footnote, raised }) => (footnote ?? raised) !== undefined)) this.parted.push(text)
    return text
  }

  addHead(head: DocumentWords['head']): void {
    this.add(...head.superior, ...head.issuer, head.belowIssuer === '*' ? '*' : '')
    this.add(...head.titles.map(({ text }) => text), head.number ?? '', head.issued ?? '')
    this.addText(head.letterAbstract ?? '')
    this.add(head.urgency ?? '', head.draft ?? '', head.kind ?? '')
    this.addText(head.abstract ?? '')
    this.add(head.belowAbstract === '-----' ? '-----' : '')
  }

  addBody(lines: readonly BodyLine[]): void {
    for (const line of lines) {
      if (line.type === 'line') this.addText(line.spans)
      else if (line.type === 'figure') this.addText(line.caption ?? '')
      else this.#addTable(line)
    }
  }

  /** Cells that reach over rows are drawn behind those beside them: of such tables only the words are compared. */
  #addTable(table: Table): void {
    this.addText(table.caption ?? '')
    const heads = (table.header ?? []).flat().map(({ text }) => plainText(text))
    this.repeated.push(...heads)
    this.addLoose(...heads)
    const spans = table.rows.flat().some(({ rows = 1 }) => rows > 1)
    for (const { text } of table.rows.flat())
      if (spans) this.addLoose(this.#withNotes(spansOf(text)))
      else this.addText(text)
  }

  addClosing(signatures: DocumentWords['signatures'], recipients: DocumentWords['recipients']): void {
    const told = recipients ? [recipients.label, ...recipients.lines, recipients.drafter ?? ''] : []
    const signed = signatures.map(({ authority, position, signer }) => [...authority, position ?? '', signer])
    if (signed.length === 1) this.add(...told.slice(0, 25), ...signed.flat(), ...told.slice(25))
    else this.add(...signed.flat(), ...told)
  }
}

/** Without the number of a page or of a note at its foot, which may be read with the word beside it. */
const withoutMark = (word: string): string => word.replace(/^\d+|\d+$/g, '')

/**
 * Words that were read but are not in the document, and the first that is missing; both empty where every word came back
 * in its order.
 */
export function differences(
  pages: readonly (readonly string[])[],
  { flow, loose, parted, repeated }: WordsOf,
): { readonly more: readonly string[]; readonly missing: readonly string[] } {
  const more: string[] = []
  const open = new Map<string, number>()
  for (const word of loose.map(withoutMark).filter((one) => one !== ''))
    open.set(word, (open.get(word) ?? 0) + 1)
  const heads = new Set([...repeated].map(withoutMark))
  const take = (word: string): void => {
    const bare = withoutMark(word)
    const left = open.get(bare) ?? 0
    if (left > 0) open.set(bare, left - 1)
    else if (bare !== '' && !heads.has(bare)) more.push(word)
  }
  let next = 0
  let part = ''
  for (const word of pages.flat()) {
    const wanted = flow[next] ?? ''
    if (part + word === wanted) {
      next += 1
      part = ''
    } else if (word === wanted) {
      // What looked like the beginning of it was another word.
      take(part)
      next += 1
      part = ''
    } else if (parted.has(wanted) && wanted.startsWith(part + word)) part += word
    else take(word)
  }
  const looseMissing = [...open].flatMap(([word, count]) => (count > 0 ? [word] : []))
  return { more: more.slice(0, 20), missing: [...flow.slice(next, next + 10), ...looseMissing] }
}
