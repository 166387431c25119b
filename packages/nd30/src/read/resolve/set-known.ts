/** Sets what the file says; what it does not say stays as it was. */
export function setKnown<Found extends object, Key extends keyof Found>(
  found: Found,
  key: Key,
  value: Found[Key] | undefined,
): void {
  if (value !== undefined) found[key] = value
}
