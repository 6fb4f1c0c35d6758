interface ButtonProps {
  /** What it does, in words. */
  readonly label: string
  readonly onPress: () => void
}

/** A button with words on it. */
export function Button({ label, onPress }: ButtonProps) {
  return (
    <button type="button" className="contact-cases-button" onClick={onPress}>
      {label}
    </button>
  )
}
