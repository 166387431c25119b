import { PdfDict, PdfName, type PdfObject, PdfStream } from '../../pdf/objects.ts'
import type { PdfPage } from '../../pdf/pages.ts'
import { readContent } from '../content-reader.ts'
import { contentsOf } from '../page-marks.ts'
import { isTransparencyGroup, isTransparent, nameIn } from './dict-rules.ts'
import type { Inspection } from './finding.ts'
import { LetterJudge } from './letter-rules.ts'
import { outputProfile } from './output-intent.ts'

type Device = 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK'
const operatorSpaces: Readonly<Record<string, Device>> = {
  ...{ g: 'DeviceGray', G: 'DeviceGray', rg: 'DeviceRGB', RG: 'DeviceRGB', k: 'DeviceCMYK', K: 'DeviceCMYK' },
}
const shortNames: Readonly<Record<string, Device>> = { G: 'DeviceGray', RGB: 'DeviceRGB', CMYK: 'DeviceCMYK' }
const painting = new Set([
  'f',
  'F',
  'f*',
  'S',
  's',
  'B',
  'B*',
  'b',
  'b*',
  'sh',
  'Tj',
  'TJ',
  "'",
  '"',
  'Do',
  'BI',
])

const showing = new Set(['Tj', 'TJ', "'", '"'])
/** ISO 19005-2, 6.1.13 */
const mostSaved = 28

/** Judges what pages paint, each form once. */
export class ContentJudge {
  readonly #seen: Inspection
  readonly #forms = new Set<PdfStream>()
  readonly #intent: Device | null
  readonly #hasIntent: boolean
  readonly #mustBeTagged: boolean
  #transparent = false
  readonly #letters: LetterJudge

  constructor(seen: Inspection) {
    this.#seen = seen
    const profile = outputProfile(seen.file, seen.at)
    const components = profile === null ? null : seen.file.resolve(profile.dict.get('N'), seen.at)
    this.#hasIntent = profile !== null
    this.#intent = components === 3 ? 'DeviceRGB' : components === 4 ? 'DeviceCMYK' : null
    this.#mustBeTagged = seen.claim.conformance === 'A'
    this.#letters = new LetterJudge(seen)
  }

  /** Judges the letters that all pages have shown. */
  letters(): void {
    this.#letters.judge()
  }

  page(page: PdfPage): void {
    const { file, at } = this.#seen
    const resources = file.resolve(page.attributes.get('Resources'), at)
    this.#transparent = false
    this.#run(contentsOf(file, page, at), dictOf(resources), page.ref.number, this.#mustBeTagged)
    const annotations = file.resolve(page.dict.get('Annots'), at)
    for (const item of Array.isArray(annotations) ? annotations : [])
      this.#appearances(file.resolve(item, at))
    const group = file.resolve(page.dict.get('Group'), at)
    const hasSpace = group instanceof PdfDict && group.get('CS') !== null
    if (this.#transparent && !this.#hasIntent && !hasSpace && this.#seen.claim.part > 1)
      this.#seen.tell('transparency_without_space', page.ref.number)
  }

  #appearances(annotation: PdfObject): void {
    const { file, at } = this.#seen
    const all = annotation instanceof PdfDict ? file.resolve(annotation.get('AP'), at) : null
    const normal = all instanceof PdfDict ? file.resolve(all.get('N'), at) : null
    const states = normal instanceof PdfDict ? [...normal.entries.values()] : [normal]
    for (const state of states) {
      const stream = file.resolve(state, at)
      if (stream instanceof PdfStream) this.#form(stream, null, 0)
    }
  }

