import type { LambdaHandler } from '../../src/server/lambda-handler.ts'

type Event = Parameters<LambdaHandler>[0]

/** A request as an HTTP API of API Gateway brings it to a function: payload format 2.0. */
export function apiGatewayEvent(method: 'GET' | 'POST', path: string, body?: unknown): Event {
  return {
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'x.execute-api.us-east-1.amazonaws.com', 'content-type': 'application/json' },
    isBase64Encoded: false,
    body: body === undefined ? null : JSON.stringify(body),
    requestContext: {
      accountId: '111122223333',
      apiId: 'x',
      authentication: null,
      authorizer: {},
      domainName: 'x.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'x',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'x',
      routeKey: 'ANY /api/{proxy+}',
      stage: '$default',
      time: '24/Nov/2026:12:00:00 +0000',
      timeEpoch: 1_795_521_600_000,
    },
  }
}
