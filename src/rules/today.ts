/** The day in UTC, `2026-11-22`; that of `SOURCE_DATE_EPOCH` where builds must be the same on any day (reproducible-builds.org). */
export function today(): string {
  const { SOURCE_DATE_EPOCH: epoch } = process.env;
  const now = epoch !== undefined && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  return now.toISOString().slice(0, 10);
}
