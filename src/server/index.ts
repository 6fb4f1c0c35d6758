// biome-ignore-all lint/performance/noBarrelFile: an entry of the package, connect-contact-cases/server
export type { AppAuth, AppOptions } from './app-options.ts'
export { AppOptionsError, type ContactCasesApp, createApp } from './create-app.ts'
export type { Log, LogEntry } from './log.ts'
