/** `must` breaks a binding rule, `should` is a likely mistake, `taste` is only usual. */
export type Severity = 'must' | 'should' | 'taste'
