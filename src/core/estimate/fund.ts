/** A fund that outlives this counts as lasting this long. */
const MOST_YEARS = 99;

/**
 * Full and part years until a fund is used up when `needYuan` is drawn at the end of each year and
 * the rest earns `interest` a year: the annuity formula solved for time. 0 … 99.
 */
export function yearsOfFund(balanceYuan: number, needYuan: number, interest: number): number {
  if (balanceYuan <= 0) return 0;
  if (needYuan <= balanceYuan * interest) return MOST_YEARS;
  const years =
    interest > 0
      ? -Math.log(1 - (balanceYuan * interest) / needYuan) / Math.log(1 + interest)
      : balanceYuan / needYuan;
  return Math.min(MOST_YEARS, Math.round(years * 10) / 10);
}
