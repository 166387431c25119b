import type { Rect } from '../../../look/appearance.ts'
import { boxIn } from '../../../look/boxes.ts'
import type { PageMark } from '../../../look/page-marks.ts'
import type { PdfFile } from '../../../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject } from '../../../pdf/objects.ts'
import { appearancesOf, marksOfAnnotation } from '../annotation-marks.ts'
import { coverOf, coversAny } from '../page-words.ts'
import type { RevisionDiff } from '../revision-diff.ts'
import { isLaidTwice, isOneOfMany } from './layers.ts'
import { isTint, type Tint, tintsOnly } from './tint.ts'

/** The annotations that say something about words without showing or hiding any (ISO 32000-2, 12.5.6). */
const remarks = new Set(['Text', 'Popup', 'Highlight', 'Underline', 'Squiggly', 'Caret'])
const tints = new Map<string, Tint>([
  ['Highlight', 'colour'],
  ['Underline', 'lines'],
  ['Squiggly', 'lines'],
])

const keysOfRemarks = new Set([
  ...['Type', 'Subtype', 'Rect', 'Contents', 'P', 'NM', 'M', 'F', 'AP', 'AS', 'C', 'StructParent', 'Lang'],
  ...[
    'T',
    'Popup',
    'CA',
    'ca',
    'RC',
    'CreationDate',
    'IRT',
    'Subj',
    'RT',
    'QuadPoints',
    'Parent',
    'RD',
    'Sy',
  ],
  ...['Name', 'State', 'StateModel', 'Open'],
])

/** An annotation that is no part of the form (12.5): the table of the design says which may come, change and go. */
export function judgeAnnotation(
  diff: RevisionDiff,
  number: number,
  before: PdfObject,
  after: PdfObject,
  page = diff.pageOf(number),
): void {
  const then = remarkIn(diff, number, before, diff.before)
  const now = remarkIn(diff, number, after, diff.after)
  const { subtype } = after === null ? then : now
  const place = { object: number, page, details: { subtype } }
  const isQuiet = (before === null || then.isQuiet) && (after === null || now.isQuiet)
  const isSame = before === null || after === null || then.subtype === now.subtype
  if (subtype === 'Widget') judgeStrayWidget(diff, after, place)
  else if (!isQuiet || !isSame)
    diff.refuse('annotation', after === null ? 'annotation_hidden' : 'annotation_shows', place)
  else if (after === null) diff.note('annotation', 'annotation_removed', 'annotations', place)
  else
    diff.note('annotation', before === null ? 'annotation_added' : 'annotation_changed', 'annotations', place)
}

function judgeStrayWidget(
  diff: RevisionDiff,
  after: PdfObject,
  place: { readonly object: number; readonly page: number | null },
): void {
  if (after === null)
    diff.refuse('structure', 'field_removed', { ...place, details: { field: place.object } })
  else diff.refuse('structure', 'widget_without_field', place)
}

interface Remark {
  readonly subtype: string
  /** Nothing that it shows can be taken for words of the page or lies over them. */
  readonly isQuiet: boolean
}

function remarkIn(diff: RevisionDiff, number: number, value: PdfObject, at: number): Remark {
  if (!(value instanceof PdfDict)) return { subtype: '?', isQuiet: false }
  const name = diff.file.resolve(value.get('Subtype'), at)
  const subtype = name instanceof PdfName ? name.value : '?'
  const hasOnly = [...value.entries.keys()].every((key) => keysOfRemarks.has(key))
  // A window that is open lies over the page.
  const isOpen = diff.file.resolve(value.get('Open'), at) === true
  const isPlain = remarks.has(subtype) && hasOnly && !isOpen
  return { subtype, isQuiet: isPlain && isQuiet(diff, number, value, subtype, at) }
}

function isQuiet(diff: RevisionDiff, number: number, dict: PdfDict, subtype: string, at: number): boolean {
  const { file } = diff
  const looks = ['N', 'R', 'D'].flatMap((kind) => appearancesOf(file, dict, at, kind))
  const tint = tints.get(subtype)
  if (tint !== undefined && !looks.every((look) => tintsOnly(file, look, at, tint))) return false
  const pages = diff.pageObjectsOf(number)
  if (pages.length === 0) return subtype === 'Popup'
  const marks = marksOfAnnotation(file, dict, at)
  if (tint === 'colour') {
    const isLight = looks.length > 0 || isTint(numbersIn(file, dict.get('C'), at))
    return (
      isLight &&
      !isLaidTwice(marks.map(({ box }) => box)) &&
      !pages.some((page) => isOneOfMany(diff, page, dict, at))
    )
  }
  // The sign that a reader has for a remark is known as such; another, or a line, could lie over any word of a scan.
  const isOwn = marks.length > 0 || tint === 'lines'
  if (isOwn && pages.some((page) => diff.words.isScan(page, diff.before))) return false
  const words = diff.words.on(pages, diff.before)
  if (tint === undefined) return isSmallSign(file, dict, marks, at, words)
  const lines = looks.length > 0 ? marks.map(({ box }) => box) : linesBelow(file, dict, at)
  return !coversAny(lines, coresOf(words))
}

/** The largest sign of a remark, and the one that readers draw where there is none; in points. */
const mostIcon = 48
const usualIcon = 20

/** Whether what shows that there is a remark is too small for words and lies over none. */
function isSmallSign(
  file: PdfFile,
  dict: PdfDict,
  marks: readonly PageMark[],
  at: number,
  words: readonly Rect[],
): boolean {
  const rect = boxIn(file, dict, 'Rect', at)
  const subtype = file.resolve(dict.get('Subtype'), at)
  if (subtype instanceof PdfName && subtype.value === 'Popup') return marks.length === 0
  if (rect === null || rect[2] - rect[0] > mostIcon || rect[3] - rect[1] > mostIcon) return false
  if (!marks.every(({ kind }) => kind === 'path')) return false
  const [left, , right, top] = rect
  const usual: Rect = [left, top - usualIcon, Math.max(right, left + usualIcon), top]
  return !coversAny(marks.length > 0 ? coverOf(file, dict, at) : [usual], words)
}

/** Where a reader draws the line below each of the quadrilaterals (12.5.6.10). */
function linesBelow(file: PdfFile, dict: PdfDict, at: number): readonly Rect[] {
  const points = numbersIn(file, dict.get('QuadPoints'), at)
  const lines: Rect[] = []
  for (let i = 0; i + 8 <= points.length; i += 8) {
    const xs = [0, 2, 4, 6].map((k) => points[i + k] ?? 0)
    const bottom = Math.min(...[1, 3, 5, 7].map((k) => points[i + k] ?? 0))
    lines.push([Math.min(...xs), bottom, Math.max(...xs), bottom + 1])
  }
  return lines
}

function numbersIn(file: PdfFile, value: PdfObject, at: number): readonly number[] {
  const list = file.resolve(value, at)
  return Array.isArray(list) ? list.filter((item) => typeof item === 'number') : []
}

const cores = new WeakMap<readonly Rect[], readonly Rect[]>()

/** Of the boxes of words what is above their base line: a line through it would strike them out. */
function coresOf(words: readonly Rect[]): readonly Rect[] {
  const known = cores.get(words) ?? words.map(coreOf)
  cores.set(words, known)
  return known
}

function coreOf([left, bottom, right, top]: Rect): Rect {
  return [left, bottom + (top - bottom) * 0.3, right, top]
}
