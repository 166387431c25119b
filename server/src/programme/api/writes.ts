import { z } from 'zod'
import { type ApiUploadRoute, apiWrite, type Endpoint, type Route } from '../../platform/http/route.ts'
import { appraiseWork, dismissDuplicate, openAppraisal } from '../appraisal/appraise-work.ts'
import { askAdjustment, decideAdjustment } from '../carrying-out/adjust-work.ts'
import { remindWork } from '../carrying-out/remind-work.ts'
import { reportWork, startWork } from '../carrying-out/report-work.ts'
import { resumeWork, suspendWork } from '../carrying-out/suspend-work.ts'
import { checkCompletion, decideCompletion, reportCompletion } from '../completion/complete-work.ts'
import { addWork } from '../decisions/add-work.ts'
import { assignWorks, recordDecision } from '../decisions/record-decision.ts'
import { addDecisionFile, addEvidenceFile } from '../evidence/add-file.ts'
import { judgeEvidence } from '../evidence/judge-evidence.ts'
import { offerEvidence } from '../evidence/offer-evidence.ts'
import { actOnMany, bulkActs } from '../lists/act-on-many.ts'
import { editWork, registerWork } from '../registration/save-draft.ts'
import { submitWork } from '../registration/submit-work.ts'
import { withdrawWork } from '../registration/withdraw-work.ts'
import { openProgramme, saveContentGroup, saveTheme, saveWindows } from '../year/manage-programme.ts'
import { recordUnitPolicy } from '../year/unit-policy.ts'

const ofWork = z.object({ id: z.string(), ref: z.string() })

const atWork = ({ ref }: { readonly ref: string }) => `/works/${ref}`
const atDecision = ({ decisionId }: { readonly decisionId: string }) => `/decisions/${decisionId}`

/** An act on a work is a noun below it: it has a maker, a time and a page. */
function onWork<Input extends z.ZodType, Result extends { readonly ref: string }>(
  noun: string,
  endpoint: Endpoint<Input, Result>,
  output: z.ZodType = ofWork,
  status: 200 | 201 = 201,
): Route {
  return apiWrite({ path: `/works/:ref/${noun}`, endpoint, output, status, location: atWork })
}

const registered = ofWork.extend({ version: z.number() })
const settings = z.object({ year: z.number(), version: z.number() })

/** Hands in a file; the act that the file belongs to names the id that comes back. */
const files: ApiUploadRoute = {
  kind: 'api-upload',
  path: '/files',
  name: 'file.upload',
  output: z.object({
    uploadId: z.string(),
    fileName: z.string(),
    mediaType: z.string(),
    sizeBytes: z.number(),
  }),
}

const bulkOutput = z.object({
  id: z.string(),
  act: z.enum(bulkActs),
  done: z.number().int(),
  refused: z.number().int(),
  results: z.array(
    z.object({
      ref: z.string(),
      reasons: z
        .array(z.object({ code: z.string(), params: z.record(z.string(), z.unknown()).optional() }))
        .describe('Why it was not done; none where it was.'),
    }),
  ),
})

const registering: readonly Route[] = [
  apiWrite({ path: '/works', endpoint: registerWork, output: registered, status: 201, location: atWork }),
  apiWrite({ method: 'PUT', path: '/works/:ref', endpoint: editWork, output: registered }),
  onWork('submission', submitWork, ofWork.extend({ code: z.string() })),
  onWork('withdrawal', withdrawWork),
]

const deciding: readonly Route[] = [
  onWork('appraisal-opening', openAppraisal),
  onWork('appraisals', appraiseWork),
  onWork('duplicate-dismissals', dismissDuplicate),
  apiWrite({
    path: '/decisions',
    endpoint: recordDecision,
    status: 201,
    location: atDecision,
    output: z.object({
      decisionId: z.string(),
      number: z.string(),
      decidedOn: z.string(),
      works: z.number(),
      assigned: z.number(),
    }),
  }),
  apiWrite({
    path: '/decisions/:decisionId/file',
    endpoint: addDecisionFile,
    status: 201,
    location: atDecision,
    output: z.object({ decisionId: z.string(), number: z.string() }),
  }),
  apiWrite({
    path: '/assignment-decisions',
    endpoint: assignWorks,
    status: 201,
    location: atDecision,
    output: z.object({ decisionId: z.string(), number: z.string(), assigned: z.number() }),
  }),
  apiWrite({
    path: '/added-works',
    endpoint: addWork,
    status: 201,
    location: atWork,
    output: ofWork.extend({ code: z.string(), decisionId: z.string(), state: z.string() }),
  }),
]

const carryingOut: readonly Route[] = [
  apiWrite({
    path: '/bulk-acts',
    endpoint: actOnMany,
    output: bulkOutput,
    status: 201,
    location: ({ id }) => `/bulk-acts/${id}`,
  }),
  onWork('start', startWork),
  onWork('reports', reportWork, ofWork.extend({ period: z.string(), number: z.number() })),
  onWork('evidence', offerEvidence),
  apiWrite({
    method: 'PUT',
    path: '/works/:ref/evidence/:evidenceId/judgement',
    endpoint: judgeEvidence,
    output: ofWork.extend({ state: z.string() }),
  }),
  onWork('evidence/:evidenceId/file', addEvidenceFile),
  onWork('reminders', remindWork),
  onWork('suspension', suspendWork),
  onWork('resumption', resumeWork),
  onWork('adjustment', askAdjustment),
  onWork('adjustment-decision', decideAdjustment, ofWork.extend({ outcome: z.string() })),
  onWork('completion', reportCompletion),
  onWork('completion-check', checkCompletion),
  onWork('completion-decision', decideCompletion, ofWork.extend({ outcome: z.string() })),
]

const administering: readonly Route[] = [
  apiWrite({
    path: '/unit-policies',
    endpoint: recordUnitPolicy,
    status: 201,
    location: () => '/unit-policies',
    output: z.object({
      id: z.string(),
      unit: z.string(),
      key: z.string(),
      allowed: z.enum(['yes', 'no']),
      fromOn: z.string(),
    }),
  }),
  apiWrite({
    path: '/programmes',
    endpoint: openProgramme,
    output: settings.extend({ id: z.string() }),
    status: 201,
    location: ({ year }) => `/programmes/${year}`,
  }),
  apiWrite({
    method: 'PUT',
    path: '/programmes/:year/windows',
    endpoint: saveWindows,
    output: settings,
  }),
  apiWrite({
    method: 'PUT',
    path: '/programmes/:year/themes/:ord',
    endpoint: saveTheme,
    output: settings.extend({ id: z.string(), ord: z.number() }),
  }),
  apiWrite({
    method: 'PUT',
    path: '/programmes/:year/content-groups/:unit/:ord',
    endpoint: saveContentGroup,
    output: settings.extend({ id: z.string(), unit: z.string(), ord: z.number() }),
  }),
]

/** Every act of the programme, for machines: the twins of the pages that write. */
export const programmeApiWrites: readonly Route[] = [
  files,
  ...registering,
  ...deciding,
  ...carryingOut,
  ...administering,
]
