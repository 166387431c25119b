import { PadesError } from '../errors.ts'
import { type FormField, readForm } from '../form/fields.ts'
import type { Signer } from '../keys/signer.ts'
import type { WidgetLook } from '../look/appearance.ts'
import type { Mark } from '../look/drawing.ts'
import { personMark } from '../look/person-mark.ts'
import type { PictureNote } from '../look/picture-checks.ts'
import { marksUnder, placeInField, placeMark } from '../look/place.ts'
import { sealMark } from '../look/seal-mark.ts'
import { pictureSentence } from '../look/sentences.ts'
import { openPdf, type PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfRef } from '../pdf/objects.ts'
import { listPages, type PdfPage, pageAt } from '../pdf/pages.ts'
import { certificateOf } from '../sign/check-signer.ts'
import type { ByteSource } from '../source.ts'
import { vietnamTime } from '../vietnam-time.ts'
import { type MarkWish, noPlace } from './mark-options.ts'
import type { Said } from './shell/said.ts'
import { UsageError } from './shell/usage-error.ts'
import { readWhole } from './shell/whole-file.ts'

/** What is known of the signature that the mark belongs to. */
interface MarkedSignature {
  readonly signer: Signer
  readonly at: Date
  /** The name as it is declared; that of the certificate where it is left out. */
  readonly name: string | undefined
  readonly field: string | undefined
  /** Index from 0. */
  readonly page: number
}

export interface VisibleMark {
  readonly look: WidgetLook
  /** What is to be said of its picture and its place. */
  readonly notes: readonly Said[]
}

const mostBytes = 64 << 20

/**
 * The look of a mark on its page, or in the place of the empty field that is signed.
 *
 * @throws UsageError where it has no place; FileError; PadesError `image_malformed`, `font_missing_letters`, `field_not_found`
 */
export function visibleMark(
  source: ByteSource,
  wish: MarkWish,
  about: MarkedSignature,
  usage: string,
): VisibleMark {
  const file = openPdf(source)
  const { mark, notes } = draw(wish, about)
  const field = readForm(file)?.fields.find(({ name }) => name === about.field) ?? null
  const page = field === null ? pageAt(file, about.page) : (pageOf(file, field) ?? pageAt(file, about.page))
  if (page === null)
    throw new PadesError('field_not_found', `There is no page ${about.page + 1}`, { page: about.page + 1 })
  const look =
    field === null
      ? lookOnPage(file, page, mark, wish, usage)
      : lookInField(file, page, mark, field, wish, usage)
  // A seal in its actual size reaches over words, which stay readable through it.
  const covered = wish.kind === 'seal' ? [] : coveredBy(file, page, look)
  return { look, notes: [...notes.map(pictureSentence), ...covered] }
}

function draw(
  { kind, image, above }: MarkWish,
  { signer, at, name: declared }: MarkedSignature,
): { readonly mark: Mark; readonly notes: readonly PictureNote[] } {
  const { subject } = certificateOf(signer)
  const name = declared ?? subject.find('CN') ?? subject.display
  const png = image === null ? null : readWhole(image.path, mostBytes)
  const widthMm = image?.widthMm ?? 0
  try {
    if (kind === 'seal') return sealMark(png ?? new Uint8Array(0), widthMm, `Con dấu của ${name}`)
    const picture = png === null ? {} : { picture: { png, widthMm }, pictureWords: `Chữ ký của ${name}` }
    // The decree wants the zone by ISO 8601.
    const words = { above, between: [`${vietnamTime(at)} +07:00`], name }
    return personMark(kind === 'picture' ? picture : { ...picture, ...words })
  } catch (error) {
    if (!(error instanceof PadesError) || error.code !== 'image_malformed' || image === null) throw error
    const { code, message, details } = error
    throw new PadesError(code, message, { ...details, file: image.path }, { cause: error })
  }
}

function lookOnPage(
  file: PdfFile,
  page: PdfPage,
  mark: Mark,
  { place }: MarkWish,
  usage: string,
): WidgetLook {
  if (place !== null) return placeMark(file, page, mark, place)
  throw new UsageError(noPlace, usage)
}

function lookInField(
  file: PdfFile,
  page: PdfPage,
  mark: Mark,
  field: FormField,
  { place }: MarkWish,
  usage: string,
): WidgetLook {
  const look = placeInField(file, page, mark, field)
  if (look !== null && place === null) return look
  const { name } = field
  const fault =
    look === null
      ? {
          vi: `trường ${name} không có chỗ trên trang nên không mang được --mark`,
          en: `the field ${name} has no place on a page and can carry no --mark`,
        }
      : {
          vi: `trường ${name} đã có chỗ trên trang nên không nêu chỗ khác`,
          en: `the field ${name} has its place on the page, so no other can be given`,
        }
  throw new UsageError(fault, usage)
}

function pageOf(file: PdfFile, { dict, widgets }: FormField): PdfPage | null {
  const widget = widgets[0] === undefined ? dict : file.resolve(widgets[0])
  const page = widget instanceof PdfDict ? widget.get('P') : null
  if (!(page instanceof PdfRef)) return null
  return listPages(file).find(({ ref }) => ref.number === page.number) ?? null
}

const mostLetters = 60

/** A mark may stand where it covers something; whoever signs is told. */
function coveredBy(file: PdfFile, page: PdfPage, look: WidgetLook): readonly Said[] {
  try {
    const covered = marksUnder(file, page, look.rect)
    if (covered.length === 0) return []
    const words = covered.map(({ text = '' }) => text).join('')
    const quoted = words.length > mostLetters ? `${words.slice(0, mostLetters)}…` : words
    if (words.trim() === '')
      return [
        { vi: 'Hình hiển thị che một hình ảnh trên trang.', en: 'The mark covers a picture of the page.' },
      ]
    return [
      {
        vi: `Hình hiển thị che chữ trên trang: “${quoted}”.`,
        en: `The mark covers words of the page: “${quoted}”.`,
      },
    ]
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return [
      {
        vi: 'Không đọc được trang nên không biết hình hiển thị có che chữ nào không.',
        en: 'The page cannot be read, so whether the mark covers words is not known.',
      },
    ]
  }
}
