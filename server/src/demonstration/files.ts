import { Readable } from 'node:stream'
import { crc32, deflateSync } from 'node:zlib'
import type { BlobStore } from '../platform/files/blobs.ts'
import type { ImportedFile } from '../platform/files/uploads.ts'

/** The few papers that all invented proof and decisions share; each says that it is none. */
const papers = {
  minutes: {
    fileName: 'bien-ban-minh-hoa.pdf',
    mediaType: 'application/pdf',
    bytes: () => pdf('BIEN BAN NGHIEM THU'),
  },
  report: {
    fileName: 'bao-cao-minh-hoa.pdf',
    mediaType: 'application/pdf',
    bytes: () => pdf('BAO CAO KET QUA'),
  },
  recognition: {
    fileName: 'giay-cong-nhan-minh-hoa.pdf',
    mediaType: 'application/pdf',
    bytes: () => pdf('GIAY CONG NHAN'),
  },
  decision: {
    fileName: 'quyet-dinh-minh-hoa.pdf',
    mediaType: 'application/pdf',
    bytes: () => pdf('QUYET DINH'),
  },
  photo: { fileName: 'anh-minh-hoa.png', mediaType: 'image/png', bytes: () => png(320, 200) },
} as const

export type Paper = keyof typeof papers
export type StoredPapers = Readonly<Record<Paper, ImportedFile>>

/** Puts the papers into the store, so that they can be downloaded as any other. */
export async function storePapers(blobs: BlobStore): Promise<StoredPapers> {
  const stored: [string, ImportedFile][] = []
  for (const [name, { fileName, mediaType, bytes }] of Object.entries(papers)) {
    const content = bytes()
    const { sha256, sizeBytes } = await blobs.put(Readable.from([content]), content.length)
    stored.push([name, { sha256, sizeBytes, mediaType, fileName }])
  }
  return Object.fromEntries(stored) as StoredPapers
}

/** One page of plain text. The standard fonts know no Vietnamese accents, so its words do without. */
export function pdf(title: string): Buffer {
  const lines = [title, 'DU LIEU MINH HOA - KHONG CO THAT', 'Illustrative data. This paper does not exist.']
  const text = lines.map(
    (line, index) => `BT /F1 ${index === 0 ? 20 : 12} Tf 72 ${760 - index * 32} Td (${line}) Tj ET`,
  )
  const stream = text.join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return String(at).padStart(10, '0')
  })
  const table = ['0000000000 65535 f ', ...offsets.map((offset) => `${offset} 00000 n `)].join('\n')
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n${table}\n${trailer}`, 'latin1')
}

/** Sky over a field: a picture that nobody takes for a photograph. */
export function png(width: number, height: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3)
    for (let x = 0; x < width; x += 1)
      row.set(y * 5 < height * 3 ? [150 + (y >> 1), 200, 235] : [90, 150 + (x % 24), 80], 1 + x * 3)
    return row
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a channel, true colour.
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(4)
  frame.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([frame, named, check])
}
