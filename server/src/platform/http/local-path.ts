/** Nothing on this host has this address: a path is resolved against it to see whether it leads away. */
const nowhere = 'http://nowhere.invalid'

/**
 * The text if it is a path of this site, else `otherwise`: for URLs that come with a link or a form, so that no one can
 * redirect our users to another site. Browsers treat `\` as `/` and drop tabs and newlines, so neither is allowed.
 */
export function localPath(text: string | undefined, otherwise = '/'): string {
  if (text === undefined || text.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(text)) return otherwise
  if (!URL.canParse(text, nowhere)) return otherwise
  const url = new URL(text, nowhere)
  const path = url.pathname + url.search + url.hash
  // `/..//host` loses its dots only here and would then name another host.
  return url.origin === nowhere && !path.startsWith('//') ? path : otherwise
}
