import type { Certification } from '../form/permissions.ts'
import type { SignWarning } from '../sign/check-path.ts'
import { sign } from '../sign/sign.ts'
import type { ByteSource } from '../source.ts'
import { givenPdf } from './given-pdf.ts'
import { keyOptions, openKey } from './key-options.ts'
import { type MarkWish, markIn, markOptions, markUsage } from './mark-options.ts'
import { type Outcome, runCommand } from './run-command.ts'
import { openServices, serviceOptions } from './service-options.ts'
import { commandLine, exactly, oneOf, outputPath, required } from './shell/command-line.ts'
import type { Said } from './shell/said.ts'
import { UsageError } from './shell/usage-error.ts'
import type { Terminal } from './terminal.ts'
import type { VisibleMark, visibleMark } from './visible-mark.ts'
import { writePdf } from './write-pdf.ts'

const options = {
  ...keyOptions,
  ...serviceOptions,
  ...markOptions,
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
  'sign FILE.pdf|- (--p12 FILE | --key FILE --cert FILE | --pkcs11 LIBRARY [--token LABEL] [--key-label LABEL]) --out FILE.pdf|- ' +
  '[--password-file FILE | --password-env NAME] [--level B-B|B-T|B-LT|B-LTA] [--tsa URL] [--trust DIR] [--offline] ' +
  '[--field NAME] [--page N] [--reason TEXT] [--location TEXT] [--name TEXT] [--certify 1|2|3] [--pss] [--json] ' +
  markUsage

/**
 * Signs a PDF (`usage` shows how). The certificate is checked against the folders of trust, with the services that it
 * names unless `--offline`; what could not be checked is told.
 *
 * @returns 0 where the signed file stands at `--out`, else 1 or 2 (`exit-codes.ts`); then nothing stands there
 */
export function signCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  return runCommand(args, terminal, () => signFile(args, terminal))
}

async function signFile(args: readonly string[], terminal: Terminal): Promise<Outcome> {
  const { values, positionals } = commandLine(args, options, usage)
  const [path] = exactly(positionals, ['FILE.pdf'], usage)
  const out = outputPath(required(values.out, '--out FILE.pdf', usage), ['.pdf'], '--out', usage)
  const level = oneOf(['B-B', 'B-T', 'B-LT', 'B-LTA'], values.level ?? 'B-B', '--level', usage)
  const page = pageIn(values.page)
  const certify =
    values.certify === undefined ? null : oneOf(['1', '2', '3'], values.certify, '--certify', usage)
  const mark = markIn(values, usage)
  if (level !== 'B-B') required(values.tsa, `--tsa URL (--level ${level})`, usage)
  if (level === 'B-LT' || level === 'B-LTA')
    required(values.trust?.[0], `--trust DIR (--level ${level})`, usage)
  const { now } = terminal
  const { trust, crls, timestamp, evidence } = openServices(values, now)
  using source = await givenPdf(path, terminal)
  const key = await openKey(values, usage, () => askPassword(path, terminal))
  try {
    const { signer } = key
    const { name, field } = values
    const at = now()
    const visible =
      mark === null ? null : await lookOf(source, mark, { signer, at, name, field, page: page - 1 })
    const signed = await sign(source, {
      signer,
      at,
      level,
      page: page - 1,
      declared: declaredIn(values),
      ...(field !== undefined && { field }),
      ...(visible !== null && { look: visible.look }),
      ...(certify !== null && { certify: Number(certify) as Certification }),
      ...(timestamp !== null && { timestamp }),
      ...(trust.length > 0 && { check: { trust, crls, ...(evidence !== null && { services: evidence }) } }),
    })
    await writePdf(signed, out, terminal)
    return outcomeOf(out, level, signed.warnings, visible?.notes ?? [])
  } finally {
    await key.close()
  }
}

/** Fonts and pictures are loaded for a signature that shows something. */
async function lookOf(
  source: ByteSource,
  mark: MarkWish,
  about: Parameters<typeof visibleMark>[2],
): Promise<VisibleMark> {
  return (await import('./visible-mark.ts')).visibleMark(source, mark, about, usage)
}

function declaredIn({ reason, location, name }: { reason?: string; location?: string; name?: string }) {
  return {
    ...(reason !== undefined && { reason }),
    ...(location !== undefined && { location }),
    ...(name !== undefined && { name }),
  }
}

function pageIn(given = '1'): number {
  const page = Number(given)
  if (/^\d{1,6}$/.test(given) && page > 0) return page
  const fault = {
    vi: `--page cần số trang từ 1, không phải “${given}”`,
    en: `--page takes the number of a page from 1, not “${given}”`,
  }
  throw new UsageError(fault, usage)
}

/** Standard input cannot be both the file and the password. */
async function askPassword(path: string, terminal: Terminal): Promise<string> {
  if (path === '-') {
    const fault = {
      vi: 'tệp được đọc từ đầu vào chuẩn nên mật khẩu phải nêu bằng --password-file hoặc --password-env',
      en: 'the file comes from standard input, so the password must be given by --password-file or --password-env',
    }
    throw new UsageError(fault, usage)
  }
  return terminal.ask({ vi: 'Mật khẩu hoặc mã PIN: ', en: 'Password or PIN: ' }[terminal.language])
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

function outcomeOf(
  out: string,
  level: string,
  warnings: readonly SignWarning[],
  notes: readonly Said[],
): Outcome {
  const lines = warnings.map(({ code, certificate }) => ({
    vi: `Lưu ý, chứng thư ${certificate}: ${warningWords[code].vi}.`,
    en: `Note, certificate ${certificate}: ${warningWords[code].en}.`,
  }))
  const done = { vi: `Đã ký ở mức ${level}: ${out}`, en: `Signed at level ${level}: ${out}` }
  const told = notes.map(({ vi, en }) => ({ vi: `Lưu ý: ${vi}`, en: `Note: ${en}` }))
  return { lines: [done, ...lines, ...told], json: { out, level, warnings, notes } }
}
