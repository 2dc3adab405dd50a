/** `10000` → `10,000`. Not every phone's engine has `Intl`. */
export function formatNumber(value: number | undefined): string {
  if (value === undefined) return '未知';
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function formatNumbers<Name extends string>(values: Record<Name, number>) {
  const texts = Object.entries<number>(values).map(([name, value]) => [name, formatNumber(value)]);
  return Object.fromEntries(texts) as Record<Name, string>;
}

/** `2024-05-16T14:49:11+08:00` → `2024年5月16日 14:49`, in the phone's time zone, shorter when recent. */
export function formatTime(time = '', now = new Date()): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '未知';
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return `今天 ${formatClock(date)}`;
  if (date.toDateString() === yesterday.toDateString()) return `昨天 ${formatClock(date)}`;
  const day = `${date.getMonth() + 1}月${date.getDate()}日`;
  if (date.getFullYear() === now.getFullYear()) return `${day} ${formatClock(date)}`;
  return `${date.getFullYear()}年${day} ${formatClock(date)}`;
}

/** `21:40`. */
export function formatClock(date: Date): string {
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}
