import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../config/config.ts'
import { Failure } from '../refusal.ts'
import { newSecretKey, parseSecretKeys, SecretKeys } from './secret-keys.ts'

/** Where the key stands that an installation without `SECRET_KEY` makes for itself. */
export const secretKeyPath = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'secret-key')

/**
 * The keys of the settings, else those of the file in the data folder, which is made at the first time.
 * @throws Failure `secret_key_unusable` with a sentence that says what to do
 */
export function openSecretKeys(config: Pick<Config, 'dataDir' | 'secretKeys'>): SecretKeys {
  return findSecretKeys(config) ?? makeKeyFile(config)
}

/** The same, and nothing is made: undefined where there is no file yet. */
export function findSecretKeys(config: Pick<Config, 'dataDir' | 'secretKeys'>): SecretKeys | undefined {
  return config.secretKeys === undefined ? readKeyFile(config) : new SecretKeys(config.secretKeys)
}

function readKeyFile(config: Pick<Config, 'dataDir'>): SecretKeys | undefined {
  const path = secretKeyPath(config)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw unusable(
      `Không đọc được tệp khoá ${path}: tài khoản chạy máy chủ phải đọc được tệp này.`,
      `The key file ${path} cannot be read: the account that runs the server must be able to.`,
      error,
    )
  }
  const keys = parseSecretKeys(text)
  if (keys === undefined)
    throw unusable(
      `Tệp khoá ${path} không chứa khoá đúng dạng: hãy đặt lại tệp từ nơi cất riêng. Xoá tệp đi thì máy chủ tạo khoá mới, và mọi ứng dụng xác thực phải cài lại.`,
      `The key file ${path} does not contain a valid key: restore it from its separate copy. If it is deleted, the server creates a new key and every authenticator has to be set up again.`,
    )
  return new SecretKeys(keys)
}

/**
 * Written to a temporary file and linked to its name, which fails if another start was faster: a reader of the name
 * always reads a complete key, and two concurrent starts use the same one.
 */
function makeKeyFile(config: Pick<Config, 'dataDir'>): SecretKeys {
  const path = secretKeyPath(config)
  const aside = `${path}.${randomUUID()}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    const file = openSync(aside, 'wx', 0o600)
    try {
      writeSync(file, `${newSecretKey()}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    linkUnlessThere(aside, path)
    syncFolder(dirname(path))
  } catch (error) {
    throw unusable(
      `Không tạo được tệp khoá ${path}: tài khoản chạy máy chủ phải ghi được vào thư mục này; hoặc hãy đặt SECRET_KEY.`,
      `The key file ${path} cannot be made: the account that runs the server must be able to write there; or set SECRET_KEY.`,
      error,
    )
  } finally {
    rmSync(aside, { force: true })
  }
  const keys = readKeyFile(config)
  if (keys === undefined)
    throw unusable(`Tệp khoá ${path} vừa bị xoá.`, `The key file ${path} was deleted just now.`)
  return keys
}

function linkUnlessThere(aside: string, path: string): void {
  try {
    linkSync(aside, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/** Without it a power cut could take the name away after secrets were encrypted under the key. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

const unusable = (vi: string, en: string, cause?: unknown) =>
  new Failure('secret_key_unusable', `${vi}\n${en}`, cause)
