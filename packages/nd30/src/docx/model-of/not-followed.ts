import { Nd30Error } from '../../errors.ts'

/** What a file must have to be read as a document, in words for a sentence. */
const names = {
  kind: { vi: 'tên loại văn bản', en: 'the kind of document' },
  issuer: { vi: 'tên cơ quan ban hành', en: 'the issuing body' },
  number: { vi: 'số, ký hiệu đọc được', en: 'a readable number and symbol' },
  issued: { vi: 'địa danh và thời gian đọc được', en: 'a readable place and date' },
  body: { vi: 'nội dung', en: 'the text' },
  signature: { vi: 'phần chữ ký', en: 'the signature' },
  signer: { vi: 'họ tên người ký', en: 'the name of the signer' },
  archive: { vi: 'dòng Lưu trong Nơi nhận', en: 'the line of the archive' },
  profile: { vi: 'tiêu đề đúng của thể thức đã chọn', en: 'the title of the form that was chosen' },
} as const

export function notFollowed(missing: keyof typeof names): Nd30Error {
  return new Nd30Error('form_not_followed', `${missing} was not found`, {
    missing,
    vi: names[missing].vi,
    en: names[missing].en,
  })
}
