import { z } from 'zod'

/** Codes that an address of a form would hide: `/don-vi/moi` is where a unit is founded. A test keeps this list whole. */
export const reservedUnitCodes: readonly string[] = ['moi']

/** Small letters without accents, digits, hyphens between them. */
export const unitCodePattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The code of a new unit: part of addresses and of the codes of works, and so never changed afterwards. */
export const unitCode = () =>
  z
    .string()
    .trim()
    .max(100, 'error.too_long')
    .regex(unitCodePattern, 'error.unit_code')
    .refine((code) => !reservedUnitCodes.includes(code), 'error.unit_code_reserved')
