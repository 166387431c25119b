import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Nd30Error } from '../errors.ts'

/**
 * Puts a whole file at `path` or none.
 *
 * @throws Nd30Error `path_not_writable`
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.part`)
  try {
    await writeFile(beside, bytes, { flag: 'wx' })
    await rename(beside, path)
  } catch (cause) {
    await rm(beside, { force: true })
    const { code = '' } = cause as NodeJS.ErrnoException
    throw new Nd30Error('path_not_writable', `${path} cannot be written`, { path, why: code }, { cause })
  }
}