  #form(stream: PdfStream, around: PdfDict | null, depth: number): void {
    if (isTransparencyGroup(this.#seen, stream.dict)) this.#transparent = true
    if (this.#forms.has(stream) || depth > 16) return
    this.#forms.add(stream)
    const { file, at } = this.#seen
    const resources = dictOf(file.resolve(stream.dict.get('Resources'), at)) ?? around
    // What is tagged in a form is tagged where the form is shown, or within; which of both is not asked here.
    this.#run(file.decode(stream, at).bytes, resources, 0, false, depth)
  }

  #run(
    content: Uint8Array,
    resources: PdfDict | null,
    object: number,
    mustBeTagged: boolean,
    depth = 0,
  ): void {
    let tagged = 0
    let saved = 0
    let font: PdfObject = null
    for (const { operator, operands } of readContent(content, this.#seen.file.limits)) {
      const space = operatorSpaces[operator]
      if (space !== undefined) this.#space(space, resources, object)
      const [first = null] = operands
      if (operator === 'cs' || operator === 'CS') this.#named(first, resources, object)
      if (operator === 'Tf') font = this.#resource(resources, 'Font', first)
      if (showing.has(operator) && font instanceof PdfDict) this.#letters.show(font, operands)
      if (operator === 'q') saved++
      if (operator === 'Q') saved--
      if (saved > mostSaved && this.#seen.claim.part < 4) this.#seen.tell('states_nested', object)
      if (operator === 'gs') this.#state(this.#resource(resources, 'ExtGState', first))
      if (operator === 'BMC' || operator === 'BDC') tagged++
      if (operator === 'EMC') tagged = Math.max(0, tagged - 1)
      if (operator === 'BI' && first instanceof PdfDict) this.#inline(first, resources, object)
      if (operator === 'Do') this.#object(this.#resource(resources, 'XObject', first), resources, depth)
      if (mustBeTagged && tagged === 0 && painting.has(operator))
        this.#seen.tell('content_not_tagged', object)
    }
  }

  #resource(resources: PdfDict | null, kind: string, name: PdfObject): PdfObject {
    const { file, at } = this.#seen
    const all = file.resolve(resources?.get(kind) ?? null, at)
    return all instanceof PdfDict && name instanceof PdfName ? file.resolve(all.get(name.value), at) : null
  }

  #state(state: PdfObject): void {
    if (state instanceof PdfDict && isTransparent(this.#seen, state)) this.#transparent = true
  }

  #object(object: PdfObject, resources: PdfDict | null, depth: number): void {
    if (!(object instanceof PdfStream)) return
    if (nameIn(this.#seen, object.dict, 'Subtype') === 'Form') {
      this.#form(object, resources, depth + 1)
      return
    }
    const { file, at } = this.#seen
    if (file.resolve(object.dict.get('SMask'), at) !== null) this.#transparent = true
    if (file.resolve(object.dict.get('ImageMask'), at) !== true)
      this.#named(file.resolve(object.dict.get('ColorSpace'), at), resources, 0)
  }

  #inline(dict: PdfDict, resources: PdfDict | null, object: number): void {
    const space = dict.get('CS') ?? dict.get('ColorSpace')
    const short = space instanceof PdfName ? shortNames[space.value] : undefined
    this.#named(short === undefined ? space : new PdfName(short), resources, object)
  }

  /** A colour space by its name, or as an array whose base counts (ISO 32000-2, 8.6.6). */
  #named(space: PdfObject, resources: PdfDict | null, object: number, depth = 0): void {
    const { file, at } = this.#seen
    const value = file.resolve(space, at)
    if (value instanceof PdfName) {
      if (value.value.startsWith('Device')) this.#space(value.value as Device, resources, object)
      else if (depth < 4) {
        const found = this.#resource(resources, 'ColorSpace', value)
        if (found !== null) this.#named(found, resources, object, depth + 1)
      }
    }
    if (!Array.isArray(value) || depth >= 4) return
    const [kind = null, base = null, alternate = null] = value
    const name = file.resolve(kind, at)
    if (!(name instanceof PdfName)) return
    if (name.value.startsWith('Device') && name.value !== 'DeviceN')
      this.#space(name.value as Device, resources, object)
    if (name.value === 'Indexed' || name.value === 'Pattern') this.#named(base, resources, object, depth + 1)
    if (name.value === 'Separation' || name.value === 'DeviceN')
      this.#named(alternate, resources, object, depth + 1)
  }

  /** ISO 19005-2, 6.2.4.3 */
  #space(space: Device, resources: PdfDict | null, object: number): void {
    if (space === 'DeviceGray' ? this.#hasIntent : this.#intent === space) return
    const { file, at } = this.#seen
    const spaces = file.resolve(resources?.get('ColorSpace') ?? null, at)
    if (spaces instanceof PdfDict && spaces.get(space.replace('Device', 'Default')) !== null) return
    this.#seen.tell('device_colour', object, space)
  }
}

function dictOf(value: PdfObject): PdfDict | null {
  return value instanceof PdfDict ? value : null
}
