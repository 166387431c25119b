import { drawnLine } from '../make/by-word/drawing.ts'
import { textWidthMm } from '../make/text-width.ts'

export type Parts = Map<string, string>

const main = 'word/document.xml'

function change(parts: Parts, name: string, by: (xml: string) => string): void {
  const xml = parts.get(name)
  if (xml === undefined) throw new Error(`no part ${name}`)
  parts.set(name, by(xml))
}

const onText = (xml: string, by: (text: string) => string): string =>
  xml.replace(/(<w:t(?: [^>]*)?>)([^<]*)(<\/w:t>)/gu, (_, open, text, close) => `${open}${by(text)}${close}`)

/** Ways to write the same document: what is seen stays the same. */
export const ways = {
  unbreakableSpaces: (parts: Parts) =>
    change(parts, main, (xml) =>
      onText(xml, (text) => text.replace(/\b(Điều|khoản|điểm|số) (?=\S)/gu, '$1\u00A0')),
    ),

  contentControls: (parts: Parts) =>
    change(parts, main, (xml) => {
      const controlled = (content: string) =>
        `<w:sdt><w:sdtPr><w:id w:val="${content.length}"/><w:placeholder><w:docPart w:val="DefaultPlaceholder"/></w:placeholder></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
      return xml.replace(/<w:p [^>]*>(?:(?!<\/w:p>).)*<\/w:p>/gsu, (paragraph) =>
        paragraph.includes('w:sectPr') || paragraph.includes('w:drawing') ? paragraph : controlled(paragraph),
      )
    }),

  trackedChanges: (parts: Parts) =>
    change(parts, main, (xml) => {
      let runs = 0
      const who = 'w:author="A" w:date="2026-01-01T00:00:00Z"'
      return xml.replace(/<w:r w:[^>]*>(?:(?!<\/w:r>).)*<w:t(?:(?!<\/w:r>).)*<\/w:r>/gsu, (run) => {
        runs += 1
        if (runs % 5 !== 0) return run
        const deleted = run.replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/u, '<w:delText>sai thể thức cũ</w:delText>')
        return `<w:del w:id="${runs}" ${who}>${deleted}</w:del><w:ins w:id="${runs + 1000}" ${who}>${run}</w:ins>`
      })
    }),

  themeTypeface: (parts: Parts) => {
    const themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorHAnsi"/>'
    for (const name of [main, 'word/header1.xml', 'word/header2.xml', 'word/footer2.xml'])
      if (parts.has(name)) change(parts, name, (xml) => xml.replace(/<w:rFonts [^>]*\/>/gu, themed))
    change(parts, 'word/theme/theme1.xml', (xml) =>
      xml
        .replaceAll('typeface="Calibri"', 'typeface="Times New Roman"')
        .replaceAll('Arial', 'Times New Roman'),
    )
  },

  saidBlack: (parts: Parts) =>
    change(parts, main, (xml) => {
      let runs = 0
      return xml.replace(/<w:sz w:val/gu, (size) => {
        runs += 1
        return runs % 2
          ? `<w:color w:val="000000"/>${size}`
          : `<w:color w:val="000000" w:themeColor="text1"/>${size}`
      })
    }),

  wps: (parts: Parts) => {
    const ids = new Map<string, string>()
    const numbered = (id: string) => {
      ids.set(id, ids.get(id) ?? String(ids.size + 1))
      return ids.get(id) ?? ''
    }
    for (const name of [...parts.keys()].filter((each) =>
      /^word\/(document|styles|header|footer)/u.test(each),
    ))
      change(parts, name, (xml) =>
        xml
          .replace(/w:styleId="(\w+)"/gu, (_, id) => `w:styleId="${numbered(id)}"`)
          .replace(
            /<w:(pStyle|basedOn|tblStyle) w:val="(\w+)"/gu,
            (_, tag, id) => `<w:${tag} w:val="${numbered(id)}"`,
          )
          .replace(/<w:(b|i|bCs|iCs|keepNext)\/>/gu, '<w:$1 w:val="1"/>')
          .replace(/<w:rFonts w:ascii/gu, '<w:rFonts w:hint="default" w:eastAsia="SimSun" w:ascii'),
      )
  },

  brokenAbstract: (parts: Parts) =>
    change(parts, main, (xml) =>
      xml.replace(
        'về việc lãnh đạo tổ chức ',
        'về việc lãnh đạo tổ chức</w:t><w:br/><w:t xml:space="preserve">',
      ),
    ),

  comments: (parts: Parts) => {
    change(parts, main, (xml) => {
      let marks = 0
      return xml.replace(/<\/w:pPr>(?=<w:r )/gu, (end) => {
        marks += 1
        const comment = `<w:commentRangeStart w:id="${marks}"/><w:commentRangeEnd w:id="${marks}"/>`
        return `${end}<w:bookmarkStart w:id="${marks}" w:name="_GoBack${marks}"/><w:bookmarkEnd w:id="${marks}"/>${comment}`
      })
    })
  },

  strict: (parts: Parts) => {
    const transitional = 'http://schemas.openxmlformats.org/'
    const strict = 'http://purl.oclc.org/ooxml/'
    const pairs = [
      ['wordprocessingml/2006/main', 'wordprocessingml/main'],
      ['officeDocument/2006/relationships', 'officeDocument/relationships'],
      ['drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'],
      ['drawingml/2006/main', 'drawingml/main'],
    ] as const
    for (const name of parts.keys())
      if (name !== '[Content_Types].xml')
        change(parts, name, (xml) =>
          pairs.reduce((text, [from, to]) => text.replaceAll(transitional + from, strict + to), xml),
        )
  },

  symbols: (parts: Parts) =>
    change(parts, main, (xml) =>
      xml.replace(
        /<w:t[^>]*>Sẵn sàng sơ tán/u,
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> Sẵn sàng sơ tán',
      ),
    ),

  capsProperty: (parts: Parts) =>
    change(parts, main, (xml) =>
      xml
        .replaceAll('ĐẢNG BỘ TỈNH LAM GIANG', 'Đảng bộ tỉnh Lam Giang')
        .replace(
          /(<w:rPr>)((?:(?!<\/w:rPr>).)*<\/w:rPr><w:t[^>]*>Đảng bộ tỉnh)/gsu,
          (_, open, rest: string) => `${open}${rest.replace(/<w:sz w/u, '<w:caps/><w:sz w')}`,
        ),
    ),

  newerAttributes: (parts: Parts) =>
    change(parts, main, (xml) => {
      let paragraphs = 0
      return xml.replace(/<w:p w:rsidR/gu, () => {
        paragraphs += 1
        const id = paragraphs.toString(16).toUpperCase().padStart(8, '1')
        return `<w:p w14:paraId="${id}" w14:textId="77777777" w:rsidR`
      })
    }),

  tabbedHead: (parts: Parts) =>
    change(parts, main, (xml) => {
      const after = xml.indexOf('</w:tbl>') + '</w:tbl>'.length
      return xml.slice(0, xml.indexOf('<w:tbl>')) + tabbedLines() + xml.slice(after)
    }),
} as const

/** The head of word-07 with tabs at the middles of two columns. */
function tabbedLines(): string {
  const [left, right] = [31, 115]
  const tabs = [left, right]
    .map((mm) => `<w:tab w:val="center" w:pos="${Math.round((mm / 25.4) * 1440)}"/>`)
    .join('')
  const run = (text: string, size: number, style: string) =>
    `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>${style}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>${text}</w:r>`
  const word = (text: string) => `<w:tab/><w:t>${text}</w:t>`
  const paragraph = (content: string) =>
    `<w:p><w:pPr><w:tabs>${tabs}</w:tabs><w:spacing w:before="40" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>${content}</w:p>`
  const bold = { bold: true, italic: false }
  const below = (id: number, middle: number, mm: number) => drawnLine(id, middle - mm / 2, 0.6, mm)
  const motto = textWidthMm('Độc lập - Tự do - Hạnh phúc', { ...bold, sizePt: 14 })
  const issuer = textWidthMm('BAN QUẢN LÝ KHU DI TÍCH', { ...bold, sizePt: 13 })
  return [
    paragraph(
      run(word('UBND THÀNH PHỐ THANH VÂN'), 24, '') +
        run(word('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), 26, '<w:b/>'),
    ),
    paragraph(
      run(word('BAN QUẢN LÝ KHU DI TÍCH'), 26, '<w:b/>') +
        run(word('Độc lập - Tự do - Hạnh phúc'), 28, '<w:b/>'),
    ),
    paragraph(below(901, left, issuer * 0.42) + below(902, right, motto)),
    paragraph(
      run(word('Số: 03/GGT-BQL'), 26, '') + run(word('Thanh Vân, ngày 08 tháng 01 năm 2026'), 28, '<w:i/>'),
    ),
  ].join('')
}
