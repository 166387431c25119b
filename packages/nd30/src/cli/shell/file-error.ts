import type { Said } from './said.ts'

/** What was being done: reading or writing a file, or listing a folder. */
export type FileAct = 'read' | 'write' | 'list'

/** A file or folder that a command was given could not be used: one sentence that says which, why and what to do. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly act: FileAct
  readonly path: string
  /** Of the operating system, such as `ENOENT`; ours are `ENOTFILE` (a device or pipe) and `EFBIG`. */
  readonly code: string
  readonly sentence: Said

  constructor(act: FileAct, path: string, code: string, options?: ErrorOptions) {
    super(`${act} ${path}: ${code}`, options)
    this.act = act
    this.path = path
    this.code = code
    const reason = reasonOf(act, code)
    const begin = begins[act]
    const name = path === '-' ? standard[act === 'write' ? 'write' : 'read'] : { vi: path, en: path }
    this.sentence = {
      vi: `${begin.vi} ${name.vi}: ${reason.vi}.`,
      en: `${begin.en} ${name.en}: ${reason.en}.`,
    }
  }
}

/** Runs what uses a file: trouble of the file system becomes a `FileError` about `path`. */
export function onFile<Result>(act: FileAct, path: string, run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw fileErrorOf(act, path, error)
  }
}

/** The `FileError` for an error of the operating system; any other error as it is. */
export function fileErrorOf(act: FileAct, path: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (typeof code !== 'string' || syscall === undefined) return error
  return new FileError(act, path, code, { cause: error })
}

const begins = {
  read: { vi: 'Không đọc được', en: 'Cannot read' },
  write: { vi: 'Không ghi được', en: 'Cannot write' },
  list: { vi: 'Không đọc được thư mục', en: 'Cannot read the folder' },
} as const satisfies Record<FileAct, Said>

const standard = {
  read: { vi: 'đầu vào chuẩn', en: 'standard input' },
  write: { vi: 'đầu ra chuẩn', en: 'standard output' },
} as const

type Reasons = Readonly<Record<string, Said | Readonly<Record<FileAct, Said>>>>

const wrongPath = {
  vi: 'không có tệp hay thư mục này, hãy kiểm tra lại đường dẫn',
  en: 'there is no such file or folder, check the path',
}
const isFolder = { vi: 'đây là thư mục, hãy nêu một tệp', en: 'this is a folder, name a file' }
const notReadable = {
  vi: 'tài khoản đang chạy lệnh không có quyền đọc, hãy xin cấp quyền',
  en: 'the account that runs the command may not read it, ask for the permission',
}
const fileOnTheWay = {
  vi: 'một phần của đường dẫn là tệp chứ không phải thư mục, hãy kiểm tra lại đường dẫn',
  en: 'a part of the path is a file and not a folder, check the path',
}
const noPipe = {
  vi: 'đây là thiết bị hoặc ống dẫn, hãy nêu một tệp',
  en: 'this is a device or a pipe, name a file',
}
const notWritable = {
  vi: 'tài khoản đang chạy lệnh không có quyền ghi ở đó, hãy chọn nơi khác hoặc xin cấp quyền',
  en: 'the account that runs the command may not write there, choose another place or ask for the permission',
}
const full = {
  vi: 'đĩa đã đầy, hãy giải phóng chỗ hoặc ghi vào nơi khác',
  en: 'the disk is full, free some space or write elsewhere',
}
const denied = { read: notReadable, list: notReadable, write: notWritable }

const reasons: Reasons = {
  ENOENT: {
    read: wrongPath,
    list: wrongPath,
    write: {
      vi: 'thư mục chứa tệp chưa có, hãy tạo thư mục đó trước',
      en: 'its folder does not exist, create that folder first',
    },
  },
  EISDIR: {
    read: isFolder,
    list: isFolder,
    write: {
      vi: 'đã có thư mục mang tên này, hãy đặt tên khác',
      en: 'a folder has this name, choose another one',
    },
  },
  ENOTDIR: {
    read: fileOnTheWay,
    write: fileOnTheWay,
    list: { vi: 'đây không phải thư mục, hãy nêu một thư mục', en: 'this is no folder, name a folder' },
  },
  ENOTFILE: noPipe,
  EACCES: denied,
  EPERM: denied,
  EROFS: { vi: 'ổ đĩa chỉ cho đọc, hãy ghi vào nơi khác', en: 'the disk is read-only, write elsewhere' },
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: { vi: 'tệp quá lớn đối với lệnh này', en: 'the file is too large for this command' },
  EPIPE: {
    vi: 'chương trình nhận đã dừng đọc trước khi nhận đủ',
    en: 'the receiving program stopped reading before it had everything',
  },
  ENAMETOOLONG: { vi: 'tên quá dài, hãy đặt tên ngắn hơn', en: 'the name is too long, choose a shorter one' },
  ELOOP: {
    vi: 'liên kết trỏ vòng quanh, hãy nêu tệp thật',
    en: 'links lead in a circle, name the file itself',
  },
  EBUSY: {
    vi: 'chương trình khác đang dùng tệp, hãy thử lại sau',
    en: 'another program is using it, try again later',
  },
  EMFILE: { vi: 'đang mở quá nhiều tệp, hãy thử lại sau', en: 'too many files are open, try again later' },
  EIO: {
    vi: 'thiết bị lưu trữ báo lỗi, hãy kiểm tra đĩa',
    en: 'the storage reports an error, check the disk',
  },
}

function reasonOf(act: FileAct, code: string): Said {
  const found = Object.hasOwn(reasons, code) ? reasons[code] : undefined
  if (found === undefined)
    return { vi: `hệ điều hành báo lỗi ${code}`, en: `the operating system reports ${code}` }
  return 'vi' in found ? found : found[act]
}
