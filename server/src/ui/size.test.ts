import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

// Bounds of what an old office computer on a slow line loads at its first visit (design section 9), a little above what
// it is now. What only some pages need is not among it: a search of long selects, passkeys, letters beyond Vietnamese.
const bounds = {
  'main.css': 11_950,
  'main.js': 41_600,
  'icons.gen.svg': 5_800,
  'be-vietnam-pro-400.woff2': 22_500,
  'be-vietnam-pro-600.woff2': 23_500,
}

test('style, script, drawings and fonts of the first visit stay small', async () => {
  const ui = fileURLToPath(new URL('./', import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [`${ui}browser/main.ts`, `${ui}styles/main.css`, `${ui}icons.gen.svg`],
    entryNames: '[name]',
    assetNames: '[name]',
    outdir: 'out',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: ['chrome109', 'firefox115'],
    loader: { '.woff2': 'file', '.svg': 'copy' },
  })
  for (const [name, bytes] of Object.entries(bounds)) {
    const file = outputFiles.find((output) => output.path.endsWith(`/${name}`))
    expect(gzipSync(file?.contents ?? '').length, name).toBeLessThanOrEqual(bytes)
    expect(file?.contents.length, name).toBeGreaterThan(0)
  }
})
