import { z } from 'zod'
import type { EmergencyKind } from '../platform/emergency.ts'
import { apiWrite, formRoute, type Route, redirect } from '../platform/http/route.ts'
import {
  askEmergencyOver,
  decideEmergencyOver,
  endEmergencyEndpoint,
  enterEmergencyEndpoint,
} from './emergency/emergency-acts.ts'
import { emergenciesPage } from './pages/emergency/emergency.tsx'
import { askEmergencyForm, decideEmergencyForm } from './pages/emergency/emergency-forms.tsx'
import { identityPaths } from './paths.ts'

const byAddress = (_values: unknown, { accessId }: Readonly<Record<string, string>>) => ({ accessId })
const named = z.object({ accessId: z.string() })

/** The pages and the API of emergency access, over the things that upper slices let be named. */
export function emergencyRoutes(kinds: readonly EmergencyKind[]): readonly Route[] {
  const hrefOf = (kind: string, label: string) =>
    kinds.find((one) => one.kind === kind)?.hrefOf(label) ?? identityPaths.emergencies
  const ask = askEmergencyOver(kinds)
  const decide = decideEmergencyOver(kinds)
  return [
    emergenciesPage,
    askEmergencyForm(ask),
    decideEmergencyForm(decide),
    formRoute({
      path: '/xem-khan/:accessId/vao',
      endpoint: enterEmergencyEndpoint,
      told: 'identity.emergency_entered',
      input: byAddress,
      done: ({ kind, object }) => hrefOf(kind, object),
      show: async () => redirect(identityPaths.emergencies),
    }),
    formRoute({
      path: '/xem-khan/:accessId/ket-thuc',
      endpoint: endEmergencyEndpoint,
      told: 'identity.emergency_ended',
      input: byAddress,
      done: () => identityPaths.emergencies,
      show: async () => redirect(identityPaths.emergencies),
    }),
    apiWrite({
      path: '/emergency-accesses',
      endpoint: ask,
      output: named,
      status: 201,
      location: ({ accessId }) => `/emergency-accesses/${accessId}`,
    }),
    apiWrite({
      path: '/emergency-accesses/:accessId/decision',
      endpoint: decide,
      output: named,
    }),
    apiWrite({
      path: '/emergency-accesses/:accessId/ending',
      endpoint: endEmergencyEndpoint,
      output: named,
    }),
  ]
}
