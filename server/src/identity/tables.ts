import { sliceHandle } from '../platform/data/database.ts'
import type { Id } from '../platform/id.ts'

export type AccountId = Id<'account'>
export type SessionId = Id<'session'>
export type ApiTokenId = Id<'api-token'>
export type GrantId = Id<'role-grant'>
export type OutsideIdentityId = Id<'outside-identity'>
export type StandInId = Id<'stand-in'>
export type EmergencyId = Id<'emergency'>
export type WayInId = Id<'way-in'>

/** The tables that this slice alone writes. */
export const identityDb = sliceHandle<
  | 'account'
  | 'sign_in_failure'
  | 'session'
  | 'role_grant'
  | 'api_token'
  | 'totp_factor'
  | 'recovery_code'
  | 'passkey'
  | 'passkey_challenge'
  | 'account_notice'
  | 'outside_identity'
  | 'outside_sign_in'
  | 'stand_in'
  | 'stand_in_grant'
  | 'emergency_access'
  | 'way_in'
  | 'holding_confirmation'
>()
