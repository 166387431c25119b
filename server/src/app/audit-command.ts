import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { exportRecord } from '../platform/audit/export.ts'
import { verdictLines } from '../platform/audit/verdict-sentences.ts'
import { verifyRecord } from '../platform/audit/verify.ts'
import { realClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { Failure } from '../platform/refusal.ts'
import { rememberFaults } from '../security/index.ts'
import { clockCommand, clockUsage } from './audit-clock.ts'
import { withDatabase } from './command.ts'
import { rootsPathOf, trustedAuthorities } from './compose-sealer.ts'

const usage = `dotpha audit verify [--roots FILE] [--json] | dotpha audit export DIR [--json] | ${clockUsage}`

/** `dotpha audit verify` and `dotpha audit export DIR`. Exit code 0 only when the record is intact. */
export async function auditCommand(args: readonly string[]): Promise<void> {
  const [verb, ...rest] = args
  if (verb === 'verify') return verify(rest)
  if (verb === 'export') return exportTo(rest)
  if (verb === 'clock') return clockCommand(rest)
  throw new Failure('usage', usage)
}

async function verify(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { roots: { type: 'string' }, json: { type: 'boolean' } },
  })
  const config = readConfig(process.env)
  // The server's own file of roots is looked at unasked; one that was carried elsewhere proves more.
  const own = rootsPathOf(config)
  const rootsPath = values.roots === undefined ? (existsSync(own) ? own : undefined) : resolve(values.roots)
  const trusted = trustedAuthorities(config)
  const verdict = await withDatabase(async (database) => {
    const found = await verifyRecord(database, { rootsPath, trusted })
    // So that two people can acknowledge one on a page; a verification does not fail for want of that.
    await rememberFaults(database, found.faults, realClock.now()).catch(() =>
      console.error('Không lưu được danh sách sai lệch.\nThe list of faults could not be kept.'),
    )
    return found
  })
  console.log(values.json === true ? JSON.stringify(verdict) : verdictLines(verdict).join('\n'))
  if (!verdict.ok) process.exitCode = 1
}

async function exportTo(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new Failure('usage', usage)
  const exported = await withDatabase((database) => exportRecord(database, resolve(folder)))
  if (values.json === true) console.log(JSON.stringify(exported))
  else
    console.log(
      `${exported.entries} mục, ${exported.batches} lô, ${exported.stamps} dấu thời gian → ${folder}
Kiểm tra ở máy khác · check on another machine:  node tools/verify-audit.mjs ${folder} --roots audit-roots.ndjson`,
    )
}
