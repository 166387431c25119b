import type { ProfileName } from '../profile/profile.ts'
import { typeOf } from './described-schema.ts'
import { kindDemands } from './kind-demands.ts'
import { kindsOf } from './kinds.ts'
import type { SchemaNode } from './schema-node.ts'

/** The schema with the rules that cross fields; each says itself in `description`. */
export function ruled(schema: SchemaNode): SchemaNode {
  const { properties = {}, $defs = {} } = schema
  return {
    ...schema,
    properties: { ...properties, annexes: ruledAnnexes(properties.annexes ?? {}) },
    allOf: [...profiles.flatMap(kindRules), filledReference],
    $defs: {
      ...$defs,
      Block: ruledBlocks($defs.Block ?? {}),
      SignatureBlock: ruledSignature($defs.SignatureBlock ?? {}),
    },
  }
}

function conditional(description: string, when: object, demanded: object, otherwise?: object): SchemaNode {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody waits for a schema.
  return { description, if: when, then: demanded, ...(otherwise ? { else: otherwise } : {}) }
}

const profiles: readonly ProfileName[] = ['state', 'party']
const bodies = { state: 'the State', party: 'the Party' } as const

function kindRules(profile: ProfileName): readonly SchemaNode[] {
  const kinds = kindsOf(profile).map((kind) => ({ id: kind.id, ...kindDemands(profile, kind) }))
  const isProfile = { properties: { profile: { const: profile } }, required: ['profile'] }
  const rule = (ids: readonly string[], description: string, demanded: object): readonly SchemaNode[] => {
    const isKind = {
      properties: { profile: { const: profile }, kind: { enum: ids } },
      required: ['profile', 'kind'],
    }
    return ids.length === 0 ? [] : [conditional(description, isKind, demanded)]
  }
  const idsOf = (has: (kind: (typeof kinds)[number]) => boolean) => kinds.filter(has).map(({ id }) => id)
  const needed = [...new Set(kinds.flatMap((kind) => kind.needed))]
  const refused = [...new Set(kinds.flatMap((kind) => kind.refused))]
  return [
    conditional(`Kinds of ${bodies[profile]}.`, isProfile, {
      properties: { kind: { enum: kinds.map(({ id }) => id) } },
    }),
    ...needed.flatMap((field) =>
      rule(
        idsOf((kind) => kind.needed.includes(field)),
        `\`${field}\` is required in these kinds of ${bodies[profile]}.`,
        { required: [field], ...(isList(field) ? { properties: { [field]: { minItems: 1 } } } : {}) },
      ),
    ),
    ...refused.flatMap((field) =>
      rule(
        idsOf((kind) => kind.refused.includes(field)),
        `\`${field}\` must be left out in these kinds of ${bodies[profile]}.`,
        { properties: { [field]: false } },
      ),
    ),
    ...rule(
      idsOf((kind) => kind.fewestSignatures === 2),
      `These kinds of ${bodies[profile]} have two signatures or more.`,
      { properties: { signatures: { minItems: 2 } } },
    ),
  ]
}

const isList = (field: string) => field === 'addressees' || field === 'bases'

const filledReference = conditional(
  'A filled reference of an annex repeats number, date and issuing body: all three are required.',
  {
    properties: {
      annexes: { contains: { properties: { reference: { const: 'filled' } }, required: ['reference'] } },
    },
    required: ['annexes'],
  },
  {
    required: ['number', 'issued', 'issuerInText'],
    properties: {
      number: { properties: { value: { type: 'integer' } } },
      issued: { properties: { date: { type: 'string' } } },
    },
  },
)

const ruledAnnexes = (annexes: SchemaNode): SchemaNode => ({
  ...annexes,
  items: {
    ...annexes.items,
    allOf: [
      conditional(
        '`kind` goes with `attached`, and with it alone.',
        { properties: { type: { const: 'attached' } } },
        { required: ['kind'] },
        { properties: { kind: false } },
      ),
    ],
  },
})

const titled: ReadonlySet<string> = new Set(['article', 'clause'])

const ruledBlocks = (block: SchemaNode): SchemaNode => ({
  ...block,
  oneOf: (block.oneOf ?? []).map((each) =>
    titled.has(typeOf(each)) ? { ...each, oneOf: [{ required: ['title'] }, { required: ['text'] }] } : each,
  ),
})

const prefixes = ['TM', 'KT', 'TL', 'TUQ', 'Q'] as const
const hasPrefix = (prefix: string) => ({ properties: { prefix: { const: prefix } }, required: ['prefix'] })

const ruledSignature = (signature: SchemaNode): SchemaNode => ({
  ...signature,
  allOf: [
    conditional(
      'Where the authority ends with Q, that line is the post; else `position` is required.',
      { properties: { authority: { contains: hasPrefix('Q') } }, required: ['authority'] },
      { properties: { position: false } },
      { required: ['position'] },
    ),
    ...prefixes.map((prefix) => ({
      description: `${prefix} stands once at most${prefix === 'TM' ? ', and first' : prefix === 'Q' ? ', and last' : ''}.`,
      properties: {
        authority: {
          contains: hasPrefix(prefix),
          minContains: 0,
          maxContains: 1,
          ...(prefix === 'TM' ? { prefixItems: [{}], items: { not: hasPrefix('TM') } } : {}),
        },
      },
    })),
  ],
})
