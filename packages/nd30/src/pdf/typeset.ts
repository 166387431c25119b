import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { Nd30Error } from '../errors.ts'
import type { OfficialDocument } from '../model/document.ts'
import { profileAt } from '../profile/profiles.ts'
import type { FontFiles } from './fonts.ts'
import type { SheetPicture } from './pictures.ts'
import { type Place, placeOf, type ToldPlace } from './place.ts'
import { sheetOf } from './sheet.ts'

export interface RenderOptions {
  /** YYYY-MM-DD: the day whose form is followed; also the date in the file where the document has none. */
  readonly at: string
  /** PDF/A-2a, with the structure that reading aloud needs, in place of PDF/A-2u. */
  readonly tagged?: boolean
  /** An identifier kept in the properties of the file. */
  readonly id?: string
}

export interface Rendered {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly places: readonly Place[]
}

const template = fileURLToPath(new URL('./template/', import.meta.url))
/** What was learned of a document is forgotten after so many more: else memory grows with each. */
const documentsBetweenSweeps = 10
const pointsPerMm = 72 / 25.4

/** Sets documents with one compiler, one after the other, in the thread that calls it. */
export class Typesetter {
  readonly #fonts: FontFiles
  readonly #compiler: NodeCompiler
  #documents = 0

  constructor(fonts: FontFiles) {
    this.#fonts = fonts
    this.#compiler = NodeCompiler.create({
      workspace: template,
      fontArgs: [{ fontBlobs: fonts.files.map((file) => Buffer.from(file)) }],
    })
  }

  /** @throws Nd30Error `form_unknown`, `font_missing_letters`, `image_wrong`, `typesetting_failed` */
  set(document: OfficialDocument, options: RenderOptions): Rendered {
    this.#fonts.refuseMissingLetters(document)
    const profile = profileAt(document.profile, options.at)
    const { sheet, pictures } = sheetOf(document, profile, { ...options, font: this.#fonts.family })
    try {
      for (const { path, base64 } of pictures)
        this.#compiler.mapShadow(shadow(path), Buffer.from(base64, 'base64'))
      const set = this.#compile(JSON.stringify(sheet), pictures)
      const pdf = this.#export(set, options.tagged ?? false)
      const landscape = document.annexes?.at(-1)?.landscape ?? false
      const heights = { document: 297 * pointsPerMm, copy: (landscape ? 210 : 297) * pointsPerMm }
      const told = this.#told(set)
      return { pdf, pages: set.numOfPages, places: told.map((place) => placeOf(place, heights)) }
    } finally {
      this.#tidy(pictures)
    }
  }

  #compile(sheet: string, pictures: readonly SheetPicture[]): NodeTypstDocument {
    const result = this.#compiler.compile({ mainFilePath: `${template}main.typ`, inputs: { sheet } })
    const { result: document } = result
    if (!result.hasError() && document !== null) return document
    for (const { path, place } of pictures)
      if (this.#compiler.compile({ mainFileContent: `#image("${path}")` }).hasError())
        throw new Nd30Error('image_wrong', `the picture at ${place} cannot be read`, { path: place })
    throw this.#failure(result.takeDiagnostics())
  }

  #export(document: NodeTypstDocument, tagged: boolean): Uint8Array {
    try {
      return this.#compiler.pdf(document, { pdfStandard: tagged ? 'a-2a' : 'a-2u', pdfTags: tagged })
    } catch (cause) {
      throw new Nd30Error('typesetting_failed', 'the PDF cannot be PDF/A', {}, { cause })
    }
  }

  #told(document: NodeTypstDocument): readonly ToldPlace[] {
    const found: { readonly value: readonly ToldPlace[] }[] = this.#compiler.query(document, {
      selector: '<places>',
    })
    return found[0]?.value ?? []
  }

  #failure(diagnostics: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): Nd30Error {
    const [first] = diagnostics === null ? [] : this.#compiler.fetchDiagnostics(diagnostics)
    const what = String((first as { message?: unknown } | undefined)?.message ?? '')
    return new Nd30Error('typesetting_failed', `the document cannot be set: ${what}`)
  }

  #tidy(pictures: readonly SheetPicture[]): void {
    for (const { path } of pictures) this.#compiler.unmapShadow(shadow(path))
    this.#documents += 1
    if (this.#documents % documentsBetweenSweeps === 0) this.#compiler.evictCache(documentsBetweenSweeps)
  }
}

const shadow = (path: string): string => `${template}${path.slice(1)}`
