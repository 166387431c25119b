import { z } from 'zod'
import * as field from '../../platform/http/fields.ts'
import { parseTyped } from '../../platform/http/parse.ts'
import type { Params } from '../../platform/http/route.ts'
import { addressNames } from './filter-address.ts'

/** What a decision can say of a work. */
export const decidedParts = ['assign', 'approve', 'add', 'return', 'reject', 'drop'] as const
export type DecidedPart = (typeof decidedParts)[number]

/** The same as words of an address: Vietnamese without accents (design 6). */
export const partWords: Readonly<Record<DecidedPart, string>> = {
  assign: 'giao',
  approve: 'duyet',
  add: 'bo-sung',
  return: 'tra-lai',
  reject: 'khong-chap-thuan',
  drop: 'dua-ra',
}

export const partName = 'ket-qua'

const cursor = z
  .string()
  .max(1000)
  .nullish()
  .transform((value) => value || null)

const listSchema = z.object({
  [addressNames.year]: field.optionalWhole(2000, 2200),
  [addressNames.cursor]: cursor,
})

/** Which decisions an address asks for. @throws Refusal `input_invalid` */
export function readDecisionsAddress(query: Params): {
  readonly year: number | null
  readonly cursor: string | null
} {
  const read = parseTyped(listSchema, query)
  return { year: read[addressNames.year], cursor: read[addressNames.cursor] }
}

const partOf = (word: string | null): DecidedPart | null =>
  decidedParts.find((part) => partWords[part] === word) ?? null

const oneSchema = z.object({
  [partName]: field.emptyAsNull(z.enum(Object.values(partWords), 'error.choice')),
  [addressNames.cursor]: cursor,
})

/** Which works of a decision an address asks for. @throws Refusal `input_invalid` */
export function readDecisionAddress(query: Params): {
  readonly part: DecidedPart | null
  readonly cursor: string | null
} {
  const read = parseTyped(oneSchema, query)
  return { part: partOf(read[partName]), cursor: read[addressNames.cursor] }
}
