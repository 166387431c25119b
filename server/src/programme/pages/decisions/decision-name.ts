import type { Words } from '../../../platform/words.ts'
import type { DecisionHead } from '../../decisions/decision-queries.ts'
import { paperKind } from '../../rules/paper-kind.ts'

/** The name by which people call the paper: "Quyết định số 12-QĐ/TU", "Thông báo số 05-TB/HU". */
export function decisionName({ number }: Pick<DecisionHead, 'number'>, t: Words): string {
  return t(`programme.paper.${paperKind(number)}`, { number })
}

/** Whether a mark must say that the paper is made up: where its own number does not. */
export function needsIllustrativeTag({ number, illustrative }: DecisionHead): boolean {
  return illustrative && !number.includes('minh hoạ')
}
