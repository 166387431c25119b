import type { Component } from '../../profile/profile.ts'
import type { Both } from './say.ts'

/** What an official calls the components. */
export const componentNames: Readonly<Record<Component, Both>> = {
  country: { vi: 'Quốc hiệu', en: 'The name of the State' },
  motto: { vi: 'Tiêu ngữ', en: 'The motto' },
  partyTitle: { vi: 'Tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM', en: 'The title of the Party' },
  superior: { vi: 'Tên cơ quan chủ quản', en: 'The name of the body above' },
  issuer: { vi: 'Tên cơ quan ban hành', en: 'The name of the issuing body' },
  number: { vi: 'Số, ký hiệu', en: 'The number and symbol' },
  issued: { vi: 'Địa danh và thời gian ban hành', en: 'The place and date' },
  kind: { vi: 'Tên loại văn bản', en: 'The kind of document' },
  abstract: { vi: 'Trích yếu nội dung', en: 'The abstract' },
  letterAbstract: { vi: 'Trích yếu công văn', en: 'The abstract of the letter' },
  addressee: { vi: 'Phần Kính gửi', en: 'The addressees' },
  competence: { vi: 'Thẩm quyền ban hành', en: 'The line of who issues it' },
  enacting: { vi: 'Dòng “QUYẾT ĐỊNH”, “QUYẾT NGHỊ”', en: 'The enacting line' },
  base: { vi: 'Căn cứ ban hành', en: 'The legal bases' },
  body: { vi: 'Nội dung văn bản', en: 'The text' },
  groupNumber: { vi: 'Số thứ tự phần, chương, mục', en: 'The number of the part, chapter or section' },
  groupTitle: { vi: 'Tiêu đề phần, chương, mục', en: 'The title of the part, chapter or section' },
  article: { vi: 'Điều', en: 'The article' },
  clauseTitle: { vi: 'Tiêu đề khoản', en: 'The title of the clause' },
  headingRoman: { vi: 'Tiêu đề mục', en: 'The heading' },
  authority: { vi: 'Quyền hạn ký', en: 'The authority line' },
  position: { vi: 'Chức vụ người ký', en: 'The post of the signer' },
  signer: { vi: 'Họ tên người ký', en: 'The name of the signer' },
  recipientsLabel: { vi: 'Từ “Nơi nhận”', en: 'The words “Nơi nhận”' },
  recipients: { vi: 'Danh sách nơi nhận', en: 'The list of recipients' },
  drafter: { vi: 'Ký hiệu người soạn thảo', en: 'The symbol of the drafter' },
  urgency: { vi: 'Dấu chỉ mức độ khẩn', en: 'The mark of urgency' },
  circulation: { vi: 'Chỉ dẫn phạm vi lưu hành', en: 'The note on circulation' },
  contact: { vi: 'Địa chỉ, điện thoại của cơ quan', en: 'The address of the body' },
  annexLabel: { vi: 'Từ “Phụ lục”', en: 'The words “Phụ lục”' },
  annexTitle: { vi: 'Tiêu đề phụ lục', en: 'The title of the annex' },
  annexReference: { vi: 'Dòng “Kèm theo” của phụ lục', en: 'The reference line of the annex' },
  copyLabel: { vi: 'Hình thức sao', en: 'The form of the copy' },
  pageNumber: { vi: 'Số trang', en: 'The page number' },
}

const ownNames = /^(?:Quốc hiệu|Tiêu ngữ)/u

/** A name as it stands inside a sentence. */
export function inSentence({ vi, en }: Both): Both {
  const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
  return { vi: ownNames.test(vi) ? vi : small(vi), en: small(en) }
}
