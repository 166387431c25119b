import { getDocumentProxy } from 'unpdf'
import { examinePdf } from './examine-pdf.ts'
import type { Findings } from './findings.ts'
import { FileTrouble } from './judgement.ts'
import { linesOf, type Piece } from './pdf-lines.ts'

const mostPages = 1000

/**
 * Checks a PDF: its objects are scanned in file order, ignoring its tables; its text is what a viewer shows.
 * @returns whether every page contains text
 * @throws FileTrouble
 */
export async function judgePdf(bytes: Uint8Array, findings: Findings): Promise<boolean> {
  await examinePdf(bytes, findings)
  try {
    return await readPages(bytes, findings)
  } catch (error) {
    if (error instanceof FileTrouble) throw error
    if (error instanceof Error && error.name === 'PasswordException')
      throw new FileTrouble('encrypted', 'pdf: a password')
    // Other viewers may show what this one cannot.
    findings.unread.add('not_sound').add('page_without_text')
    return false
  }
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>

async function readPages(bytes: Uint8Array, findings: Findings): Promise<boolean> {
  // The reader takes the bytes for itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  try {
    await readAbout(pdf, findings)
    const pages = Math.min(pdf.numPages, mostPages)
    if (pdf.numPages > mostPages) findings.unread.add('too_long')
    let silent = 0
    for (let number = 1; number <= pages; number += 1)
      if (!(await readPage(pdf, number, findings))) silent += 1
    if (silent > 0 && silent < pages) findings.unread.add('picture')
    if (silent === pages) findings.unread.add('page_without_text')
    return silent < pages
  } finally {
    await pdf.cleanup()
  }
}

/** The title and other metadata; and the scripts that a second parser finds. */
async function readAbout(pdf: Document, findings: Findings): Promise<void> {
  const { info, metadata } = (await pdf.getMetadata()) as { info: Record<string, unknown>; metadata: unknown }
  for (const value of Object.values(info)) if (typeof value === 'string') findings.mention(value)
  if (metadata !== null && typeof metadata === 'object' && Symbol.iterator in metadata)
    for (const [, value] of metadata as Iterable<[string, unknown]>)
      if (typeof value === 'string') findings.mention(value)
  if (info.IsXFAPresent === true) findings.active.add('xfa')
  sayOutline(await pdf.getOutline(), findings)
  if ((await pdf.getJSActions()) !== null) findings.active.add('javascript')
}

interface OutlineItem {
  readonly title: string
  readonly items: readonly OutlineItem[]
}

function sayOutline(items: readonly OutlineItem[] | null, findings: Findings): void {
  const left = [...(items ?? [])]
  for (let count = 0; left.length > 0 && count < 20_000; count += 1) {
    const item = left.pop()
    findings.mention(item?.title ?? '')
    left.push(...(item?.items ?? []))
  }
}

async function readPage(pdf: Document, number: number, findings: Findings): Promise<boolean> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const pieces = items.filter((item): item is Piece & (typeof items)[number] => 'str' in item)
  const text = linesOf(pieces)
  findings.spend({ textBytes: text.length })
  findings.say(text)
  // // Text can be drawn in another order than it is read.
  const inOrder = linesOf([...pieces].filter(({ str }) => str.trim() !== '').sort(byPlace))
  if (inOrder !== text) findings.say(inOrder)
  if (hasStrangeLetters(text)) findings.unread.add('letters_unknown')
  for (const note of await page.getAnnotations()) readNote(note, findings)
  page.cleanup()
  return text.trim() !== ''
}

/** Sorted from top to bottom, and from left to right in a line; a difference of less than a point is the same line. */
const byPlace = (one: Piece, other: Piece): number => {
  const [line, otherLine] = [one, other].map(({ transform }) => Math.round((transform[5] ?? 0) / 2)) as [
    number,
    number,
  ]
  return line === otherLine ? (one.transform[4] ?? 0) - (other.transform[4] ?? 0) : otherLine - line
}

/** Text in a font without a character map comes out as meaningless numbers. */
const hasStrangeLetters = (text: string): boolean => /[\p{Co}\p{Cn}\ufffd]|(?![\t\n\r\f])\p{Cc}/u.test(text)

interface Note {
  readonly subtype?: string
  readonly contentsObj?: { readonly str?: string }
  readonly titleObj?: { readonly str?: string }
  readonly fieldValue?: unknown
  readonly alternativeText?: unknown
  readonly textContent?: unknown
  readonly hasAppearance?: boolean
}

// // Their pictures show a button, or repeat what the file says elsewhere.
const withoutText = new Set([
  'Link',
  'Popup',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Text',
  'FreeText',
])

function readNote(annotation: object, findings: Findings): void {
  const {
    subtype = '',
    contentsObj,
    titleObj,
    fieldValue,
    alternativeText,
    textContent,
    hasAppearance,
  } = annotation as Note
  for (const said of [contentsObj?.str, titleObj?.str, fieldValue, alternativeText, textContent].flat())
    if (typeof said === 'string') findings.say(said)
  if (hasAppearance === true && !withoutText.has(subtype) && typeof fieldValue !== 'string')
    findings.unread.add('annotation')
}
