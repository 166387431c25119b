import type { AuditOutcome } from '../platform/audit/audit.ts'
import type { Params } from '../platform/http/route.ts'
import { type PlainDate, parsePlainDate, parseTypedDate } from '../platform/time/plain-date.ts'
import { addressNames, outcomeWords, securityPaths } from './paths.ts'

/** What the record is searched by; each condition may be absent. */
export interface RecordFilter {
  /** A part of a person's or an account's name. */
  readonly actor: string | null
  /** An act, or with a dot at its end all acts of a kind: `work.`. */
  readonly action: string | null
  /** A code, a user name, or the id of the thing that was acted on. */
  readonly object: string | null
  /** Days in Vietnam, both counted. */
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly outcome: AuditOutcome | null
}

export const outcomes = Object.keys(outcomeWords) as readonly AuditOutcome[]

const words = (value: string | undefined) => value?.trim().slice(0, 200) || null
const day = (value = '') => parsePlainDate(value) ?? parseTypedDate(value)

/** The filter that an address names; what it cannot mean is passed over. */
export function readFilter(query: Params): RecordFilter {
  return {
    actor: words(query[addressNames.actor]),
    action: words(query[addressNames.action]),
    object: words(query[addressNames.object]),
    from: day(query[addressNames.from]),
    to: day(query[addressNames.to]),
    outcome: outcomes.find((one) => outcomeWords[one] === query[addressNames.outcome]) ?? null,
  }
}

/** The address of a filter, on the page of the record or for its export. */
export function recordPath(
  filter: Partial<RecordFilter>,
  more: { readonly cursor?: string | null; readonly path?: string } = {},
): string {
  const { outcome = null, ...rest } = filter
  const query = new URLSearchParams()
  for (const name of ['actor', 'action', 'object', 'from', 'to'] as const) {
    const value = rest[name]
    if (value) query.set(addressNames[name], value)
  }
  if (outcome !== null) query.set(addressNames.outcome, outcomeWords[outcome])
  if (more.cursor) query.set(addressNames.cursor, more.cursor)
  const path = more.path ?? securityPaths.record
  return query.size === 0 ? path : `${path}?${query}`
}

/** The conditions that are set, for the entry that a search leaves. */
export function saidConditions(filter: RecordFilter): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filter).filter((one): one is [string, string] => one[1] !== null))
}
