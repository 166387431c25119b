import type { WaitingSession } from '../platform/context.ts'

/** The addresses of this slice's pages. */
export const identityPaths = {
  signIn: '/dang-nhap',
  /** Between the password and everything else. */
  secondStep: '/dang-nhap/buoc-hai',
  setUpFirst: '/dang-nhap/dat-buoc-hai',
  newPassword: '/dang-nhap/mat-khau-moi',
  passkeySignIn: '/dang-nhap/khoa-truy-cap',
  /** Where a script gets what a passkey is to sign. */
  passkeyQuestion: '/dang-nhap/khoa-truy-cap/cau-hoi',
  /** To the outside provider, and back from it. */
  outside: '/dang-nhap/ben-ngoai',
  outsideBack: '/dang-nhap/ben-ngoai/tra-ve',
  outsideSignOut: '/dang-xuat/ben-ngoai',
  signOut: '/dang-xuat',
  language: '/ngon-ngu',
  account: '/tai-khoan',
  post: '/tai-khoan/chuc-vu',
  password: '/tai-khoan/mat-khau',
  theme: '/tai-khoan/giao-dien',
  session: '/tai-khoan/phien',
  otherSessions: '/tai-khoan/phien/khac',
  factors: '/tai-khoan/buoc-hai',
  totp: '/tai-khoan/buoc-hai/ung-dung',
  dropTotp: '/tai-khoan/buoc-hai/ung-dung/bo',
  recoveryCodes: '/tai-khoan/buoc-hai/ma-du-phong',
  passkeys: '/tai-khoan/buoc-hai/khoa-truy-cap',
  dropPasskey: '/tai-khoan/buoc-hai/khoa-truy-cap/bo',
  notices: '/tai-khoan/tin',
  mail: '/tai-khoan/thu',
  activate: '/tai-khoan/kich-hoat',
  token: '/tai-khoan/ma-truy-cap',
  newToken: '/tai-khoan/ma-truy-cap/moi',
  standIns: '/uy-quyen',
  lendPost: '/uy-quyen/moi',
  emergencies: '/xem-khan',
  askEmergency: '/xem-khan/moi',
} as const

/** The sign-in page, which goes on to `next` afterwards. */
export function signInPath(next: string): string {
  return next === '/' ? identityPaths.signIn : `${identityPaths.signIn}?tiep=${encodeURIComponent(next)}`
}

/** A page between the password and everything else, which goes on to `next` afterwards. */
export function stepPath(
  page: 'secondStep' | 'setUpFirst' | 'newPassword' | 'passkeySignIn',
  next: string,
): string {
  const path = identityPaths[page]
  return next === '/' ? path : `${path}?tiep=${encodeURIComponent(next)}`
}

/** Where a session goes on that waits for a step, and then to `next`. */
export const waitingPath = ({ step }: Pick<WaitingSession, 'step'>, next: string): string =>
  stepPath(step === 'second' ? 'secondStep' : 'newPassword', next)

/** The way to the outside provider, from which one comes back to `next`. */
export function outsidePath(next: string): string {
  return next === '/' ? identityPaths.outside : `${identityPaths.outside}?tiep=${encodeURIComponent(next)}`
}

/** Lending a post that one keeps the directory of. */
export const lendPath = (holdingId: string) => `${identityPaths.lendPost}?giu-chuc=${holdingId}`
export const endStandInPath = (standInId: string) => `${identityPaths.standIns}/${standInId}/ket-thuc`
export const decideEmergencyPath = (accessId: string) => `${identityPaths.emergencies}/${accessId}/duyet`
export const endEmergencyPath = (accessId: string) => `${identityPaths.emergencies}/${accessId}/ket-thuc`
export const enterEmergencyPath = (accessId: string) => `${identityPaths.emergencies}/${accessId}/vao`
