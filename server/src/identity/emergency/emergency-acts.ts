import { endpoint } from '../../platform/http/route.ts'
import type { EmergencyKind } from '../../platform/slices/emergency.ts'
import {
  askEmergency,
  askEmergencyInput,
  decideEmergency,
  decideEmergencyInput,
  endEmergency,
  endEmergencyInput,
  enterEmergency,
  enterEmergencyInput,
} from './emergency-access.ts'

/** The acts of emergency access, over the things that upper slices let be named. */
export const askEmergencyOver = (kinds: readonly EmergencyKind[]) =>
  endpoint({
    name: 'emergency.ask',
    input: askEmergencyInput,
    fresh: true,
    run: (c, input) => askEmergency(c, kinds, input),
  })
export type AskEmergency = ReturnType<typeof askEmergencyOver>

export const decideEmergencyOver = (kinds: readonly EmergencyKind[]) =>
  endpoint({
    name: 'emergency.decide',
    input: decideEmergencyInput,
    fresh: true,
    run: (c, input) => decideEmergency(c, kinds, input),
  })
export type DecideEmergency = ReturnType<typeof decideEmergencyOver>

export const enterEmergencyEndpoint = endpoint({
  name: 'emergency.enter',
  input: enterEmergencyInput,
  run: enterEmergency,
})
export const endEmergencyEndpoint = endpoint({
  name: 'emergency.end',
  input: endEmergencyInput,
  run: endEmergency,
})
