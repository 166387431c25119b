import { fileURLToPath } from 'node:url'
import { corpus } from '../corpus.ts'
import { heldOut } from '../held-out/held-out.ts'
import { convert } from './convert.ts'

// Writes the files of LibreOffice anew: `node corpus/make/run.ts`, where soffice is installed.
for (const each of [corpus, heldOut]) {
  const names = await convert(each, fileURLToPath(each.folder))
  console.log(`${names.length} files in ${fileURLToPath(each.folder)}`)
}
