import { decodeText } from '../../../form/text-string.ts'
import type { PageMark } from '../../../look/page-marks.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfStream, PdfString } from '../../../pdf/objects.ts'
import { appearancesOf, marksOfAnnotation } from '../annotation-marks.ts'
import type { FieldView } from '../form-field.ts'
import type { RevisionDiff } from '../revision-diff.ts'
import { formsIn, paintsPlainly } from './look-resources.ts'

/** Flags of fields (ISO 32000-2, tables 231 and 233). */
const password = 1 << 13
const combo = 1 << 17

/** Background, border, and the lines between the cells of a comb. */
const mostPaths = 8

/**
 * Whether the widgets of a field show its value and nothing else. What a reader would draw itself, because there is no
 * appearance, it draws from the value.
 */
export function showsItsValue(diff: RevisionDiff, field: FieldView): boolean {
  const value = diff.current(field.value)
  if (field.kind === 'Btn') return isButtonInState(diff, field, value)
  const shown = field.kind === 'Ch' ? choicesOf(diff, field, value) : textsOf(value)
  if (shown === null) return false
  return field.widgets.every((widget) => showsOnly(diff, widget, field, shown))
}

/** Each tick box or radio button is in the state that the value names, where it has that state, and else off. */
function isButtonInState(diff: RevisionDiff, field: FieldView, value: PdfObject): boolean {
  if (!(value === null || value instanceof PdfName)) return false
  const name = value?.value ?? 'Off'
  const states = field.widgets.map((widget) => statesOf(diff, widget))
  if (name !== 'Off' && !states.some(({ all }) => all.has(name))) return false
  return states.every(({ all, shown }) => shown === (all.has(name) ? name : 'Off'))
}

function statesOf(diff: RevisionDiff, widget: number): { all: ReadonlySet<string>; shown: string | null } {
  const dict = diff.file.getObject(widget, diff.after)?.value
  if (!(dict instanceof PdfDict)) return { all: new Set(), shown: null }
  const looks = diff.currentDict(diff.currentDict(dict.get('AP'))?.get('N') ?? null)
  const state = diff.current(dict.get('AS'))
  const shown = state === null ? 'Off' : state instanceof PdfName ? state.value : null
  return { all: new Set(looks?.entries.keys()), shown }
}

/** What may be read of a field with this value; null where it is no value for it. */
function textsOf(value: PdfObject): readonly string[] | null {
  if (value === null) return ['']
  return value instanceof PdfString ? [decodeText(value)] : null
}

/** 12.7.5.4: an option is a text, or an export value with the text that is shown. */
function choicesOf(diff: RevisionDiff, field: FieldView, value: PdfObject): readonly string[] | null {
  const chosen = Array.isArray(value)
    ? value.map((item) => diff.current(item))
    : value === null
      ? []
      : [value]
  if (!chosen.every((item) => item instanceof PdfString)) return null
  const options = optionsOf(diff, field)
  // A list shows all that fits into it, chosen or not.
  if ((field.flags & combo) === 0) return [options.map(([, text]) => text).join('')]
  const [name = ''] = chosen.map(decodeText)
  return [name, ...options.filter(([code]) => code === name).map(([, text]) => text)]
}

function optionsOf(diff: RevisionDiff, field: FieldView): readonly (readonly [string, string])[] {
  const list = diff.current(field.dict.get('Opt'))
  if (!Array.isArray(list)) return []
  return list.map((item: PdfObject) => {
    const option = diff.current(item)
    const parts = (Array.isArray(option) ? option : [option]).map((part: PdfObject) => diff.current(part))
    const texts = parts.map((part) => (part instanceof PdfString ? decodeText(part) : ''))
    return [texts[0] ?? '', texts.at(-1) ?? ''] as const
  })
}

