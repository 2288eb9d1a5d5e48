/** A rectangle of the figure, in pixels from its top left corner. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a text can begin or end: `y` is its baseline. */
export interface Spot {
  x: number;
  y: number;
  anchor: 'start' | 'end';
}

/** A text to be placed, the spots it may have with the best first. */
export interface Label {
  width: number;
  spots: readonly Spot[];
}

/** What is drawn already: marks that no text may cover, and points along lines that it had better not. */
export interface Drawn {
  marks: readonly Box[];
  lines: readonly { x: number; y: number }[];
}

/** Of a text of 12 pixels: from the top of its letters to its baseline, and on to the foot of a g. */
const RISE = 11;
const FALL = 4;
const LETTER = 6.8;
const STEP = 6;
/** How many places down the list of spots a text goes to be off a point of a line. */
const WORSE = 2;

/** About how wide a text of 12 pixels is. */
export function textWidth(text: string): number {
  return text.length * LETTER;
}

/** Points along a line through some corners, for `Drawn.lines`. */
export function along(corners: readonly { x: number; y: number }[]): { x: number; y: number }[] {
  return corners.slice(1).flatMap((to, i) => {
    const from = corners[i] ?? to;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
    return Array.from({ length: steps + 1 }, (_, k) => ({
      x: from.x + ((to.x - from.x) * k) / steps,
      y: from.y + ((to.y - from.y) * k) / steps,
    }));
  });
}

/**
 * A spot for each text in turn so that it is within the area and covers no mark and no text before it, and as few
 * points of lines as its spots allow. Null where every spot covers one: two texts over each other can be read by no one.
 */
export function placed(labels: readonly Label[], drawn: Drawn, area: Box): (Spot | null)[] {
  const taken = [...drawn.marks];
  return labels.map(({ width, spots }) => {
    const free = spots
      .map((spot, place) => ({ spot, place, box: boxOf(spot, width) }))
      .filter(({ box }) => within(box, area) && !taken.some((other) => overlap(box, other)));
    const cost = ({ box, place }: (typeof free)[number]) =>
      place + WORSE * drawn.lines.filter((point) => covers(box, point)).length;
    const [best] = free.sort((a, b) => cost(a) - cost(b));
    if (!best) return null;
    taken.push(best.box);
    return best.spot;
  });
}

function boxOf({ x, y, anchor }: Spot, width: number): Box {
  return { left: anchor === 'start' ? x : x - width, top: y - RISE, width, height: RISE + FALL };
}

function within(box: Box, area: Box): boolean {
  return (
    box.left >= area.left &&
    box.top >= area.top &&
    box.left + box.width <= area.left + area.width &&
    box.top + box.height <= area.top + area.height
  );
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

function covers(box: Box, { x, y }: { x: number; y: number }): boolean {
  return x > box.left && x < box.left + box.width && y > box.top && y < box.top + box.height;
}
