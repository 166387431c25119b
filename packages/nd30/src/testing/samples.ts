import { readdirSync, readFileSync } from 'node:fs'
import type { OfficialDocument } from '../model/document.ts'
import { parseDocument } from '../model/parse-document.ts'

const folder = new URL('../../samples/', import.meta.url)

export interface Sample {
  readonly name: string
  readonly document: OfficialDocument
}

/** One document of each kind of the State, the commoner ones of the Party, and harder ones; all invented. */
export const samples = (): readonly Sample[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ name: file.slice(0, -5), document: sample(file.slice(0, -5)) }))

export const sample = (name: string): OfficialDocument =>
  parseDocument(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')))

/** Complete documents that the published schema and its page show: a decision and a letter of the State, a resolution of the Party. */
export const exampleNames = ['quyet-dinh', 'cong-van', 'dang-nghi-quyet'] as const

export const schemaExamples = (): readonly unknown[] =>
  exampleNames.map((name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')))
