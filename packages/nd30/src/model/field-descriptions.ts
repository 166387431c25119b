/**
 * What each field of a document's JSON is, for people and for models that write such JSON. Keys are paths in the schema: `[]` is an
 * item of a list, `Block:article` a kind of block. Articles are of Decree 30/2020/NĐ-CP; ô n is the box of annex I, part IV.
 */
export const fieldDescriptions: Readonly<Record<string, string>> = {
  profile:
    'Whose form the document follows: `state` for bodies of the State (Decree 30/2020/NĐ-CP), `party` for bodies of the Party (guidance of the Party Central Office).',
  kind: 'Kind of document (tên loại), as an id without accents such as `quyet-dinh`. Art. 7 and annex III, part I; the Party: regulation 399-QĐ/TW. Each profile has its own list.',
  superior:
    'Name of the body directly above (cơ quan chủ quản trực tiếp), ô 2, in capitals as printed. Leave it out where there is none. Of the Party it stands above the issuing body; never write the Party’s own title (ĐẢNG CỘNG SẢN VIỆT NAM) here, it is printed by itself. Annex I, part II, 2.',
  issuer:
    'Name of the issuing body (cơ quan ban hành văn bản), ô 2, in capitals as printed; `\\n` sets a line end. Annex I, part II, 2.',
  issuerInText:
    'The issuing body as a sentence names it (`Ủy ban nhân dân tỉnh Sông Mơ`), for the reference line of an annex (Kèm theo … của …). Annex III, sample 2.1.',
  number:
    'Number and symbol (số, ký hiệu), ô 3. Annex I, part II, 3. Number line and symbol are made of it: write no `Số:`.',
  'DocumentNumber.value':
    'The number in its register (số văn bản), from 1; null in a draft, whose place stays empty. A zero before it is added below 10.',
  'DocumentNumber.year':
    'Year within the symbol (năm ban hành), of legal normative documents alone: 30/2020/NĐ-CP.',
  'DocumentNumber.body':
    'Symbol of the issuing body (chữ viết tắt tên cơ quan), with hyphens: `UBND`; in a công văn of the State body and unit: `SNV-VP`; of the Party what stands behind the slash: `TU`.',
  'DocumentNumber.kind':
    'Abbreviation of the kind (chữ viết tắt tên loại), only where the usual one of the kind is not used.',
  issued: 'Place and date (địa danh và thời gian ban hành), ô 4. Annex I, part II, 4.',
  'PlaceAndDate.place':
    'Place name (địa danh) in small letters with capitals of names: `Sông Mơ`. No comma, no `ngày`.',
  'PlaceAndDate.date':
    'Date of issue (ngày ban hành), YYYY-MM-DD in Vietnam, a day of the calendar; null in a draft.',
  abstract:
    'What the document is about (trích yếu nội dung), ô 5a and 5b, without a full stop. In a công văn leave out `V/v` or `về việc`, which is added. Annex I, part II, 5.',
  addressees:
    'Whom it is addressed to (Kính gửi), ô 9a: one name each, without `- `, `;` or `.`. Annex I, part II, 9.',
  'addressees[]': 'One addressee (nơi nhận ở phần Kính gửi).',
  competence:
    'Line of who issues it (thẩm quyền ban hành) above the legal bases of a decision or resolution, in capitals: `GIÁM ĐỐC SỞ NỘI VỤ`. Annex III, samples 1.1 to 1.3.',
  bases:
    'Legal bases (căn cứ ban hành), ô 6, each from `Căn cứ` or `Theo đề nghị` on, without `;` or `.` at its end. Annex I, part II, 6.b.',
  'bases[]': 'One legal base (một căn cứ).',
  enacting:
    'Enacting line (`QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:`); leave it out for the usual one of the kind. Annex III, samples 1.1 to 1.3.',
  body: 'What the document says (nội dung văn bản), ô 6, as blocks in reading order. Leave out `./.` at the end, which is added. Annex I, part II, 6.',
  signatures:
    'Who signs (người ký), ô 7: one; in a biên bản two or more from left to right (secretary, chair); several in joint documents. Annex I, part II, 7; art. 13.',
  recipients: 'Recipients (Nơi nhận), ô 9b, and the drafter’s symbol, ô 12. Annex I, part II, 9 and 12.',
  urgency:
    'Mark of urgency (dấu chỉ mức độ khẩn), ô 10b. Annex I, part II, 10. No mark of secrecy can be given: secret documents are not made here.',
  circulation: 'Note on circulation (chỉ dẫn về phạm vi lưu hành), ô 11. Annex I, part II, 11.',
  draft: 'How manieth draft (dự thảo lần …) of a document that is sent for opinions.',
  contact: 'Address of the body (địa chỉ, điện thoại), ô 13, at the foot of page 1. Annex I, part II, 13.',
  'contact.address': 'Postal address (địa chỉ).',
  'contact.phone': 'Telephone number (điện thoại).',
  'contact.fax': 'Fax number (số fax).',
  'contact.email': 'E-mail address (thư điện tử).',
  'contact.website': 'Website (trang thông tin điện tử).',
  annexes:
    'Annexes (phụ lục) and what is issued with the document (quy chế, quy định ban hành kèm theo), in their order. Annex I, part II, on phụ lục.',
  'annexes[].type':
    '`annex`: a phụ lục, numbered by itself where there are several. `attached`: a regulation issued with the document (ban hành kèm theo).',
  'annexes[].kind':
    'Kind of what is attached (tên loại), such as `quy-che`; required with `attached`, refused with `annex`.',
  'annexes[].title': 'Title (tiêu đề của phụ lục).',
  'annexes[].reference':
    'Line `(Kèm theo …)`: `filled` on paper, `empty` in an electronic document, where the places stay empty. `filled` needs `number.value`, `issued.date` and `issuerInText`.',
  'annexes[].landscape':
    'True for pages on their side (trang nằm ngang), for wide tables alone. Annex I, part I, I.2.',
  'annexes[].body': 'What it says (nội dung), as blocks in reading order.',
  copy: 'Block of a paper copy (bản sao). Annex I, part III; annex III, sample 3.1.',
  'copy.kind':
    'Form of the copy (hình thức sao): `sao-y` (sao y), `sao-luc` (sao lục), `trich-sao` (trích sao).',
  'copy.superior': 'Body directly above the copying one (cơ quan chủ quản), in capitals.',
  'copy.issuer': 'Copying body (cơ quan sao văn bản), in capitals.',
  'copy.number':
    'Number and symbol of the copy (số, ký hiệu bản sao); one series for all copies of a body in a year.',
  'copy.issued': 'Place and date of the copy (địa danh và thời gian sao).',
  'copy.signature': 'Who signs the copy (người ký bản sao).',
  'copy.recipients': 'Recipients of the copy (nơi nhận bản sao).',
  'SignatureBlock.authority':
    'Lines of authority (quyền hạn ký) in their order, each prefix once: TM the body first, then KT, TL or TUQ the head, Q last. A deputy signs KT the head. Art. 13.',
  'SignatureBlock.authority[].prefix':
    'TM on behalf of a collective (thay mặt), KT for the head (ký thay), TL by order (thừa lệnh), TUQ by authorisation (thừa ủy quyền), Q acting (quyền). Signs (`TM.`, `T/M`) are added.',
  'SignatureBlock.authority[].of':
    'The body (TM) or post (the others) that the prefix stands before, in capitals: `GIÁM ĐỐC`.',
  'SignatureBlock.position':
    'Post of the signer (chức vụ), in capitals: `PHÓ GIÁM ĐỐC`. Required, but left out where the last authority is Q, which is the post.',
  'SignatureBlock.name': 'Full name (họ và tên), each syllable with a capital, without title or rank.',
  'SignatureBlock.title':
    'Rank or title (cấp bậc, học hàm, học vị) before the name, only in the branches that allow it. Annex I, part II, 7.b.',
  'Recipients.lines':
    'Recipients in their order, without `- ` and `;`. `Như trên` is added where there are addressees: leave it out.',
  'Recipients.lines[]': 'One recipient (một nơi nhận), as `UBND tỉnh (để báo cáo)`.',
  'Recipients.archive':
    'Where it is filed: what stands behind `Lưu:` (State: `VT, NV`) or `Lưu` (Party: `Văn phòng Tỉnh ủy`).',
  'Recipients.drafter': 'Symbol of the drafter (ký hiệu người soạn thảo), ô 12: `PL`.',
  'Recipients.copies': 'How many copies (số lượng bản phát hành), ô 12.',
  'Span.text': 'Words of one look (đoạn chữ).',
  'Span.bold': 'Bold letters (chữ đậm).',
  'Span.italic': 'Italic letters (chữ nghiêng).',
  'Span.underline': 'Underlined letters (chữ gạch chân).',
  'Span.raised': 'Raised or lowered letters (chỉ số trên, chỉ số dưới).',
  'Span.footnote': 'Note at the foot of the page (chú thích cuối trang) that hangs on these words.',
  'Block:part.type':
    'A part (phần), chapter (chương), section (mục) or subsection (tiểu mục) with its number and title on lines of their own. Annex I, part II, 6.d.',
  'Block:part.number':
    'Its number, without its word: Roman of parts and chapters (`II`; of a part also `thứ nhất`), Arabic of sections and subsections (`2`).',
  'Block:part.title': 'Its title (tiêu đề), printed in capitals.',
  'Block:article.type': 'An article (điều): `Điều 1.` with a title, or with text that runs on.',
  'Block:article.number': 'Its number (số thứ tự), written and not counted, because others cite it.',
  'Block:article.suffix':
    'A small letter behind the number (`Điều 5a`), of the Vietnamese alphabet: a, b, c, d, đ, e …',
  'Block:article.title': 'Title in bold (tiêu đề của điều). Exactly one of `title` and `text`.',
  'Block:article.text': 'Text behind the number (nội dung của điều). Exactly one of `title` and `text`.',
  'Block:clause.type': 'A clause (khoản): `1.`',
  'Block:clause.number': 'Its number (số thứ tự), from 1 in each article.',
  'Block:clause.title':
    'Title in bold on a line of its own (tiêu đề của khoản). Exactly one of `title` and `text`.',
  'Block:clause.text': 'Text behind the number (nội dung của khoản). Exactly one of `title` and `text`.',
  'Block:point.type': 'A point (điểm): `a)`',
  'Block:point.letter':
    'Its letter in the order of the Vietnamese alphabet: a, b, c, d, đ, e, g, h, i, k, l, m …',
  'Block:point.text': 'What it says (nội dung của điểm).',
  'Block:heading.type': 'A heading of the layout I., 1., a) (bố cục phần, mục, khoản, điểm).',
  'Block:heading.level': '1: Roman number, capitals (`I. KẾT QUẢ`). 2: Arabic number, bold (`1. Kết quả`).',
  'Block:heading.number': 'Its number without a dot: `II` at level 1, `1` or `1.2` at level 2.',
  'Block:heading.title': 'Its words (tiêu đề); capitals are added at level 1.',
  'Block:paragraph.type': 'A paragraph (đoạn văn).',
  'Block:paragraph.text': 'Its words (nội dung).',
  'Block:item.type': 'A line with a dash or plus (gạch đầu dòng).',
  'Block:item.mark': 'Its sign; the space behind is added.',
  'Block:item.text': 'Its words (nội dung), without the sign.',
  'Block:table.type': 'A table (bảng).',
  'Block:table.caption': 'Caption above the table (tên bảng).',
  'Block:table.columns':
    'Widths of the columns in relation to each other; as many as the table has columns (cột).',
  'Block:table.columns[]': 'Width of one column in relation to the others.',
  'Block:table.header':
    'Rows that are repeated at the head of each page (dòng tiêu đề). The cells of a row cover all columns.',
  'Block:table.rows':
    'Rows (dòng). The cells of a row, with those that reach down into it, cover all columns.',
  'Cell.text': 'Its words (nội dung ô); may be empty.',
  'Cell.align': 'Where its words stand (căn lề); figures usually `right`.',
  'Cell.columns': 'Over how many columns it reaches (số cột gộp).',
  'Cell.rows': 'Over how many rows it reaches (số dòng gộp).',
  'Block:figure.type': 'A picture (hình).',
  'Block:figure.image': 'PNG or JPEG in base64.',
  'Block:figure.widthMm': 'Width on the page in millimetres; at most 165, on a landscape page 257.',
  'Block:figure.alternative': 'What the picture shows (mô tả), for those who cannot see it.',
  'Block:figure.caption': 'Caption below the figure (tên hình).',
}
