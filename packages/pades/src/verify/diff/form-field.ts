import { decodeText } from '../../form/text-string.ts'
import type { PdfFile } from '../../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfString } from '../../pdf/objects.ts'
import type { RoleGraph } from './role-graph.ts'

/** A field as of a revision, with what it has from the fields above it. */
export interface FieldView {
  readonly dict: PdfDict
  readonly name: string
  readonly kind: string | null
  readonly flags: number
  readonly value: PdfObject
  /** Numbers of its looks on pages; its own where both are one dictionary. */
  readonly widgets: readonly number[]
  /** There are fields below it. */
  readonly isGroup: boolean
}

const deepest = 40

/** The fields from `number` up to the top, arrays of fields left out. */
function chainOf(graph: RoleGraph, number: number): readonly number[] {
  const chain: number[] = []
  for (
    let one: number | undefined = number;
    one !== undefined && chain.length < deepest;
    one = graph.parentOf(one)
  )
    chain.push(one)
  return chain
}

/** The field that a dictionary of the form belongs to: itself where it has a name, else the one above that has. */
export function fieldOf(file: PdfFile, graph: RoleGraph, number: number, at: number): number {
  const chain = chainOf(graph, number).filter((one) => file.getObject(one, at)?.value instanceof PdfDict)
  const named = chain.find((one) => {
    const dict = file.getObject(one, at)?.value
    return dict instanceof PdfDict && dict.get('T') !== null
  })
  return named ?? chain.at(-1) ?? number
}

/** The field of a number as of a revision; null where there is none. */
export function viewField(file: PdfFile, graph: RoleGraph, number: number, at: number): FieldView | null {
  const dict = file.getObject(number, at)?.value
  if (!(dict instanceof PdfDict)) return null
  const dicts = chainOf(graph, number)
    .map((one) => file.getObject(one, at)?.value)
    .filter((one) => one instanceof PdfDict)
  const inherited = (key: string): PdfObject => dicts.find((one) => one.get(key) !== null)?.get(key) ?? null
  const kind = file.resolve(inherited('FT'), at)
  const flags = file.resolve(inherited('Ff'), at)
  const names = dicts
    .map((one) => file.resolve(one.get('T'), at))
    .filter((title) => title instanceof PdfString)
  const kids = file.resolve(dict.get('Kids'), at)
  const below = Array.isArray(kids)
    ? kids.filter((kid) => kid instanceof PdfRef).map((kid) => kid.number)
    : []
  const widgets = below.filter((kid) => {
    const value = file.getObject(kid, at)?.value
    return !(value instanceof PdfDict) || value.get('T') === null
  })
  return {
    dict,
    name: names.reverse().map(decodeText).join('.'),
    kind: kind instanceof PdfName ? kind.value : null,
    flags: typeof flags === 'number' ? flags : 0,
    value: inherited('V'),
    widgets: below.length === 0 ? [number] : widgets,
    isGroup: widgets.length < below.length,
  }
}
