/**
 * The demonstration: what one article says of Hải Dương's programme of 2022, and around it invented units, persons and
 * works, marked as such wherever they appear, that fill the register to the published totals (design 8.16).
 */
import { hashPassword, importAccounts } from '../identity/index.ts'
import { importOrganisation } from '../organisation/index.ts'
import type { PublicContext } from '../platform/context.ts'
import { importUploads } from '../platform/files/uploads.ts'
import { newId } from '../platform/id.ts'
import { Failure } from '../platform/refusal.ts'
import { vietnamDate } from '../platform/time/clock.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import { importProgramme } from '../programme/import/index.ts'
import { type AccountHolder, demonstrationPassword, type Username } from './accounts.ts'
import { readArticle } from './article.ts'
import { storePapers } from './files.ts'
import { demonstrationOrganisation } from './organisation/demonstration-organisation.ts'
import { registerFrom } from './organisation/organisation-rows.ts'
import { demonstrationRegister } from './programme/demonstration-register.ts'
import { toldUntil } from './programme/later/calendar.ts'
import { keepForLater } from './programme/later/tell.ts'

export { type DemonstrationAccount, demonstrationAccounts } from './accounts.ts'
export { tellUntil } from './programme/later/tell.ts'

/** The day at which the demonstration stands: that of the article. */
export const demonstrationToday = plainDate('2022-05-18')

/** Days that are worth a look: the first works fall due, the article, the yearly estimate, the last days of the year. */
export const demonstrationDays = ['2022-04-30', demonstrationToday, '2022-11-15', '2022-12-20'] as const

/**
 * Loads the demonstration into an empty database, in the transaction at hand: all of it or nothing.
 * @throws Failure `demonstration_not_empty` where the database holds anything yet
 */
export async function loadDemonstration(c: PublicContext): Promise<void> {
  await requireEmpty(c)
  await c.db
    .insertInto('installation')
    .values({
      name_vi: 'Đột Phá · dữ liệu minh hoạ Hải Dương 2022',
      name_en: 'Đột Phá · illustrative data, Hải Dương 2022',
      demonstration: true,
      // The printed accounts sign in by password alone.
      second_factor_required: false,
      today_override: demonstrationToday,
      demonstration_told_until: demonstrationToday,
      demonstration_ends_on: toldUntil,
    })
    .execute()
  const article = readArticle()
  const organisation = demonstrationOrganisation(article)
  const accountIds = new Map(organisation.accounts.map(({ username }) => [username, newId<'account'>()]))
  await importOrganisation(c, organisation.rows)
  const root = organisation.rows.units.find(({ code }) => code === 'tinh-uy')
  await c.db
    .updateTable('installation')
    .set({ root_unit_id: root?.id ?? null })
    .execute()
  await loadAccounts(c, organisation.accounts, accountIds)
  const papers = await storePapers(c.blobs)
  const { uploads, programme, later } = demonstrationRegister(article, vietnamDate(c.now), {
    ...organisation,
    accountIds,
    papers,
  })
  await importUploads(c, uploads)
  await importProgramme(c, programme)
  await keepForLater(c, later)
}

async function requireEmpty(c: PublicContext): Promise<void> {
  const { used } = await c.db
    .selectNoFrom((eb) =>
      eb
        .or([
          eb.exists(eb.selectFrom('installation').select('only_row')),
          eb.exists(eb.selectFrom('unit').select('id')),
          eb.exists(eb.selectFrom('programme').select('id')),
        ])
        .as('used'),
    )
    .executeTakeFirstOrThrow()
  if (!used) return
  throw new Failure(
    'demonstration_not_empty',
    'Cơ sở dữ liệu đã có dữ liệu nên không nạp bản minh hoạ; chưa thay đổi gì.\nThe database holds data, so the demonstration was not loaded; nothing was changed.',
  )
}

type AccountIds = ReadonlyMap<Username, string>

async function loadAccounts(
  c: PublicContext,
  holders: readonly AccountHolder[],
  ids: AccountIds,
): Promise<void> {
  // One hash for all: the password is one, and known to everybody.
  const passwordHash = await hashPassword(demonstrationPassword)
  await importAccounts(c, {
    accounts: holders.map(({ username, holder }) => ({
      id: ids.get(username) ?? newId<'account'>(),
      username,
      personId: holder.personId,
      passwordHash,
    })),
    grants: holders.flatMap(({ holder, grants }) =>
      grants.map((grant) => ({
        ...grant,
        postId: holder.postId,
        system: null,
        fromOn: plainDate(registerFrom),
      })),
    ),
  })
}
