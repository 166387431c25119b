/** The addresses of this slice's pages. */
export const identityPaths = {
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  language: '/ngon-ngu',
  account: '/tai-khoan',
  post: '/tai-khoan/chuc-vu',
  password: '/tai-khoan/mat-khau',
  theme: '/tai-khoan/giao-dien',
  session: '/tai-khoan/phien',
  token: '/tai-khoan/ma-truy-cap',
} as const

/** The sign-in page, which goes on to `next` afterwards. */
export function signInPath(next: string): string {
  return next === '/' ? identityPaths.signIn : `${identityPaths.signIn}?tiep=${encodeURIComponent(next)}`
}
