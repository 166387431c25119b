import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

// Bounds of what an old office computer on a slow line loads at its first visit (design section 9).
const bounds = { 'main.css': 12_000, 'main.js': 45_000 }

test('style and script of the first visit stay small', async () => {
  const ui = fileURLToPath(new URL('./', import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [`${ui}browser/main.ts`, `${ui}styles/main.css`],
    entryNames: '[name]',
    outdir: 'out',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: ['chrome109', 'firefox115'],
    loader: { '.woff2': 'file' },
  })
  for (const [name, bytes] of Object.entries(bounds)) {
    const file = outputFiles.find((output) => output.path.endsWith(name))
    expect(gzipSync(file?.contents ?? '').length, name).toBeLessThanOrEqual(bytes)
    expect(file?.contents.length, name).toBeGreaterThan(0)
  }
})
