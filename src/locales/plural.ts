/** A message whose words depend on a count. English has `one` and `other`; other languages have more. */
export type PluralMessage = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** The form of the message that fits the count, with `{count}` replaced. */
export function plural(locale: string, message: PluralMessage, count: number): string {
  const form = message[new Intl.PluralRules(locale).select(count)] ?? message.other
  return fill(form, { count: new Intl.NumberFormat(locale).format(count) })
}

/** The message with every `{name}` replaced by the value of that name. */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}
