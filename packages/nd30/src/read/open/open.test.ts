import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Nd30Error, type Nd30ErrorCode } from '../../errors.ts'
import { buildDocx, type HandMade, partsOf, zipOf } from '../testing/build-docx.ts'
import { defaultReadLimits, type ReadLimits } from './limits.ts'
import { openParts } from './open-parts.ts'

async function codeOf(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Nd30ErrorCode | null> {
  try {
    await openParts(bytes, { ...defaultReadLimits, ...limits })
    return null
  } catch (error) {
    if (error instanceof Nd30Error) return error.code
    throw error
  }
}

const plain = () => buildDocx({ body: '<w:p/>' })

const external = (type: string, target: string): HandMade => ({
  relations: `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`,
})

const within = (type: string, target: string): HandMade => ({
  relations: `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
})

test('opens what is sound', async () => {
  const { main, package: opened } = await openParts(await plain())
  expect(main).toBe('word/document.xml')
  expect([...opened.parts.keys()]).toContain('word/document.xml')
})

const ole = (rest: Buffer) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), rest])

test.each<[string, Uint8Array, Nd30ErrorCode]>([
  ['nothing', new Uint8Array(), 'file_truncated'],
  ['a PDF', Buffer.from('%PDF-1.7 '), 'file_not_docx'],
  ['words', Buffer.from('Quyết định'), 'file_not_docx'],
  ['an old .doc', ole(Buffer.alloc(100)), 'file_not_docx'],
  ['a file with a password', ole(Buffer.from('EncryptedPackage', 'utf16le')), 'file_encrypted'],
  ['the beginning of a zip', Buffer.from('504b0304140000000800', 'hex'), 'file_truncated'],
])('refuses %s', async (_, bytes, code) => {
  expect(await codeOf(bytes)).toBe(code)
})

test('refuses a file cut anywhere', async () => {
  const bytes = await plain()
  for (let length = 1; length < bytes.length; length += 97)
    expect(await codeOf(bytes.subarray(0, length))).toMatch(/^file_(truncated|not_docx)$/)
})

test('any damaged byte is an error of ours or none', async () => {
  const bytes = await plain()
  for (let at = 0; at < bytes.length; at += 13) {
    const damaged = Uint8Array.from(bytes)
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    await codeOf(damaged)
  }
})

test.each<[string, HandMade, Nd30ErrorCode]>([
  ['macros by name', { parts: { 'word/vbaProject.bin': 'x' } }, 'file_has_macros'],
  [
    'macros by type',
    {
      contentTypes: '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
    },
    'file_has_macros',
  ],
  [
    'a document for macros',
    {
      parts: {
        '[Content_Types].xml': (partsOf({})['[Content_Types].xml'] ?? '').replace(
          'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          'vnd.ms-word.document.macroEnabled.main+xml',
        ),
      },
    },
    'file_has_macros',
  ],
  [
    'a template from outside',
    external('attachedTemplate', 'https://example.org/x.dotm'),
    'file_has_remote_template',
  ],
  ['a template on a share', external('attachedTemplate', 'file://server/x.dotx'), 'file_has_remote_template'],
  ['a document within', external('subDocument', 'b.docx'), 'file_has_remote_template'],
  ['an object by link', external('oleObject', 'https://example.org/x'), 'file_has_remote_template'],
  ['a frame', external('frame', 'https://example.org/x'), 'file_has_remote_template'],
  ['a piece of another format', external('aFChunk', 'https://example.org/x'), 'file_has_remote_template'],
  ['a page within that is shown as its text', within('aFChunk', 'page.html'), 'file_has_remote_template'],
  [
    'a document within that is shown as its text',
    within('subDocument', 'b.docx'),
    'file_has_remote_template',
  ],
  ['a picture from outside', external('image', 'https://example.org/x.png'), 'file_has_remote_template'],
  ['a picture on a share', external('image', '\\\\server\\x.png'), 'file_has_remote_template'],
  [
    'an address that says it is a part',
    {
      relations:
        '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.org/x.dotm"/>',
    },
    'file_has_remote_template',
  ],
  [
    'macros by relation',
    {
      relations:
        '<Relationship Id="x" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="x.bin"/>',
    },
    'file_has_macros',
  ],
  ['a DOCTYPE', { parts: { 'word/document.xml': '<!DOCTYPE a><a/>' } }, 'file_has_doctype'],
  [
    'a DOCTYPE in a part that is not read',
    { parts: { 'customXml/item1.xml': '<!DOCTYPE a><a/>' } },
    'file_has_doctype',
  ],
  [
    'a DOCTYPE in UTF-16',
    { parts: { 'docProps/app.xml': Buffer.from('\uFEFF<!DOCTYPE a><a/>', 'utf16le') } },
    'file_has_doctype',
  ],
  ['no document', { parts: { '_rels/.rels': '<Relationships xmlns="x"/>' } }, 'file_not_docx'],
  ['a relation to nothing', { parts: { '_rels/.rels': '<a' } }, 'file_xml_malformed'],
])('refuses %s', async (_, made, code) => {
  expect(await codeOf(await buildDocx(made))).toBe(code)
})

test.each<[string, HandMade]>([
  ['hyperlinks', external('hyperlink', 'https://example.org/')],
  ['a picture beside the file', external('image', 'file:///C:/a.png')],
  ['a drawing of its own with its DOCTYPE', { parts: { 'word/media/a.svg': '<!DOCTYPE svg><svg/>' } }],
])('allows %s', async (_, made) => {
  expect(await codeOf(await buildDocx(made))).toBeNull()
})

test('refuses zips that are no DOCX', async () => {
  expect(await codeOf(await zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }))).toBe(
    'file_not_docx',
  )
  const workbook = await buildDocx({
    parts: {
      '[Content_Types].xml': (partsOf({})['[Content_Types].xml'] ?? '').replace(
        'wordprocessingml.document.main',
        'spreadsheetml.sheet.main',
      ),
    },
  })
  expect(await codeOf(workbook)).toBe('file_not_docx')
})

test('refuses what a zip says of itself that is too much', async () => {
  const bytes = await plain()
  expect(await codeOf(bytes, { fileBytes: 100 })).toBe('file_too_large')
  expect(await codeOf(bytes, { entries: 3 })).toBe('file_bomb')
  expect(await codeOf(bytes, { nameLetters: 10 })).toBe('file_bomb')
  expect(await codeOf(bytes, { totalBytes: 1000 })).toBe('file_bomb')
  expect(await codeOf(bytes, { xmlBytes: 1000 })).toBe('file_bomb')
  const bomb = await buildDocx({ parts: { 'word/media/a.bmp': Buffer.alloc(4 << 20) } })
  expect(await codeOf(bomb)).toBe('file_bomb')
})

/** A zip by hand: one entry of each kind, with what its directory says. */
function zipByHand(
  name: string,
  packed: Buffer,
  said: { size?: number; method?: number; flags?: number; times?: number } = {},
): Buffer {
  const { size = packed.length, method = 8, flags = 0, times = 1 } = said
  const header = (signature: string, more: number) => {
    const fixed = Buffer.alloc(26 + more)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(flags, 2)
    fixed.writeUInt16LE(method, 4)
    fixed.writeUInt32LE(packed.length, 14)
    fixed.writeUInt32LE(size, 18)
    fixed.writeUInt16LE(name.length, 22)
    return { signature: Buffer.from(signature, 'hex'), fixed }
  }
  const local = header('504b0304', 0)
  const body = Buffer.concat([local.signature, local.fixed, Buffer.from(name), packed])
  const central = header('504b0102', 14)
  const entry = Buffer.concat([central.signature, Buffer.from([20, 0]), central.fixed, Buffer.from(name)])
  const directory = Buffer.concat(Array.from({ length: times }, () => entry))
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(times, 8)
  end.writeUInt16LE(times, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, directory, end])
}

test('refuses an entry that is called otherwise where it stands', async () => {
  const zip = zipByHand('a.xml', Buffer.from('ab'), { method: 0 })
  zip.write('b', 30)
  expect(await codeOf(zip)).toBe('file_not_docx')
})

test('refuses what unpacks to another size than it says', async () => {
  const packed = deflateRawSync(Buffer.alloc(3 << 20))
  expect(await codeOf(zipByHand('a.xml', packed, { size: 1000 }))).toBe('file_bomb')
  expect(await codeOf(zipByHand('a.xml', deflateRawSync(Buffer.from('ab')), { size: 3 }))).toBe(
    'file_truncated',
  )
  expect(await codeOf(zipByHand('a.xml', Buffer.from('no deflate'), { size: 3 }))).toBe('file_truncated')
})

test.each<[string, Buffer, Nd30ErrorCode]>([
  ['encrypted entries', zipByHand('a.xml', Buffer.from('ab'), { flags: 1 }), 'file_encrypted'],
  ['unknown packing', zipByHand('a.xml', Buffer.from('ab'), { method: 12 }), 'file_not_docx'],
  ['two parts of one name', zipByHand('a.xml', Buffer.alloc(0), { method: 0, times: 2 }), 'file_not_docx'],
  ['names that lead outside', zipByHand('../a.xml', Buffer.from('ab'), { method: 0 }), 'file_not_docx'],
  ['names from the root', zipByHand('/a.xml', Buffer.from('ab'), { method: 0 }), 'file_not_docx'],
])('refuses %s', async (_, bytes, code) => {
  expect(await codeOf(bytes)).toBe(code)
})
