import { httpFetcher as reaching } from '../services/http-fetcher.ts'

/** The library's own way over HTTP, to the servers that tests start on this machine. */
export const httpFetcher = reaching({ reach: 'any' })
