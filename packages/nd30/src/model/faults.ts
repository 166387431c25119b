import { Nd30Error } from '../errors.ts'
import { faultSentencesEn } from './fault-sentences.en.ts'
import { faultSentencesVi } from './fault-sentences.vi.ts'

/** What can be wrong with the JSON of a document. */
export type FaultCode =
  | 'missing'
  | 'unknown_key'
  | 'wrong_type'
  | 'not_one_of'
  | 'empty'
  | 'too_long'
  | 'too_many'
  | 'too_few'
  | 'out_of_range'
  | 'letters_not_allowed'
  | 'line_end_not_allowed'
  | 'date_wrong'
  | 'symbol_wrong'
  | 'number_wrong'
  | 'letter_wrong'
  | 'kind_unknown'
  | 'title_or_text'
  | 'authority_wrong'
  | 'position_needed'
  | 'position_too_many'
  | 'needed_by_kind'
  | 'not_in_kind'
  | 'two_signatures'
  | 'attached_kind'
  | 'reference_needs'
  | 'cells_do_not_fit'
  | 'too_wide'

export interface ModelFault {
  /** `body.3.text`; `.` for the document itself. */
  readonly path: string
  readonly code: FaultCode
  readonly vi: string
  readonly en: string
}

export function fault(path: readonly PropertyKey[], code: FaultCode): ModelFault {
  return {
    path: path.length === 0 ? '.' : path.map(String).join('.').slice(0, 200),
    code,
    vi: faultSentencesVi[code],
    en: faultSentencesEn[code],
  }
}

/** `model_wrong`, with every fault that was found. */
export class ModelError extends Nd30Error {
  readonly faults: readonly ModelFault[]

  constructor(faults: readonly [ModelFault, ...ModelFault[]]) {
    const [{ path, vi, en }] = faults
    super('model_wrong', `${faults.length} faults, the first at ${path}: ${en}`, {
      count: faults.length,
      path,
      vi,
      en,
    })
    this.faults = faults
  }
}
