import type { Command, CommandOption, ServerCommand } from './command.ts'
import { packageCommands } from './package-commands.ts'

const json: CommandOption = { vi: 'trả lời bằng JSON, cho máy đọc', en: 'answers in JSON, for programs' }
const account: CommandOption = {
  value: 'NAME',
  vi: 'tên đăng nhập của tài khoản',
  en: 'username of the account',
}

const serverCommands: Readonly<Record<string, ServerCommand>> = {
  start: {
    vi: 'Chạy máy chủ; cũng là khi không nêu lệnh nào.',
    en: 'Runs the server; also without any command.',
    forms: [{}],
    options: {},
    run: async () => (await import('../main.ts')).main(),
  },
  setup: {
    vi: 'Thiết lập bản cài đặt thật trong cơ sở dữ liệu trống, với một quản trị viên.',
    en: 'Sets up a real installation in an empty database, with one administrator.',
    forms: [{ needs: ['name', 'admin'], takes: ['founded', 'json'] }],
    options: {
      name: {
        value: 'TEXT',
        vi: 'tên của cấp ủy tỉnh, ví dụ "Tỉnh ủy …"',
        en: 'name of the province’s Party committee, such as "Tỉnh ủy …"',
      },
      admin: { value: 'NAME', vi: 'tên đăng nhập của quản trị viên', en: 'username of the administrator' },
      founded: {
        value: 'DAY',
        vi: 'ngày thành lập; không ghi thì là 01/07/2025',
        en: 'the day of its founding; 01/07/2025 if not given',
      },
      json,
    },
    run: async (call) => (await import('../setup-command.ts')).setupCommand(call),
  },
  migrate: {
    vi: 'Nâng cơ sở dữ liệu lên phiên bản của chương trình này rồi kết thúc.',
    en: 'Brings the database to the version of this program and ends.',
    forms: [{ takes: ['json'] }],
    options: { json },
    run: async (call) => (await import('../migrate-command.ts')).migrateCommand(call),
  },
  config: {
    vi: 'Kiểm tra các cài đặt và những gì chúng trỏ tới; không thay đổi gì.',
    en: 'Checks the settings and what they point to; changes nothing.',
    forms: [{ verb: 'check', takes: ['json'] }],
    options: { json },
    run: async (call) => (await import('../config-command.ts')).configCommand(call),
  },
  user: {
    vi: 'Tạo tài khoản, cấp mật khẩu mới, xác nhận quyền, gỡ bước xác thực thứ hai.',
    en: 'Creates accounts, gives new passwords, confirms access, removes second steps.',
    forms: [
      { verb: 'create', needs: ['account', 'person'], takes: ['json'] },
      { verb: 'password', needs: ['account'], takes: ['json'] },
      { verb: 'confirm', needs: ['account'], takes: ['json'] },
      { verb: 'factor reset', needs: ['account', 'reason'], takes: ['json'] },
    ],
    options: {
      account,
      person: { value: 'ID', vi: 'mã của người trong danh bạ', en: 'id of the person in the directory' },
      reason: {
        value: 'TEXT',
        vi: 'lý do, được ghi vào nhật ký',
        en: 'the reason, kept in the record of acts',
      },
      json,
    },
    run: async (call) => (await import('../user-command.ts')).userCommand(call),
  },
  token: {
    vi: 'Tạo mã truy cập cho chương trình khác; mã chỉ hiện một lần.',
    en: 'Creates a token for another program; it is shown once.',
    forms: [{ verb: 'create', needs: ['account'], takes: ['scope', 'days', 'name', 'json'] }],
    options: {
      account,
      scope: {
        value: 'LIST',
        vi: 'phạm vi read, write, admin, cách nhau bằng dấu phẩy; không ghi thì là read',
        en: 'scopes read, write, admin, separated by commas; read if not given',
      },
      days: {
        value: 'N',
        vi: 'số ngày có hiệu lực; không ghi thì là 90',
        en: 'days until it expires; 90 if not given',
      },
      name: { value: 'TEXT', vi: 'tên để nhận ra mã', en: 'a name to recognise it by' },
      json,
    },
    run: async (call) => (await import('../token-command.ts')).tokenCommand(call),
  },
  backup: {
    vi: 'Sao lưu tất cả vào một thư mục mới, cả khi máy chủ đang chạy.',
    en: 'Copies everything into a new folder, also while the server runs.',
    forms: [{ operands: ['DIR'], takes: ['json'] }],
    options: { json },
    run: async (call) => (await import('../backup-command.ts')).backupCommand(call),
  },
  restore: {
    vi: 'Khôi phục một bản sao lưu vào cơ sở dữ liệu trống.',
    en: 'Restores a backup into an empty database.',
    forms: [{ operands: ['DIR'], takes: ['revoke-tokens', 'void-passwords', 'json'] }],
    options: {
      'revoke-tokens': { vi: 'thu hồi mọi mã truy cập', en: 'revokes all tokens' },
      'void-passwords': { vi: 'làm cho mọi mật khẩu hết hiệu lực', en: 'makes all passwords void' },
      json,
    },
    run: async (call) => (await import('../backup-command.ts')).restoreCommand(call),
  },
  audit: {
    vi: 'Kiểm tra, xuất nhật ký được niêm phong; so đồng hồ với nhật ký.',
    en: 'Verifies or exports the sealed record of acts; compares the clock with it.',
    forms: [
      { verb: 'verify', takes: ['roots', 'files', 'json'] },
      { verb: 'export', operands: ['DIR'], takes: ['json'] },
      { verb: 'clock', takes: ['accept', 'reason', 'json'] },
    ],
    options: {
      roots: {
        value: 'FILE',
        vi: 'tệp gốc niêm phong đã giữ ở nơi khác',
        en: 'a file of roots that was kept elsewhere',
      },
      files: {
        vi: 'đọc cả từng tệp đã lưu và so với giá trị băm của nó',
        en: 'reads each stored file too and compares it with its hash',
      },
      accept: {
        vi: 'xác nhận đồng hồ nay đã đúng và trước đó chạy nhanh, để ghi tiếp; cần --reason',
        en: 'states that the clock is right now and was ahead before, so that writing goes on; needs --reason',
      },
      reason: {
        value: 'TEXT',
        vi: 'lý do, được ghi vào nhật ký',
        en: 'the reason, kept in the record of acts',
      },
      json,
    },
    run: async (call) => (await import('../audit-command.ts')).auditCommand(call),
  },
}

/** All commands of `dotpha`. The code of each is loaded only when it is called. */
export const commands: Readonly<Record<string, Command>> = { ...serverCommands, ...packageCommands }
