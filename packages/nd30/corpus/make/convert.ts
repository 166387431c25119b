import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Corpus, fileName, layOf } from '../files.ts'
import { flatOdf } from './by-libreoffice/flat-odf.ts'

const run = promisify(execFile)

/** LibreOffice's own DOCX of every document that is its to write, into `folder`. */
export async function convert(corpus: Corpus, folder: string): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'nd30-corpus-'))
  try {
    const wanted = corpus.labels.filter((label) => label.producer === 'libreoffice')
    const names: string[] = []
    for (const label of wanted)
      for (const damaged of [false, true]) {
        const name = fileName(label, damaged)
        names.push(name)
        await writeFile(join(scratch, name.replace('.docx', '.fodt')), flatOdf(layOf(corpus, label, damaged)))
      }
    await mkdir(folder, { recursive: true })
    const sources = names.map((name) => join(scratch, name.replace('.docx', '.fodt')))
    const profile = `-env:UserInstallation=file://${join(scratch, 'profile')}`
    await run(
      'soffice',
      [profile, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, ...sources],
      { timeout: 240_000, env: { ...process.env, ...(await fonts(scratch)) } },
    )
    return names
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** With the typeface whose letters are as wide as those of Times New Roman. */
async function fonts(scratch: string): Promise<Record<string, string>> {
  const file = join(scratch, 'fonts.conf')
  const ours = fileURLToPath(new URL('../../fonts', import.meta.url))
  await writeFile(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${ours}</dir><cachedir>${scratch}/fonts</cachedir>` +
      '<alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias></fontconfig>',
  )
  return { FONTCONFIG_FILE: file }
}
