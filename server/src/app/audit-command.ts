import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { exportRecord } from '../platform/audit/export.ts'
import { factsLines, filesLines, verdictLines } from '../platform/audit/verdict-sentences.ts'
import { type VerifyOptions, verifyRecord } from '../platform/audit/verify.ts'
import { recordedFacts, verifyFacts } from '../platform/audit/verify-facts.ts'
import { verifyFiles } from '../platform/audit/verify-files.ts'
import { type Config, readConfig } from '../platform/config/config.ts'
import { openBlobStore } from '../platform/files/open-blob-store.ts'
import { realClock } from '../platform/time/clock.ts'
import { rememberFaults } from '../security/index.ts'
import { clockCommand } from './audit-clock.ts'
import { withDatabase } from './command.ts'
import type { Call } from './command-line/command.ts'
import { rootsPathOf, trustedAuthorities } from './compose-sealer.ts'
import { surroundings } from './slices.ts'

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
  const now = realClock.now()
  const { verdict, facts, files } = await withDatabase(async (database) => {
    const verdict = await verifyRecord(database, verifyOptions(config, values.roots, now))
    // So that two people can acknowledge one on a page; a verification does not fail for want of that.
    await rememberFaults(database, verdict.faults, now).catch(() =>
      console.error('Không lưu được danh sách sai lệch.\nThe list of faults could not be kept.'),
    )
    const facts = await verifyFacts(database, surroundings().offers.at(recordedFacts))
    const files = switches.has('files') ? await verifyFiles(database, openBlobStore(config)) : undefined
    return { verdict, facts, files }
  })
  if (switches.has('json')) console.log(JSON.stringify({ ...verdict, facts, ...(files && { files }) }))
  else
    console.log(
      [
        ...verdictLines(verdict),
        ...factsLines(facts),
        ...(files === undefined ? [] : filesLines(files)),
      ].join('\n'),
    )
  if (!verdict.ok || facts.faults.length > 0 || (files?.faults.length ?? 0) > 0) process.exitCode = 1
}

// A batch that was sealed a moment ago may not stand in the file yet.
const appendedWithinMs = 60_000

/** The server's own file of roots is looked at unasked, and must be whole; one that was carried elsewhere proves more. */
function verifyOptions(config: Config, roots: string | undefined, now: Date): VerifyOptions {
  const trust = trustedAuthorities(config)
  if (roots !== undefined) return { rootsPath: resolve(roots), trust }
  const own = rootsPathOf(config)
  const completeUntil = new Date(now.getTime() - appendedWithinMs)
  return { rootsPath: existsSync(own) ? own : undefined, completeUntil, trust }
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
