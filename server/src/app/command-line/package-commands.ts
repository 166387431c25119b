import type { CommandOption, PackageCommand } from './command.ts'

const json: CommandOption = { vi: 'trả lời bằng JSON, cho máy đọc', en: 'answers in JSON, for programs' }
const tsa: CommandOption = {
  value: 'URL',
  vi: 'dịch vụ cấp dấu thời gian (RFC 3161)',
  en: 'the time-stamping service (RFC 3161)',
}
const trust: CommandOption = {
  value: 'DIR',
  vi: 'thư mục có chứng thư gốc được tin và danh sách thu hồi; được ghi nhiều lần',
  en: 'a folder with trusted root certificates and revocation lists; may be given several times',
}
const offline: CommandOption = {
  vi: 'không hỏi dịch vụ nào trên mạng về thu hồi',
  en: 'asks no service on the network about revocation',
}
const at: CommandOption = {
  value: 'YYYY-MM-DD',
  vi: 'ngày mà quy định về thể thức được áp dụng; không ghi thì theo ngày của văn bản',
  en: 'the day whose rules of form apply; the date of the document if not given',
}

const run =
  (name: 'verify' | 'sign' | 'extend' | 'lint' | 'render' | 'workdays') => async (args: readonly string[]) =>
    (await import('../library-command.ts')).libraryCommand(name, args)

