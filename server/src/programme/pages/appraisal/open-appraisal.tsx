import { formRoute } from '../../../platform/http/route.ts'
import { Note } from '../../../ui/panel.tsx'
import { openAppraisal } from '../../appraisal/appraise-work.ts'
import { paths } from '../../paths.ts'
import { guardOpenAppraisal } from '../../rules/guards/appraisal.ts'
import { actorRelationOf } from '../../two-people.ts'
import { getWorkCard } from '../../work/work-card.ts'
import { refIn, workFormPage } from '../work-form.tsx'

/** Opens an appraisal: from now on the registrant can no longer take the registration back. */
export const openAppraisalForm = formRoute({
  path: '/cong-viec/:ref/mo-tham-dinh',
  endpoint: openAppraisal,
  told: 'programme.told.appraisal_opened',
  done: ({ ref }) => paths.appraise(ref),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'appraise')
    return workFormPage(c, state, {
      card,
      action: paths.openAppraisal(card.ref),
      title: c.t('programme.open_appraisal.title'),
      closed: guardOpenAppraisal(card.work.standing, await actorRelationOf(c, card.work, 'appraise')),
      fields: <Note>{c.t('programme.open_appraisal.lead')}</Note>,
      submit: { label: c.t('programme.open_appraisal.act'), icon: 'list-search' },
    })
  },
})