function showsOnly(diff: RevisionDiff, widget: number, field: FieldView, texts: readonly string[]): boolean {
  const dict = diff.file.getObject(widget, diff.after)?.value
  if (!(dict instanceof PdfDict)) return false
  const looks = diff.current(dict.get('AP'))
  if (looks === null) return true
  // What is no stream is drawn as nothing, by most.
  if (!(looks instanceof PdfDict && diff.current(looks.get('N')) instanceof PdfStream)) return false
  const streams = ['N', 'R', 'D'].flatMap((kind) => appearancesOf(diff.file, dict, diff.after, kind))
  for (const stream of streams) {
    const forms = formsIn(diff, stream)
    const isPlain = forms?.every((form) => hasHonestFonts(diff, form) && paintsPlainly(diff, form)) ?? false
    if (!isPlain || !hasItsFonts(diff, stream)) return false
  }
  const marks = marksOfAnnotation(diff.file, dict, diff.after)
  if (marks.some(isTooSmall)) return false
  if (
    marks.some(({ kind }) => kind === 'image') ||
    marks.filter(({ kind }) => kind === 'path').length > mostPaths
  )
    return false
  const shown = bare(marks.map(({ text = '', isShown }) => (isShown ? text : '')).join(''))
  if ((field.flags & password) !== 0) return /^[*•●]*$/.test(shown)
  const isList = field.kind === 'Ch' && (field.flags & combo) === 0
  return texts.some((text) => (isList ? bare(text).includes(shown) : isText(bare(text), shown)))
}

/** Spaces and line ends fall where the field breaks its lines. */
function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '')
}

/** A number may be shown with its thousands set apart. */
function isText(text: string, shown: string): boolean {
  if (text === shown) return true
  return /^\d+$/.test(text) && /^\d{1,3}([.,]\d{3})+$/.test(shown) && shown.replace(/[.,]/g, '') === text
}

/** What pages and the form know does not change; a font of looks alone may. */
const keptRoles = ['formResources', 'content'] as const
const standardFonts = /^(Helvetica|Courier|Times)(-|$)|^(Symbol|ZapfDingbats)$/

/** Fonts that were not there before are embedded or standard, and draw letters instead of running a program for each. */
function hasHonestFonts(diff: RevisionDiff, stream: PdfStream): boolean {
  const fonts = diff.currentDict(diff.currentDict(stream.dict.get('Resources'))?.get('Font') ?? null)
  return [...(fonts?.entries.values() ?? [])].every((item) => {
    const isOld = item instanceof PdfRef && keptRoles.some((role) => diff.hadRole(item.number, role))
    const font = diff.currentDict(item)
    return isOld || (font !== null && isEmbeddedOrStandard(diff, font))
  })
}

/** Where a look names a font that it does not have, some readers show nothing and some take one of the form. */
function hasItsFonts(diff: RevisionDiff, stream: PdfStream): boolean {
  const fonts = diff.currentDict(diff.currentDict(stream.dict.get('Resources'))?.get('Font') ?? null)
  const content = Buffer.from(diff.file.decode(stream, diff.after).bytes).toString('latin1')
  const named = [...content.matchAll(/\/([^\s/<>[\](){}%]+)\s+[-+.\d]+\s+Tf(?![A-Za-z])/g)]
  return named.every(([, name = '']) => fonts !== null && diff.current(fonts.get(name)) !== null)
}

/** In points: readers that choose a size themselves go down to four. */
const leastHeight = 2
const leastLetterWidth = 0.5

function isTooSmall({ text = '', box: [left, bottom, right, top] }: PageMark): boolean {
  const letters = bare(text).length
  return letters > 0 && (top - bottom < leastHeight || right - left < leastLetterWidth * letters)
}

function isEmbeddedOrStandard(diff: RevisionDiff, font: PdfDict): boolean {
  const subtype = diff.current(font.get('Subtype'))
  if (!(subtype instanceof PdfName) || subtype.value === 'Type3') return false
  const name = diff.current(font.get('BaseFont'))
  if (subtype.value !== 'Type0' && name instanceof PdfName && standardFonts.test(name.value)) return true
  const descendants = diff.current(font.get('DescendantFonts'))
  const holder = Array.isArray(descendants) ? diff.currentDict(descendants[0] ?? null) : font
  const descriptor = diff.currentDict(holder?.get('FontDescriptor') ?? null)
  return (
    descriptor !== null && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.get(key) !== null)
  )
}
