import { join } from 'node:path'
import * as esbuild from 'esbuild'
import { browserOptions, writeAssets } from './build.mjs'
import { run } from './packaged-node.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'

/**
 * Runs the server from its sources and starts it again when one of them is saved; the browser's part is built
 * again next to it. The manifest changes without a restart, so in development the server reads it each time.
 *
 * @param {readonly string[]} args
 */
export async function develop(args) {
  const rebuilt = {
    name: 'write-assets',
    setup: (build) => build.onEnd((result) => void (result.errors.length === 0 && writeAssets(result))),
  }
  const context = await esbuild.context({ ...browserOptions, minify: false, plugins: [rebuilt] })
  await context.rebuild()
  await context.watch()
  say('Chạy từ mã nguồn, tự nạp lại khi lưu', 'Running from the sources, reloading when one is saved')
  const cli = join(root, 'server/src/app/cli.ts')
  const flags = ['--watch', '--watch-preserve-output', '--import', 'tsx']
  process.exitCode = await run(process.execPath, [...flags, cli, 'start', ...args], {
    NODE_ENV: 'development',
  })
  await context.dispose()
}
