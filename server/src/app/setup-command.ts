import { randomBytes, randomUUID } from 'node:crypto'
import { hashPassword, importAccounts, reasonsAgainstUsername } from '../identity/index.ts'
import { importOrganisation } from '../organisation/index.ts'
import type { Database } from '../platform/data/database.ts'
import { newId } from '../platform/id.ts'
import { Failure, refuseIf } from '../platform/refusal.ts'
import { realClock, vietnamDate } from '../platform/time/clock.ts'
import {
  earlierOf,
  isPlausible,
  type PlainDate,
  parsePlainDate,
  parseTypedDate,
  plainDate,
} from '../platform/time/plain-date.ts'
import { withDatabase } from './command.ts'
import { type Call, needed } from './command-line/command.ts'
import { wrongCall } from './command-line/wrong-call.ts'

/**
 * `dotpha setup --name "Tỉnh ủy …" --admin NAME [--founded DAY] [--json]` begins a real installation in an empty
 * database: the province's committee with its standing committee, both from the day they were founded on, and one administrator of directory, accounts and programme. All else is done on
 * pages. The password is shown once.
 */
export async function setupCommand(call: Call): Promise<void> {
  const [name, admin, { founded }] = [needed(call, 'name'), needed(call, 'admin'), call.values]
  refuseIf(reasonsAgainstUsername(admin))
  const day = founded === undefined ? undefined : foundedOn(founded)
  const made = await withDatabase((database) => setUp(database, { name, admin, founded: day }))
  if (call.switches.has('json')) console.log(JSON.stringify(made))
  else
    console.log(
      `${made.username}\n${made.password}\n(mật khẩu chỉ hiện một lần; lần đăng nhập đầu sẽ đặt xác thực hai bước rồi mật khẩu mới · the password is shown once; the first sign-in sets up the second step and then a new password)`,
    )
}

// When the provinces of today were set up. Units, posts and papers of earlier days need the real one: `--founded`, or later a
// correction of the unit.
const reorganisedOn = plainDate('2025-07-01')

function foundedOn(typed: string): PlainDate {
  const day = parsePlainDate(typed) ?? parseTypedDate(typed)
  if (day !== null && isPlausible(day) && day <= vietnamDate(realClock.now())) return day
  const fault = {
    vi: `--founded cần một ngày đã qua như 01/07/2025, không phải “${typed}”`,
    en: `--founded takes a day in the past such as 01/07/2025, not “${typed}”`,
  }
  throw wrongCall(fault, 'setup')
}

/** @throws Failure `database_not_empty` */
export async function setUp(
  database: Database,
  input: { readonly name: string; readonly admin: string; readonly founded?: PlainDate | undefined },
): Promise<{ username: string; password: string }> {
  const now = realClock.now()
  const today = vietnamDate(now)
  const password = randomBytes(12).toString('base64url')
  const passwordHash = await hashPassword(password)
  await database.transaction().execute(async (db) => {
    await requireEmpty(db)
    await db.insertInto('installation').values({ name_vi: input.name, name_en: input.name }).execute()
    const c = { db, now, actor: null, origin: { requestId: randomUUID(), address: null } }
    const [committee, standing, post, person] = [
      newId<'unit'>(),
      newId<'unit'>(),
      newId<'post'>(),
      newId<'person'>(),
    ]
    const founded = input.founded ?? earlierOf(today, reorganisedOn)
    const party = { system: 'party', level: 'province', valid_from: founded } as const
    await importOrganisation(c, {
      units: [
        {
          ...party,
          id: committee,
          code: 'tinh-uy',
          name: input.name,
          short_name: input.name,
          kind: 'committee',
        },
        {
          ...party,
          id: standing,
          code: 'btv-tinh-uy',
          name: `Ban Thường vụ ${input.name}`,
          short_name: 'Ban Thường vụ',
          kind: 'btv',
          acts_for_id: committee,
        },
      ],
      parents: [{ id: newId(), unit_id: standing, parent_id: committee, system: 'party', from_on: founded }],
      persons: [{ id: person, full_name: input.admin }],
      posts: [{ id: post, unit_id: committee, title: 'Quản trị hệ thống', valid_from: today }],
      management: [],
      holdings: [{ id: newId(), post_id: post, person_id: person, from_on: today }],
    })
    const roles = ['system-admin', 'directory-admin', 'programme-admin'] as const
    await db.updateTable('installation').set({ root_unit_id: committee }).execute()
    await importAccounts(c, {
      // It stood on a screen, and perhaps stands in a log.
      accounts: [{ username: input.admin, personId: person, passwordHash, mustChangePassword: true }],
      grants: roles.map((role) => ({ postId: post, role, unitId: committee, system: null, fromOn: today })),
    })
  })
  return { username: input.admin, password }
}

async function requireEmpty(db: Database): Promise<void> {
  const used =
    (await db.selectFrom('installation').select('only_row').executeTakeFirst()) ??
    (await db.selectFrom('unit').select('id').limit(1).executeTakeFirst())
  if (used === undefined) return
  throw new Failure(
    'database_not_empty',
    'Cơ sở dữ liệu đã có dữ liệu, nên không thiết lập lại; chưa thay đổi gì.\nThe database holds data already, so it was not set up again; nothing was changed.',
  )
}
