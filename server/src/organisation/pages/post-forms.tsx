import type { Context } from '../../platform/context.ts'
import { field, shown } from '../../platform/http/form.ts'
import { type FormState, formRoute, type Route } from '../../platform/http/route.ts'
import { isId } from '../../platform/id.ts'
import { notFound } from '../../platform/refusal.ts'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { Note } from '../../ui/panel.tsx'
import {
  addPersonAct,
  appointAct,
  changePostManagementAct,
  closePostAct,
  endHoldingAct,
  openPostAct,
} from '../directory-acts.ts'
import { organisationPaths as paths } from '../paths.ts'
import { getHoldingFacts } from '../people/holding-queries.ts'
import { getPost } from '../people/post-queries.ts'
import { authorizeDirectory, authorizeUnits } from '../policy.ts'
import { capacities } from '../relations/systems.ts'
import { getUnitByCode } from '../units/unit-page.ts'
import { getUnit } from '../units/unit-view.ts'
import { directoryFormPage } from './directory-form.tsx'
import { findPersons, findUnits, SearchChoice } from './search-choice.tsx'
import { DocumentFields, withoutSearch } from './unit-forms.tsx'

/** Opens a post in the unit of the address, with the body that manages it. */
const openForm = formRoute({
  path: '/don-vi/:unit/chuc-vu-moi',
  endpoint: openPostAct,
  told: 'organisation.told.post_opened',
  done: ({ unit }) => paths.unit(unit),
  input: withoutSearch,
  async show(c, state) {
    const unit = await getUnitByCode(c, state.params.unit ?? '', c.today)
    await authorizeUnits(c, 'post.open', [unit.id])
    const found = await findUnits(c, state, 'managingUnitId')
    return directoryFormPage(c, state, {
      action: paths.openPost(unit.code),
      crumbs: [{ label: unit.shortName, href: paths.unit(unit.code) }],
      title: c.t('organisation.open_post'),
      lead: c.t('organisation.open_post_lead'),
      fields: (
        <>
          <TextField {...field(state, 'title')} label={c.t('organisation.post_title')} />
          <Checkbox
            name="isHead"
            label={c.t('organisation.is_head')}
            hint={c.t('organisation.is_head_hint')}
            checked={shown(state, 'isHead') === 'on'}
          />
          <SearchChoice
            name="managingUnitId"
            label={c.t('organisation.managed_by')}
            findLabel={c.t('organisation.find_manager')}
            found={found}
            error={state.errors.managingUnitId}
            optional
          />
          <DocumentFields state={state} day="validFrom" dayLabel={c.t('organisation.valid_from')} />
        </>
      ),
      submit: { label: c.t('organisation.open_post'), icon: 'id-badge-2' },
      back: paths.unit(unit.code),
    })
  },
})

/** The post of the URL with its unit, for users who can change it. */
async function postToChange(c: Context, postId: string, act: string) {
  if (!isId(postId)) throw notFound('post')
  const post = await getPost(c, postId)
  await authorizeUnits(c, act, [post.unitId])
  const unit = await getUnit(c, post.unitId, c.today)
  return {
    post,
    frame: {
      crumbs: [{ label: unit.shortName, href: paths.unit(unit.code) }],
      kicker: `${post.title}, ${unit.name}`,
      version: post.version,
      back: paths.unit(unit.code),
    },
  }
}

/** Puts a post under the management of another body from a day on. */
const manageForm = formRoute({
  path: '/chuc-vu/:postId/dien-quan-ly',
  endpoint: changePostManagementAct,
  told: 'organisation.told.managed',
  done: ({ unit }) => paths.unit(unit),
  input: withoutSearch,
  async show(c, state) {
    const { post, frame } = await postToChange(c, state.params.postId ?? '', 'post.manage')
    const found = await findUnits(c, state, 'managingUnitId')
    return directoryFormPage(c, state, {
      ...frame,
      action: paths.managePost(post.id),
      title: c.t('organisation.manage'),
      lead: c.t('organisation.manage_lead'),
      fields: (
        <>
          <SearchChoice
            name="managingUnitId"
            label={c.t('organisation.new_manager')}
            findLabel={c.t('organisation.find_manager')}
            found={found}
            error={state.errors.managingUnitId}
          />
          <DocumentFields state={state} day="fromOn" dayLabel={c.t('organisation.from_day')} />
        </>
      ),
      submit: { label: c.t('organisation.manage'), icon: 'check' },
    })
  },
})

