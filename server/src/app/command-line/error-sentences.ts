import type { Words } from './command.ts'

type Sentence = (subject: string) => Words

const mayNot: Sentence = (at) => ({
  vi: `Tài khoản đang chạy lệnh không có quyền với ${at}: hãy xem lại chủ sở hữu và quyền, hoặc chọn nơi khác.`,
  en: `The account that runs the command may not use ${at}: check its owner and permissions, or choose another place.`,
})
const noRoom: Sentence = (at) => ({
  vi: `Đĩa đã đầy hoặc hết hạn mức khi ghi ${at}: hãy giải phóng chỗ rồi chạy lại.`,
  en: `The disk is full or the quota is used up (${at}): free some space and run it again.`,
})
const noAnswer: Sentence = (at) => ({
  vi: `Không nối được tới ${at}: hãy xem dịch vụ có đang chạy không, địa chỉ và cổng có đúng không.`,
  en: `${at} cannot be reached: check whether the service runs, and its address and port.`,
})
const wrongLogin: Sentence = () => ({
  vi: 'Cơ sở dữ liệu không nhận tài khoản hoặc mật khẩu: hãy xem lại DATABASE_URL.',
  en: 'The database does not accept the login or password: check DATABASE_URL.',
})
const notNow: Sentence = () => ({
  vi: 'Cơ sở dữ liệu chưa nhận kết nối (đang khởi động, đang dừng hoặc hết kết nối): hãy thử lại sau ít phút.',
  en: 'The database takes no connections now (it starts, stops or has none left): try again in a few minutes.',
})
const mayNotInDatabase: Sentence = () => ({
  vi: 'Tài khoản trong DATABASE_URL không đủ quyền trong cơ sở dữ liệu: hãy chạy dotpha config check để biết thiếu quyền nào.',
  en: 'The login in DATABASE_URL lacks permissions in the database: dotpha config check says which.',
})

/** What an operator is told of codes of the operating system and of PostgreSQL; every other error is ours to correct. */
export const errorSentences: Readonly<Record<string, Sentence>> = {
  EACCES: mayNot,
  EPERM: mayNot,
  EROFS: (at) => ({
    vi: `${at} nằm trên ổ đĩa chỉ cho đọc: hãy chọn nơi khác.`,
    en: `${at} is on a read-only disk: choose another place.`,
  }),
  ENOENT: (at) => ({
    vi: `Không có ${at}: hãy kiểm tra lại đường dẫn.`,
    en: `There is no ${at}: check the path.`,
  }),
  ENOTDIR: (at) => ({
    vi: `Một phần của đường dẫn ${at} là tệp chứ không phải thư mục: hãy kiểm tra lại đường dẫn.`,
    en: `A part of the path ${at} is a file and not a folder: check the path.`,
  }),
  EISDIR: (at) => ({
    vi: `${at} là thư mục, ở đây cần một tệp.`,
    en: `${at} is a folder, a file is needed here.`,
  }),
  EEXIST: (at) => ({
    vi: `Đã có ${at}: hãy chọn tên khác.`,
    en: `${at} exists already: choose another name.`,
  }),
  ENAMETOOLONG: (at) => ({
    vi: `Tên quá dài: ${at}. Hãy đặt tên ngắn hơn.`,
    en: `The name is too long: ${at}. Choose a shorter one.`,
  }),
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EIO: (at) => ({
    vi: `Thiết bị lưu trữ báo lỗi ở ${at}: hãy kiểm tra đĩa.`,
    en: `The storage reports an error at ${at}: check the disk.`,
  }),
  EMFILE: () => ({
    vi: 'Đang mở quá nhiều tệp cùng lúc: hãy tăng giới hạn (ulimit -n).',
    en: 'Too many files are open at once: raise the limit (ulimit -n).',
  }),
  EADDRINUSE: (at) => ({
    vi: `Địa chỉ ${at} đang có chương trình khác dùng: hãy chọn cổng khác (PORT).`,
    en: `The address ${at} is used by another program: choose another port (PORT).`,
  }),
  EADDRNOTAVAIL: (at) => ({
    vi: `Máy này không có địa chỉ ${at}: hãy xem lại HOST.`,
    en: `This machine does not have the address ${at}: check HOST.`,
  }),
  ECONNREFUSED: noAnswer,
  ECONNRESET: noAnswer,
  ETIMEDOUT: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ENOTFOUND: noAnswer,
  EAI_AGAIN: noAnswer,
  '28P01': wrongLogin,
  '28000': wrongLogin,
  '3D000': () => ({
    vi: 'Không có cơ sở dữ liệu mang tên trong DATABASE_URL: hãy tạo trước hoặc sửa tên.',
    en: 'There is no database of the name in DATABASE_URL: create it or correct the name.',
  }),
  '42501': mayNotInDatabase,
  '53100': () => ({
    vi: 'Đĩa của cơ sở dữ liệu đã đầy: hãy giải phóng chỗ rồi chạy lại.',
    en: 'The disk of the database is full: free some space and run it again.',
  }),
  '53300': notNow,
  '57P01': notNow,
  '57P02': notNow,
  '57P03': notNow,
  '25006': () => ({
    vi: 'Cơ sở dữ liệu này chỉ cho đọc (bản sao đang theo máy khác): hãy nối tới máy chính.',
    en: 'This database is read-only (it follows another one): connect to the leader.',
  }),
}
