import { talkPages } from '../../../office/index.ts'
import { workTalk } from '../../for-others/work-subjects.ts'
import { getWorkCard } from '../../work/work-card.ts'
import { sections } from '../sections.ts'
import { WorkHeader } from '../work-form.tsx'

/** What is said about a work, and a place to say something to those who may see its proof. */
export const workTalkPages = talkPages({
  talk: workTalk,
  path: '/cong-viec/:ref/trao-doi',
  async about(c, ref) {
    const card = await getWorkCard(c, ref, 'readEvidence')
    return {
      name: card.title,
      section: sections.works,
      readers: c.t('programme.talk_readers'),
      header: (title, lead) => <WorkHeader card={card} title={title} {...(lead !== undefined && { lead })} />,
    }
  },
})
