import { hash as digest } from 'node:crypto'
import { PadesError } from '../errors.ts'
import { hashOids } from '../x509/algorithm-identifier.ts'
import type { AlgorithmChoice } from './algorithm.ts'
import { chainOf } from './chain.ts'
import { chooseRemoteAlgorithm, type RemoteAlgorithm } from './csc-algorithm.ts'
import { type AuthorizationOptions, Authorizer } from './csc-authorization.ts'
import { CscClient, type RemoteService } from './csc-client.ts'
import { listCredentials, type RemoteCredential, readCredential, refused } from './csc-credential.ts'
import { answerWrong, fromBase64 } from './csc-json.ts'
import { rightValue } from './right-value.ts'
import type { Signer } from './signer.ts'

export type { AuthorizationAnswer, AuthorizationRequest } from './csc-authorization.ts'
export type { RemoteService } from './csc-client.ts'

export interface RemoteOptions extends RemoteService, AuthorizationOptions, AlgorithmChoice {
  /** Which key of the service; may be left out where it keeps one alone. */
  readonly credentialId?: string
}

/** A key that a service keeps. */
export interface RemoteSigner extends Signer {
  readonly credentialId: string
  sign(signedAttributes: Uint8Array): Promise<Uint8Array>
}

/**
 * Opens a key at a signing service by the API of the Cloud Signature Consortium, version 2 (ETSI TS 119 432). Only the
 * hash leaves; what comes back is checked with the certificate before it is given on.
 *
 * @throws PadesError `remote_signer_refused`, whose `error` is the service's code; `service_refused`, whose `status` is that of
 *   HTTP; `service_answer_wrong`; `key_not_found`, `key_ambiguous`; `algorithm_not_allowed`, `key_too_weak`; those of the
 *   fetcher, and what the callbacks throw
 */
export async function openRemote(options: RemoteOptions): Promise<RemoteSigner> {
  const client = new CscClient(options)
  const info = await client.info()
  const version = info.text('specs')
  if (!version.startsWith('2.'))
    throw refused('api_version', `the service speaks version ${version} of the API`)
  if (!info.texts('methods').includes('signatures/signHash'))
    throw refused('no_sign_hash', 'the service signs no hashes')
  const credential = await readCredential(client, options.credentialId ?? (await onlyCredential(client)))
  const algorithm = chooseRemoteAlgorithm(credential.certificate, options, credential.algorithms)
  const remote = { client, credential, algorithm }
  const authorizer = new Authorizer(client, credential, hashOids[algorithm.hash], options)
  return {
    certificate: credential.certificate.der,
    issuers: chainOf(credential.certificate, credential.others).map(({ der }) => der),
    scheme: algorithm.scheme,
    hash: algorithm.hash,
    credentialId: credential.id,
    sign: (attributes) => sign(remote, authorizer, attributes),
  }
}

/** The keys that a service keeps for whoever the token stands for. @throws PadesError as `openRemote` */
export function listRemoteCredentials(service: RemoteService): Promise<readonly string[]> {
  return listCredentials(new CscClient(service))
}

async function onlyCredential(client: CscClient): Promise<string> {
  const ids = await listCredentials(client)
  const [id, another] = ids
  if (id === undefined) throw new PadesError('key_not_found', 'the service keeps no key')
  const choices = ids.join('; ')
  if (another !== undefined)
    throw new PadesError('key_ambiguous', `the service keeps several keys: ${choices}`, { choices })
  return id
}

interface Remote {
  readonly client: CscClient
  readonly credential: RemoteCredential
  readonly algorithm: RemoteAlgorithm
}

async function sign(remote: Remote, authorizer: Authorizer, data: Uint8Array): Promise<Uint8Array> {
  const { client, credential, algorithm } = remote
  const hash = digest(algorithm.hash, data, 'base64')
  const value = await signHash(remote, authorizer, hash)
  const right = rightValue(credential.certificate, algorithm, data, value)
  if (right !== null) return right
  const now = await readCredential(client, credential.id)
  if (now.certificate.equals(credential.certificate)) throw answerWrong('the signature is not right')
  throw refused('certificate_changed', 'the remote key has another certificate by now')
}

/** A right that was kept may have ended at the service before it did here: then one more is asked for. */
async function signHash(remote: Remote, authorizer: Authorizer, hash: string): Promise<Uint8Array> {
  const activation = await authorizer.activate(hash)
  try {
    return await askSignature(remote, activation.sad, hash)
  } catch (error) {
    authorizer.drop(activation.sad)
    if (activation.fresh || !(error instanceof PadesError) || error.code !== 'remote_signer_refused')
      throw error
  }
  const { sad } = await authorizer.activate(hash)
  return askSignature(remote, sad, hash)
}

async function askSignature(
  { client, credential, algorithm }: Remote,
  sad: string,
  hash: string,
): Promise<Uint8Array> {
  const { oid, parameters } = algorithm
  const body = {
    credentialID: credential.id,
    SAD: sad,
    hashes: [hash],
    hashAlgorithmOID: hashOids[algorithm.hash],
    signAlgo: oid,
    ...(parameters === null ? {} : { signAlgoParams: parameters }),
    operationMode: 'S',
  }
  const answer = await client.post('signatures/signHash', body, [sad])
  const [signature, another] = answer.texts('signatures')
  if (signature === undefined || another !== undefined) throw answerWrong('not one signature for one hash')
  return fromBase64(signature, 'the signature')
}
