import { describe, expect, test } from 'vitest'
import { bearsSecretMark } from '../secret-marks/find-secret-marks.ts'
import { judgeBytes } from './judge-bytes.ts'
import { docxOf, packed, paragraph, pdfOf, spaces, wordPart, xlsxOf } from './testing-files.ts'

/** Marked, else in trouble, else what in it does something, else how much of it was read. */
async function said(file: Uint8Array): Promise<string> {
  const { texts, trouble, active, reading } = await judgeBytes(new Uint8Array(file))
  if (texts.some(bearsSecretMark)) return 'marked'
  return trouble ?? [...active][0] ?? reading
}

const utf16 =
  (mark: boolean, swap: boolean, declared = 'UTF-16') =>
  (xml: string) => {
    const bytes = Buffer.from(
      `${mark ? '\ufeff' : ''}<?xml version="1.0" encoding="${declared}"?>${xml}`,
      'utf16le',
    )
    return swap ? bytes.swap16() : bytes
  }
const secret = paragraph('Số 12-BC/TU') + paragraph('TUYỆT MẬT')

describe('a DOCX with a mark is stopped', () => {
  test.each([
    [
      'whose main part has the name that Word Online gives',
      docxOf(secret, {}, { mainPart: 'word/document2.xml' }),
    ],
    ['whose main part lies elsewhere', docxOf(secret, {}, { mainPart: 'doc/main.xml' })],
    ['with another prefix', docxOf(secret, {}, { prefix: 'x' })],
    ['without a prefix', docxOf(secret, {}, { prefix: '' })],
    ['in the strict form of the standard', docxOf(secret, {}, { space: spaces.strictWord })],
    ['in UTF-16', docxOf(secret, {}, { encode: utf16(true, false) })],
    ['in UTF-16 the other way round', docxOf(secret, {}, { encode: utf16(true, true) })],
    ['in UTF-16 without its mark', docxOf(secret, {}, { encode: utf16(false, false) })],
    ['with the mark of UTF-8', docxOf(secret, {}, { encode: (xml) => Buffer.from(`\ufeff${xml}`) })],
    [
      'in a header of any name',
      docxOf(paragraph('Báo cáo'), { 'word/dau-trang.xml': wordPart('hdr', secret) }),
    ],
    [
      'in a part that nothing leads to',
      docxOf(paragraph('Báo cáo'), { 'khac/phan.xml': wordPart('ftr', secret) }),
    ],
    [
      'in a part of the glossary',
      docxOf(paragraph('Báo cáo'), { 'word/glossary/document.xml': wordPart('document', secret) }),
    ],
    ['in a comment', docxOf(paragraph('Báo cáo'), { 'word/comments.xml': wordPart('comments', secret) })],
    ['in a text box', docxOf(`<w:p><w:r><w:txbxContent>${secret}</w:txbxContent></w:r></w:p>`)],
    ['cut into runs', docxOf(paragraph('M', 'Ậ', 'T'))],
    ['in letters by number', docxOf(paragraph('&#x4D;&#x1EAC;T'))],
    ['in letters of CDATA', docxOf('<w:p><w:r><w:t><![CDATA[MẬT]]></w:t></w:r></w:p>')],
    ['in letters of a symbol font', docxOf('<w:p><w:r><w:sym w:char="F04D"/><w:t>ẬT</w:t></w:r></w:p>')],
    [
      'in small letters shown as capitals',
      docxOf(paragraph('<w:r><w:rPr><w:caps/></w:rPr><w:t>mật</w:t></w:r>')),
    ],
    [
      'in small letters that their style shows as capitals',
      docxOf(
        '<w:p><w:pPr><w:pStyle w:val="Dau"/></w:pPr><w:r><w:t>mật</w:t></w:r></w:p>',
        {
          'word/styles.xml': wordPart(
            'styles',
            '<w:style w:styleId="Goc"><w:rPr><w:caps/></w:rPr></w:style><w:style w:styleId="Dau"><w:basedOn w:val="Goc"/></w:style>',
          ),
        },
        { relations: [{ type: 'styles', target: 'styles.xml' }] },
      ),
    ],
    [
      'with deleted letters between',
      docxOf(
        '<w:p><w:r><w:t>M</w:t></w:r><w:del><w:r><w:delText>xyz</w:delText></w:r></w:del><w:r><w:t>ẬT</w:t></w:r></w:p>',
      ),
    ],
    ['that was deleted', docxOf('<w:p><w:del><w:r><w:delText>TỐI MẬT</w:delText></w:r></w:del></w:p>')],
    [
      'with hidden letters between',
      docxOf(
        '<w:p><w:r><w:t>M</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>xyz</w:t></w:r><w:r><w:t>ẬT</w:t></w:r></w:p>',
      ),
    ],
    ['that is hidden', docxOf(paragraph('<w:r><w:rPr><w:vanish/></w:rPr><w:t>TỐI MẬT</w:t></w:r>'))],
    [
      'in what older programs show',
      docxOf(
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>x</w:t></mc:Choice><mc:Fallback><w:t>MẬT</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>',
      ),
    ],
    [
      'half in one form and half in the other',
      docxOf(
        '<w:p><w:r><w:t>M</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:t>Ậ</w:t></mc:Choice><mc:Fallback><w:t>Ậ</w:t></mc:Fallback></mc:AlternateContent><w:t>T</w:t></w:r></w:p>',
      ),
    ],
    [
      'as letters behind the page',
      docxOf('<w:p><w:r><w:pict><v:shape><v:textpath string="TUYỆT MẬT"/></v:shape></w:pict></w:r></w:p>'),
    ],
    [
      'in the cells of a table',
      docxOf(
        `<w:tbl><w:tr><w:tc>${paragraph('Độ mật')}</w:tc><w:tc>${paragraph('Mật')}</w:tc></w:tr></w:tbl>`,
      ),
    ],
    [
      'letter by letter in cells',
      docxOf(
        `<w:tbl><w:tr>${['M', 'Ậ', 'T'].map((one) => `<w:tc>${paragraph(one)}</w:tc>`).join('')}</w:tr></w:tbl>`,
      ),
    ],
    [
      'in a drawing',
      docxOf('<w:p><w:r><a:p><a:r><a:t>TỐI </a:t></a:r><a:r><a:t>MẬT</a:t></a:r></a:p></w:r></w:p>'),
    ],
    [
      'in what is told of the file',
      docxOf(paragraph('Báo cáo'), { 'docProps/core.xml': '<cp xmlns="x"><title>TỐI MẬT</title></cp>' }),
    ],
    ['in data of its own', docxOf(paragraph('Báo cáo'), { 'customXml/item1.xml': '<a><b>TỐI MẬT</b></a>' })],
    [
      'in a page of HTML',
      docxOf(
        paragraph('Báo cáo'),
        { 'word/a.html': '<html><p>T&#7888;I <b>M</b>ẬT</p></html>' },
        { relations: [{ type: 'aFChunk', target: 'a.html' }] },
      ),
    ],
    [
      'in an RTF',
      docxOf(
        paragraph('Báo cáo'),
        { 'word/a.bin': '{\\rtf1 T\\u7888?I M\\u7852?T\\par}' },
        { relations: [{ type: 'aFChunk', target: 'a.bin' }] },
      ),
    ],
    ['in a text', docxOf(paragraph('Báo cáo'), { 'word/a.txt': Buffer.from('\ufeffTỐI MẬT', 'utf16le') })],
    [
      'in a workbook within',
      docxOf(paragraph('Báo cáo'), { 'word/embeddings/a.bin': xlsxOf([['TỐI MẬT']]) }),
    ],
    [
      'in a PDF within',
      docxOf(paragraph('Báo cáo'), { 'word/embeddings/oleObject1.bin': pdfOf([['TỐI MẬT']]) }),
    ],
    ['in a document within a document', docxOf('', { 'a/b.docx': docxOf('', { 'c.docx': docxOf(secret) }) })],
    [
      'in an old document within',
      docxOf(paragraph('x'), {
        'word/a.doc': Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(505),
          Buffer.from('Số 12\rTUYỆT MẬT\r', 'utf16le'),
        ]),
      }),
    ],
    ['in the comment of the zip', zipComment(docxOf(paragraph('Báo cáo')), 'TỐI MẬT')],
    ['as the name of a part', docxOf(paragraph('Báo cáo'), { 'word/TỐI MẬT.xml': '<a/>' })],
  ])('%s', async (_, file) => {
    expect(await said(file)).toBe('marked')
  })
})

