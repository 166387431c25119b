import type { Upkeep } from './jobs.ts'

const keptDays = 7

/** Forgets idempotency keys after a week: nobody sends the same form again after that. */
export const forgetIdempotencyKeys: Upkeep = {
  name: 'platform.forget_idempotency_keys',
  async run(c) {
    const before = new Date(c.now.getTime() - keptDays * 86_400_000)
    await c.db.deleteFrom('idempotency_key').where('created_at', '<', before).execute()
  },
}
