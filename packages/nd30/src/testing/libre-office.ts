import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const filters = { docx: 'docx:MS Word 2007 XML', pdf: 'pdf' } as const

/** What LibreOffice makes of DOCX files, by their names; Times New Roman is shown by letters as wide. */
export async function convertAll(
  files: ReadonlyMap<string, Uint8Array>,
  to: keyof typeof filters,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'nd30-office-'))
  try {
    const out = join(folder, 'out')
    for (const [name, bytes] of files) await writeFile(join(folder, `${name}.docx`), bytes)
    await run(
      'soffice',
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        filters[to],
        '--outdir',
        out,
        ...[...files.keys()].map((name) => join(folder, `${name}.docx`)),
      ],
      { timeout: 240_000, env: { ...process.env, FONTCONFIG_FILE: await fontSettings(folder) } },
    )
    const made = [...files.keys()].map(
      async (name) => [name, await readFile(join(out, `${name}.${to}`))] as const,
    )
    return new Map(await Promise.all(made))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fontSettings(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf')
  const ours = fileURLToPath(new URL('../../fonts', import.meta.url))
  await writeFile(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${ours}</dir><cachedir>${folder}/fonts</cachedir>` +
      '<alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias></fontconfig>',
  )
  return file
}
