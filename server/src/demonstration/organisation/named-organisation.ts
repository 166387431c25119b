import type { OrganisationSystem, UnitId, UnitLevel } from '../../organisation/index.ts'
import type { Article } from '../article.ts'
import type { OrganisationRows } from './organisation-rows.ts'

/** The bodies that the article names, by their ids in the facts file: the code and kind that the register gives them. */
const bodies = {
  'org-bo-chinh-tri': { code: 'bo-chinh-tri', kind: 'other' },
  'org-dai-hoi-dang-xiii': { code: 'dai-hoi-dang-xiii', kind: 'other' },
  'org-dang-bo-tinh': { code: 'dang-bo-tinh', kind: 'other' },
  'org-tinh-uy': { code: 'tinh-uy', kind: 'committee' },
  'org-btv-tinh-uy': { code: 'btv-tinh-uy', kind: 'btv', actsFor: 'org-tinh-uy' },
  'org-huyen-uy-tu-ky': { code: 'tu-ky', kind: 'huyen_uy' },
  'org-btv-huyen-uy-tu-ky': { code: 'btv-tu-ky', kind: 'btv', actsFor: 'org-huyen-uy-tu-ky' },
  'org-ban-tuyen-giao-tu-ky': { code: 'ban-tuyen-giao-tu-ky', kind: 'propaganda' },
  'org-mttq-tu-ky': { code: 'mttq-tu-ky', kind: 'front' },
  'org-huyen-tu-ky': { code: 'huyen-tu-ky', kind: 'other' },
  'org-so-tttt': { code: 'so-tttt', kind: 'department' },
} as const satisfies Record<string, { code: string; kind: string; actsFor?: string }>

export type BodyId = keyof typeof bodies

/** The unit of each body that the article names. */
export type NamedUnits = Readonly<Record<BodyId, UnitId>>

const systemOf = { party: 'party', state: 'state', front: 'front', 'mass-organization': 'mass' } as const

const levelOf: Readonly<Record<string, UnitLevel>> = {
  'trung ương': 'central',
  tỉnh: 'province',
  sở: 'province',
  huyện: 'district',
}

/** Enters the bodies and the two officials that the article names: nothing is said of them that it does not print. */
export function addNamedOrganisation(rows: OrganisationRows, article: Article): NamedUnits {
  const places = new Map(article.places.map(({ id, name }) => [id, name]))
  const units: Partial<Record<string, UnitId>> = {}
  for (const body of article.organizations) {
    if (!isNamed(body.id)) continue
    const plan: { code: string; kind: string; actsFor?: string } = bodies[body.id]
    const parent = body.parent === null ? undefined : units[body.parent]
    const system: OrganisationSystem = systemOf[body.system ?? 'party']
    units[body.id] = rows.addUnit({
      ...plan,
      actsFor: plan.actsFor === undefined ? null : (units[plan.actsFor] ?? null),
      name: body.name,
      system,
      level: levelOf[body.level ?? ''] ?? 'province',
      place: body.place === undefined ? null : (places.get(body.place) ?? null),
      under: parent === undefined ? {} : { [system]: parent },
      // The article does not say when they came to be.
      foundingDocument: null,
      quote: body.quote,
    })
  }
  // Every key was entered above, or the facts file has lost a body and the first that asks for it fails.
  const named = units as NamedUnits
  addOfficials(rows, article, named)
  return named
}

function addOfficials(rows: OrganisationRows, article: Article, units: NamedUnits): void {
  for (const person of article.persons) {
    if (person.organization === null || !isNamed(person.organization)) continue
    rows.addHolder({
      unitId: units[person.organization],
      title: person.position,
      isHead: true,
      // Who manages the post is not printed.
      managedBy: null,
      holderName: person.name,
      quote: person.quote,
      from: person.asOf,
      document: `Theo bài báo ngày ${person.asOf.split('-').reverse().join('/')}; ngày bổ nhiệm: không nêu.`,
    })
  }
}

function isNamed(id: string): id is BodyId {
  return Object.hasOwn(bodies, id)
}
