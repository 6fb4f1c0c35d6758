import { type Ref, useImperativeHandle, useMemo, useRef } from 'react'
import type { ListRow } from '../../cases/template-rows.ts'
import { useWords } from '../words-context.tsx'
import { tellCutInRow, tellCutText } from './cut-texts.ts'
import { ListRowView, type RowCallbacks } from './list-row-view.tsx'
import { NowProvider } from './now-context.tsx'
import { toRowPlaces } from './row-places.ts'
import { useFieldLine } from './use-field-line.ts'
import { useListKeys } from './use-list-keys.ts'
import { useRowFocus } from './use-row-focus.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

/** What the rest of the panel can ask of the list. */
export interface CaseListHandle {
  /** Puts the keyboard on the row it was last on, or on the first. */
  focus(): void
}

export interface CaseGridProps extends RowCallbacks {
  /** From `toListRows`. */
  readonly rows: readonly ListRow[]
  /** Ids of the cases that the last refresh brought. */
  readonly appeared: ReadonlySet<string>
  /** Whether there is nothing beyond these rows. */
  readonly complete: boolean
  readonly ref?: Ref<CaseListHandle>
}

/** The rows as one control for the keyboard: a treegrid, of which only what is in sight is in the document. */
export function CaseGrid({ rows, appeared, complete, ref, ...callbacks }: CaseGridProps) {
  const { messages } = useWords()
  const grid = useRef<HTMLDivElement>(null)
  const places = useMemo(() => toRowPlaces(rows), [rows])
  const fieldLine = useFieldLine(rows)
  const { active, focusRow, onFocus, onBlur } = useRowFocus(rows, grid)
  const { virtualizer, stuck } = useVirtualRows({ rows, grid, active, fieldLine })
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {}

  function goTo(index: number) {
    focusRow(index)
    virtualizer.scrollToIndex(index)
  }
  const page = endIndex - startIndex - 1
  const onKeyDown = useListKeys({ rows, page, goTo, focusRow, onCollapse: callbacks.onCollapse })
  useImperativeHandle(ref, () => ({ focus: () => goTo(active) }))

  return (
    <NowProvider>
      <div
        role="treegrid"
        className="contact-cases-rows"
        aria-label={messages.list.label}
        // -1: the service does not say how many there are in all.
        aria-rowcount={complete ? rows.length : -1}
        style={{ blockSize: virtualizer.getTotalSize() }}
        ref={grid}
        onKeyDown={onKeyDown}
        onFocusCapture={tellCutInRow}
        onPointerOverCapture={tellCutText}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const [row, place] = [rows[index], places[index]]
          if (row === undefined || place === undefined) return null
          return (
            <ListRowView
              key={key}
              {...callbacks}
              {...{ row, index, place }}
              start={index === stuck ? null : start}
              active={index === active}
              appeared={row.kind === 'case' && appeared.has(row.caseId)}
              fieldLine={fieldLine}
              measure={virtualizer.measureElement}
            />
          )
        })}
      </div>
    </NowProvider>
  )
}
