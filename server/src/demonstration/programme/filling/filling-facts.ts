import type { ProgrammeId } from '../../../programme/import/index.ts'
import type { AccountHolder, Username } from '../../accounts.ts'
import type { StoredPapers } from '../../files.ts'
import type { InventedOrganisation } from '../../organisation/invented-organisation.ts'
import type { NamedUnits } from '../../organisation/named-organisation.ts'
import type { OrganisationRows } from '../../organisation/organisation-rows.ts'

/** What the invented works are made of and belong to. */
export interface FillingFacts {
  readonly programme: { readonly id: ProgrammeId; readonly year: number }
  readonly themeIds: readonly string[]
  readonly contentGroupIds: readonly string[]
  readonly organisation: OrganisationRows
  readonly named: NamedUnits
  readonly invented: InventedOrganisation
  readonly accounts: readonly AccountHolder[]
  readonly accountIds: ReadonlyMap<Username, string>
  readonly papers: StoredPapers
}
