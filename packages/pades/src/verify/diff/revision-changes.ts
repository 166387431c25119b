import { PadesError } from '../../errors.ts'
import { changesOf } from '../../pdf/changes.ts'
import type { PdfFile } from '../../pdf/document.ts'
import { isEqual, PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from '../../pdf/objects.ts'
import type { Change } from './change.ts'
import { pointsNowhere } from './dangling.ts'
import { fieldOf } from './form-field.ts'
import { refuseHidden } from './hidden-objects.ts'
import { ownersOf } from './owners.ts'
import { type Kept, RevisionDiff } from './revision-diff.ts'
import type { RoleGraph } from './role-graph.ts'
import { type RoleName, roleNames, roles } from './roles.ts'
import { judgeAnnotation } from './rules/annotation.ts'
import { compareCatalogs, compareTrailers } from './rules/catalog.ts'
import { judgeField } from './rules/field.ts'
import { compareFieldLists, compareFormResources, compareForms } from './rules/form.ts'
import { compareBelowInformation, compareInformation, compareMetadata } from './rules/metadata.ts'
import { compareAnnotations, comparePages } from './rules/page.ts'
import { Touched } from './touched.ts'

/** Takes the graph on to the revision `at`, and tells all that this revision changed. */
export function changesOfRevision(
  file: PdfFile,
  graph: RoleGraph,
  kept: Kept,
  at: number,
): readonly Change[] {
  const rewritten = rewrittenObjects(file, at)
  const gained = graph.advance(at, rewritten)
  const diff = new RevisionDiff(file, graph, kept, at, gained)
  const touched = new Touched()
  // What it refers to is not known: anything could hang on it.
  const [unreadable] = graph.unreadable
  if (unreadable !== undefined) diff.refuse('structure', 'unreadable', { object: unreadable })
  guarded(diff, null, () => compareTrailers(diff))
  guarded(diff, null, () => refuseHidden(diff))
  if (pointsNowhere(file, file.trailer(at - 1), file.trailer(at), at))
    diff.refuse('structure', 'structure_changed')
  for (const number of new Set([...rewritten, ...gained.keys()]))
    guarded(diff, number, () => judgeObject(diff, number, rewritten.has(number), touched))
  judgeTouched(diff, touched)
  return diff.changes
}

/** The objects that a revision writes or frees and that are not the same as before. */
function rewrittenObjects(file: PdfFile, at: number): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const { number } of changesOf(file, at)) if (!isSame(file, number, at)) numbers.add(number)
  return numbers
}

function isSame(file: PdfFile, number: number, at: number): boolean {
  try {
    const [before, after] = [file.getObject(number, at - 1), file.getObject(number, at)]
    return before?.generation === after?.generation && isEqual(before?.value ?? null, after?.value ?? null)
  } catch (error) {
    if (error instanceof PadesError) return false
    throw error
  }
}

/** What cannot be read without doubt is a change that is not allowed, and no reason to stop. */
function guarded(diff: RevisionDiff, object: number | null, judge: () => void): void {
  try {
    judge()
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    diff.refuse('structure', 'unreadable', { object })
  }
}

interface ObjectEvent {
  readonly number: number
  readonly before: PdfObject
  readonly after: PdfObject
  readonly touched: Touched
}

/** Judges an object in each of its roles. */
function judgeObject(diff: RevisionDiff, number: number, isRewritten: boolean, touched: Touched): void {
  const { file, graph } = diff
  const before = file.getObject(number, diff.before)
  const after = file.getObject(number, diff.after)
  // Every object in it would change without a word about it.
  if (isRewritten && isObjectStream(before?.value ?? null))
    diff.refuse('structure', 'structure_changed', { object: number })
  const mask = graph.rolesOf(number)
  // No way leads to it now; a reader that mends the file would find one.
  if (mask === 0 && isOfType(after?.value ?? null, 'Catalog'))
    diff.refuse('structure', 'structure_changed', { object: number })
  if (
    mask !== 0 &&
    isRewritten &&
    pointsNowhere(file, before?.value ?? null, after?.value ?? null, diff.after)
  )
    diff.refuse('structure', 'structure_changed', { object: number })
  if (mask !== 0 && before !== null && after !== null && before.generation !== after.generation)
    diff.refuse('structure', 'structure_changed', { object: number })
  for (const role of roleNames) {
    if ((mask & roles[role]) === 0) continue
    const had = diff.hadRole(number, role)
    if (had && !isRewritten) continue
    const event = {
      number,
      before: had ? (before?.value ?? null) : null,
      after: after?.value ?? null,
      touched,
    }
    rules[role](diff, event, had)
  }
}

