import { Refusal } from '../refusal.ts'

/** What a form carried, put together from its flat names: `targets[0][measure]`, `contentGroups[]`. */
export interface FormValues {
  readonly [name: string]: FormValue
}
export type FormValue = string | FormValues | readonly FormValue[]

// One decision may list 2,000 works, each a ticked box, next to the fields of its paper.
const limits = { fields: 2500, depth: 4, index: 200 }
const namePattern = /^[A-Za-z_][A-Za-z0-9_]*(\[[A-Za-z0-9_]*\])*$/
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

// The first element of a list; no value can be it.
const listMark = '\u0000'

type Node = Map<string, Node | string[]>

/**
 * Reads the fields of a form, in their order, into nested values. Names that are no names, too many fields and too deep
 * nesting are refused; a name such as `__proto__` never becomes a property.
 */
export function decodeForm(fields: Iterable<readonly [string, string]>): FormValues {
  const root: Node = new Map()
  let count = 0
  for (const [name, value] of fields) {
    count += 1
    // No keyboard types it and no text column takes it.
    if (value.includes('\u0000')) throw new Refusal('form_malformed', {}, { status: 400 })
    if (count > limits.fields) throw new Refusal('form_too_large', {}, { status: 413 })
    place(root, pathOf(name), value)
  }
  return toObject(root)
}

function pathOf(name: string): string[] {
  if (name.length > 200 || !namePattern.test(name)) throw new Refusal('form_malformed', {}, { status: 400 })
  const path = name.split('[').map((part) => part.replace(']', ''))
  const bad =
    path.length > limits.depth ||
    path.slice(0, -1).includes('') ||
    path.some((part) => forbidden.has(part) || (/^\d+$/.test(part) && Number(part) > limits.index))
  if (bad) throw new Refusal('form_malformed', {}, { status: 400 })
  return path
}

function place(root: Node, path: readonly string[], value: string): void {
  const isList = path.at(-1) === ''
  const keys = isList ? path.slice(0, -1) : path
  let node = root
  for (const key of keys.slice(0, -1)) {
    const next = node.get(key)
    if (next instanceof Map) {
      node = next
    } else {
      if (next !== undefined) throw new Refusal('form_malformed', {}, { status: 400 })
      const made: Node = new Map()
      node.set(key, made)
      node = made
    }
  }
  const last = keys.at(-1) ?? ''
  const before = node.get(last)
  // A name is a text, a list or a group, never two of them.
  if (before instanceof Map || (isList && before !== undefined && before[0] !== listMark))
    throw new Refusal('form_malformed', {}, { status: 400 })
  // Of a single field sent twice the last one counts, as a hidden "no" before a ticked "yes".
  if (isList && before !== undefined) before.push(value)
  else node.set(last, isList ? [listMark, value] : [value])
}

function toObject(node: Node): FormValues {
  const entries = [...node].map(([key, value]): [string, FormValue] => [key, readValue(value)])
  return Object.fromEntries(entries)
}

function readValue(value: Node | string[]): FormValue {
  if (value instanceof Map) {
    const numbered = [...value.keys()].every((key) => /^\d+$/.test(key))
    if (!numbered || value.size === 0) return toObject(value)
    return [...value].sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => readValue(item))
  }
  const [first, ...rest] = value
  return first === listMark ? rest : (first ?? '')
}

/** The fields that `decodeForm` reads as these values: for a page that carries on what was typed on another. */
export function encodeForm(values: FormValues): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, value]) => fieldsOf(name, value))
}

function fieldsOf(name: string, value: FormValue): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  if (!Array.isArray(value))
    return Object.entries(value).flatMap(([key, inner]) => fieldsOf(`${name}[${key}]`, inner))
  return value.flatMap((item: FormValue, index) =>
    typeof item === 'string' ? [[`${name}[]`, item]] : fieldsOf(`${name}[${index}]`, item),
  )
}

/** The text of a field, or '' where it is not there or not a text: what a form shows again. */
export function textValue(values: FormValues, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** The texts of a repeated field. */
export function listValue(values: FormValues, name: string): readonly string[] {
  const value = values[name]
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

/** The rows of a repeated group. */
export function rowValues(values: FormValues, name: string): readonly FormValues[] {
  const value = values[name]
  return Array.isArray(value)
    ? value.filter((item): item is FormValues => typeof item === 'object' && !Array.isArray(item))
    : []
}

/** As much of a form's state as its fields show. */
interface Typed {
  /** Undefined at first. */
  readonly values: FormValues | undefined
  readonly errors: Readonly<Record<string, string>>
}

/** The submitted value, or the initial one. */
export function shown(
  state: Pick<Typed, 'values'>,
  name: string,
  first: string | number | null = '',
): string {
  return state.values === undefined ? String(first ?? '') : textValue(state.values, name)
}

/** Name, value and error of a field, as every field takes them. */
export const field = (state: Typed, name: string, first: string | number | null = '') => ({
  name,
  value: shown(state, name, first),
  error: state.errors[name],
})

/** What an error summary lists: first what belongs to no field, then field by field, in the order of the schema. */
export function problemsOf(state: {
  readonly problems: readonly string[]
  readonly errors: Readonly<Record<string, string>>
}): readonly { readonly field?: string; readonly message: string }[] {
  const ofFields = Object.entries(state.errors).map(([field, message]) => ({ field, message }))
  return [...state.problems.map((message) => ({ message })), ...ofFields]
}
