import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import type { FormRoute } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { countQueries } from '../../platform/testing/count-queries.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { type Place, Road, roadDays } from '../testing/road.ts'
import { openActsOf } from '../work/work-actions.ts'
import { appraiseForm } from './appraisal/appraise.tsx'
import { duplicatesForm } from './appraisal/duplicates.tsx'
import { openAppraisalForm } from './appraisal/open-appraisal.tsx'
import { askAdjustmentForm } from './carrying-out/ask-adjustment.tsx'
import { resumeForm, startForm, suspendForm } from './carrying-out/carrying-out.tsx'
import { decideAdjustmentForm } from './carrying-out/decide-adjustment.tsx'
import { remindForm } from './carrying-out/remind.tsx'
import { reportForm } from './carrying-out/report.tsx'
import { checkCompletionForm, decideCompletionForm } from './completion/judge-completion.tsx'
import { reportCompletionForm } from './completion/report-completion.tsx'
import { evidenceForm } from './evidence/evidence.tsx'
import { offerEvidenceForm } from './evidence/offer-evidence.tsx'
import { editForm } from './registration/register.tsx'
import { submitForm } from './registration/submit.tsx'
import { withdrawForm } from './registration/withdraw.tsx'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

const forms: readonly (readonly [FormRoute, Place, TestPersonName, number])[] = [
  [editForm, 'draft', 'tu-ky', 15],
  [submitForm, 'draft', 'tu-ky', 10],
  [withdrawForm, 'draft', 'tu-ky', 4],
  [openAppraisalForm, 'submitted', 'tuyen-giao', 5],
  [appraiseForm, 'appraising', 'tuyen-giao', 50],
  [duplicatesForm, 'appraising', 'tuyen-giao', 7],
  [startForm, 'assigned', 'tu-ky', 4],
  [reportForm, 'reported', 'tu-ky', 56],
  [offerEvidenceForm, 'evidence_offered', 'tu-ky', 47],
  [evidenceForm, 'evidence_offered', 'thuong-vu', 50],
  [reportCompletionForm, 'ready_to_complete', 'tu-ky', 8],
  [checkCompletionForm, 'completion_reported', 'van-phong', 69],
  [decideCompletionForm, 'completion_checked', 'thuong-vu', 73],
  [askAdjustmentForm, 'in_progress', 'tu-ky', 49],
  [decideAdjustmentForm, 'adjustment_asked', 'thuong-vu', 48],
  [remindForm, 'in_progress', 'thuong-vu', 5],
  [suspendForm, 'in_progress', 'thuong-vu', 4],
  [resumeForm, 'suspended', 'thuong-vu', 4],
]

describe('a form reads only what it needs', () => {
  test.each(forms.map(([form, ...more]) => [form.path, form, ...more] as const))(
    '%s',
    async (_path, form, place, name, most) => {
      const id = await road.bring(place)
      const evidenceId = form === evidenceForm ? await road.evidence(id) : ''
      const state = {
        params: { ref: id, evidenceId },
        query: {},
        values: undefined,
        errors: {},
        problems: [],
        idempotencyKey: newId(),
        uploads: [],
      }
      const { queries } = await programme.as(name, roadDays.complete, (c) =>
        countQueries(c, (counting) => form.show(counting, state)),
      )
      expect(queries).toBeLessThanOrEqual(most)
    },
  )
})

const lists: readonly (readonly [Place, TestPersonName, number])[] = [
  ['draft', 'tu-ky', 9],
  ['submitted', 'tu-ky', 3],
  ['submitted', 'tuyen-giao', 5],
  ['appraising', 'tuyen-giao', 5],
  ['appraised', 'thuong-vu', 3],
  ['in_progress', 'tu-ky', 14],
  ['evidence_offered', 'thuong-vu', 17],
  ['adjustment_asked', 'thuong-vu', 15],
  ['completion_reported', 'van-phong', 14],
  ['completion_checked', 'thuong-vu', 16],
]
describe('the open acts', () => {
  test.each(lists)('%s of %s', async (place, name, most) => {
    const id = await road.bring(place)
    const { queries } = await programme.as(name, roadDays.complete, (c) =>
      countQueries(c, (counting) => openActsOf(counting, id)),
    )
    expect(queries).toBeLessThanOrEqual(most)
  })
})