function isObjectStream(value: PdfObject): boolean {
  return value instanceof PdfStream && isOfType(value.dict, 'ObjStm')
}

function isOfType(value: PdfObject, name: string): boolean {
  const type = value instanceof PdfDict ? value.get('Type') : null
  return type instanceof PdfName && type.value === name
}

type Rule = (diff: RevisionDiff, event: ObjectEvent, had: boolean) => void

const rules: Readonly<Record<RoleName, Rule>> = {
  catalog: (diff, { number, before, after, touched }) =>
    compareCatalogs(diff, number, before, after, touched),
  page: (diff, { number, before, after }) => comparePages(diff, number, before, after),
  annotations: (diff, { number, before, after }, had) => {
    if (had) compareAnnotations(diff, number, before, after)
  },
  annotation: noteAnnotation,
  form: (_, { touched }) => {
    touched.form = true
  },
  field: noteField,
  value: (diff, { number, touched }) => noteOwners(diff, number, 'value', touched),
  look: (diff, { number, touched }) => noteOwners(diff, number, 'look', touched),
  evidence: (_, { touched }) => {
    touched.evidence = true
  },
  metadata: (_, { touched }) => {
    touched.metadata = true
  },
  information: (diff, { number, before, after }) => compareBelowInformation(diff, number, before, after),
  permissions: (diff, { number }) =>
    diff.refuse('structure', 'catalog_changed', { object: number, details: { key: 'Perms' } }),
  lock: (diff, { number }, had) => {
    if (had) diff.refuse('structure', 'structure_changed', { object: number })
  },
  formResources: (diff, { number, before, after }, had) => {
    if (had) compareFormResources(diff, number, before, after)
  },
  structureTree: (diff, { number }) => diff.refuse('structure', 'structure_tree_changed', { object: number }),
  content: (diff, { number }) =>
    diff.refuse('content', 'content_changed', { object: number, page: diff.pageOf(number) }),
  action: (diff, { number }) =>
    diff.refuse('action', 'action_changed', { object: number, page: diff.pageOf(number) }),
  stray: (diff, { number }) => diff.refuse('structure', 'structure_changed', { object: number }),
  other: (diff, { number }) => diff.refuse('structure', 'structure_changed', { object: number }),
}

function noteAnnotation(diff: RevisionDiff, { number, touched }: ObjectEvent, had: boolean): void {
  if (!diff.graph.hasRole(number, 'field')) touched.annotations.add(number)
  else if (!had) touched.field(fieldOf(diff.file, diff.graph, number, diff.after)).placed = true
}

/** The rule for a field's own dictionary sees to the widget too, where both are one. */
function noteField(diff: RevisionDiff, { number, before, after, touched }: ObjectEvent, had: boolean): void {
  const isList = Array.isArray(after) || (after === null && Array.isArray(before))
  const field = fieldOf(diff.file, diff.graph, number, diff.after)
  if (!isList) touched.field(field).dicts.add(number)
  else if (had) compareFieldLists(diff, number, before, after)
}

function noteOwners(diff: RevisionDiff, number: number, role: 'value' | 'look', touched: Touched): void {
  const owners = ownersOf(diff.graph, number, role)
  if (owners === null) diff.refuse('structure', 'structure_changed', { object: number })
  else
    for (const owner of owners) {
      if (diff.graph.hasRole(owner, 'field'))
        touched.field(fieldOf(diff.file, diff.graph, owner, diff.after))[role] = true
      else touched.annotations.add(owner)
    }
}

function judgeTouched(diff: RevisionDiff, touched: Touched): void {
  const { file } = diff
  if (touched.evidence) {
    const store = file.catalog(diff.after).get('DSS')
    diff.note('evidence', 'evidence_added', 'nothing', {
      object: store instanceof PdfRef ? store.number : null,
    })
  }
  if (touched.metadata) guarded(diff, null, () => compareMetadata(diff))
  guarded(diff, null, () => compareInformation(diff))
  if (touched.form) guarded(diff, null, () => compareForms(diff))
  for (const [number, field] of touched.fields) {
    if (diff.isFull) return
    guarded(diff, number, () => judgeField(diff, number, !diff.hadRole(number, 'field'), field))
  }
  for (const number of touched.annotations) {
    if (diff.isFull) return
    guarded(diff, number, () => {
      const had = diff.hadRole(number, 'annotation')
      const before = had ? (file.getObject(number, diff.before)?.value ?? null) : null
      judgeAnnotation(diff, number, before, file.getObject(number, diff.after)?.value ?? null)
    })
  }
}
