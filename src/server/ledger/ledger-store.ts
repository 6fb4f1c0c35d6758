import type { Result } from '../result.ts'
import type { Page } from './visit.ts'

/** Where the ledger is kept. `away`: no answer within `commandMs`; what was asked may be done all the same. */
export interface LedgerStore {
  read(): Promise<Result<Page, 'away'>>
  /** Writes, unless the page is another by now or the store's clock is past `notAfter`. The page is the one from then on. */
  replace(page: Page, text: string, notAfter: number): Promise<Result<Written, 'away'>>
}

export interface Written {
  readonly kept: boolean
  readonly page: Page
}
