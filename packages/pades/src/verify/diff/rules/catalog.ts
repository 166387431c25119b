import { isEqual, PdfDict, PdfName, type PdfObject } from '../../../pdf/objects.ts'
import { changedKeys } from '../compare.ts'
import type { RevisionDiff } from '../revision-diff.ts'
import type { Touched } from '../touched.ts'

const actionKeys = new Set(['OpenAction', 'AA', 'Names', 'URI'])

/** The catalogue (7.7.2): the form, the store of evidence, metadata and version may change, each by its own rule. */
export function compareCatalogs(
  diff: RevisionDiff,
  number: number,
  before: PdfObject,
  after: PdfObject,
  touched: Touched,
) {
  if (!(before instanceof PdfDict) || !(after instanceof PdfDict)) {
    diff.refuse('structure', 'structure_changed', { object: number })
    return
  }
  for (const key of changedKeys(before, after)) {
    if (key === 'AcroForm') touched.form = true
    else if (key === 'DSS' && diff.currentDict(after.get(key)) !== null) touched.evidence = true
    else if (key === 'Metadata') touched.metadata = true
    else if (key === 'Extensions' && isExtensions(diff, after.get(key))) touched.evidence = true
    else if (key === 'Version' && isLater(diff, before, after))
      diff.note('metadata', 'version_raised', 'nothing', { object: number })
    else if (key === 'Pages') {
      diff.renewPages()
      diff.refuse('page', 'pages_changed', { object: number })
    } else if (actionKeys.has(key)) diff.refuse('action', 'action_changed', { object: number })
    // `/Perms` too: whoever asks has signed, and a certification comes first (12.8.2.2.1).
    else diff.refuse('structure', 'catalog_changed', { object: number, details: { key } })
  }
}

/** 7.12: names and numbers that say which extensions are used, and nothing else. */
function isExtensions(diff: RevisionDiff, value: PdfObject): boolean {
  const extensions = diff.currentDict(value)
  if (extensions === null) return false
  for (const item of extensions.entries.values()) {
    const one = diff.current(item)
    const list = Array.isArray(one) ? one.map((each) => diff.current(each)) : [one]
    if (!list.every((each) => each instanceof PdfName || (each instanceof PdfDict && isFlat(diff, each))))
      return false
  }
  return true
}

function isFlat(diff: RevisionDiff, dict: PdfDict): boolean {
  for (const item of dict.entries.values()) {
    const value = diff.current(item)
    if (value instanceof PdfDict || Array.isArray(value)) return false
  }
  return true
}

const versions = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '2.0']

/** A version that is known, and not before that of the file. */
function isLater(diff: RevisionDiff, before: PdfDict, after: PdfDict): boolean {
  const version = diff.current(after.get('Version'))
  if (!(version instanceof PdfName) || !versions.includes(version.value)) return false
  const then = diff.earlier(before.get('Version'))
  return version.value >= (then instanceof PdfName ? then.value : diff.file.headerVersion)
}

/** What belongs to one section, and what has a rule of its own. */
const trailerKeys = new Set([
  ...['Size', 'Prev', 'XRefStm', 'Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms', 'DL'],
  ...['Info', 'ID'],
])

/** 7.5.5: the root and the first half of the identity stay for the life of a document. */
export function compareTrailers(diff: RevisionDiff): void {
  const before = diff.file.trailer(diff.before)
  const after = diff.file.trailer(diff.after)
  for (const key of changedKeys(before, after)) {
    // What no reader knows may be left out.
    const isLeftOut = after.get(key) === null && key !== 'Root' && key !== 'Encrypt'
    if (!trailerKeys.has(key) && !isLeftOut) diff.refuse('structure', 'trailer_changed', { details: { key } })
  }
  const [one, other] = [diff.earlier(before.get('ID')), diff.current(after.get('ID'))]
  if (!Array.isArray(one) || !Array.isArray(other)) return
  if (!isEqual(diff.earlier(one[0] ?? null), diff.current(other[0] ?? null)))
    diff.refuse('structure', 'trailer_changed', { details: { key: 'ID' } })
}
