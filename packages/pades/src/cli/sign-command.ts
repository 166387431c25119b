import type { Certification } from '../form/permissions.ts'
import type { SignWarning } from '../sign/check-path.ts'
import { sign } from '../sign/sign.ts'
import { fileSource } from '../source.ts'
import { keyOptions, openKey } from './key-options.ts'
import { oneOf } from './one-of.ts'
import { parseOnce } from './parse-once.ts'
import { type Outcome, runCommand } from './run-command.ts'
import { openServices, serviceOptions } from './service-options.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const options = {
  ...keyOptions,
  ...serviceOptions,
  out: { type: 'string' },
  level: { type: 'string' },
  field: { type: 'string' },
  page: { type: 'string' },
  reason: { type: 'string' },
  location: { type: 'string' },
  name: { type: 'string' },
  certify: { type: 'string' },
  json: { type: 'boolean' },
} as const

const usage =
  'sign FILE.pdf (--p12 FILE | --key FILE --cert FILE | --pkcs11 LIBRARY [--token LABEL] [--key-label LABEL]) --out FILE ' +
  '[--password-file FILE | --password-env NAME] [--level B-B|B-T|B-LT|B-LTA] [--tsa URL] [--trust DIR] [--offline] ' +
  '[--field NAME] [--page N] [--reason TEXT] [--location TEXT] [--name TEXT] [--certify 1|2|3] [--pss] [--json]'

/**
 * Signs a PDF (`usage` shows how). The certificate is checked against the folders of trust, with the services that it
 * names unless `--offline`; what could not be checked is told.
 *
 * @returns 0 where the signed file stands at `--out`, else 1; then nothing stands there
 */
export function signCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  return runCommand(args.includes('--json'), terminal, () => signFile(args, terminal))
}

async function signFile(args: readonly string[], terminal: Terminal): Promise<Outcome> {
  const { values, positionals } = parseOnce(args, options)
  const [path, ...more] = positionals
  const { out } = values
  if (path === undefined || more.length > 0 || out === undefined) throw new UsageError(usage)
  const question = { vi: 'Mật khẩu hoặc mã PIN: ', en: 'Password or PIN: ' }[terminal.language]
  const level = oneOf(['B-B', 'B-T', 'B-LT', 'B-LTA'], values.level ?? 'B-B', '--level')
  const page = values.page === undefined ? 1 : Number(values.page)
  if (!Number.isInteger(page) || page < 1) throw new UsageError('--page 1…')
  if (level !== 'B-B' && values.tsa === undefined) throw new UsageError(`--level ${level} --tsa URL`)
  const { now } = terminal
  const { trust, crls, timestamp, evidence } = openServices(values, now)
  const isLasting = level === 'B-LT' || level === 'B-LTA'
  if (isLasting && trust.length === 0) throw new UsageError(`--level ${level} --trust DIR`)
  using source = fileSource(path)
  const key = await openKey(values, () => terminal.ask(question))
  try {
    const signed = await sign(source, {
      signer: key.signer,
      at: now(),
      level,
      page: page - 1,
      declared: declaredIn(values),
      ...(values.field !== undefined && { field: values.field }),
      ...(values.certify !== undefined && { certify: certificationIn(values.certify) }),
      ...(timestamp !== null && { timestamp }),
      ...(trust.length > 0 && { check: { trust, crls, ...(evidence !== null && { services: evidence }) } }),
    })
    signed.writeTo(out)
    return outcomeOf(out, level, signed.warnings)
  } finally {
    await key.close()
  }
}

function declaredIn({ reason, location, name }: { reason?: string; location?: string; name?: string }) {
  return {
    ...(reason !== undefined && { reason }),
    ...(location !== undefined && { location }),
    ...(name !== undefined && { name }),
  }
}

function certificationIn(text: string): Certification {
  return Number(oneOf(['1', '2', '3'], text, '--certify')) as Certification
}

const warningWords = {
  path_not_checked: {
    vi: 'chưa kiểm tra đường dẫn tin cậy (nêu --trust)',
    en: 'its path of trust was not checked (give --trust)',
  },
  revocation_not_checked: { vi: 'chưa kiểm tra tình trạng thu hồi', en: 'its revocation was not checked' },
  revocation_unknown: {
    vi: 'không kiểm tra được tình trạng thu hồi',
    en: 'whether it is revoked could not be found out',
  },
} as const satisfies Record<SignWarning['code'], object>

function outcomeOf(out: string, level: string, warnings: readonly SignWarning[]): Outcome {
  const lines = warnings.map(({ code, certificate }) => ({
    vi: `Lưu ý, chứng thư ${certificate}: ${warningWords[code].vi}.`,
    en: `Note, certificate ${certificate}: ${warningWords[code].en}.`,
  }))
  const done = { vi: `Đã ký ở mức ${level}: ${out}`, en: `Signed at level ${level}: ${out}` }
  return { lines: [done, ...lines], json: { out, level, warnings } }
}
