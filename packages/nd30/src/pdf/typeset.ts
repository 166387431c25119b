import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { Nd30Error } from '../errors.ts'
import type { OfficialDocument } from '../model/document.ts'
import type { Profile } from '../profile/profile.ts'
import { profileAt } from '../profile/profiles.ts'
import type { FontFiles } from './fonts.ts'
import { closerLines, formSheet } from './form-sheet.ts'
import type { SheetPicture } from './pictures.ts'
import { type Place, placeOf, type ToldPlace } from './place.ts'
import { sheetOf } from './sheet.ts'

export interface RenderOptions {
  /** YYYY-MM-DD: the day whose form is followed; also the date in the file where the document has none. */
  readonly at: string
  /** PDF/A-2a, with the structure that reading aloud needs, in place of PDF/A-2u. */
  readonly tagged?: boolean
  /**
   * Sets the lines closer, within what the form allows, where that saves the last page: as clerks do whose last page
   * holds a sentence and the signature alone.
   */
  readonly fit?: boolean
  /** An identifier kept in the properties of the file. */
  readonly id?: string
}

export interface Rendered {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly places: readonly Place[]
}

const template = fileURLToPath(new URL('./template/', import.meta.url))
/** What Typst learned is swept after so many pages, else memory grows with each; a long document is swept at once. */
const pagesBetweenSweeps = 50
/** What served none of the documents between so many sweeps is forgotten: the template of both profiles stays. */
const sweepsUnused = 2
const pointsPerMm = 72 / 25.4

/** Sets documents with one compiler, one after the other, in the thread that calls it. */
export class Typesetter {
  readonly #fonts: FontFiles
  readonly #compiler: NodeCompiler
  #pagesUnswept = 0

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
      for (const { path, base64 } of pictures) this.#give(path, base64, 'base64')
      const { form, ...words } = sheet
      this.#give('/sheet.json', JSON.stringify(words))
      const set = this.#fitted(form, profile, pictures, options.fit ?? false)
      const pdf = this.#export(set, options.tagged ?? false)
      const landscape = document.annexes?.at(-1)?.landscape ?? false
      const heights = { document: 297 * pointsPerMm, copy: (landscape ? 210 : 297) * pointsPerMm }
      this.#pagesUnswept += set.numOfPages - 1
      const told = this.#told(set)
      return { pdf, pages: set.numOfPages, places: told.map((place) => placeOf(place, heights)) }
    } finally {
      this.#tidy(pictures)
    }
  }

  /** With the widest lines by which it has the fewest pages that it can have; one page less is all that is sought. */
  #fitted(
    form: ReturnType<typeof formSheet>,
    profile: Profile,
    pictures: readonly SheetPicture[],
    fit: boolean,
  ): NodeTypstDocument {
    this.#give('/form.json', JSON.stringify(form))
    const first = this.#compile(pictures)
    if (!fit || first.numOfPages === 1) return first
    for (const line of closerLines(profile)) {
      const closer = formSheet({ ...profile, chosen: { ...profile.chosen, line } })
      this.#give('/form.json', JSON.stringify(closer))
      const next = this.#compile(pictures)
      if (next.numOfPages < first.numOfPages) return next
    }
    return first
  }

  /** As files beside the template: words given as `sys.inputs` would have all of Typst's library made anew. */
  #give(path: string, content: string, encoding: BufferEncoding = 'utf8'): void {
    this.#compiler.mapShadow(shadow(path), Buffer.from(content, encoding))
  }

  #compile(pictures: readonly SheetPicture[]): NodeTypstDocument {
    const result = this.#compiler.compile({ mainFilePath: `${template}main.typ` })
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
    for (const path of ['/sheet.json', ...pictures.map((one) => one.path)])
      this.#compiler.unmapShadow(shadow(path))
    this.#pagesUnswept += 1
    if (this.#pagesUnswept < pagesBetweenSweeps) return
    this.#compiler.evictCache(sweepsUnused)
    this.#pagesUnswept = 0
  }
}

const shadow = (path: string): string => `${template}${path.slice(1)}`
