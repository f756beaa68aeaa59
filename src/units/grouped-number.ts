/** `20000` as `20,000`. */
export function grouped(value: number): string {
  const [whole, decimals] = String(Math.round(value * 100) / 100).split('.');
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/** `0.07` as `7%`. */
export function percent(share: number): string {
  return `${grouped(share * 100)}%`;
}
