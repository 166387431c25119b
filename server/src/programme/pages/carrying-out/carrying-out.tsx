import type { Context } from '../../../platform/context.ts'
import { field, shown } from '../../../platform/http/form.ts'
import { type FormRoute, type FormState, formRoute } from '../../../platform/http/route.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { startWork } from '../../carrying-out/report-work.ts'
import { resumeWork, suspendWork } from '../../carrying-out/suspend-work.ts'
import { paths } from '../../paths.ts'
import { guardResume, guardStart, guardSuspend } from '../../rules/guards/carrying-out.ts'
import type { Reason } from '../../rules/refusals.ts'
import { getWorkCard, type WorkCard } from '../../work/work-card.ts'
import { assignerOf } from '../../work.ts'
import { refIn, workFormPage } from '../work-form.tsx'

/** Says that an assigned work has begun, where no report has said so yet. */
export const startForm = formRoute({
  path: '/cong-viec/:ref/bat-dau',
  endpoint: startWork,
  told: 'programme.told.started',
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'report')
    return workFormPage(c, state, {
      card,
      action: paths.start(card.ref),
      title: c.t('programme.start.title'),
      lead: c.t('programme.start.lead'),
      closed: guardStart(card.work.standing),
      fields: (
        <DateField
          name="startedOn"
          label={c.t('programme.start.on')}
          value={shown(state, 'startedOn', c.today)}
          error={state.errors.startedOn}
        />
      ),
      labels: { startedOn: 'programme.start.on' },
      submit: { label: c.t('programme.start.act'), icon: 'player-play' },
    })
  },
})

/** The assigning body lets a work rest: with its reason and the paper; the due date stays. */
export const suspendForm = formRoute({
  path: '/cong-viec/:ref/tam-dung',
  endpoint: suspendWork,
  told: 'programme.told.suspended',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  show: (c, state) => pausing(c, state, 'suspend'),
})

/** The assigning body takes a suspended work up again. */
export const resumeForm = formRoute({
  path: '/cong-viec/:ref/tiep-tuc',
  endpoint: resumeWork,
  told: 'programme.told.resumed',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  show: (c, state) => pausing(c, state, 'resume'),
})

async function pausing(
  c: Context,
  state: FormState,
  act: 'suspend' | 'resume',
): ReturnType<FormRoute['show']> {
  const card = await getWorkCard(c, refIn(state), 'suspend')
  return workFormPage(c, state, {
    card,
    action: paths[act](card.ref),
    title: c.t(`programme.${act}.title`),
    lead: c.t(`programme.${act}.lead`),
    closed: againstPausing(c, card, act),
    fields: (
      <>
        <TextArea {...field(state, 'reason')} label={c.t('programme.form.reason')} />
        <TextField
          {...field(state, 'document')}
          label={c.t('programme.form.document')}
          hint={c.t('programme.form.document_hint')}
        />
      </>
    ),
    labels: { reason: 'programme.form.reason', document: 'programme.form.document' },
    submit: {
      label: c.t(`programme.${act}.act`),
      icon: act === 'suspend' ? 'player-pause' : 'player-play',
    },
  })
}

/** What the actor and the state say; the reason and the paper are asked for by the form itself. */
function againstPausing(c: Context, card: WorkCard, act: 'suspend' | 'resume'): readonly Reason[] {
  const facts = {
    standing: card.work.standing,
    assigner: assignerOf(c, card.work),
    reason: c.t('programme.form.reason'),
    document: c.t('programme.form.document'),
  }
  return act === 'suspend' ? guardSuspend(facts) : guardResume(facts)
}
