import { z } from 'zod'
import * as field from '../../platform/http/fields.ts'
import { apiRead, type Route } from '../../platform/http/route.ts'
import { listPressFacts, listPressSources, pressFactKinds } from '../press/press-facts.ts'
import { type GuidingDocument, getGuidingDocument, listGuidingDocuments } from '../year/guidance.ts'

/** What machines read of the papers above a programme, and of what the press printed next to it. */

const day = z.iso.date()

const document = z.object({
  ref: z.string(),
  number: z.string().nullable(),
  kind: z.string(),
  issuerName: z.string(),
  title: z.string(),
  issuedOn: day.nullable(),
})

const documentOut = ({ ref, number, kind, issuerName, title, issuedOn }: GuidingDocument) => ({
  ref,
  number,
  kind,
  issuerName,
  title,
  issuedOn,
})

export const guidanceReads: readonly Route[] = [
  apiRead({
    path: '/guiding-documents',
    name: 'guidance.list',
    query: z.strictObject({}),
    output: z.object({ items: z.array(document) }),
    run: async (c) => ({ items: (await listGuidingDocuments(c)).map(documentOut) }),
  }),
  apiRead({
    path: '/guiding-documents/:ref',
    name: 'guidance.read',
    query: z.strictObject({}),
    output: document.extend({
      continues: document.nullable(),
      continuedBy: z.array(document),
      programmes: z.array(
        z.object({
          year: z.number().int(),
          name: z.string(),
          unit: z.string(),
          role: z.enum(['basis', 'linked']),
        }),
      ),
    }),
    async run(c, { params }) {
      const found = await getGuidingDocument(c, params.ref ?? '')
      return {
        ...documentOut(found.document),
        continues: found.continues === null ? null : documentOut(found.continues),
        continuedBy: found.continuedBy.map(documentOut),
        programmes: found.programmes.map(({ unitCode, year, name, role }) => ({
          year,
          name,
          unit: unitCode,
          role,
        })),
      }
    },
  }),
  apiRead({
    path: '/press-facts',
    name: 'press.list',
    query: z.strictObject({ year: field.whole(2000, 2200) }),
    output: z.object({
      sources: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          author: z.string(),
          publishedOn: day,
          citation: z.string(),
        }),
      ),
      items: z.array(
        z.object({ ref: z.string(), kind: z.enum(pressFactKinds), text: z.string(), quote: z.string() }),
      ),
    }),
    async run(c, { query }) {
      const sources = await listPressSources(c)
      const facts = await listPressFacts(c, query.year)
      return {
        sources: sources.map(({ data: _data, ...source }) => source),
        items: facts.map(({ ref, kind, text, quote }) => ({ ref, kind, text, quote })),
      }
    },
  }),
]
