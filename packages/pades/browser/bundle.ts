import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const inFolder = (name: string) => join(import.meta.dirname, name)

/** What is inside the bundle that is not ours; each licence asks to go with it. */
const bundled = ['@noble/hashes', 'buffer', 'base64-js', 'ieee754', 'pako']

interface Bundle {
  readonly code: string
  readonly map: string
}

/**
 * The judge for browsers as one module that imports nothing: `src/browser/index.ts` with other code in the place of Node's.
 *
 * @param modules the folder `node_modules`, of whose packages the licences are taken
 */
export function bundleForBrowser(modules: string): Bundle {
  const { outputFiles } = buildSync({
    entryPoints: [inFolder('../src/browser/index.ts')],
    alias: {
      'node:crypto': inFolder('node-crypto.ts'),
      'node:fs': inFolder('node-fs.ts'),
      'node:zlib': inFolder('node-zlib.ts'),
    },
    inject: [inFolder('buffer.ts')],
    bundle: true,
    write: false,
    outfile: 'index.js',
    sourcemap: true,
    format: 'esm',
    platform: 'browser',
    // The first with all of `Set.prototype.union`, `using` and what else the sources use, or what esbuild puts in its place.
    target: ['chrome122', 'firefox127', 'safari17'],
    minify: true,
    banner: { js: bundled.map((name) => licenceOf(modules, name)).join('\n') },
  })
  const [map, code] = outputFiles
  if (map === undefined || code === undefined) throw new Error('esbuild wrote no bundle')
  return { code: code.text, map: map.text }
}

function licenceOf(modules: string, name: string): string {
  const text = readFileSync(join(modules, name, 'LICENSE'), 'utf8')
  return `/*! ${name}\n${text.trim()}\n*/`
}
