import { randomBytes } from 'node:crypto'
import { metrics, trace } from '@opentelemetry/api'
import { type AppDeps, createRoutes } from '../../src/server/app.ts'
import { noAuth } from '../../src/server/auth/create-auth.ts'
import type { CasesGateway } from '../../src/server/cases-gateway.ts'
import type { LogEntry } from '../../src/server/log.ts'
import { createReadiness } from '../../src/server/readiness.ts'
import { fail, succeed } from '../../src/server/result.ts'
import { createSeals } from '../../src/server/seal.ts'
import { createSearchRefusals } from '../../src/server/search-refusals.ts'
import { createTelemetry } from '../../src/server/telemetry/telemetry.ts'

const nothing = async () => fail({ code: 'not_found', reason: 'nothing is there', passing: false } as const)

const silentGateway: CasesGateway = {
  listCasesForContact: async () => succeed({ cases: [], nextToken: null }),
  searchCases: async () => succeed([]),
  getCase: nothing,
  listTemplates: async () => succeed([]),
  getTemplate: nothing,
  listFields: async () => succeed([]),
  listFieldOptions: async () => succeed([]),
}

/** The server's app over this gateway, without a socket, and what it logs. */
export function createTestApp(gateway: Partial<CasesGateway> = {}, deps: Partial<AppDeps> = {}) {
  const logged: LogEntry[] = []
  const app = createRoutes({
    gateway: { ...silentGateway, ...gateway },
    auth: noAuth,
    refusals: createSearchRefusals(),
    seals: createSeals({ keys: [{ id: 'test', key: randomBytes(32) }], randomBytes }),
    rowFields: [],
    allowedOrigins: [],
    log: (entry) => logged.push(entry),
    now: () => 0,
    newRequestId: () => 'request-1',
    limits: { deadlineMs: 5_000, bodyBytes: 120_000, labelsMs: 1_000 },
    telemetry: createTelemetry({ tracer: trace.getTracer(''), meter: metrics.getMeter(''), now: () => 0 }),
    readiness: createReadiness({ now: () => 0 }),
    ...deps,
  })
  return { app, logged }
}

export const contactArn = 'arn:aws:connect:us-east-1:111122223333:instance/i/contact/c'
export const listPath = '/api/domains/domain/list-cases-for-contact'
export const detailsPath = '/api/domains/domain/case-details'

/** A POST with this JSON, or with this text as it is. */
export function post(body: unknown, contentType = 'application/json'): RequestInit {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { method: 'POST', headers: { 'content-type': contentType }, body: text }
}
