import { expect, test } from 'vitest'
import { useTestDatabase } from '../platform/testing/database.ts'
import { setUp } from './setup-command.ts'

const database = useTestDatabase()

test('begins a real installation with one administrator, and never a second time', async () => {
  const made = await setUp(database.db, { name: 'Tỉnh ủy Thử Nghiệm', admin: 'quan-tri' })
  expect(made.username).toBe('quan-tri')
  expect(made.password.length).toBeGreaterThanOrEqual(16)
  const installation = await database.db.selectFrom('installation').selectAll().executeTakeFirstOrThrow()
  expect(installation).toMatchObject({
    demonstration: false,
    today_override: null,
    second_factor_required: true,
    fresh_minutes: 10,
  })
  const administrator = await database.db
    .selectFrom('account')
    .select('must_change_password')
    .executeTakeFirstOrThrow()
  expect(administrator.must_change_password).toBe(true)
  const roles = await database.db.selectFrom('role_grant').select('role').execute()
  expect(roles.map(({ role }) => role).sort()).toEqual(['directory-admin', 'programme-admin', 'system-admin'])

  // What was before the day of the installation can be told: units, posts and papers of last year.
  const units = await database.db.selectFrom('unit').select('valid_from').execute()
  expect(units).toEqual([{ valid_from: '2025-07-01' }, { valid_from: '2025-07-01' }])

  await expect(setUp(database.db, { name: 'Tỉnh ủy Khác', admin: 'khac' })).rejects.toMatchObject({
    code: 'database_not_empty',
  })
})
