import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { FileReport } from '../verify/report.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../schema/file-report.schema.json', import.meta.url), 'utf8'),
)
const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema)

/** What the published schema has against a report; nothing where it is as promised. */
export function schemaFaults(report: FileReport): readonly string[] {
  // As a reader of JSON gets it.
  validate(JSON.parse(JSON.stringify(report)))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
