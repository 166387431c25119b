import { holdingsOf } from '../../organisation/index.ts'
import type { PublicContext } from '../../platform/context.ts'
import { readToday } from '../../platform/http/system.ts'
import { identityDb } from '../tables.ts'

/**
 * What is tried first at any installation: rows of the keyboard, what people call a password, this program, and what is
 * chosen most in Vietnam. `docs/security-policies.md` is the list in words; a test holds the two together.
 */
export const triedFirst: readonly string[] = [
  ...[
    '1234567890',
    '123456789',
    '12345678',
    '123456',
    'qwertyuiop',
    'qwerty',
    'asdfghjkl',
    '1q2w3e4r',
    '1qaz2wsx',
  ],
  ...[
    'password',
    'passw0rd',
    'letmein',
    'welcome',
    'iloveyou',
    'admin',
    'administrator',
    'quantri',
    'changeme',
  ],
  ...['matkhau', 'dangnhap', 'dotpha', 'viecdotpha', 'noididoivoilam'],
  ...[
    'anhyeuem',
    'emyeuanh',
    'toiyeuem',
    'yeuemnhieu',
    'yeuanhnhieu',
    'maiyeuem',
    'maimaiyeuem',
    'iuanhiuem',
  ],
  ...[
    'vietnam',
    'vietnamvodich',
    'toiyeuvietnam',
    'yeuvietnam',
    'hochiminh',
    'bachoviet',
    'sinhnhat',
    'xinchao',
  ],
  ...['chucmungnammoi', 'giadinh', 'hanhphuc', 'khongbiet', 'khongnho', 'chungta', 'conyeume', 'meyeucon'],
  ...[
    'hanoi',
    'saigon',
    'danang',
    'haiphong',
    'haiduong',
    'nguyenvan',
    'nguyenthi',
    'vanthu',
    'tinhuy',
    'uyban',
  ],
]

/** Whose password it is, and the words of their own that others would try. */
export interface PasswordOwner {
  readonly username: string
  readonly words: readonly string[]
}

/** Words that stand around a person here: their name, the units of their posts and their codes, the name of the installation. */
export async function wordsAround(
  c: Pick<PublicContext, 'db' | 'now'>,
  personId: string,
): Promise<readonly string[]> {
  const house = await c.db.selectFrom('installation').select(['name_vi', 'name_en']).executeTakeFirst()
  const holdings = await holdingsOf(c, personId, await readToday(c.db, c.now))
  const ofPosts = holdings.flatMap(({ personName, unitName, unitCode }) => [personName, unitName, unitCode])
  return [...new Set([...(house === undefined ? [] : [house.name_vi, house.name_en]), ...ofPosts])]
}

/** The same for an account whose owner is not at hand as a person. */
export async function ownerOfPassword(
  c: Pick<PublicContext, 'db' | 'now'>,
  account: { readonly accountId: string; readonly username: string },
): Promise<PasswordOwner> {
  const row = await identityDb(c)
    .selectFrom('account')
    .select('person_id as personId')
    .where('id', '=', account.accountId)
    .executeTakeFirst()
  const words = row === undefined ? [] : await wordsAround(c, row.personId)
  return { username: account.username, words }
}
