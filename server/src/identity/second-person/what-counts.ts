import { type RawBuilder, sql } from 'kysely'

/**
 * What one person alone gave another opens nothing until a second one has confirmed it (decision 019). These conditions stand
 * where rights are read, and not where they are given: whatever way somebody finds to give them, they do not count.
 */

/** No way into the account, whose id this is, waits for its confirmation. */
export const waysInConfirmed = (accountId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(not exists (select from way_in where way_in.account_id = ${accountId} and way_in.confirmed_at is null))`

/** The holding of the row (`post_holding`, aliased) counts: an import at the beginning, or confirmed. */
export const holdingConfirmed = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.begun_at`)} is null or exists (select from holding_confirmation
    where holding_confirmation.holding_id = ${sql.ref(`${alias}.id`)}))`

/** The right of the row (aliased `role_grant`) counts. */
export const grantConfirmed = sql<boolean>`(role_grant.granted_at is null or role_grant.confirmed_at is not null)`

/**
 * The lending of the row (`stand_in`) counts: confirmed, or done by the holder themselves in an account that is theirs beyond doubt.
 * @param holderId the person who holds the lent post
 */
export const lendingConfirmed = (holderId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(stand_in.confirmed_at is not null or exists (select from account lender where lender.id = stand_in.made_by
    and lender.person_id = ${holderId} and ${waysInConfirmed(sql.ref('lender.id'))}))`
