import type { Context } from '../../../platform/context.ts'
import { formRoute } from '../../../platform/http/route.ts'
import { formatDate } from '../../../ui/format.ts'
import { DefinitionList } from '../../../ui/panel.tsx'
import { paths } from '../../paths.ts'
import { isResubmission, submitAct, submitFacts, submitWork } from '../../registration/submit-work.ts'
import { completenessOf } from '../../rules/completeness.ts'
import type { SubmitFacts } from '../../rules/guards/registration.ts'
import { getCardFor } from '../../work/work-card.ts'
import { refIn, workFormPage } from '../work-form.tsx'
import { CompletenessPanel } from './completeness-panel.tsx'

/** Hands a registration in: what is complete, until when it is open, and what follows. */
export const submitForm = formRoute({
  path: '/cong-viec/:ref/trinh',
  endpoint: submitWork,
  told: 'programme.told.submitted',
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const form = await getCardFor(c, refIn(state), submitAct)
    const { card } = form
    const facts = await form.asked.known(submitFacts)
    const again = isResubmission(card.work)
    return workFormPage(c, state, {
      ...form,
      action: paths.submit(card.ref),
      title: c.t(again ? 'programme.submit.again' : 'programme.submit.title'),
      lead: c.t('programme.submit.lead'),
      fields: <WindowFacts c={c} facts={facts} code={card.code} />,
      submit: { label: c.t(again ? 'programme.submit.again' : 'programme.submit.act'), icon: 'send' },
      aside: <CompletenessPanel completeness={completenessOf(facts.draft)} form={paths.edit(card.ref)} />,
      note: c.t('programme.submit.note'),
    })
  },
})

function WindowFacts({ c, facts, code }: { c: Context; facts: SubmitFacts; code: string | null }) {
  const date = (on: string) => formatDate(on, c.language)
  const { window, returnBy, tier } = facts
  return (
    <DefinitionList
      items={[
        { term: c.t('programme.submit.tier'), description: c.t(`tier.${tier}`) },
        {
          term: c.t('programme.submit.window'),
          description:
            window === null
              ? '–'
              : c.t('programme.submit.window_span', {
                  opens: date(window.opensOn),
                  closes: date(window.closesOn),
                }),
        },
        ...(returnBy === null
          ? []
          : [{ term: c.t('programme.submit.return_by'), description: date(returnBy) }]),
        {
          term: c.t('programme.submit.code'),
          description: code ?? c.t('programme.submit.code_taken'),
        },
      ]}
    />
  )
}
