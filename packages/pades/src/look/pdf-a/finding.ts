import type { PdfFile } from '../../pdf/document.ts'
import type { PdfAClaim } from './claim.ts'

/** Something in which a file is not what it claims, or not what PDF/A asks for (ISO 19005-1 to -4). */
export type PdfAFindingCode =
  | 'no_claim'
  | 'claim_unknown'
  | 'no_identifier'
  | 'header_wrong'
  | 'page_size'
  | 'value_too_long'
  | 'states_nested'
  | 'metadata_malformed'
  | 'metadata_compressed'
  | 'object_streams'
  | 'output_intents_differ'
  | 'output_profile_wrong'
  | 'output_profile_missing'
  | 'device_colour'
  | 'font_not_embedded'
  | 'font_without_unicode'
  | 'font_without_glyph_map'
  | 'font_without_cid_set'
  | 'letters_unknown'
  | 'letters_none'
  | 'glyph_missing'
  | 'filter_not_allowed'
  | 'stream_outside'
  | 'interpolated'
  | 'object_kind_not_allowed'
  | 'transfer_function'
  | 'transparency'
  | 'transparency_without_space'
  | 'layers'
  | 'action_not_allowed'
  | 'additional_actions'
  | 'script'
  | 'dynamic_form'
  | 'appearances_to_be_made'
  | 'annotation_kind'
  | 'annotation_flags'
  | 'annotation_without_appearance'
  | 'embedded_file'
  | 'embedded_file_without_relation'
  | 'not_marked'
  | 'no_structure'
  | 'structure_type'
  | 'no_language'
  | 'figure_without_words'
  | 'content_not_tagged'

export interface PdfAFinding {
  readonly code: PdfAFindingCode
  /** The first object in which it was seen; null where it is the whole file. */
  readonly object: number | null
  /** How often it was seen. */
  readonly count: number
  /** What a sentence about it needs: the name of a font, of an action, … */
  readonly what: string | null
}

/** What is known of the file while it is looked through. */
export class Inspection {
  readonly file: PdfFile
  readonly at: number
  readonly claim: PdfAClaim
  readonly #findings = new Map<string, PdfAFinding>()

  constructor(file: PdfFile, at: number, claim: PdfAClaim) {
    this.file = file
    this.at = at
    this.claim = claim
  }

  /** Tells of something; the same of the same name only once. */
  tell(code: PdfAFindingCode, object: number | null = null, what: string | null = null): void {
    const key = `${code} ${what ?? ''}`
    const known = this.#findings.get(key)
    this.#findings.set(key, {
      code,
      object: known === undefined ? object : known.object,
      count: (known?.count ?? 0) + 1,
      what,
    })
  }

  list(): readonly PdfAFinding[] {
    return [...this.#findings.values()]
  }
}
