// Renders the showcase of the design system into a folder of plain files: node --import tsx scripts/ui-showcase.mjs [folder]
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { pages } from '../server/src/ui/showcase/pages.ts'

const out = process.argv[2] ?? join(tmpdir(), 'dot-pha-showcase')
const ui = fileURLToPath(new URL('../server/src/ui/', import.meta.url))

mkdirSync(out, { recursive: true })
await build({
  entryPoints: [join(ui, 'browser/main.ts'), join(ui, 'styles/main.css')],
  entryNames: '[name]',
  assetNames: '[name]',
  chunkNames: '[name]-[hash]',
  outdir: join(out, 'assets'),
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  target: ['chrome109', 'firefox115'],
  loader: { '.woff2': 'file' },
})

const assets = {
  style: 'assets/main.css',
  script: 'assets/main.js',
  fonts: ['assets/be-vietnam-pro-400.woff2'],
}
for (const [name, render] of Object.entries(pages)) {
  for (const theme of ['auto', 'dark']) {
    const file = theme === 'dark' ? `${name}-dark.html` : `${name}.html`
    writeFileSync(join(out, file), render({ assets, theme, language: 'vi' }))
  }
  writeFileSync(join(out, `${name}-en.html`), render({ assets, theme: 'auto', language: 'en' }))
}
console.log(`${readdirSync(out).length - 1} pages in ${out}`)
