import { expect, test } from 'vitest'
import { handBuilt } from '../testing/hand-built.ts'
import { decision, letter } from '../testing/state-documents.ts'
import type { Piece } from './piece.ts'
import { recognise } from './recognise.ts'

const texts = (pieces: readonly Piece[]) => pieces.map(({ text }) => text)

test('knows the components of a decision', () => {
  const found = recognise(handBuilt(decision))
  expect(found.profile).toBe('state')
  expect(found.kind?.id).toBe('quyet-dinh')
  expect(found.issuedOn).toBe('2024-03-05')
  expect(texts(found.head.superior)).toEqual(['ỦY BAN NHÂN DÂN TỈNH BẮC GIANG'])
  expect(texts(found.head.issuer)).toEqual(['SỞ NỘI VỤ'])
  expect(found.head.number?.text).toBe('Số: 15/QĐ-SNV')
  expect(texts(found.head.abstract)).toEqual(['Về việc ban hành Kế hoạch chuyển đổi số năm 2024'])
  expect(texts(found.competence)).toEqual(['GIÁM ĐỐC SỞ NỘI VỤ'])
  expect(found.bases).toHaveLength(3)
  expect(found.enacting?.text).toBe('QUYẾT ĐỊNH:')
  expect(found.body.parts.map(({ role, label }) => `${role} ${label}`)).toEqual([
    'article Điều 1.',
    'clause 1.',
    'point a)',
    'point b)',
    'article Điều 2.',
    'article Điều 3.',
  ])
  expect(found.foot.recipients?.archive?.text).toBe('- Lưu: VT, TCCB (5).')
  expect(found.foot.signatures.map(({ name }) => name?.text)).toEqual(['Nguyễn Thị Minh Hạnh'])
  expect(texts(found.foot.signatures[0]?.authority ?? [])).toEqual(['KT. GIÁM ĐỐC'])
  expect(texts(found.foot.signatures[0]?.position ?? [])).toEqual(['PHÓ GIÁM ĐỐC'])
})

test('knows a letter by the abstract below its symbol', () => {
  const found = recognise(handBuilt(letter))
  expect(found.kind?.id).toBe('cong-van')
  expect(texts(found.head.letterAbstract)).toEqual(['V/v báo cáo công tác văn thư quý I'])
  expect(found.addressees?.label.text).toBe('Kính gửi:')
  expect(texts(found.addressees?.lines ?? [])).toEqual([
    '- Các sở, ban, ngành;',
    '- Ủy ban nhân dân các xã, phường.',
  ])
  expect(found.body.parts).toHaveLength(2)
  expect(found.foot.signatures[0]?.name?.text).toBe('Trần Văn Bình')
})
