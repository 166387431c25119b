import { type PdfArray, PdfDict, type PdfObject, PdfRef, PdfStream } from '../../pdf/objects.ts'

/**
 * What an object is for, told by the ways that lead to it from the trailer. One object may have several roles; a change
 * of it must be right in each of them.
 */
export const roles = {
  catalog: 1 << 0,
  /** The page tree: nodes, pages, arrays of `/Kids`. */
  page: 1 << 1,
  /** An array of annotations. */
  annotations: 1 << 2,
  annotation: 1 << 3,
  form: 1 << 4,
  /** Fields of the form, their widgets, and arrays of them. */
  field: 1 << 5,
  /** Below `/V` of a field; so also a signature. */
  value: 1 << 6,
  /** Below `/AP` of a field or annotation. */
  look: 1 << 7,
  evidence: 1 << 8,
  metadata: 1 << 9,
  information: 1 << 10,
  permissions: 1 << 11,
  /** Below `/Lock` and `/SV` of a field. */
  lock: 1 << 12,
  formResources: 1 << 13,
  structureTree: 1 << 14,
  /** Below a page otherwise than by its annotations. */
  content: 1 << 15,
  action: 1 << 16,
  /** Whatever else hangs on the catalogue or on one of the above. */
  other: 1 << 17,
  /** Below what only a field has, of a widget that no field of the form knows; there are readers that show it. */
  stray: 1 << 18,
} as const

export type RoleName = keyof typeof roles
export type Role = (typeof roles)[RoleName]

export const roleNames = Object.keys(roles) as readonly RoleName[]

/**
 * Dictionaries that have a rule of their own for each key. Other ways to them (`/P`, `/Parent`, a destination, the
 * structure tree) show nothing of what is in them, so that these ways end there.
 */
export const structural: number = roles.catalog | roles.page | roles.annotation | roles.form | roles.field

interface Ways {
  readonly keys: ReadonlyMap<string, RoleName | null>
  readonly otherwise: RoleName
}

function ways(keys: Readonly<Record<string, RoleName | null>>, otherwise: RoleName): Ways {
  return { keys: new Map(Object.entries(keys)), otherwise }
}

/** Which role the things below an object have by the key that leads to them; null where another role sees to it. */
const waysOf: Partial<Record<RoleName, Ways>> = {
  catalog: ways(
    {
      ...{ Pages: 'page', AcroForm: 'form', DSS: 'evidence', Extensions: 'evidence', Metadata: 'metadata' },
      ...{ Perms: 'permissions', StructTreeRoot: 'structureTree' },
      ...{ OpenAction: 'action', AA: 'action', Names: 'action', URI: 'action' },
    },
    'other',
  ),
  page: ways(
    { Kids: 'page', Annots: 'annotations', Parent: 'other', AA: 'action', Metadata: 'other' },
    'content',
  ),
  annotations: ways({}, 'other'),
  annotation: ways(
    {
      AP: 'look',
      A: 'action',
      AA: 'action',
      PA: 'action',
      V: 'stray',
      Kids: 'stray',
      Lock: 'stray',
      SV: 'stray',
    },
    'other',
  ),
  form: ways({ Fields: 'field', DR: 'formResources' }, 'other'),
  field: ways(
    { Kids: 'field', V: 'value', AP: 'look', Lock: 'lock', SV: 'lock', A: 'action', AA: 'action' },
    'other',
  ),
  permissions: ways({}, 'value'),
}

/** An annotation that is no object of its own may not change at all, nor may what belongs to it. */
function roleInList(item: PdfObject): RoleName {
  return item instanceof PdfRef ? 'annotation' : 'other'
}

/** Calls `each` with every reference in a value of a role and the role that it hands on. */
export function eachWay(value: PdfObject, role: RoleName, each: (to: PdfRef, role: RoleName) => void): void {
  if (value instanceof PdfRef) each(value, role)
  else if (value instanceof PdfStream) eachWay(value.dict, role, each)
  else if (value instanceof PdfDict) {
    const own = waysOf[role]
    for (const [key, item] of value.entries) {
      const known = own?.keys.get(key)
      const next = known === undefined ? (own?.otherwise ?? role) : known
      if (next !== null) eachWay(item, next, each)
    }
  } else if (Array.isArray(value)) {
    for (const item of value as PdfArray)
      eachWay(item, role === 'annotations' ? roleInList(item) : role, each)
  }
}
