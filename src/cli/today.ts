/** The day in UTC, or that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), so that a build prints the same again. */
export function today(): string {
  const seconds = process.env.SOURCE_DATE_EPOCH;
  const time = new Date(seconds === undefined || !/^\d{1,11}$/.test(seconds) ? Date.now() : Number(seconds) * 1000);
  return time.toISOString().slice(0, 10);
}
