import { z } from 'zod'
import { optionalDate, optionalText, optionalWhole } from '../platform/http/fields.ts'
import { type ApiRoute, apiFile, apiRead, apiWrite } from '../platform/http/route.ts'
import { isId } from '../platform/id.ts'
import { notFound } from '../platform/refusal.ts'
import {
  addPersonAct,
  appointAct,
  changePostManagementAct,
  closePostAct,
  correctPersonAct,
  correctUnitAct,
  type EndUnitAct,
  endHoldingAct,
  foundUnitAct,
  openPostAct,
  placeUnitAct,
  renameUnitAct,
} from './directory-acts.ts'
import { paperKinds } from './paper.ts'
import { personPosts } from './people/holding-queries.ts'
import { countPersons, getPerson, listPersons } from './people/person-queries.ts'
import { capacities, levels, systems } from './tables.ts'
import { loadUnitPage } from './units/unit-page.ts'
import { readUnitPaper } from './units/unit-paper-file.ts'
import type { UnitView } from './units/unit-view.ts'

const day = z.iso.date()
const untilDay = day.nullable().describe('The first day on which it is no more.')
const reference = z.object({ code: z.string(), name: z.string() })
const asOf = optionalDate().describe('The day of the question, included; today where it is missing.')

const holder = z.object({
  holdingId: z.string(),
  personId: z.string(),
  personName: z.string(),
  capacity: z.enum(capacities),
  fromOn: day,
  toOn: untilDay,
  document: z.string().nullable(),
})

const lifeOutput = z.object({
  act: z.enum(['found', 'rename', 'place', 'end']),
  on: day,
  name: z.string().nullable(),
  nameBefore: z.string().nullable(),
  system: z.enum(systems).nullable(),
  parentCode: z.string().nullable(),
  parentName: z.string().nullable(),
  paper: z
    .object({
      id: z.uuid().nullable().describe('Its file, where hasFile, is at /units/{code}/papers/{id}.'),
      hasFile: z.boolean(),
      kind: z.enum(paperKinds).nullable(),
      number: z.string(),
      issuedOn: day.nullable(),
      issuer: z.string().nullable(),
    })
    .nullable(),
})

const unitOutput = z.object({
  id: z.string().describe('How other units and posts name this one when they are written.'),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  system: z.enum(systems),
  level: z.enum(levels),
  kind: z.string(),
  place: z.string().nullable(),
  validFrom: day,
  validTo: untilDay,
  foundingDocument: z.string().nullable(),
  illustrative: z.boolean(),
  sourceQuote: z.string().nullable(),
  version: z.number().int(),
  asOf: day,
  parents: z.array(z.object({ system: z.enum(systems), code: z.string(), name: z.string() })),
  actsFor: reference.nullable().describe('The committee that it acts for.'),
  bodies: z.array(reference).describe('The bodies that act for it.'),
  life: z.array(lifeOutput).describe('What happened to it, the latest first.'),
  children: z.number().int().describe('How many units stand directly below it.'),
  posts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      isHead: z.boolean(),
      validFrom: day,
      validTo: untilDay,
      version: z.number().int(),
      managedBy: reference.nullable().describe('The body that manages the post.'),
      illustrative: z.boolean(),
      holders: z.array(holder),
    }),
  ),
})

const referenceOut = ({ code, name }: UnitView) => ({ code, name })

const unit = apiRead({
  path: '/units/:code',
  name: 'unit.read',
  query: z.strictObject({ asOf }),
  output: unitOutput,
  async run(c, { params, query }) {
    const page = await loadUnitPage(c, params.code ?? '', query.asOf ?? c.today)
    return {
      ...page.unit,
      asOf: page.on,
      parents: page.unit.parents.map(({ system, parentCode, parentName }) => ({
        system,
        code: parentCode,
        name: parentName,
      })),
      actsFor: page.actsFor === null ? null : referenceOut(page.actsFor),
      bodies: page.bodies.map(referenceOut),
      life: [...page.life],
      children: page.childrenTotal,
      posts: page.posts.map(({ managingUnitCode, managingUnitName, holders, ...post }) => ({
        ...post,
        holders: [...holders],
        managedBy:
          managingUnitCode === null || managingUnitName === null
            ? null
            : { code: managingUnitCode, name: managingUnitName },
      })),
    }
  },
})

