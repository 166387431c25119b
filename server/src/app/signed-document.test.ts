import { openRenderer, type PdfPlace as Place, type Rendered } from '@dot-pha/nd30'
import {
  bytesSource,
  checkPdfA,
  type Mark,
  type Place as MarkPlace,
  marksUnder,
  openPdf,
  pageAt,
  personMark,
  placeMark,
  sealMark,
  sign,
  trustStore,
  verify,
} from '@dot-pha/pades'
import { expect, test } from 'vitest'
import { testAuthority, testNow } from '../../../packages/pades/src/testing/authority.ts'
import { sealPng, signaturePng } from '../../../packages/pades/src/testing/draw-png.ts'
import { makeCrl } from '../../../packages/pades/src/testing/revocation.ts'

const authority = testAuthority()
const signer = authority.issue({ commonName: 'Vũ Thị Hòa' })
const body = authority.issue({ commonName: 'Sở Nội vụ' })

const decision = {
  profile: 'state',
  kind: 'quyet-dinh',
  superior: 'Ủy ban nhân dân tỉnh Lâm Hải',
  issuer: 'Sở Nội vụ',
  number: { value: 5, body: 'SNV' },
  issued: { place: 'Lâm Hải', date: '2026-03-15' },
  abstract: 'Về việc thành lập Tổ công tác',
  competence: 'Giám đốc Sở Nội vụ',
  bases: ['Căn cứ Luật Tổ chức chính quyền địa phương'],
  body: [{ type: 'article', number: 1, text: 'Thành lập Tổ công tác.' }],
  signatures: [{ position: 'Giám đốc', name: 'Vũ Thị Hòa' }],
  recipients: { lines: ['Như Điều 1'], archive: 'VT' },
} as const

/** Where the renderer says that it goes, as the signing library asks for it. */
function boxOf({ x, y, width, height }: Place): MarkPlace {
  return { kind: 'seen', box: [x, y, x + width, y + height] }
}

function placeFor(role: Place['role'], places: readonly Place[]): Place {
  const place = places.find((one) => one.role === role)
  if (place === undefined) throw new RangeError(`no place for ${role}`)
  return place
}

function lookAt(pdf: Uint8Array, mark: Mark, place: Place) {
  const file = openPdf(bytesSource(pdf))
  const page = pageAt(file, place.page - 1)
  if (page === null) throw new RangeError('no such page')
  return { file, page, look: placeMark(file, page, mark, boxOf(place)) }
}

async function signed({ pdf, places }: Rendered): Promise<Uint8Array> {
  const person = personMark({
    picture: { png: signaturePng(300, 130), widthMm: 40 },
    pictureWords: 'Chữ ký của Vũ Thị Hòa',
  })
  const where = placeFor('signature', places)
  const { file, page, look } = lookAt(pdf, person.mark, where)
  expect(marksUnder(file, page, look.rect)).toEqual([])
  const byPerson = (await sign(pdf, { signer, at: testNow, page: where.page - 1, look })).bytes()

  const seal = placeFor('seal', places)
  const { mark } = sealMark(sealPng(200), 36, 'Con dấu của Sở Nội vụ')
  const sealed = lookAt(byPerson, mark, seal)
  return (await sign(byPerson, { signer: body, at: testNow, page: seal.page - 1, look: sealed.look })).bytes()
}

test.each([false, true])(
  'a document that was set is signed and sealed at its places, and stays PDF/A; tagged: %s',
  async (tagged) => {
    await using renderer = await openRenderer()
    const rendered = await renderer.render(decision, { at: '2026-03-15', tagged })
    const file = await signed(rendered)
    const report = await verify(file, {
      trust: [trustStore({ name: 'thử', kind: 'test', certificates: [authority.certificate] })],
      at: testNow,
      given: { crls: [makeCrl(authority)] },
    })
    expect(report.verdict).toBe('valid_no_tsa')
    expect(report.signatures).toHaveLength(2)
    expect(checkPdfA(openPdf(bytesSource(file)))).toMatchObject({
      claimed: { part: 2, conformance: tagged ? 'A' : 'U' },
      findings: [],
    })
  },
)
