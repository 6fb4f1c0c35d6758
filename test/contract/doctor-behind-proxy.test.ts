import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Between, complaints, diagnose, startSurroundings } from '../support/deployment.ts'

let surroundings: Awaited<ReturnType<typeof startSurroundings>>
beforeAll(async () => {
  surroundings = await startSurroundings()
})
afterAll(() => surroundings.close())

/** A proxy that changes the answers of these paths. */
function changing(path: string, change: (answer: Response) => Response | undefined): Between {
  return async (request, handOn) => {
    const answer = await handOn(request)
    return new URL(request.url).pathname.startsWith(path) ? (change(answer) ?? answer) : answer
  }
}

const without = (path: string, ...names: string[]) =>
  changing(path, (answer) => {
    for (const name of names) answer.headers.delete(name)
    return undefined
  })

const html = (status: number) => new Response('<h1>Sorry</h1>', { status, headers: { 'content-type': 'text/html' } })

const kept = new Map<string, Response>()
const keepsAll: Between = async (request, handOn) => {
  const key = `${request.method} ${request.url} ${request.headers.get('origin')} ${request.headers.get('content-type')}`
  const answer = kept.get(key) ?? (await handOn(request))
  kept.set(key, answer.clone())
  return answer
}

const hidesOrigin: Between = (request, handOn) => {
  const headers = new Headers(request.headers)
  headers.delete('origin')
  headers.delete('sec-fetch-site')
  return handOn(new Request(request, { headers }))
}

test.each<[string, Between, string[]]>([
  [
    'takes headers of answers away',
    without('/api/', 'x-request-id', 'www-authenticate'),
    ['warning api-headers: Something before the server takes away x-request-id and www-authenticate.'],
  ],
  [
    'takes the page’s policy away',
    without('/', 'content-security-policy'),
    [
      'wrong scripts: The page comes without a content-security-policy.',
      'wrong framing: Any page may frame the panel: there is no frame-ancestors.',
    ],
  ],
  [
    'lets browsers guess types',
    without('/', 'x-content-type-options'),
    [
      'warning nosniff: The page comes without x-content-type-options.',
      'warning api-headers: Something before the server takes away x-content-type-options.',
    ],
  ],
  [
    'gives problems another type',
    changing('/api/', (answer) => void answer.headers.set('content-type', 'application/json')),
    ['wrong api: Problems come as application/json, and not as application/problem+json.'],
  ],
  [
    'has an error page of its own',
    changing('/api/', ({ status }) => html(status)),
    ['wrong api: The API answers with HTTP 401 and text/html, which is not the server’s.'],
  ],
  [
    'makes every failure a 200',
    changing('/api/', (answer) => new Response(answer.body, { status: 200, headers: answer.headers })),
    ['wrong api: A problem of status 401 comes with HTTP 200.'],
  ],
  [
    'keeps answers of the API',
    keepsAll,
    ['wrong api-cache: Two requests got one answer: something before the server keeps answers.'],
  ],
  ['hides who asks', hidesOrigin, ['wrong foreign-origin: A page of any other site may ask the API.']],
  [
    'lets browsers keep the settings',
    changing('/config.json', (answer) => void answer.headers.set('cache-control', 'max-age=3600')),
    ['wrong config-cache: Browsers may keep /config.json, and would start with old settings.'],
  ],
  [
    'answers for files with the page',
    changing('/assets/', () => html(200)),
    ['wrong assets: /assets/main-1a2b.js comes as text/html.'],
  ],
  [
    'has lost the assets',
    changing('/assets/', () => html(404)),
    ['wrong assets: /assets/main-1a2b.js answers with HTTP 404.'],
  ],
  [
    'does not let browsers keep assets',
    without('/assets/', 'cache-control'),
    ['warning assets: Browsers load /assets/main-1a2b.js again at each start.'],
  ],
  [
    'has lost where a sign-in comes back to',
    changing('/sign-in.html', () => html(404)),
    ['wrong return-page: /sign-in.html answers with HTTP 404, and not with a page.'],
  ],
  [
    'has settings with a slip',
    changing('/config.json', () =>
      Response.json({ host: 'streams', colour: 'red' }, { headers: { 'cache-control': 'no-cache' } }),
    ),
    [expect.stringMatching(/^wrong config: \/config\.json: .*knows no member colour.*\.$/)],
  ],
  [
    'has an error page in the place of settings',
    changing('/config.json', () => html(200)),
    ['wrong config: /config.json answers with HTTP 200, and not with JSON.'],
  ],
  [
    'leads elsewhere',
    async () => new Response(null, { status: 301, headers: { location: 'https://cases.example.com/' } }),
    ['wrong page: The address leads to https://cases.example.com.'],
  ],
  [
    'is somebody else’s server',
    async () => html(200),
    [
      'wrong config: /config.json answers with HTTP 200, and not with JSON.',
      'wrong assets: The page names no script in /assets/.',
      'warning nosniff: The page comes without x-content-type-options.',
      'warning referrer: The page comes without a referrer-policy that keeps addresses.',
    ],
  ],
  [
    'is down',
    async () => html(502),
    ['wrong page: The address answers with HTTP 502 and text/html, and not with a page.'],
  ],
])('what stands before the server %s: that is said, and nothing else', async (_, proxy, said) => {
  kept.clear()
  const deployment = await surroundings.deploy({}, {}, proxy)
  onTestFinished(deployment.close)
  expect(complaints(await diagnose(deployment.url))).toEqual(said)
})
