// `npm run test:bare`: the tests that ask a browser or a judge, once, as a machine runs them on which nothing but Node has
// been installed. The browser is the packaged one; each judge is missing, and is named.

import { spawn } from 'node:child_process'
import { makeBarePath } from './bare-path.mjs'
import { judgedTests } from './judged-tests.mjs'
import { root } from './root.mjs'

const bare = makeBarePath()
const { REQUIRE_TOOLS: _, VERAPDF: __, ...others } = process.env
const child = spawn('npm', ['test', '--', ...judgedTests()], {
  cwd: root,
  stdio: 'inherit',
  env: { ...others, PATH: bare.path },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  bare.remove()
  process.exitCode = code ?? 1
})
