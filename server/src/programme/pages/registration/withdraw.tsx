import { shown } from '../../../platform/http/form.ts'
import { formRoute } from '../../../platform/http/route.ts'
import { TextArea } from '../../../ui/field.tsx'
import { paths } from '../../paths.ts'
import { withdrawAct, withdrawWork } from '../../registration/withdraw-work.ts'
import { getCardFor } from '../../work/work-card.ts'
import { refIn, workFormPage } from '../work-form.tsx'

/** Takes a registration back before its appraisal is opened, or after its return. */
export const withdrawForm = formRoute({
  path: '/cong-viec/:ref/rut',
  endpoint: withdrawWork,
  told: 'programme.told.withdrawn',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const form = await getCardFor(c, refIn(state), withdrawAct)
    return workFormPage(c, state, {
      ...form,
      action: paths.withdraw(form.card.ref),
      title: c.t('programme.withdraw.title'),
      lead: c.t('programme.withdraw.lead'),
      fields: (
        <TextArea
          name="reason"
          label={c.t('programme.form.reason')}
          hint={c.t('programme.withdraw.reason_hint')}
          value={shown(state, 'reason')}
          error={state.errors.reason}
          optional
        />
      ),
      submit: { label: c.t('programme.withdraw.act'), icon: 'door-exit', kind: 'danger' },
    })
  },
})
