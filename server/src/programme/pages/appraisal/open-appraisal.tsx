import { formRoute } from '../../../platform/http/route.ts'
import { Note } from '../../../ui/panel.tsx'
import { openAppraisal, openAppraisalAct } from '../../appraisal/appraise-work.ts'
import { paths } from '../../paths.ts'
import { getCardFor } from '../../work/work-card.ts'
import { refIn, workFormPage } from '../work-form.tsx'

/** Opens an appraisal: from now on the registrant can no longer take the registration back. */
export const openAppraisalForm = formRoute({
  path: '/cong-viec/:ref/mo-tham-dinh',
  endpoint: openAppraisal,
  told: 'programme.told.appraisal_opened',
  done: ({ ref }) => paths.appraise(ref),
  async show(c, state) {
    const form = await getCardFor(c, refIn(state), openAppraisalAct)
    return workFormPage(c, state, {
      ...form,
      action: paths.openAppraisal(form.card.ref),
      title: c.t('programme.open_appraisal.title'),
      fields: <Note>{c.t('programme.open_appraisal.lead')}</Note>,
      submit: { label: c.t('programme.open_appraisal.act'), icon: 'list-search' },
    })
  },
})
