import { Icon } from '../icon.tsx'
import { IconButton } from '../icon-button.tsx'
import { usePreferences } from '../preferences-context.ts'
import { useSignOut } from '../sign-in/sign-out-context.ts'
import { useWords } from '../words-context.tsx'
import type { CaseFilter } from './case-filter.ts'
import { OrderSelect } from './order-select.tsx'

interface ToolbarProps {
  /** null: there is nothing to filter, order or group. */
  readonly filter: CaseFilter | null
  readonly refreshing: boolean
  readonly onRefresh: () => void
  readonly onHelp: () => void
}

/** How the cases are shown, in one line of small controls. */
export function Toolbar({ filter, refreshing, onRefresh, onHelp }: ToolbarProps) {
  const { messages } = useWords()
  const { toolbar } = messages
  const signOut = useSignOut()
  return (
    <fieldset className="contact-cases-toolbar" aria-label={toolbar.label}>
      {filter && <ListControls filter={filter} />}
      <span className="contact-cases-toolbar-end">
        {/* Not `disabled` while it runs: that would drop the focus. A press then asks nothing twice. */}
        <IconButton
          label={refreshing ? toolbar.refreshing : toolbar.refresh}
          keys="R"
          icon={<Icon name="refresh" />}
          busy={refreshing}
          onPress={onRefresh}
        />
        <IconButton label={toolbar.shortcuts} keys="?" icon={<Icon name="keys" />} onPress={onHelp} />
        {signOut && <IconButton label={messages.signIn.signOut} icon={<Icon name="leave" />} onPress={signOut} />}
      </span>
    </fieldset>
  )
}

function ListControls({ filter }: { readonly filter: CaseFilter }) {
  const { toolbar } = useWords().messages
  const [{ grouped }, change] = usePreferences()
  return (
    <>
      <IconButton
        label={toolbar.filter}
        keys="/"
        icon={<Icon name="filter" />}
        expanded={filter.isOpen}
        onPress={filter.isOpen ? filter.close : filter.open}
        ref={filter.button}
      />
      <OrderSelect />
      <IconButton
        label={toolbar.group}
        icon={<Icon name="group" />}
        pressed={grouped}
        onPress={() => change({ grouped: !grouped })}
      />
    </>
  )
}
