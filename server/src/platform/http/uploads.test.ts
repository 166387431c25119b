import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { strToU8, zipSync } from 'fflate'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FolderBlobStore } from '../files/blobs.ts'
import { getOwnUpload, safeFileName } from '../files/uploads.ts'
import { useTestDatabase } from '../testing/database.ts'
import { testServer, testSystem } from '../testing/server.ts'
import { id, many, text } from './fields.ts'
import { endpoint, formRoute, page, pageRoute } from './route.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'dotpha-uploads-'))
const [an, binh] = [visitor('an'), visitor('binh')]
let app: FastifyInstance

const act = endpoint({
  name: 'paper.file',
  input: z.strictObject({ title: text(50), files: many(id(), 5) }),
  async run(c, { title, files }) {
    const uploads = await Promise.all(files.map((file) => getOwnUpload(c, file)))
    return { title, names: uploads.map((upload) => `${upload.fileName}|${upload.mediaType}`).join(';') }
  },
})

beforeAll(async () => {
  const system = testSystem(database, {
    identify: knowing(an, binh),
    blobs: new FolderBlobStore(folder),
  })
  app = await testServer(system, [
    formRoute({
      path: '/nop-tep',
      takesFiles: true,
      endpoint: act,
      show: async (_c, state) => page('Nộp tệp', h('pre', null, JSON.stringify(state))),
      done: ({ names }) => `/xong?tep=${encodeURIComponent(names)}`,
      told: 'http.401',
    }),
    {
      kind: 'api-upload',
      path: '/uploads',
      name: 'file.upload',
      output: z.object({
        uploadId: z.string(),
        fileName: z.string(),
        mediaType: z.string(),
        sizeBytes: z.number(),
      }),
    },
    pageRoute('/tai-ve/:name', async (_c, { params }) => ({
      kind: 'file',
      content: '%PDF-1.7',
      mediaType: 'application/pdf',
      fileName: params.name ?? '',
    })),
  ])
})
afterAll(() => app.close())

interface Part {
  readonly name: string
  readonly fileName?: string
  readonly type?: string
  readonly content: Buffer | string
}

/** A form as a browser sends it with files; names are written as they are, however hostile. */
function multipart(parts: readonly Part[]): Buffer {
  const written = parts.flatMap(({ name, fileName, type, content }) => [
    `--ranh-gioi\r\nContent-Disposition: form-data; name="${name}"${
      fileName === undefined ? '' : `; filename="${fileName}"`
    }${type === undefined ? '' : `\r\nContent-Type: ${type}`}\r\n\r\n`,
    content,
    '\r\n',
  ])
  return Buffer.concat([...written, '--ranh-gioi--\r\n'].map((piece) => Buffer.from(piece)))
}

const send = (parts: readonly Part[], as = 'an', url = '/nop-tep', language = 'vi') =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      'accept-language': language,
      'x-visitor': as,
      'sec-fetch-site': 'same-origin',
      'content-type': 'multipart/form-data; boundary=ranh-gioi',
    },
    payload: multipart(parts),
  })

const title: Part = { name: 'title', content: 'Đề án' }
const file = (
  content: Buffer | string,
  fileName = 'a.pdf',
  name = 'files[]',
  type = 'application/pdf',
): Part => ({
  name,
  fileName,
  type,
  content,
})
const filed = (answer: Awaited<ReturnType<typeof send>>) =>
  new URL(String(answer.headers.location), 'http://x').searchParams.get('tep')
