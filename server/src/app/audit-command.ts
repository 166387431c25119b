import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { exportRecord } from '../platform/audit/export.ts'
import { verdictLines } from '../platform/audit/verdict-sentences.ts'
import { verifyRecord } from '../platform/audit/verify.ts'
import { realClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { rememberFaults } from '../security/index.ts'
import { clockCommand } from './audit-clock.ts'
import { withDatabase } from './command.ts'
import type { Call } from './command-line/command.ts'
import { rootsPathOf, trustedAuthorities } from './compose-sealer.ts'

/** `dotpha audit verify`, `export DIR` and `clock`. Exit code 0 only when the record is intact. */
export async function auditCommand(call: Call): Promise<void> {
  switch (call.verb) {
    case 'verify':
      return verify(call)
    case 'export':
      return exportTo(call)
    case 'clock':
      return clockCommand(call)
  }
}

async function verify({ values, switches }: Call): Promise<void> {
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
  console.log(switches.has('json') ? JSON.stringify(verdict) : verdictLines(verdict).join('\n'))
  if (!verdict.ok) process.exitCode = 1
}

async function exportTo({ operands: [folder = ''], switches }: Call): Promise<void> {
  const exported = await withDatabase((database) => exportRecord(database, resolve(folder)))
  if (switches.has('json')) console.log(JSON.stringify(exported))
  else
    console.log(
      `${exported.entries} mục, ${exported.batches} lô, ${exported.stamps} dấu thời gian → ${folder}
Kiểm tra ở máy khác · check on another machine:  node tools/verify-audit.mjs ${folder} --roots audit-roots.ndjson`,
    )
}
