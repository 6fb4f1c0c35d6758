/** A message whose words depend on a count. English has `one` and `other`; other languages have more, or fewer. */
export type PluralMessage = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** The form of the message that fits the count; `other` where the language's own form is missing. */
export function pluralForm(message: PluralMessage, rules: Intl.PluralRules, count: number): string {
  return message[rules.select(count)] ?? message.other
}

/** The message with every `{name}` replaced by the value of that name. */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}
