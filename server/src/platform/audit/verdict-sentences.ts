import type { Fault, FaultCode, Verdict } from './verdict.ts'
import type { FactsVerdict } from './verify-facts.ts'
import type { FileFault, FilesVerdict } from './verify-files.ts'

type Sentence = readonly [vi: string, en: string]

const faults: Readonly<Record<FaultCode, Sentence>> = {
  entry_changed: ['Mục này đã bị sửa sau khi niêm phong.', 'This entry was changed after it was sealed.'],
  entry_removed: ['Mục này đã bị xoá.', 'This entry was removed.'],
  entry_inserted: [
    'Mục này được chèn vào: chương trình không ghi nó vào chỗ đó.',
    'This entry was put in: the program did not write it there.',
  ],
  entry_backdated: [
    'Mục này ghi lùi ngày: nó được niêm phong sau những mục ghi muộn hơn nó hơn một ngày.',
    'This entry is dated back: it was sealed after entries that are more than a day later.',
  ],
  entries_reordered: [
    'Mục này đã bị đổi chỗ với một mục khác.',
    'This entry has changed places with another one.',
  ],
  leaf_changed: [
    'Mục còn nguyên, nhưng giá trị băm của nó trong bảng niêm phong đã bị sửa.',
    'The entry is as it was, but its hash in the table of seals was changed.',
  ],
  content_changed: ['Nội dung của mục này đã bị sửa.', 'The content of this entry was changed.'],
  content_removed: [
    'Nội dung của mục này đã bị xoá mà không có quyết định nào được ghi nhận.',
    'The content of this entry was removed without a decision on the record.',
  ],
  batch_mismatch: [
    'Các mục của lô này không còn là những mục đã niêm phong. Hãy đối chiếu với tệp gốc (--roots) để biết mục nào.',
    'The entries of this batch are not those that were sealed. Compare with the file of roots (--roots) to learn which.',
  ],
  batch_changed: ['Dòng niêm phong của lô này đã bị sửa.', 'The seal of this batch was changed.'],
  batch_removed: ['Dòng niêm phong của lô này đã bị xoá.', 'The seal of this batch was removed.'],
  root_replaced: [
    'Gốc của lô này đã bị thay bằng gốc khác.',
    'The root of this batch was replaced by another one.',
  ],
  tail_cut: [
    'Phần cuối của nhật ký đã bị cắt: tệp gốc có lô này, cơ sở dữ liệu thì không.',
    'The end of the record was cut off: the file of roots has this batch, the database has not.',
  ],
  roots_shortened: [
    'Tệp gốc của máy chủ này thiếu từ lô này trở đi, hoặc không còn: đã bị cắt ngắn. Nếu vừa khôi phục, hãy chạy máy chủ rồi kiểm tra lại.',
    'The file of roots of this server lacks this batch and those after it, or is gone: it was cut short. After a restore start the server, then verify again.',
  ],
  timestamp_wrong: [
    'Dấu thời gian của lô này không phải của gốc này, hoặc chữ ký của nó không đúng.',
    'The time-stamp of this batch is not of this root, or its signature does not hold.',
  ],
}

/** The verdict as lines of text, Vietnamese first. */
export function verdictLines(verdict: Verdict): readonly string[] {
  const { faults: found, more, sealed, batches, unsealed, erased, confirmed, stamped, root } = verdict
  const outside: Sentence =
    confirmed === null
      ? ['không có tệp gốc để đối chiếu', 'no file of roots to compare with']
      : [`${confirmed} lô khớp với tệp gốc`, `${confirmed} batches agree with the file of roots`]
  const stamp: Sentence =
    stamped === null
      ? ['chưa có dấu thời gian', 'not time-stamped']
      : [
          `đến lô ${stamped.batch} có dấu thời gian ${stamped.at}`,
          `time-stamped up to batch ${stamped.batch} at ${stamped.at}`,
        ]
  return [
    headline(verdict),
    ...found.flatMap(faultLines),
    ...(more === 0 ? [] : [`  … và ${more} sai lệch nữa · and ${more} more faults`]),
    `  ${sealed} mục trong ${batches} lô; ${unsealed} mục chưa niêm phong; ${erased} nội dung xoá theo quyết định`,
    `  ${sealed} entries in ${batches} batches; ${unsealed} not sealed yet; ${erased} contents lawfully removed`,
    `  ${outside[0]}; ${stamp[0]} · ${outside[1]}; ${stamp[1]}`,
    ...(root === null ? [] : [`  gốc cuối · last root  ${root}`]),
  ]
}

