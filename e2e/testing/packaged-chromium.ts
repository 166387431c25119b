import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { repositoryRoot } from '../../server/src/platform/root.ts'

/** How a browser is started: its program, and what stands in its environment. */
export interface BrowserProgram {
  readonly executablePath: string
  readonly env: Record<string, string | undefined>
}

const unpacker = fileURLToPath(new URL('unpack-chromium.mjs', import.meta.url))
const { version } = JSON.parse(
  readFileSync(join(repositoryRoot, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
) as { readonly version: string }

/**
 * The Chromium that comes with the packages, unpacked below `cache`: by a run's set-up once (browser-set-up.ts), before any
 * worker starts it. It appears there in one step and whole; of two runs that unpack at once one keeps what the other made.
 */
export async function unpackedChromium(
  cache = join(repositoryRoot, 'node_modules/.cache'),
): Promise<BrowserProgram> {
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

async function unpackInto(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const unfinished = mkdtempSync(`${folder}-`)
  try {
    await promisify(execFile)(process.execPath, [unpacker, folder], {
      env: { ...process.env, TMPDIR: unfinished },
    })
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // A folder that is not empty cannot be replaced: another run was first.
    if (!existsSync(folder)) throw error
  }
}
