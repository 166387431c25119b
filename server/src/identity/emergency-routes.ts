import { z } from 'zod'
import { apiRead, apiWrite, formRoute, type Route, redirect } from '../platform/http/route.ts'
import type { EmergencyKind } from '../platform/slices/emergency.ts'
import {
  askEmergencyOver,
  decideEmergencyOver,
  endEmergencyEndpoint,
  enterEmergencyEndpoint,
} from './emergency/emergency-acts.ts'
import { listEmergencies } from './emergency/emergency-queries.ts'
import { emergenciesPage } from './pages/emergency/emergency.tsx'
import { askEmergencyForm, decideEmergencyForm } from './pages/emergency/emergency-forms.tsx'
import { identityPaths } from './paths.ts'

const byAddress = (_values: unknown, { accessId }: Readonly<Record<string, string>>) => ({ accessId })
const emergencies = apiRead({
  path: '/emergency-accesses',
  name: 'emergency.list',
  query: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        objectKind: z.string(),
        objectLabel: z.string(),
        unitName: z.string(),
        reason: z.string(),
        minutes: z.number().int(),
        askedName: z.string(),
        askedAt: z.iso.datetime(),
        decidedName: z.string().nullable(),
        endsAt: z.iso.datetime().nullable(),
        refusedReason: z.string().nullable(),
        state: z.enum(['waiting', 'open', 'over', 'refused']),
        mayDecide: z.boolean(),
        isOwn: z.boolean(),
      }),
    ),
  }),
  async run(c) {
    const rows = await listEmergencies(c)
    return {
      items: rows.map(({ askedAt, endsAt, ...row }) => ({
        ...row,
        askedAt: askedAt.toISOString(),
        endsAt: endsAt?.toISOString() ?? null,
      })),
    }
  },
})

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
    emergencies,
    apiWrite({
      path: '/emergency-accesses',
      endpoint: ask,
      output: named,
      status: 201,
      location: () => '/emergency-accesses',
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
