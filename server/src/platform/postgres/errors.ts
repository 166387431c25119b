/** What can keep the embedded PostgreSQL from starting; stable, other code may switch over it. */
export type EmbeddedPostgresErrorCode =
  | 'binaries_missing'
  | 'data_dir_unreadable'
  | 'data_dir_in_use'
  | 'data_dir_foreign'
  | 'data_dir_newer_postgres'
  | 'data_dir_older_postgres'
  | 'password_missing'
  | 'user_unknown'
  | 'user_cannot_enter'
  | 'not_startable'

/**
 * A failure of the embedded PostgreSQL, for the operator of the server: what, where and what to do.
 *
 * It is raised before the message catalogue and the reader's language are known, so it contains both languages; `message`
 * is both, Vietnamese first, one line each, and below them PostgreSQL's own message, which is English.
 */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError'
  readonly code: EmbeddedPostgresErrorCode
  readonly vi: string
  readonly en: string

  constructor(
    code: EmbeddedPostgresErrorCode,
    words: { vi: string; en: string; postgres?: string },
    cause?: unknown,
  ) {
    const said = words.postgres ? [`PostgreSQL: ${words.postgres}`] : []
    super([words.vi, words.en, ...said].join('\n'), cause === undefined ? undefined : { cause })
    this.code = code
    this.vi = words.vi
    this.en = words.en
  }
}

/** The operating system's own code of an error (`EACCES`), or undefined. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
