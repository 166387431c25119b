import { z } from 'zod'
import facts from './hai-duong-2022.json' with { type: 'json' }

const text = z.string().min(1)
const quoted = z.object({ id: text, quote: text })
const stated = z.object({ text, quote: text })

const target = quoted.extend({
  measure: text,
  unit: text.nullable(),
  operator: z.enum(['=', 'range']).nullable(),
  value: z.number().nullish(),
  min: z.number().optional(),
  max: z.number().optional(),
  modality: z.enum(['đặt mục tiêu', 'phấn đấu', 'thực hiện']).optional(),
  exceptions: z.array(text).default([]),
  acceptance: text.optional(),
})

const work = quoted.extend({
  name: text,
  owner: text,
  ownerKind: z.literal('collective'),
  year: z.number().int(),
  continuing: z.boolean().default(false),
  targets: z.array(target).min(1),
  activities: z.array(stated.extend({ by: text, with: text.optional() })),
  progressNote: stated.optional(),
})

const indicator = quoted
  .extend({
    index: text,
    entity: text,
    dataYear: z.number().int().optional(),
    period: text.optional(),
    asOf: text.optional(),
    rank: z.number().int().optional(),
    peerGroup: text.nullish(),
    peerCount: z.number().int().nullish(),
    value: z.number().optional(),
    unit: text.optional(),
    bound: text.optional(),
    status: text.optional(),
    percentOfAnnualEstimate: z.number().optional(),
    changeOnSamePeriodLastYearPercent: z.number().optional(),
    rankChange: z.number().int().optional(),
    standing: text.optional(),
    notTheSameAs: text.optional(),
  })
  .loose()

const articleSchema = z.object({
  schema: z.literal('article-facts/1'),
  source: quoted.extend({ title: text, author: text, publishedAt: text }),
  guidingDocuments: z.array(
    quoted.extend({
      number: text.nullable(),
      kind: text,
      issuer: text,
      title: text,
      date: text.nullable(),
      continues: text.optional(),
    }),
  ),
  places: z.array(quoted.extend({ name: text })),
  organizations: z.array(
    quoted.extend({
      name: text,
      system: z.enum(['party', 'state', 'front', 'mass-organization']).nullable(),
      level: text.nullable(),
      parent: text.nullable(),
      place: text.optional(),
      kind: z.enum(['named', 'group']),
    }),
  ),
  persons: z.array(quoted.extend({ name: text, position: text, organization: text.nullable(), asOf: text })),
  programme: z.object({
    id: text,
    year: z.number().int(),
    basis: z.array(text),
    linkedTo: z.array(text),
    completionRule: stated.extend({ appliesTo: text }),
    selectionRule: stated,
    quality: stated,
    focus: stated,
  }),
  themeGroups: z.array(quoted.extend({ order: z.number().int(), headline: text, parts: z.array(text) })),
  contentGroupsTuKy: z.array(
    quoted.extend({ order: z.number().int(), name: text, refersToYear: z.number().int() }),
  ),
  workCounts: z.array(
    quoted.extend({
      count: z.number().int().nullable(),
      ownerKind: z.enum(['collective', 'individual']),
      statedBy: text.optional(),
    }),
  ),
  works: z.array(work),
  indicators: z.array(indicator),
  statedOutcomes: z.array(quoted.extend({ text, of: text })),
  photoCaptions: z.array(quoted.extend({ about: z.array(text) })),
})

/** What one press article says of the programme of Hải Dương in 2022, each fact with the words that it rests on. */
export type Article = z.output<typeof articleSchema>
export type ArticleTarget = Article['works'][number]['targets'][number]
export type ArticleIndicator = Article['indicators'][number]

/** The whole file as it is: what has no row of its own is kept next to the source. */
export const articleFacts: Readonly<Record<string, unknown>> = facts

/** Reads the facts and checks their form. @throws ZodError where the file has been damaged */
export function readArticle(): Article {
  return articleSchema.parse(facts)
}

/** The entry with this id. @throws RangeError where the article has none */
export function entryOf<Entry extends { readonly id: string }>(entries: readonly Entry[], id: string): Entry {
  const found = entries.find((entry) => entry.id === id)
  if (found === undefined) throw new RangeError(`the article has no entry ${id}`)
  return found
}
