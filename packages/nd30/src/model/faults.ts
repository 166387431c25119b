import { Nd30Error } from '../errors.ts'
import type { FaultCode } from './fault-code.ts'
import { faultSentencesEn } from './fault-sentences.en.ts'
import { faultSentencesVi } from './fault-sentences.vi.ts'

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
