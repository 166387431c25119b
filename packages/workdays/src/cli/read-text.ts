import { readFileSync, statSync } from 'node:fs'

/** A year or an organisation's days are some hundred letters. */
const mostBytes = 1 << 20

/**
 * The text of a small file. What is no file is refused before it is opened: a pipe may never end, nor a device.
 *
 * @throws what the file system throws, or an error like it, with `code` and `path`
 */
export function readText(path: string): string {
  const about = statSync(path)
  if (about.isDirectory()) throw refused(path, 'EISDIR')
  if (!about.isFile()) throw refused(path, 'ENOTFILE')
  if (about.size > mostBytes) throw refused(path, 'EFBIG')
  // Editors on Windows put a mark before the text, which is none of JSON.
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
}

const refused = (path: string, code: string) => Object.assign(new Error(`${path}: ${code}`), { code, path })