/** The state with which the form was shown again. */
const shown = (answer: Awaited<ReturnType<typeof send>>) =>
  JSON.parse(
    (/<pre>(.*)<\/pre>/.exec(answer.body)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&'),
  )

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** An office package with these parts. */
const office = (parts: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))))
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const contentTypes = (main: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const leads =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

const upload = (parts: readonly Part[], as = 'an', language = 'vi') =>
  send(parts, as, '/api/v1/uploads', language)

describe('a file is judged by its bytes', () => {
  test.each([
    ['a PDF', pdf, 'a.pdf', 'a.pdf|application/pdf'],
    ['a PDF that says it is a picture', pdf, 'a.png', 'a.png.pdf|application/pdf'],
    ['a picture', png, 'ảnh 1.PNG', 'ảnh 1.PNG|image/png'],
    ['a picture with a page’s name', png, 'a.html', 'a.html.png|image/png'],
    ['a PDF with a program’s name', pdf, 'thông báo.hta', 'thông báo.hta.pdf|application/pdf'],
  ])('%s is detected as its type', async (_name, content, fileName, expected) => {
    expect(filed(await send([title, file(content, fileName)]))).toBe(expected)
  })

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'a.pdf'],
    ['a picture that is a program', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'a.png'],
    ['a program', Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), 'a.pdf'],
    ['a page before a PDF', Buffer.concat([Buffer.from('<script>'), pdf]), 'a.pdf'],
    ['a picture with a page behind it', Buffer.concat([png, Buffer.from('<script>')]), 'a.html'],
    ['a picture that was cut off', png.subarray(0, -20), 'a.png'],
    ['text', 'không có gì', 'a.pdf'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.docx'],
    ['an archive', Buffer.from('504b0304140000000800', 'hex'), 'a.docx'],
  ])('%s is refused next to its field, whatever it is called', async (_name, content, fileName) => {
    const answer = await send([title, file(content, fileName)])
    expect(answer.statusCode).toBe(415)
    expect(shown(answer).errors.files).toMatch(/không được nhận/)
    expect(shown(answer).values.title).toBe('Đề án')
  })

  test('an office file is taken, one with a macro is not, whatever it says it is', async () => {
    const parts = {
      '[Content_Types].xml': contentTypes(`${word}.document.main+xml`),
      '_rels/.rels': leads,
      'word/document.xml':
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
    }
    const sound = await send([title, file(office(parts), 'báo cáo.docx')])
    expect(filed(sound)).toBe(`báo cáo.docx|${word}.document`)
    const hidden = await send([title, file(office({ ...parts, 'word/vbaProject.bin': 'x' }), 'a.docx')])
    expect([hidden.statusCode, shown(hidden).errors.files]).toEqual([415, expect.stringContaining('macro')])
    const open = contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml')
    const named = await send([title, file(office({ ...parts, '[Content_Types].xml': open }), 'a.docm')])
    expect(named.statusCode).toBe(415)
  })

  test('each reason to refuse a file has its own message', async () => {
    const parts = { '[Content_Types].xml': contentTypes(`${word}.document.main+xml`), '_rels/.rels': leads }
    const withAction = (action: string) => Buffer.from(`%PDF-1.7\n1 0 obj\n<<${action}>>\nendobj\n%%EOF\n`)
    const [vietnamese, english] = await Promise.all(
      ['vi', 'en'].map(async (language) => {
        const said: string[] = []
        for (const content of [
          office({ ...parts, 'word/document.xml': '<w:document' }),
          withAction('/S/JavaScript'),
          withAction('/S/Launch'),
          withAction('/Encrypt 2 0 R'),
          withAction('/XFA 2 0 R'),
          withAction('/Subtype/RichMedia'),
          withAction('/S/SubmitForm'),
          office({ ...parts, 'word/document.xml': '<a/>', 'word/chay.vbs': 'x' }),
        ]) {
          const answer = await upload([file(content, 'a', 'file')], 'an', language)
          expect(answer.statusCode).toBe(415)
          said.push(answer.json().detail)
        }
        return said
      }),
    )
    expect(new Set(vietnamese).size).toBe(8)
    expect(new Set(english).size).toBe(8)
    for (const sentence of vietnamese ?? []) expect(sentence).toMatch(/Xin .*nộp lại|nộp lại/)
    for (const sentence of english ?? []) expect(sentence).not.toMatch(/[đơưạ-ỹ]/)
  })

  test('an empty file and one that is too large are refused, and what was typed stays', async () => {
    const empty = await send([file(''), title])
    expect(shown(empty).errors.files).toMatch(/rỗng/)
    expect(shown(empty).values.title).toBe('Đề án')
    const large = Buffer.concat([pdf, Buffer.alloc(1024 * 1024)])
    const answer = await send([file(large), title, file(png, 'b.png')])
    expect(answer.statusCode).toBe(413)
    expect(shown(answer).errors.files).toMatch(/1 MB/)
    expect(shown(answer).values.title).toBe('Đề án')
    expect(shown(answer).uploads).toMatchObject([{ field: 'files', fileName: 'b.png' }])
  })

  test('what is refused does not stay in the store; what was there before does', async () => {
    const stored = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    await send([title, file(pdf)])
    const before = stored().length
    await send([title, file('bị từ chối'), file(Buffer.concat([pdf, Buffer.alloc(1024 * 1024, 1)]))])
    await send([title, file(pdf, 'lần nữa.pdf')])
    expect(stored()).toHaveLength(before)
    const one = stored()[0]
    expect(readFileSync(join(one?.parentPath ?? '', one?.name ?? '')).length).toBeGreaterThan(0)
  })
})

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['..\\\\..\\\\windows\\\\a.pdf', 'a.pdf'],
    ['/etc/a.pdf', 'a.pdf'],
    ['....pdf', 'pdf.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['gpj\u202Efdp.exe', 'gpjfdp.exe.pdf'],
    ['a\u0007b.pdf', 'ab.pdf'],
    ['<script>.pdf', 'script.pdf'],
    ['a.pdf.exe', 'a.pdf.exe.pdf'],
    ['báo cáo quý I.pdf', 'báo cáo quý I.pdf'],
  ])('%j is kept as %j', async (name, kept) => {
    expect(filed(await send([title, file(pdf, name)]))).toBe(`${kept}|application/pdf`)
  })

  test('is never too long, never cut within a sign, never empty', () => {
    expect(safeFileName(`${'a'.repeat(400)}.pdf`, 'application/pdf')).toHaveLength(150)
    const signs = safeFileName('😀'.repeat(200), 'application/pdf')
    expect(signs.isWellFormed()).toBe(true)
    expect(safeFileName('...', 'application/pdf')).toBe('tep.pdf')
    expect(safeFileName('\ud800.pdf', 'application/pdf').isWellFormed()).toBe(true)
  })

  test.each([
    ['báo cáo.pdf', "filename*=UTF-8''b%C3%A1o%20c%C3%A1o.pdf"],
    ['a"b;c.pdf', "filename*=UTF-8''a%22b%3Bc.pdf"],
    ["it's (1)*.pdf", "filename*=UTF-8''it%27s%20%281%29%2A.pdf"],
  ])('%j goes out in a header that no sign of it can break', async (name, expected) => {
    const answer = await app.inject({
      url: `/tai-ve/${encodeURIComponent(name)}`,
      headers: { 'x-visitor': 'an' },
    })
    const header = String(answer.headers['content-disposition'])
    expect(header).toContain(expected)
    expect(header.match(/"/g)).toHaveLength(2)
    expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.-]+$/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('whose file it is', () => {
  test('a file of somebody else can be neither used nor seen', async () => {
    const wrong = await send([{ name: 'title', content: '' }, file(pdf, 'của An.pdf')])
    const [upload] = shown(wrong).uploads
    expect(upload).toMatchObject({ field: 'files', fileName: 'của An.pdf' })

    const stolen = await send([title, { name: 'filesKept[]', content: upload.id }], 'binh')
    expect(stolen.statusCode).toBe(422)
    expect(shown(stolen).uploads).toEqual([])
    const own = await send([title, { name: 'filesKept[]', content: upload.id }])
    expect(filed(own)).toBe('của An.pdf|application/pdf')
  })

  test('bytes of somebody unknown are not read', async () => {
    expect((await send([title, file(pdf)], 'nobody')).statusCode).toBe(401)
  })
})

describe('a form with files that is none', () => {
  test.each([
    ['a name that is none', [{ name: '__proto__[a]', content: 'x' }], 400],
    ['the name of what every object has', [{ name: 'toString', content: 'x' }], 400],
    ['a file under such a name', [file(pdf, 'a.pdf', '__proto__')], 400],
    ['JSON where text is asked for', [{ name: 'title', type: 'application/json', content: '{"a":1}' }], 400],
    ['a NUL in a text', [{ name: 'title', content: 'a\u0000b' }], 400],
    ['a text without end', [{ name: 'title', content: 'x'.repeat(200_001) }], 413],
    ['too many files', Array.from({ length: 21 }, () => file(pdf)), 413],
  ] as [string, Part[], number][])('%s is refused', async (_name, parts, status) => {
    expect((await send(parts)).statusCode).toBe(status)
  })

  test.each(['/nop-tep', '/api/v1/uploads'])(
    'a body to %s that ends too soon is answered, not waited for',
    async (url) => {
      const whole = multipart([title, file(pdf), file(png, 'b.png')])
      for (const length of [10, 60, 130, 190, 240, whole.length - 30]) {
        const answer = await app.inject({
          method: 'POST',
          url,
          headers: {
            'x-visitor': 'an',
            'sec-fetch-site': 'same-origin',
            'content-type': 'multipart/form-data; boundary=ranh-gioi',
          },
          payload: whole.subarray(0, length),
        })
        expect([length, answer.statusCode >= 400, answer.statusCode < 500]).toEqual([length, true, true])
      }
    },
  )

  test('a field sent as a file without a name counts as empty', async () => {
    expect(filed(await send([title, file('', '')]))).toBe('')
  })
})

describe('a file through the API', () => {
  test('is answered with what it was taken for', async () => {
    const answer = await upload([file(pdf, '../đề án.exe', 'file')])
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      fileName: 'đề án.exe.pdf',
      mediaType: 'application/pdf',
      sizeBytes: pdf.length,
    })
  })

  test.each([
    ['a kind that is not taken', [file('<html>', 'a.pdf', 'file')], 415, 'file_type_refused'],
    [
      'too much',
      [file(Buffer.concat([pdf, Buffer.alloc(1024 * 1024)]), 'a.pdf', 'file')],
      413,
      'file_too_large',
    ],
    ['nothing', [file('', 'a.pdf', 'file')], 422, 'file_empty'],
    ['no file at all', [title], 422, 'file_missing'],
  ] as [string, Part[], number, string][])('%s is a problem', async (_name, parts, status, code) => {
    const answer = await upload(parts)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  test('is not read from somebody unknown', async () => {
    expect((await upload([file(pdf, 'a.pdf', 'file')], 'nobody')).statusCode).toBe(401)
  })

  test('is a file in a form, and nothing else', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/uploads',
      headers: { 'x-visitor': 'an', 'sec-fetch-site': 'same-origin' },
      payload: { file: 'x' },
    })
    expect(answer.statusCode).toBe(415)
  })
})
