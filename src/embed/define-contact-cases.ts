import { createElementClass, isContactCases } from './contact-cases-element.ts'

const tag = 'contact-cases'

/** Defines the element `<contact-cases>`, once for the page; nothing is defined by importing. */
export function defineContactCases(): void {
  const known = customElements.get(tag)
  if (known === undefined) customElements.define(tag, createElementClass())
  else if (!(isContactCases in known)) {
    throw new Error(`defineContactCases: this page has another element called <${tag}>. Use mountContactCases instead.`)
  }
}
