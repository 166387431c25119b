import { writeFileSync } from 'node:fs'
import { documentJsonSchema } from '../src/model/json-schema.ts'

// Run after a change of src/model/schema.ts, then `biome check --write` on what it wrote; a test compares.
writeFileSync(
  new URL('../schema/document.schema.json', import.meta.url),
  `${JSON.stringify(documentJsonSchema(), null, 2)}\n`,
)
