import { z } from 'zod'
import { findUnitByCode } from '../../organisation/index.ts'
import { optionalText, whole } from '../../platform/http/fields.ts'
import { apiRead, apiWrite } from '../../platform/http/route.ts'
import { notFound } from '../../platform/refusal.ts'
import { createAccountsEndpoint } from './account-acts.ts'
import { accountsAtOnce } from './create-accounts.ts'
import { listPersonsWithoutAccount } from './persons-without-account.ts'

const person = {
  personId: z.string(),
  fullName: z.string(),
  postTitle: z.string(),
  unitName: z.string(),
}

/** Accounts for a crowd, as a machine opens them: who has none, then a hundred at a time. */
export const accountBatchApi = [
  apiRead({
    path: '/persons-without-account',
    name: 'account.list-missing',
    query: z.strictObject({
      unit: optionalText(100),
      limit: whole(1, 200).optional(),
      cursor: optionalText(2000),
    }),
    output: z.object({
      items: z.array(z.object(person)),
      next: z.string().nullable(),
      total: z.number().int(),
    }),
    async run(c, { query: { unit, limit = accountsAtOnce, cursor } }) {
      const found = unit === '' ? null : await findUnitByCode(c, unit, c.today)
      if (found === undefined) throw notFound('unit')
      const list = await listPersonsWithoutAccount(c, { unitId: found?.id ?? null, limit, cursor })
      return { ...list, items: [...list.items] }
    },
  }),
  apiWrite({
    path: '/account-batches',
    endpoint: createAccountsEndpoint,
    output: z.object({
      accounts: z.array(
        z.object({
          accountId: z.string(),
          ...person,
          username: z.string(),
          password: z
            .string()
            .describe('Returned only here; its owner must replace it at the first sign-in.'),
        }),
      ),
      skipped: z
        .array(z.object({ ...person, username: z.string() }))
        .describe('Those who have had an account before: it is unchanged.'),
    }),
    status: 201,
    location: () => '/accounts',
  }),
] as const
