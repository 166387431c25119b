import { stat } from 'node:fs/promises'
import { countTotpByKey, type TotpByKey } from '../identity/index.ts'
import type { Config } from '../platform/config/config.ts'
import type { Database } from '../platform/data/database.ts'
import { Failure } from '../platform/refusal.ts'
import { findSecretKeys, secretKeyPath } from '../platform/secret-keys/open-secret-keys.ts'
import type { SecretKeys } from '../platform/secret-keys/secret-keys.ts'

/** Whether all is well with the key, in both languages, one line each. */
export interface KeyFinding {
  readonly isRight: boolean
  readonly words: string
}

/**
 * Looks whether there is a key, whether only its owner reads its file, and whether it opens what the database holds.
 * Nothing is made or changed.
 * @param database null if there is none yet, or one whose schema is older
 */
export async function checkSecretKey(
  config: Pick<Config, 'dataDir' | 'secretKeys'>,
  database: Database | null,
): Promise<KeyFinding> {
  let keys: SecretKeys | undefined
  try {
    keys = findSecretKeys(config)
  } catch (error) {
    if (error instanceof Failure) return wrong(error.message)
    throw error
  }
  if (config.secretKeys === undefined && keys !== undefined && (await othersMayRead(secretKeyPath(config))))
    return wrong(
      `Người khác trên máy đọc được tệp khoá ${secretKeyPath(config)}: hãy chạy chmod 600.\nOthers on this machine can read the key file ${secretKeyPath(config)}: run chmod 600.`,
    )
  const found =
    database === null ? nothing : await database.transaction().execute((db) => countTotpByKey({ db }, keys))
  return found.unreadable > 0 ? unreadable(found, keys !== undefined) : right(config, keys, found)
}

const nothing: TotpByKey = { current: 0, old: 0, unreadable: 0 }

function unreadable({ unreadable: count }: TotpByKey, hasKey: boolean): KeyFinding {
  const [vi, en] = hasKey
    ? ['Khoá hiện có không phải', 'The key here is another than the']
    : ['Không có', 'There is no']
  return wrong(
    `${vi} khoá đã mã hoá bí mật bước hai của ${count} tài khoản: hãy đặt lại khoá cũ (SECRET_KEY hoặc DATA_DIR/secret-key). Nếu khoá đã mất, gỡ bước hai của từng người bằng dotpha user factor reset để họ cài lại.\n${en} key under which second factors were encrypted (accounts: ${count}): put the old key back (SECRET_KEY or DATA_DIR/secret-key). If it is lost, run dotpha user factor reset for each account, so that its user sets up the second step again.`,
  )
}

function right(
  config: Pick<Config, 'dataDir' | 'secretKeys'>,
  keys: SecretKeys | undefined,
  { old }: TotpByKey,
): KeyFinding {
  if (keys === undefined)
    return {
      isRight: true,
      words: `Lần chạy đầu sẽ tạo khoá ở ${secretKeyPath(config)}; hãy cất một bản ở nơi riêng, không cùng bản sao lưu.\nThe first start makes a key at ${secretKeyPath(config)}; keep a copy apart, not beside the backups.`,
    }
  const [vi, en] =
    config.secretKeys === undefined
      ? [`Khoá ở ${secretKeyPath(config)}`, `The key is at ${secretKeyPath(config)}`]
      : ['Khoá lấy từ SECRET_KEY', 'The key is that of SECRET_KEY']
  const words =
    old === 0
      ? `${vi}, đọc được mọi bí mật.\n${en}, and reads every secret.`
      : `${vi}; còn ${old} tài khoản dùng khoá cũ, tự chuyển khi họ đăng nhập: hãy giữ khoá cũ.\n${en}; ${old} accounts are still under an older key until they next sign in: keep that too.`
  return { isRight: true, words }
}

const othersMayRead = async (path: string): Promise<boolean> => ((await stat(path)).mode & 0o077) !== 0

const wrong = (words: string): KeyFinding => ({ isRight: false, words })
