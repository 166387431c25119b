/**
 * The hash of the one style that Turbo writes into a page, that of its progress bar, for `style-src` of the security
 * policy. A test computes it again from the package, so that an upgrade which changes it is found.
 */
export const turboProgressStyleHash = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='"
