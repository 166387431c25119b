import { shown } from '../../../platform/http/form.ts'
import { formRoute } from '../../../platform/http/route.ts'
import { TextArea } from '../../../ui/field.tsx'
import { isRemindedToday, remindWork } from '../../carrying-out/remind-work.ts'
import { paths } from '../../paths.ts'
import { guardRemind } from '../../rules/guards/carrying-out.ts'
import { getWorkCard } from '../../work/work-card.ts'
import { assignerOf } from '../../work.ts'
import { refIn, workFormPage } from '../work-form.tsx'

/** Reminds the owner of a work, with a word of one's own. */
export const remindForm = formRoute({
  path: '/cong-viec/:ref/nhac',
  endpoint: remindWork,
  told: 'programme.told.reminded',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'remind')
    return workFormPage(c, state, {
      card,
      action: paths.remind(card.ref),
      title: c.t('programme.remind.title'),
      lead: c.t('programme.remind.lead'),
      closed: guardRemind({
        standing: card.work.standing,
        assigner: assignerOf(c, card.work),
        remindedToday: await isRemindedToday(c, card.work),
      }),
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
