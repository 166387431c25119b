import type { ReadDocument } from '../../read/read-document.ts'
import { type Piece, wholePiece } from './piece.ts'

const words =
  /(?:^|[\s;,(])(?:Điện thoại|ĐT|Fax|Email|E-mail|Thư điện tử|Website|Trang thông tin điện tử|Địa chỉ)\s*:/iu

/** Address, telephone and so on at the foot of the first page: in footers. */
export function contactOf(read: ReadDocument): readonly Piece[] {
  const seen = new Set<string>()
  const found: Piece[] = []
  for (const footer of Object.values(read.sections[0]?.footers ?? {})) {
    if (seen.has(footer.part)) continue
    seen.add(footer.part)
    for (const paragraph of footer.paragraphs)
      if (words.test(paragraph.text.slice(0, 400))) found.push(wholePiece(paragraph))
  }
  return found
}
