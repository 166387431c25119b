import type { LaterLife } from '../later/facts.ts'
import { inventLater } from '../later/invent-later.ts'
import { campaignsOf } from './campaigns-of-2022.ts'
import { Filler } from './filler.ts'
import type { FillingFacts } from './filling-facts.ts'
import { ownersOf } from './owners.ts'
import { RegisterRows } from './register-rows.ts'

/** How many assigned works are invented: the published totals, less the one of the 36 that the article names. */
const assigned = { heads: 178, direct: 35, tuKyBodies: 143, tuKyPersons: 234 } as const
/** Outside every total. */
const elsewhere = { departments: 14, aDistrict: 7 } as const
/** Drafts, submitted, returned, rejected, … of the second round. */
const pending = { heads: 24, direct: 8, tuKyBodies: 24, tuKyPersons: 16 } as const

/** Invents works until the register holds as many as the article says, and some more that are on their way. */
export function fillRegister(facts: FillingFacts): {
  readonly rows: RegisterRows
  readonly later: readonly LaterLife[]
} {
  const rows = new RegisterRows(facts.programme, facts.papers, facts.accountIds.get('van-phong') ?? '')
  const filler = new Filler(facts, rows)
  const campaigns = campaignsOf(facts)
  const owners = ownersOf(facts)
  filler.assign(campaigns.heads, owners.heads, assigned.heads, ['completed_late'])
  filler.assign(campaigns.direct, owners.direct, assigned.direct)
  filler.assign(campaigns.tuKyBodies, owners.tuKyBodies, assigned.tuKyBodies, ['completed_late', 'added'])
  filler.assign(campaigns.tuKyPersons, owners.tuKyPersons, assigned.tuKyPersons, ['added'])
  filler.assign(campaigns.departments, owners.departments, elsewhere.departments)
  for (const [index, grassroots] of owners.districts.entries()) {
    const campaign = campaigns.districts[index]
    // The first district assigned in January: what has been silent since then is stale by May.
    const extra = index === 0 ? (['stale', 'stale'] as const) : []
    if (campaign !== undefined) filler.assign(campaign, grassroots, elsewhere.aDistrict, extra)
  }
  filler.register(campaigns.heads, owners.heads, pending.heads)
  filler.register(campaigns.direct, owners.direct, pending.direct)
  filler.register(campaigns.tuKyBodies, owners.tuKyBodies, pending.tuKyBodies)
  filler.register(campaigns.tuKyPersons, owners.tuKyPersons, pending.tuKyPersons)
  filler.finish()
  return { rows, later: inventLater(rows, filler.begun) }
}
