import type { Context } from '../../../platform/context.ts'
import { namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { ErrorSummary } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Sheet } from '../../../ui/panel.tsx'
import { requireIssuer } from '../../decisions/decision-paper.ts'
import { getDecision } from '../../decisions/decision-queries.ts'
import { addDecisionFile, addEvidenceFile } from '../../evidence/add-file.ts'
import { paths } from '../../paths.ts'
import { guarded } from '../../rules/guards/standing.ts'
import { getWorkCard } from '../../work/work-card.ts'
import { getWorkPage } from '../../work/work-page.ts'
import { decisionName } from '../decisions/decision-name.ts'
import { sections } from '../sections.ts'
import { refIn, workFormPage } from '../work-form.tsx'

const labels = { uploadId: 'programme.add_file.file' } as const

function PaperField({ c, state }: { c: Context; state: FormState }) {
  return (
    <FileField
      name="uploadId"
      label={c.t('programme.add_file.file')}
      hint={c.t('programme.decide.file_hint')}
      error={state.errors.uploadId}
      kept={state.uploads.filter((upload) => upload.field === 'uploadId')}
      accept=".pdf,.docx,.png,.jpg,.jpeg"
    />
  )
}

/** Adds the paper of a piece of proof that was offered without one. */
export const addEvidenceFileForm = formRoute({
  path: '/cong-viec/:ref/minh-chung/:evidenceId/them-tep',
  takesFiles: true,
  endpoint: addEvidenceFile,
  told: 'programme.told.file_added',
  input: (values, { ref, evidenceId }) => ({
    ref,
    evidenceId,
    version: values.version,
    uploadId: values.uploadId ?? '',
  }),
  done: ({ ref, id }) => paths.judgeEvidence(ref, id),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'offerEvidence')
    const work = await getWorkPage(c, card.ref, c.today)
    const piece = work.evidence?.find(({ id }) => id === state.params.evidenceId)
    if (piece === undefined) throw notFound('evidence')
    const isOver = piece.state === 'refused' || piece.state === 'replaced'
    return workFormPage(c, state, {
      card,
      action: paths.addEvidenceFile(card.ref, piece.id),
      title: c.t('programme.add_file.title'),
      lead: c.t('programme.add_file.lead', { title: piece.title }),
      closed: [
        ...guarded(card.work.standing, 'offer_evidence'),
        ...(isOver ? [{ code: 'evidence_closed' } as const] : []),
        ...(piece.file === null ? [] : [{ code: 'file_already_there' } as const]),
      ],
      fields: <PaperField c={c} state={state} />,
      submit: { label: c.t('programme.add_file.act'), icon: 'paperclip' },
      upload: true,
      labels,
    })
  },
})

/** Adds the paper of a decision that was recorded without it. */
export const addDecisionFileForm = formRoute({
  path: '/quyet-dinh/:id/them-tep',
  takesFiles: true,
  endpoint: addDecisionFile,
  told: 'programme.told.file_added',
  input: (values, { id }) => ({ decisionId: id, uploadId: values.uploadId ?? '' }),
  done: ({ decisionId }) => paths.decision(decisionId),
  async show(c, state) {
    const decision = await getDecision(c, state.params.id ?? '')
    await requireIssuer(c, decision.issuerCode)
    const title = c.t('programme.add_file.title')
    const body = (
      <Sheet>
        <PageHeader
          breadcrumbs={[{ label: decisionName(decision, c.t), href: paths.decision(decision.id) }]}
          title={title}
          lead={c.t('programme.add_file.lead', { title: decisionName(decision, c.t) })}
        />
        <ErrorSummary problems={namedProblems(state, c.t, labels)} />
        <Form action={paths.addDecisionFile(decision.id)} idempotencyKey={state.idempotencyKey} upload>
          <Panel>
            <PaperField c={c} state={state} />
          </Panel>
          <ActionBar>
            <Button
              kind="primary"
              icon="paperclip"
              closedReason={decision.file === null ? null : c.t('refusal.file_already_there')}
            >
              {c.t('programme.add_file.act')}
            </Button>
            <ButtonLink href={paths.decision(decision.id)} kind="quiet">
              {c.t('programme.form.cancel')}
            </ButtonLink>
          </ActionBar>
        </Form>
      </Sheet>
    )
    return page(title, body, { section: sections.decisions })
  },
})