function zipComment(zip: Buffer, comment: string): Buffer {
  const bytes = Buffer.from(comment)
  const changed = Buffer.concat([zip, bytes])
  changed.writeUInt16LE(bytes.length, zip.length - 2)
  return changed
}

describe('a DOCX without one', () => {
  test('is read whole, whatever its parts are called and however they are written', async () => {
    const body = paragraph('Quy chế bảo mật') + paragraph('đổi mật khẩu hằng quý')
    for (const form of [
      {},
      { prefix: 'x' },
      { prefix: '' },
      { mainPart: 'doc/main.xml' },
      { space: spaces.strictWord },
      { encode: utf16(true, true) },
    ])
      expect(await said(docxOf(body, {}, form))).toBe('whole')
  })

  test('is never called whole where its main part says nothing', async () => {
    expect(await said(docxOf(''))).toBe('none')
    expect(
      await said(docxOf('<w:p/>', { 'word/header1.xml': wordPart('hdr', paragraph('Đầu trang')) })),
    ).toBe('part')
    // Words of another language than the main part's are not read as its text.
    expect(await said(docxOf('<y:p xmlns:y="urn:y"><y:t/></y:p>'))).toBe('none')
  })

  test('is read in part where something in it cannot be read', async () => {
    for (const [name, content] of [
      ['word/media/image1.png', Buffer.from('89504e470d0a1a0a', 'hex')],
      ['word/media/image1.emf', Buffer.alloc(100)],
      ['word/embeddings/a.bin', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
      ['word/media/a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')],
      ['word/a.html', Buffer.from('<html><p>a</p><img src="a.png"></html>')],
      ['word/a.mht', Buffer.from('MIME-Version: 1.0\n\na')],
      ['word/a.xml', Buffer.from(`<a><b>${'QUJD'.repeat(100)}</b></a>`)],
      ['word/embeddings/a.zip', Buffer.from('504b0304140000000800', 'hex')],
    ] as const)
      expect([name, await said(docxOf(paragraph('Ảnh'), { [name]: content }))]).toEqual([name, 'part'])
  })

  test.each([
    [
      'in an encoding that is not read',
      docxOf(secret, {}, { encode: (xml) => Buffer.from(`<?xml version="1.0" encoding="UTF-7"?>${xml}`) }),
    ],
    [
      'in another encoding than it says',
      docxOf(secret, {}, { encode: (xml) => Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${xml}`) }),
    ],
    [
      'in UTF-32',
      docxOf(
        secret,
        {},
        { encode: (xml) => Buffer.concat([Buffer.from('fffe0000', 'hex'), Buffer.from(xml)]) },
      ),
    ],
    [
      'with a DOCTYPE',
      docxOf('', {}, { encode: (xml) => Buffer.from(`<!DOCTYPE a [<!ENTITY m "MẬT">]>${xml}`) }),
    ],
    ['that breaks off', docxOf('', {}, { encode: (xml) => Buffer.from(xml.slice(0, -9)) })],
    ['with a prefix that means nothing', docxOf('<zz:p/>')],
    ['with two main parts', docxOf(secret, { '_rels/.rels': twoMains })],
    [
      'whose main part is missing',
      docxOf('', {
        '_rels/.rels': twoMains
          .replace(/<Relationship Id="a".*?\/>/, '')
          .replace('b.xml', 'word/nothing.xml'),
      }),
    ],
  ])('%s is refused as broken', async (_, file) => {
    expect(await said(file)).toBe('broken')
  })

  test('with more attributes that could be a text than are looked at is not called whole', async () => {
    const named = Array.from({ length: 20_001 }, (_, at) => `<w:a w:b="ạạ${at}"/>`).join('')
    expect(await said(docxOf(paragraph('Kế hoạch') + named))).toBe('part')
  })

  test('with elements without end is refused', async () => {
    expect(await said(docxOf(`${'<w:a>'.repeat(1000)}${'</w:a>'.repeat(1000)}`))).toBe('oversized')
  })
})

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const twoMains = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}" Target="word/document.xml"/><Relationship Id="b" Type="${office}" Target="b.xml"/></Relationships>`

describe('an XLSX', () => {
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  test.each([
    [
      'in a cell',
      xlsxOf([
        ['Biểu số 1', 'MẬT'],
        ['a', 'b'],
      ]),
    ],
    ['with a prefix', xlsxOf([['TUYỆT MẬT']], {}, { prefix: 'x' })],
    ['in the strict form', xlsxOf([['TUYỆT MẬT']], {}, { space: spaces.strictSheet })],
    ['whose texts lie elsewhere', xlsxOf([['TUYỆT MẬT']], {}, { stringsPart: 'khac/chu.xml' })],
    [
      'in a column "Độ mật"',
      xlsxOf([
        ['Số', 'Độ mật'],
        ['12', 'Thường'],
        ['13', 'Mật'],
      ]),
    ],
    [
      'in its header',
      xlsxOf(
        [['a']],
        {},
        {
          behind:
            '<headerFooter><oddHeader>&amp;L&amp;"Times,Bold"&amp;14TỐI &amp;BMẬT&amp;R&amp;P</oddHeader></headerFooter>',
        },
      ),
    ],
    [
      'in letters of a cell of its own',
      xlsxOf(
        [['a']],
        {},
        { behind: '<a><row><c t="inlineStr"><is><r><t>M</t></r><r><t>ẬT</t></r></is></c></row></a>' },
      ),
    ],
    [
      'put together by a formula',
      xlsxOf([['a']], {}, { behind: '<a><row><c><f>"M"&amp;"ẬT"</f></c></row></a>' }),
    ],
    ['letter by letter in cells', xlsxOf([['T', 'Ố', 'I', 'M', 'Ậ', 'T']])],
    [
      'as the name of a sheet',
      xlsxOf([['a']], {
        'xl/workbook.xml': `<workbook xmlns="${spaces.sheet}"><sheets><sheet name="TỐI MẬT"/></sheets></workbook>`,
      }),
    ],
    [
      'in a comment',
      xlsxOf([['a']], {
        'xl/comments9.xml': `<comments xmlns="${spaces.sheet}"><comment><text><r><t>TỐI </t></r><r><t>MẬT</t></r></text></comment></comments>`,
      }),
    ],
    [
      'in a chart',
      xlsxOf([['a']], {
        'xl/charts/c.xml': `<c:chart xmlns:c="urn:c" xmlns:a="${spaces.drawing}"><a:p><a:r><a:t>TỐI </a:t></a:r><a:r><a:t>MẬT</a:t></a:r></a:p></c:chart>`,
      }),
    ],
    [
      'in a drawing of old Excel that is no sound XML',
      xlsxOf([['a']], { 'xl/drawings/vmlDrawing1.vml': '<xml><div><br>TỐI MẬT</div></xml>' }),
    ],
    [
      'in a form of numbers',
      xlsxOf([['a']], {
        'xl/styles.xml': `<styleSheet xmlns="${spaces.sheet}"><numFmts><numFmt formatCode="&quot;TỐI MẬT&quot;"/></numFmts></styleSheet>`,
      }),
    ],
  ])('with a mark %s is stopped', async (_, file) => {
    expect(await said(file)).toBe('marked')
  })

  test('without one is read whole; a given name is none', async () => {
    const rows = [
      ['Họ đệm', 'Tên'],
      ['Nguyễn Văn', 'Mật'],
      ['TRẦN THỊ', 'MẬT'],
    ]
    for (const form of [{}, { prefix: 'x' }, { space: spaces.strictSheet }])
      expect(await said(xlsxOf(rows, {}, form))).toBe('whole')
    expect(
      await said(
        xlsxOf([
          ['Số', 'Độ mật'],
          ['12', 'Thường'],
        ]),
      ),
    ).toBe('whole')
  })

  test('without a cell that says anything is not called whole', async () => {
    expect(await said(xlsxOf([]))).not.toBe('whole')
  })

  test('keeps what its printer was set to without being read in part for it', async () => {
    const file = xlsxOf(
      [['a']],
      {
        'xl/printerSettings/printerSettings1.bin': Buffer.alloc(300, 1),
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office.replace(/officeDocument$/, 'printerSettings')}" Target="../printerSettings/printerSettings1.bin"/></Relationships>`,
      },
      { types: { 'xl/printerSettings/printerSettings1.bin': `${types}.printerSettings` } },
    )
    expect(await said(file)).toBe('whole')
  })
})

const cfb = (...texts: readonly string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...texts.map((text) => Buffer.from(text, 'utf16le')),
  ])
const program = () => {
  const bytes = Buffer.alloc(200)
  bytes.write('MZ')
  bytes.writeUInt32LE(128, 60)
  bytes.write('PE', 128)
  return bytes
}

describe('what does something when it is opened is named', () => {
  const macroSpace = 'http://schemas.microsoft.com/office/2006/relationships'
  const plain = paragraph('Kế hoạch')
  test.each([
    ['macro', 'a macro under its usual name', docxOf(plain, { 'word/vbaProject.bin': 'x' })],
    [
      'macro',
      'a macro by its relationship',
      docxOf(
        plain,
        { 'word/a.bin': 'x' },
        { relations: [{ type: `${macroSpace}/vbaProject`, target: 'a.bin' }] },
      ),
    ],
    [
      'macro',
      'a macro by its type',
      docxOf(
        plain,
        { 'word/a.dat': 'x' },
        { types: { 'word/a.dat': 'application/vnd.ms-office.vbaProject' } },
      ),
    ],
    ['macro', 'a macro by its bytes', docxOf(plain, { 'khac/a.png': cfb('_VBA_PROJECT') })],
    [
      'macro',
      'a macro in a file within',
      docxOf(plain, { 'word/a.bin': docxOf(plain, { 'w/b': cfb('_VBA_PROJECT') }) }),
    ],
    [
      'macro',
      'a document for macros',
      docxOf(plain, {}, { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    ],
    [
      'macro',
      'a sheet of old macros by its root',
      xlsxOf([['a']], {
        'xl/a.xml': '<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>',
      }),
    ],
    [
      'macro',
      'a sheet of old macros by its type',
      xlsxOf(
        [['a']],
        { 'xl/b.xml': '<a/>' },
        { types: { 'xl/b.xml': 'application/vnd.ms-excel.macrosheet+xml' } },
      ),
    ],
    [
      'macro',
      'a sheet of old macros by its relationship',
      xlsxOf(
        [['a']],
        { 'xl/b.xml': '<a/>' },
        { relations: [{ type: `${macroSpace}/xlMacrosheet`, target: 'b.xml' }] },
      ),
    ],
    [
      'control',
      'an ActiveX control',
      docxOf(
        plain,
        { 'word/activeX1.xml': '<a/>' },
        { relations: [{ type: 'control', target: 'activeX1.xml' }] },
      ),
    ],
    [
      'dde',
      'a field that runs a program',
      docxOf(
        '<w:p><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\cmd</w:instrText></w:r></w:p>',
      ),
    ],
    ['dde', 'the same in one element', docxOf('<w:p><w:fldSimple w:instr=" ddeauto cmd"/></w:p>')],
    [
      'dde',
      'a link of a workbook to a program',
      xlsxOf([['a']], {
        'xl/externalLinks/a.xml': `<externalLink xmlns="${spaces.sheet}"><ddeLink ddeService="cmd"/></externalLink>`,
      }),
    ],
    [
      'dde',
      'a formula that runs a program',
      xlsxOf([['a']], {}, { behind: "<a><row><c><f>cmd|'/C calc'!A0</f></c></row></a>" }),
    ],
    [
      'remote_part',
      'a template from outside',
      docxOf(
        plain,
        {},
        { relations: [{ type: 'attachedTemplate', target: 'https://example.org/a.dotm', external: true }] },
      ),
    ],
    [
      'remote_part',
      'a template on a share, not said to be outside',
      docxOf(plain, {}, { relations: [{ type: 'attachedTemplate', target: '\\\\may-khac\\a.dotm' }] }),
    ],
    [
      'remote_part',
      'an object by link',
      docxOf(
        plain,
        {},
        { relations: [{ type: 'oleObject', target: 'https://example.org/a', external: true }] },
      ),
    ],
    ['program', 'a program', docxOf(plain, { 'word/media/image1.png': program() })],
    [
      'program',
      'a program within an object',
      docxOf(plain, { 'word/a.bin': Buffer.concat([cfb('\u0001Ole10Native'), program()]) }),
    ],
    ['program', 'a file that runs by its name', docxOf(plain, { 'word/embeddings/a.vbs': 'x = 1' })],
    [
      'program',
      'an archive of Java',
      docxOf(plain, { 'word/a.bin': packed({ 'META-INF/MANIFEST.MF': 'x' }) }),
    ],
  ] as const)('%s: %s', async (kind, _, file) => {
    expect(await said(file)).toBe(kind)
  })

  test('the template that a letter was begun with, links and linked pictures are no reason to refuse', async () => {
    for (const [type, target] of [
      ['attachedTemplate', 'file:///C:/Users/a/Normal.dotm'],
      ['hyperlink', 'https://example.org/'],
    ] as const)
      expect(await said(docxOf(plain, {}, { relations: [{ type, target, external: true }] }))).toBe('whole')
    expect(
      await said(
        docxOf(plain, {}, { relations: [{ type: 'image', target: 'https://a.vn/a.png', external: true }] }),
      ),
    ).toBe('part')
  })
})