export const packageCommands: Readonly<Record<string, PackageCommand>> = {
  verify: {
    vi: 'Kiểm tra chữ ký số trong tệp PDF.',
    en: 'Validates the signatures of PDF files.',
    calls: ['FILE.pdf|-… [--trust DIR]… [--at TIME] [--online] [--timeout SECONDS] [--json]'],
    options: {
      trust,
      at: {
        value: 'TIME',
        vi: 'ngày hoặc thời điểm được xét, ví dụ 2026-03-15; không ghi thì là lúc này',
        en: 'the day or time to judge at, such as 2026-03-15; now if not given',
      },
      online: {
        vi: 'hỏi các dịch vụ thu hồi mà chứng thư nêu',
        en: 'asks the revocation services that the certificates name',
      },
      timeout: {
        value: 'SECONDS',
        vi: 'thời gian tối đa cho mỗi tệp',
        en: 'the most time for each file',
      },
      json,
    },
    runWith: run('verify'),
  },
  sign: {
    vi: 'Ký số tệp PDF.',
    en: 'Signs a PDF.',
    calls: [
      'FILE.pdf|- --p12 FILE --out FILE.pdf|- […]',
      'FILE.pdf|- --key FILE --cert FILE --out FILE.pdf|- […]',
      'FILE.pdf|- --pkcs11 LIBRARY [--token LABEL] [--key-label LABEL] --out FILE.pdf|- […]',
    ],
    options: {
      out: {
        value: 'FILE.pdf',
        vi: 'tệp đã ký; - là đầu ra chuẩn',
        en: 'the signed file; - is standard output',
      },
      p12: {
        value: 'FILE',
        vi: 'tệp PKCS#12 có khoá và chứng thư',
        en: 'a PKCS#12 file with key and certificate',
      },
      key: { value: 'FILE', vi: 'khoá dạng PEM', en: 'the key in PEM' },
      cert: {
        value: 'FILE',
        vi: 'chứng thư của khoá, dạng PEM hoặc DER',
        en: 'the certificate of the key, in PEM or DER',
      },
      pkcs11: {
        value: 'LIBRARY',
        vi: 'thư viện PKCS#11 của thiết bị ký (USB token)',
        en: 'the PKCS#11 library of a signing token',
      },
      token: { value: 'LABEL', vi: 'nhãn của thiết bị ký', en: 'the label of the token' },
      'key-label': { value: 'LABEL', vi: 'nhãn của khoá trong thiết bị', en: 'the label of the key in it' },
      'password-file': {
        value: 'FILE',
        vi: 'tệp có mật khẩu hoặc PIN; không ghi thì lệnh sẽ hỏi',
        en: 'a file with the password or PIN; asked for if not given',
      },
      'password-env': {
        value: 'NAME',
        vi: 'biến môi trường có mật khẩu hoặc PIN',
        en: 'the environment variable with the password or PIN',
      },
      level: {
        value: 'B-B|B-T|B-LT|B-LTA',
        vi: 'mức chữ ký PAdES; không ghi thì là B-B',
        en: 'the PAdES level; B-B if not given',
      },
      tsa,
      trust,
      offline,
      field: { value: 'NAME', vi: 'ô chữ ký có sẵn trong tệp', en: 'the signature field of the file' },
      page: { value: 'N', vi: 'trang của ô chữ ký mới', en: 'the page of a new signature field' },
      reason: { value: 'TEXT', vi: 'lý do ký', en: 'the reason for signing' },
      location: { value: 'TEXT', vi: 'nơi ký', en: 'the place of signing' },
      name: { value: 'TEXT', vi: 'tên người ký', en: 'the name of the signer' },
      certify: {
        value: '1|2|3',
        vi: 'ký chứng nhận, và mức thay đổi còn được phép sau đó',
        en: 'certifies the file, with the changes that stay permitted',
      },
      pss: { vi: 'ký bằng RSA-PSS', en: 'signs with RSA-PSS' },
      mark: {
        value: 'person|picture|seal',
        vi: 'hiện chữ ký trên trang: cả tên và thời gian, chỉ ảnh, hoặc con dấu',
        en: 'shows the signature on the page: with name and time, its picture alone, or a seal',
      },
      image: { value: 'FILE.png', vi: 'ảnh chữ ký hoặc con dấu', en: 'the picture of signature or seal' },
      'image-width': { value: 'MM', vi: 'chiều rộng của ảnh', en: 'the width of the picture' },
      above: {
        value: 'TEXT',
        vi: 'dòng trên chữ ký, ví dụ "KT. CHỦ TỊCH"; được ghi nhiều lần',
        en: 'a line above the signature, such as "KT. CHỦ TỊCH"; may be given several times',
      },
      'from-left': { value: 'MM', vi: 'cách mép trái của trang', en: 'from the left edge of the page' },
      'from-right': { value: 'MM', vi: 'cách mép phải của trang', en: 'from the right edge of the page' },
      'from-top': { value: 'MM', vi: 'cách mép trên của trang', en: 'from the upper edge of the page' },
      box: {
        value: 'LEFT,BOTTOM,WIDTH,HEIGHT',
        vi: 'khung của chữ ký, tính bằng điểm từ góc dưới bên trái',
        en: 'the box of the mark, in points from the lower left corner',
      },
      json,
    },
    runWith: run('sign'),
  },
  extend: {
    vi: 'Nâng mức và gia hạn chữ ký bằng dấu thời gian.',
    en: 'Raises the level of signatures and renews them by time-stamps.',
    calls: ['FILE.pdf|- --out FILE.pdf|- --tsa URL --trust DIR [--to B-T|B-LT|B-LTA] [--offline] [--json]'],
    options: {
      out: {
        value: 'FILE.pdf',
        vi: 'tệp kết quả; - là đầu ra chuẩn',
        en: 'the result; - is standard output',
      },
      tsa,
      trust,
      to: {
        value: 'B-T|B-LT|B-LTA',
        vi: 'mức cần đạt; không ghi thì là B-LTA',
        en: 'the level to reach; B-LTA if not given',
      },
      offline,
      json,
    },
    runWith: run('extend'),
  },
  lint: {
    vi: 'Kiểm tra thể thức và kỹ thuật trình bày của văn bản DOCX.',
    en: 'Checks the form of a DOCX document.',
    calls: ['FILE.docx|- [--profile state|party] [--at YYYY-MM-DD] [--repair OUT.docx] [--json]'],
    options: {
      profile: {
        value: 'state|party',
        vi: 'quy định của Nhà nước hoặc của Đảng; không ghi thì theo văn bản',
        en: 'the rules of the State or of the Party; told by the document if not given',
      },
      at,
      repair: {
        value: 'OUT.docx',
        vi: 'ghi bản đã sửa những lỗi máy móc sang tệp khác',
        en: 'writes a copy in which mechanical faults are corrected',
      },
      json,
    },
    runWith: run('lint'),
  },
  render: {
    vi: 'Trình bày văn bản từ mô hình JSON thành PDF/A hoặc DOCX.',
    en: 'Sets the JSON model of a document as PDF/A or DOCX.',
    calls: ['MODEL.json|- --out FILE.pdf|FILE.docx|- [--at YYYY-MM-DD] [--tagged] [--fit] [--json]'],
    options: {
      out: {
        value: 'FILE',
        vi: 'tệp .pdf hoặc .docx được ghi; - là PDF ra đầu ra chuẩn',
        en: 'the .pdf or .docx file to write; - is a PDF to standard output',
      },
      at,
      tagged: { vi: 'PDF/A-2a, cho trình đọc màn hình', en: 'PDF/A-2a, for screen readers' },
      fit: {
        vi: 'thu hẹp khoảng cách dòng nếu nhờ vậy bớt được một trang',
        en: 'sets the lines closer where that saves a page',
      },
      json,
    },
    runWith: run('render'),
  },
  workdays: {
    vi: 'Tính ngày làm việc, thời hạn, lịch nghỉ và âm lịch.',
    en: 'Computes working days, deadlines, days off and lunar dates.',
    calls: [
      'add DATE N',
      'count FROM TO',
      'deadline --from DATE|TIME --limit "5 ngày làm việc" [--pause FROM..TO]… [--pause-agency FROM..TO]… [--close-of-office] [--at TIME]',
      'year YYYY',
      'ics YYYY [--out FILE.ics]',
      'lunar DATE',
    ],
    options: {
      from: { value: 'DATE|TIME', vi: 'khi thời hạn bắt đầu', en: 'when the limit begins' },
      limit: {
        value: 'TEXT',
        vi: 'thời hạn, như “5 ngày làm việc”, “2 tháng”',
        en: 'the limit, such as “5 working days”, “2 months”',
      },
      pause: {
        value: 'FROM..TO',
        vi: 'thời gian chờ công dân bổ sung, không tính vào thời hạn; được ghi nhiều lần',
        en: 'a wait for the citizen, which does not count; may be given several times',
      },
      'pause-agency': {
        value: 'FROM..TO',
        vi: 'thời gian chờ cơ quan khác; được ghi nhiều lần',
        en: 'a wait for another agency; may be given several times',
      },
      'close-of-office': { vi: 'hết hạn vào cuối giờ làm việc', en: 'the limit ends when the office closes' },
      at: { value: 'TIME', vi: 'còn lại bao nhiêu vào lúc đó', en: 'how much is left at that time' },
      out: { value: 'FILE', vi: 'ghi lịch vào tệp', en: 'writes the calendar to a file' },
      years: {
        value: 'FILE',
        vi: 'lịch nghỉ của một năm mới công bố; được ghi nhiều lần',
        en: 'the days off of a newly announced year; may be given several times',
      },
      extra: {
        value: 'FILE',
        vi: 'ngày nghỉ, làm bù riêng của cơ quan',
        en: 'days off and worked days of one’s own organisation',
      },
      json,
    },
    runWith: run('workdays'),
  },
}
