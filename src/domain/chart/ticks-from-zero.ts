/** Round amounts from nothing to above the highest, four to six of them: of 0.26 those of 0, 0.1, 0.2 and 0.3. */
export function ticksFromZero(highest: number): readonly number[] {
  if (!(highest > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [0.2, 0.5, 1, 2].map((digit) => digit * power).find((each) => highest / each <= MOST_STEPS) ?? power;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => Number((at * step).toPrecision(6)));
}

const MOST_STEPS = 5;
