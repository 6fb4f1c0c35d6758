import { caseOf, type DemoCase } from '../demo-case.ts'
import { chatOf, deskWith } from '../demo-desk.ts'
import type { DemoState, StateGroup } from '../demo-state.ts'

const long =
  'Customer asks for the third time why the replacement for the damaged dishwasher was sent to the old address, ' +
  'although the new one was confirmed in writing on the phone, by mail and again in the branch'
// A word that no line of a narrow column can hold, as people paste them.
const unbroken = 'RE:_FWD:_Rueckerstattungsbestaetigungsanforderungsformular_2026-03-11_final_v2_KORRIGIERT.pdf'

export function titleStates(now: number): StateGroup {
  const titled = (id: string, name: string, description: string, titles: readonly (string | null)[]): DemoState => ({
    id,
    name,
    description,
    desk: deskWith(chatOf(now)),
    backend: { cases: () => titles.map((title, index): DemoCase => caseOf(now, index, { title })) },
    shows: () => titles.find((title) => title !== null) ?? '',
  })
  return {
    name: 'Titles',
    states: [
      titled(
        'long-titles',
        'Very long titles',
        'Titles that do not fit: cut without moving anything, whole on demand.',
        [long, unbroken, `${long}. ${long}`, 'Short', null],
      ),
      titled('scripts', 'Titles in every script', 'Customers write in their own languages, whatever the agent reads.', [
        'לא קיבלתי את ההחזר עבור ההזמנה',
        'لم يصل الطرد بعد',
        '请求更改送货地址',
        '請求書の会社名が違います',
        '배송지를 변경하고 싶습니다',
        'ขอใบเสร็จรับเงินฉบับใหม่',
        'Не приходит подтверждение заказа',
        '📦💥 Parcel arrived like this 😡👨‍👩‍👧‍👦',
      ]),
      titled(
        'mixed-direction',
        'Mixed directions',
        'Right-to-left and left-to-right in one title; nothing changes places.',
        [
          'הזמנה ABC-123 (חלק 2 מתוך 3)',
          'Order ‏طلب رقم 4711‏ not delivered',
          'فاتورة INV-2026/03: 49.90 EUR',
          '"שלום" – reply wanted!',
        ],
      ),
    ],
  }
}
