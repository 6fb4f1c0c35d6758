/** `window.alone`: the panel without a network and a softphone, driven from outside its page. */
export interface AloneApi {
  /** Shows contacts of ten cases one after the other, each until its first row is there, and clears the desk after each. */
  visit(name: string, from: number, to: number): Promise<void>
  /** Shows a contact, and reads on until so many of its cases are loaded. */
  open(contactId: string, count: number): Promise<void>
  /** Presses "Load more" at the list's end; answers with the milliseconds until the next case's row is painted. */
  readOn(contactId: string, loaded: number): Promise<number>
}

declare global {
  // Only `var` declares a member of globalThis.
  var alone: AloneApi
}
