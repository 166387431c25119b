import { open } from 'node:fs/promises'
import { Nd30Error } from '../errors.ts'

/**
 * A file's bytes; one that is too large is refused before it is read.
 *
 * @throws Nd30Error `path_not_readable`, `file_too_large`
 */
export async function readWhole(path: string, mostBytes: number): Promise<Uint8Array> {
  const notReadable = (cause: unknown) => {
    const { code = '' } = cause as NodeJS.ErrnoException
    return new Nd30Error('path_not_readable', `${path} cannot be read`, { path, why: code }, { cause })
  }
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw notReadable(cause)
  })
  try {
    const about = await file.stat()
    // A device or a pipe has no size and may have no end.
    if (!about.isFile()) throw notReadable({ code: about.isDirectory() ? 'EISDIR' : 'ENOTFILE' })
    if (about.size > mostBytes)
      throw new Nd30Error('file_too_large', `${path} has ${about.size} bytes`, {
        limit: `${mostBytes >> 20} MB`,
      })
    return await file.readFile()
  } finally {
    await file.close()
  }
}
