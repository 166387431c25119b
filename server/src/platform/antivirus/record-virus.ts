import { audit } from '../audit/audit.ts'
import { type Circumstances, inTransaction, type System } from '../http/system.ts'
import type { VirusFound } from './virus-scanner.ts'

/**
 * Records who tried to upload a file with a virus, where, the name of the virus and the hash of the file; not the file.
 */
export async function recordVirus(
  system: System,
  circumstances: Circumstances,
  { act, field }: { readonly act: string; readonly field: string | undefined },
  { params, file, engine }: VirusFound,
): Promise<void> {
  const payload = { act, field, virus: params.virus, virusEngine: engine, ...file }
  await inTransaction(system, circumstances, 'write', (c) => audit(c, 'virus.stop', null, payload, 'refused'))
}
