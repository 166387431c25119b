import { shown } from '../../../platform/http/form.ts'
import { formRoute } from '../../../platform/http/route.ts'
import { TextArea } from '../../../ui/field.tsx'
import { remindAct, remindWork } from '../../carrying-out/remind-work.ts'
import { paths } from '../../paths.ts'
import { getCardFor } from '../../work/work-card.ts'
import { refIn, workFormPage } from '../work-form.tsx'

/** Reminds the owner of a work, with a word of one's own. */
export const remindForm = formRoute({
  path: '/cong-viec/:ref/nhac',
  endpoint: remindWork,
  told: 'programme.told.reminded',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const form = await getCardFor(c, refIn(state), remindAct)
    return workFormPage(c, state, {
      ...form,
      action: paths.remind(form.card.ref),
      title: c.t('programme.remind.title'),
      lead: c.t('programme.remind.lead'),
      fields: (
        <TextArea
          name="message"
          label={c.t('programme.remind.message')}
          hint={c.t('programme.remind.message_hint')}
          value={shown(state, 'message')}
          error={state.errors.message}
          rows={3}
          optional
        />
      ),
      submit: { label: c.t('programme.act.remind'), icon: 'bell' },
    })
  },
})