/** Gives a person a post from a day on. */
const appointForm = formRoute({
  path: '/chuc-vu/:postId/bo-nhiem',
  endpoint: appointAct,
  told: 'organisation.told.appointed',
  done: ({ unit }) => paths.unit(unit),
  input: withoutSearch,
  async show(c, state) {
    const { post, frame } = await postToChange(c, state.params.postId ?? '', 'post.appoint')
    const found = await findPersons(c, state, 'personId', state.query.nguoi)
    return directoryFormPage(c, state, {
      ...frame,
      action: paths.appoint(post.id),
      title: c.t('organisation.appoint'),
      lead: c.t('organisation.appoint_lead'),
      fields: (
        <>
          <SearchChoice
            name="personId"
            label={c.t('organisation.person')}
            findLabel={c.t('organisation.find_person')}
            found={found}
            error={state.errors.personId}
          />
          <Note>
            {c.t('organisation.person_missing')}{' '}
            <a href={paths.addPerson(post.id)}>{c.t('organisation.add_person')}</a>
          </Note>
          <RadioGroup
            name="capacity"
            label={c.t('organisation.capacity')}
            value={shown(state, 'capacity', 'full')}
            error={state.errors.capacity}
            layout="inline"
            choices={capacities.map((capacity) => ({
              value: capacity,
              label: c.t(`organisation.capacity.${capacity}`),
            }))}
          />
          <DocumentFields state={state} day="fromOn" dayLabel={c.t('organisation.from_day')} />
        </>
      ),
      submit: { label: c.t('organisation.appoint'), icon: 'user-check' },
    })
  },
})

/** Closes a post that nobody holds from that day on. */
const closeForm = formRoute({
  path: '/chuc-vu/:postId/ket-thuc',
  endpoint: closePostAct,
  told: 'organisation.told.post_closed',
  done: ({ unit }) => paths.unit(unit),
  async show(c, state) {
    const { post, frame } = await postToChange(c, state.params.postId ?? '', 'post.close')
    return directoryFormPage(c, state, {
      ...frame,
      action: paths.closePost(post.id),
      title: c.t('organisation.close_post'),
      lead: c.t('organisation.close_post_lead'),
      fields: <DocumentFields state={state} day="endsOn" dayLabel={c.t('organisation.ends_on')} />,
      submit: { label: c.t('organisation.close_post'), icon: 'calendar-off', kind: 'danger' },
    })
  },
})

/** Adds a person; coming from an appointment, the user returns to it with the new person selected. */
const addPersonForm = formRoute({
  path: '/nguoi/moi',
  endpoint: addPersonAct,
  told: 'organisation.told.person_added',
  done: ({ id, post }) => (post === null ? paths.person(id) : paths.appoint(post, id)),
  async show(c, state) {
    authorizeDirectory(c, 'person.add')
    const post = shown(state, 'post', state.query['chuc-vu'] ?? '')
    return directoryFormPage(c, state, {
      action: paths.addPerson(),
      crumbs: [{ label: c.t('organisation.persons_tab'), href: paths.persons() }],
      title: c.t('organisation.add_person'),
      lead: c.t('organisation.add_person_lead'),
      hidden: { post },
      fields: <TextField {...field(state, 'fullName')} label={c.t('organisation.full_name')} />,
      submit: { label: c.t('organisation.add_person'), icon: 'plus' },
      back: isId(post) ? paths.appoint(post) : paths.persons(),
    })
  },
})

/** Ends what a person holds. */
const endHoldingForm = formRoute({
  path: '/giu-chuc/:holdingId/ket-thuc',
  endpoint: endHoldingAct,
  told: 'organisation.told.holding_ended',
  done: ({ unit }) => paths.unit(unit),
  async show(c: Context, state: FormState) {
    const holdingId = state.params.holdingId ?? ''
    if (!isId(holdingId)) throw notFound('holding')
    const held = await getHoldingFacts(c, holdingId, c.today)
    const { frame } = await postToChange(c, held.postId, 'holding.end')
    return directoryFormPage(c, state, {
      ...frame,
      action: paths.endHolding(holdingId),
      title: c.t('organisation.end_holding_of', { name: held.personName }),
      lead: c.t('organisation.end_holding_lead'),
      fields: <DocumentFields state={state} day="endsOn" dayLabel={c.t('organisation.ends_on')} />,
      submit: { label: c.t('organisation.end_holding'), icon: 'door-exit', kind: 'danger' },
    })
  },
})

export const postForms: readonly Route[] = [
  openForm,
  manageForm,
  closeForm,
  appointForm,
  addPersonForm,
  endHoldingForm,
]