const person = apiRead({
  path: '/persons/:id',
  name: 'person.read',
  query: z.strictObject({ asOf }),
  output: z.object({
    id: z.string(),
    fullName: z.string(),
    illustrative: z.boolean(),
    version: z.number().int(),
    asOf: day,
    holdings: z.array(
      holder.omit({ personId: true, personName: true }).extend({
        active: z.boolean().describe('Held on the day of the question.'),
        postId: z.string(),
        postTitle: z.string(),
        unit: z.string().describe('Code of the unit.'),
        unitName: z.string(),
      }),
    ),
  }),
  async run(c, { params: { id = '' }, query }) {
    if (!isId(id)) throw notFound('person')
    const on = query.asOf ?? c.today
    const held = await personPosts(c, id, on)
    return {
      ...(await getPerson(c, id)),
      asOf: on,
      holdings: held.map((one) => ({ ...one, unit: one.unitCode })),
    }
  },
})

const persons = apiRead({
  path: '/persons',
  name: 'person.list',
  query: z.strictObject({
    q: optionalText(200).describe('Words of the name; accents do not matter.'),
    asOf,
    cursor: optionalText(1000),
    limit: optionalWhole(1, 200),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        fullName: z.string(),
        illustrative: z.boolean(),
        post: z.string().nullable().describe('The weightiest post held on the day, with its unit.'),
      }),
    ),
    total: z.number().int(),
    next: z.string().nullable(),
  }),
  async run(c, { query: { q, asOf: on, cursor, limit } }) {
    const page = await listPersons(c, {
      text: q,
      on: on ?? c.today,
      cursor: cursor === '' ? null : cursor,
      ...(limit === null ? {} : { limit }),
    })
    return { items: [...page.items], total: await countPersons(c, q), next: page.next }
  },
})

const paper = apiFile({
  path: '/units/:code/papers/:id',
  name: 'unit.read_paper',
  run: (c, { code = '', id = '' }) => readUnitPaper(c, code, id),
})

const ofUnit = z.object({ unit: z.string().describe('Code of the unit.') })
const made = ofUnit.extend({ id: z.string() })

const atUnit = ({ unit }: { readonly unit: string }) => `/units/${unit}`
const atPerson = ({ id }: { readonly id: string }) => `/persons/${id}`

/** The directory for machines: each writing page has its twin here. */
export const organisationApi = (parts: { readonly endUnit: EndUnitAct }): readonly ApiRoute[] => [
  unit,
  persons,
  person,
  paper,
  apiWrite({ path: '/units', endpoint: foundUnitAct, output: made, status: 201, location: atUnit }),
  apiWrite({
    path: '/units/:code/placements',
    endpoint: placeUnitAct,
    output: ofUnit,
    status: 201,
    location: atUnit,
  }),
  apiWrite({
    path: '/units/:code/names',
    endpoint: renameUnitAct,
    output: ofUnit,
    status: 201,
    location: atUnit,
  }),
  apiWrite({
    path: '/units/:code/corrections',
    endpoint: correctUnitAct,
    output: ofUnit,
    status: 201,
    location: atUnit,
  }),
  apiWrite({
    path: '/units/:code/ending',
    endpoint: parts.endUnit,
    output: ofUnit,
    status: 201,
    location: atUnit,
  }),
  apiWrite({ path: '/posts', endpoint: openPostAct, output: made, status: 201, location: atUnit }),
  apiWrite({
    path: '/posts/:postId/management',
    endpoint: changePostManagementAct,
    output: made,
    status: 201,
    location: atUnit,
  }),
  apiWrite({
    path: '/posts/:postId/ending',
    endpoint: closePostAct,
    output: made,
    status: 201,
    location: atUnit,
  }),
  apiWrite({
    path: '/persons/:personId/corrections',
    endpoint: correctPersonAct,
    output: z.object({ id: z.string() }),
    status: 201,
    location: atPerson,
  }),
  apiWrite({
    path: '/persons',
    endpoint: addPersonAct,
    output: z.object({ id: z.string() }),
    status: 201,
    location: atPerson,
  }),
  apiWrite({
    path: '/posts/:postId/holdings',
    endpoint: appointAct,
    output: made,
    status: 201,
    location: atUnit,
  }),
  apiWrite({
    path: '/holdings/:holdingId/ending',
    endpoint: endHoldingAct,
    output: made,
    status: 201,
    location: atUnit,
  }),
]
