import { shown } from '../../../platform/http/form.ts'
import { formRoute } from '../../../platform/http/route.ts'
import { TextArea } from '../../../ui/field.tsx'
import { paths } from '../../paths.ts'
import { withdrawWork } from '../../registration/withdraw-work.ts'
import { guardWithdraw } from '../../rules/guards/registration.ts'
import { getWorkCard } from '../../work/work-card.ts'
import { refIn, workFormPage } from '../work-form.tsx'

/** Takes a registration back before its appraisal is opened, or after its return. */
export const withdrawForm = formRoute({
  path: '/cong-viec/:ref/rut',
  endpoint: withdrawWork,
  told: 'programme.told.withdrawn',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'withdraw')
    return workFormPage(c, state, {
      card,
      action: paths.withdraw(card.ref),
      title: c.t('programme.withdraw.title'),
      lead: c.t('programme.withdraw.lead'),
      closed: guardWithdraw(card.work.standing),
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
