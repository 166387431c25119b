// Builds dist/: the server's bundle and the browser's assets. `node scripts/build.mjs`, on the packaged Node.
import { globSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import { buildRecord, fingerprint } from './fresh.mjs'
import { root } from './root.mjs'

const assets = join(root, 'dist/assets')
const staleAfterMs = 7 * 24 * 3_600_000

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  splitting: true,
  metafile: true,
  write: false,
  logLevel: 'warning',
}

/** @type {import('esbuild').BuildOptions} */
const serverOptions = {
  ...common,
  entryPoints: { cli: 'server/src/app/cli.ts', ...workers() },
  outdir: 'dist/server',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  // What `dotpha verify` and the sealer load is bundled: finding and reading a hundred modules takes longer than their work.
  alias: {
    '@dot-pha/pades/cli/verify': join(root, 'packages/pades/src/cli/verify-command.ts'),
    '@dot-pha/pades/timestamps': join(root, 'packages/pades/src/timestamps.ts'),
  },
  sourcemap: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
}

/** @type {import('esbuild').BuildOptions} */
export const browserOptions = {
  ...common,
  entryPoints: [
    'server/src/ui/browser/main.ts',
    'server/src/ui/styles/main.css',
    'server/src/ui/styles/desk.css',
    'server/src/ui/browser/paper.worker.ts',
    'server/src/ui/icons.gen.svg',
  ],
  outdir: 'dist/assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  platform: 'browser',
  target: ['chrome109', 'firefox115'],
  tsconfig: 'tsconfig.browser.json',
  loader: { '.woff2': 'file', '.svg': 'copy' },
  minify: true,
  sourcemap: 'linked',
}

/** What runs in threads, each by its own name next to the bundle (`server/src/platform/worker-url.ts`). */
function workers() {
  const files = globSync(['server/src/**/*-worker.ts', 'packages/pades/src/cli/*-worker.ts'], { cwd: root })
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), file]))
}

/** Builds everything, and last of all records from what, and which files it is. */
export async function build() {
  const state = fingerprint()
  const [server, browser] = await Promise.all([esbuild.build(serverOptions), esbuild.build(browserOptions)])
  const program = (server.outputFiles ?? []).map(({ path, contents }) => writeWhole(path, contents))
  const files = [...program, ...writeAssets(browser)].map((path) => relative(root, path)).sort()
  for (const folder of ['dist/server', 'dist/assets']) removeStale(join(root, folder))
  writeWhole(buildRecord, JSON.stringify({ fingerprint: state, files }))
}

/**
 * Writes the browser's files, ready compressed next to each, and the manifest from plain names to hashed ones.
 *
 * @returns the paths of all that was written
 */
export function writeAssets(result) {
  const written = (result.outputFiles ?? []).flatMap(({ path, contents }) => {
    const plain = writeWhole(path, contents)
    if (!/\.(js|css|svg)$/.test(path)) return [plain]
    // Both at their strongest: built once, sent to everybody.
    const gz = writeWhole(`${path}.gz`, gzipSync(contents, { level: 9 }))
    return [plain, gz, writeWhole(`${path}.br`, brotliCompressSync(contents))]
  })
  const manifest = manifestOf(result.metafile.outputs)
  return [...written, writeWhole(join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)]
}

function manifestOf(outputs) {
  const manifest = {}
  for (const [output, { entryPoint, inputs }] of Object.entries(outputs)) {
    const sources = Object.keys(inputs)
    const isCopy = sources.length === 1 && /\.(woff2|svg)$/.test(output)
    const source = entryPoint ?? (isCopy ? sources[0] : undefined)
    if (source === undefined || output.endsWith('.map')) continue
    manifest[basename(source).replace(/\.ts$/, '.js')] = relative('dist/assets', output)
  }
  return Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)))
}

// A running server still loads chunks of the build before this one, and open pages its assets: each file is
// replaced in one step, and what is no longer written goes only after a week.
function writeWhole(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, contents)
  renameSync(unfinished, path)
  return path
}

function removeStale(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (Date.now() - statSync(path).mtimeMs > staleAfterMs) rmSync(path)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await build()
  } catch (error) {
    // esbuild has printed its own complaints already.
    if (error.errors === undefined) throw error
    process.exitCode = 1
  }
}
