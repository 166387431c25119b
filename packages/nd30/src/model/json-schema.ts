import { z } from 'zod'
import { described } from './described-schema.ts'
import { ruled } from './ruled-schema.ts'
import { documentSchema } from './schema.ts'
import type { SchemaNode } from './schema-node.ts'

/**
 * The published schema of a document's JSON: what `schema/document.schema.json` holds. Fields are described, and the rules
 * between fields stand in it as far as JSON Schema can say them.
 *
 * @param examples complete documents
 */
export const documentJsonSchema = (examples: readonly unknown[]): SchemaNode => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dot-pha:nd30:document:1',
  title: 'Official document of Vietnam',
  description:
    'What a document says, without its look: fonts, sizes, lines and places are made from the form. Written by parseDocument, which checks more than a schema can: days of the calendar, numbers of headings, cells of tables, sizes of pictures.',
  ...ruled(described(z.toJSONSchema(documentSchema, { io: 'input' }) as SchemaNode)),
  examples,
})
