import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { convertAll } from '../src/testing/libre-office.ts'
import { sources } from './documents.ts'

// Makes the files by LibreOffice anew, from those that documents.ts builds. It takes soffice.

const built = new Map<string, Uint8Array>()
for (const [name, build] of Object.entries(sources)) built.set(name, await build())
for (const [name, bytes] of await convertAll(built, 'docx'))
  await writeFile(join(import.meta.dirname, `libreoffice-${name}.docx`), bytes)
