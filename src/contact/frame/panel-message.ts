import type { ContactArn } from '../contact-arn.ts'

/** What a framed panel says to its desktop. */
export type PanelMessage =
  /** The panel is here and waits to be told of the desk; said until it is, and again after each reload. */
  | { readonly type: 'ready'; readonly versions: readonly number[] }
  /** The agent opens a case, and the desktop has said that it opens cases. */
  | { readonly type: 'openCase'; readonly caseId: string }
  /** Other cases are on screen. */
  | {
      readonly type: 'casesChanged'
      readonly contactArn: ContactArn
      readonly loaded: number
      readonly hasMore: boolean
    }
  /** Something that the agent is told of. */
  | {
      readonly type: 'problem'
      readonly kind: string
      readonly code: string
      readonly contactArn?: ContactArn | undefined
      readonly requestId?: string | null | undefined
    }
  /** A message of the desktop made no sense, and changed nothing. */
  | { readonly type: 'error'; readonly message: string; readonly versions: readonly number[] }
