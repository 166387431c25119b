import type { Context } from '../../../platform/context.ts'
import { field, shown } from '../../../platform/http/form.ts'
import { type FormRoute, type FormState, formRoute } from '../../../platform/http/route.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { startAct, startWork } from '../../carrying-out/report-work.ts'
import { resumeAct, resumeWork, suspendAct, suspendWork } from '../../carrying-out/suspend-work.ts'
import { paths } from '../../paths.ts'
import { getCardFor } from '../../work/work-card.ts'
import { refIn, workFormPage } from '../work-form.tsx'

/** Says that an assigned work has begun, where no report has said so yet. */
export const startForm = formRoute({
  path: '/cong-viec/:ref/bat-dau',
  endpoint: startWork,
  told: 'programme.told.started',
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const form = await getCardFor(c, refIn(state), startAct)
    return workFormPage(c, state, {
      ...form,
      action: paths.start(form.card.ref),
      title: c.t('programme.start.title'),
      lead: c.t('programme.start.lead'),
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
  const form = await getCardFor(c, refIn(state), act === 'suspend' ? suspendAct : resumeAct)
  return workFormPage(c, state, {
    ...form,
    action: paths[act](form.card.ref),
    title: c.t(`programme.${act}.title`),
    lead: c.t(`programme.${act}.lead`),
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
