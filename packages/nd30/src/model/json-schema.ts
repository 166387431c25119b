import { z } from 'zod'
import { documentSchema } from './schema.ts'

/** The published schema of a document's JSON: what `schema/document.schema.json` holds. */
export const documentJsonSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dot-pha:nd30:document:1',
  title: 'Official document of Vietnam',
  description:
    'What a document says, without its look. Beyond this, a document must have what its kind demands; parseDocument says what is missing.',
  ...z.toJSONSchema(documentSchema, { io: 'input' }),
})
