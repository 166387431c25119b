// Runs on Node 20: the way from whatever Node the machine has to the one that the packages bring.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'
import { Sentence } from './say.mjs'

const wantedMajor = 24
const packaged = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)

/**
 * Goes on only on the packaged Node: elsewhere it runs `script` there, passes signals on and exits as it did.
 *
 * @param {string} script
 * @param {readonly string[]} args
 */
export async function onPackagedNode(script, args) {
  if (!existsSync(packaged)) {
    if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return
    throw new Sentence(
      `Không có Node ${wantedMajor} kèm theo cho ${process.platform}-${process.arch}: hãy cài Node ${wantedMajor} trở lên từ https://nodejs.org.`,
      `No Node ${wantedMajor} comes with the packages for ${process.platform}-${process.arch}: install Node ${wantedMajor} or later from https://nodejs.org.`,
    )
  }
  if (realpathSync(process.execPath) === realpathSync(packaged)) return
  process.exit(await run(packaged, [script, ...args], { DOTPHA_LAUNCHER: String(process.pid) }))
}

/**
 * Runs a program to its end with this terminal. Signals to us are passed on, and we outlive it.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @returns {Promise<number>} the exit code, as a shell counts it
 */
export function run(program, args, env = {}) {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, PATH: path, ...env } })
  const passOn = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, passOn)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
