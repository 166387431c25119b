/** Writes NOTICE. With --check it writes nothing, and says whether the file is current (exit 1 if not). */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lock, noticeText } from './notice-text.ts'

const root = join(import.meta.dirname, '..')
const file = join(root, 'NOTICE')
const text = noticeText(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock)
const isCurrent = existsSync(file) && readFileSync(file, 'utf8') === text

if (!process.argv.includes('--check')) {
  if (!isCurrent) writeFileSync(file, text)
} else if (!isCurrent) {
  console.error('NOTICE is not current: run `npm run generate`.')
  process.exitCode = 1
}
