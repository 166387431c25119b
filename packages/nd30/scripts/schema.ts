import { writeFileSync } from 'node:fs'
import { documentJsonSchema } from '../src/model/json-schema.ts'
import { schemaExamples } from '../src/testing/samples.ts'
import { modelPage } from './model-page.ts'

// Run after a change of src/model/schema.ts, of what describes it or of an example, then `biome check --write` on the schema;
// tests compare both files.
const schema = documentJsonSchema(schemaExamples())
const write = (path: string, text: string) => {
  writeFileSync(new URL(path, import.meta.url), text)
}
write('../schema/document.schema.json', `${JSON.stringify(schema, null, 2)}\n`)
write('../docs/model.md', modelPage(schema))
