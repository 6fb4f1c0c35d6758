/** What is mutated together, and which tests may notice. */
export interface Folder {
  readonly mutate: readonly string[]
  readonly tests: readonly string[]
}

const sources = (folder: string) => [`${folder}/**/*.ts`, `!${folder}/**/*.test.ts`, `!${folder}/**/testing/**`]

/** Only tests that say what the folder promises: what notices by chance, far away and slowly, is not counted. */
export const folders: Readonly<Record<string, Folder>> = {
  contact: {
    mutate: [
      ...sources('src/contact'),
      '!src/contact/streams/fake-streams.ts',
      // Only the browser and the SDKs themselves: the tests in Chromium run them.
      '!src/contact/**/*-entry.ts',
      '!src/contact/frame/window-around.ts',
      '!src/contact/streams/find-streams.ts',
    ],
    tests: ['src/contact/**/*.test.ts', 'src/embed/frame-host.test.ts', 'src/panel/watch-desk*.test.ts'],
  },
  cases: {
    mutate: sources('src/cases'),
    tests: ['src/cases/**/*.test.ts', 'src/panel/watch-desk*.test.ts'],
  },
  contract: {
    mutate: sources('src/contract'),
    tests: [
      'src/contract/**/*.test.ts',
      'src/cases/{cases-client,list-options}.test.ts',
      'src/server/{app,list-cases,list-cases-input,case-details-input,page-config-file}.test.ts',
      'src/server/quota/urgency.test.ts',
    ],
  },
  authorisation: {
    mutate: [
      ...sources('src/server/auth'),
      'src/server/{cursor,details-token,seal,seal-keys,sealed-pages}.ts',
      'src/server/hardening/origin-guard.ts',
    ],
    tests: [
      'src/server/auth/*.test.ts',
      'src/server/{seal,seal-keys,sealed-pages,tokens}.test.ts',
      'src/server/hardening/origin-guard.test.ts',
    ],
  },
}
