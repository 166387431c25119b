import { field } from '../../../platform/http/form.ts'
import { formRoute, type Route } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/id.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { RadioGroup } from '../../../ui/choice.tsx'
import { NumberField, TextArea, TextField } from '../../../ui/field.tsx'
import { DefinitionList, Stack } from '../../../ui/panel.tsx'
import { emergencyMaxMinutes } from '../../emergency/emergency-access.ts'
import type { AskEmergency, DecideEmergency } from '../../emergency/emergency-acts.ts'
import { mayAskEmergency, mayDecideEmergency } from '../../emergency/emergency-policy.ts'
import { findEmergency } from '../../emergency/emergency-queries.ts'
import { decideEmergencyPath, identityPaths } from '../../paths.ts'
import { accessFormPage } from '../access-form.tsx'
import { emergencySection as section } from './emergency.tsx'

/** Asks for some minutes with one closed thing. */
export const askEmergencyForm = (endpoint: AskEmergency): Route =>
  formRoute({
    path: identityPaths.askEmergency,
    endpoint,
    told: 'identity.emergency_asked',
    keepsTyping: true,
    done: () => identityPaths.emergencies,
    async show(c, state) {
      if (!mayAskEmergency(c)) throw new Refusal('forbidden', { act: 'emergency.ask' }, { status: 403 })
      return accessFormPage(c, state, {
        action: identityPaths.askEmergency,
        section,
        crumbs: [{ label: c.t('identity.emergencies'), href: identityPaths.emergencies }],
        title: c.t('identity.ask_emergency'),
        lead: c.t('identity.ask_emergency_lead'),
        fields: (
          <>
            <TextField
              {...field(state, 'object')}
              label={c.t('identity.emergency_object')}
              hint={c.t('identity.emergency_object_hint')}
            />
            <TextArea {...field(state, 'reason')} label={c.t('identity.reason')} rows={4} />
            <NumberField
              {...field(state, 'minutes', '30')}
              label={c.t('identity.emergency_minutes')}
              hint={c.t('identity.emergency_minutes_hint', { max: emergencyMaxMinutes })}
              whole
              width="short"
            />
          </>
        ),
        submit: { label: c.t('identity.ask_emergency'), icon: 'send' },
        back: identityPaths.emergencies,
      })
    },
  })

/** Opens it, or refuses: by another person than the one who asked. */
export const decideEmergencyForm = (endpoint: DecideEmergency): Route =>
  formRoute({
    path: '/xem-khan/:accessId/duyet',
    endpoint,
    told: 'identity.emergency_decided',
    keepsTyping: true,
    done: () => identityPaths.emergencies,
    async show(c, state) {
      const accessId = state.params.accessId ?? ''
      const found = isId(accessId) ? await findEmergency(c, accessId) : undefined
      if (found === undefined || !(await mayDecideEmergency(c, found.unitId))) throw notFound('emergency')
      return accessFormPage(c, state, {
        action: decideEmergencyPath(accessId),
        section,
        crumbs: [{ label: c.t('identity.emergencies'), href: identityPaths.emergencies }],
        title: c.t('identity.decide_emergency'),
        lead: c.t('identity.decide_emergency_lead'),
        fields: (
          <Stack>
            <DefinitionList
              items={[
                {
                  term: c.t('identity.emergency_object'),
                  description: `${found.objectLabel} · ${found.unitName}`,
                },
                { term: c.t('identity.emergency_who'), description: found.askedName },
                { term: c.t('identity.reason'), description: found.reason },
                {
                  term: c.t('identity.emergency_minutes'),
                  description: c.t('identity.minutes', { minutes: found.minutes }),
                },
              ]}
            />
            <RadioGroup
              {...field(state, 'outcome')}
              label={c.t('identity.emergency_outcome')}
              choices={(['approve', 'refuse'] as const).map((value) => ({
                value,
                label: c.t(`identity.emergency_${value}`),
              }))}
            />
            <TextArea
              {...field(state, 'reason')}
              label={c.t('identity.emergency_refusal_reason')}
              hint={c.t('identity.emergency_refusal_hint')}
              rows={3}
              optional
            />
          </Stack>
        ),
        submit: { label: c.t('identity.record_emergency_decision'), icon: 'shield-check' },
        back: identityPaths.emergencies,
      })
    },
  })