function headline({ ok, faults: found }: Verdict): string {
  if (!ok) return 'KHÔNG TOÀN VẸN · NOT INTACT'
  return found.length === 0
    ? 'TOÀN VẸN · INTACT'
    : 'CHỈ CÓ SAI LỆCH ĐÃ ĐƯỢC HAI NGƯỜI GHI NHẬN · ONLY FAULTS THAT TWO PEOPLE ACKNOWLEDGED'
}

/** The meaning of a fault, for a page in one language. */
export const faultSentence = (code: FaultCode, language: 'vi' | 'en'): string =>
  faults[code][language === 'vi' ? 0 : 1]

function faultLines({ code, seq, entryId, batch, fingerprint, acknowledged }: Fault): readonly string[] {
  const [vi, en] = faults[code]
  const place = (words: readonly [string, string, string]) =>
    [
      ...(seq === null ? [] : [`${words[0]} ${seq}`]),
      ...(entryId === null ? [] : [`${words[1]} ${entryId}`]),
      ...(batch === null ? [] : [`${words[2]} ${batch}`]),
    ].join(', ')
  return [
    `  ${code} (${place(['mục', 'mã', 'lô'])}): ${vi}${acknowledged ? ' (đã ghi nhận)' : ''}`,
    `  ${code} (${place(['entry', 'id', 'batch'])}): ${en}${acknowledged ? ' (acknowledged)' : ''}`,
    `    ${fingerprint}`,
  ]
}

const fileProblems: Readonly<Record<FileFault['problem'], Sentence>> = {
  missing: ['tệp không còn trong kho', 'the file is no longer in the store'],
  changed: ['nội dung tệp đã khác', 'the bytes of the file are others'],
  unreadable: ['không đọc được tệp', 'the file cannot be read'],
}

/** The results for files, as lines of text. */
export function filesLines({ checked, bytes, faults: wrong, more }: FilesVerdict): readonly string[] {
  return [
    wrong.length === 0
      ? 'TỆP CÒN NGUYÊN · FILES INTACT'
      : 'CÓ TỆP KHÔNG CÒN NGUYÊN · SOME FILES ARE NOT INTACT',
    ...wrong.flatMap(({ sha256, problem, uses }) => [
      `  ${sha256}: ${fileProblems[problem][0]} · ${fileProblems[problem][1]}`,
      ...uses.map((use) => `    ${use}`),
    ]),
    ...(more === 0 ? [] : [`  … và ${more} tệp nữa · and ${more} more files`]),
    `  đã đọc ${checked} tệp, ${bytes} byte · ${checked} files read, ${bytes} bytes`,
  ]
}

/** The results for facts that are also in the log, as lines of text. */
export function factsLines({ checked, faults: wrong, more }: FactsVerdict): readonly string[] {
  return [
    wrong.length === 0
      ? 'BẢNG KHỚP VỚI NHẬT KÝ · TABLES AGREE WITH THE RECORD'
      : 'BẢNG KHÁC VỚI NHẬT KÝ · TABLES DISAGREE WITH THE RECORD',
    ...wrong.flatMap(({ table, fact, id, told, stands }) => [
      `  ${table}.${fact} ${id}`,
      `    nhật ký · the record: ${told}`,
      `    trong bảng · the table: ${stands ?? '– (không còn dòng · the row is gone)'}`,
    ]),
    ...(more === 0 ? [] : [`  … và ${more} chỗ nữa · and ${more} more`]),
    `  đã so ${checked} dòng · ${checked} rows compared`,
  ]
}
