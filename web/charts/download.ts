import { FONT } from './theme.ts';

const PADDING = 24;
const HEAD = 56;
const SHARPNESS = 2;

/** Saves a chart as it stands, with its title above, as SVG or PNG. */
export async function downloadChart(
  svg: SVGSVGElement,
  title: string,
  name: string,
  kind: 'png' | 'svg',
): Promise<void> {
  const picture = framed(svg, title);
  const text = new Blob([new XMLSerializer().serializeToString(picture.svg)], { type: 'image/svg+xml' });
  save(kind === 'svg' ? text : await painted(text, picture), `gevinst-${name}.${kind}`);
}

interface Picture {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

function framed(chart: SVGSVGElement, title: string): Picture {
  const box = chart.getBoundingClientRect();
  const width = box.width + 2 * PADDING;
  const height = box.height + HEAD + PADDING;
  const style = getComputedStyle(document.body);
  const svg = element('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  });
  const heading = element('text', {
    x: PADDING,
    y: 34,
    fill: style.color,
    'font-family': FONT,
    'font-size': 18,
    'font-weight': 600,
  });
  heading.textContent = title;
  const copy = chart.cloneNode(true) as SVGSVGElement;
  for (const [key, value] of Object.entries({ x: PADDING, y: HEAD, width: box.width, height: box.height })) {
    copy.setAttribute(key, String(value));
  }
  svg.append(element('rect', { width, height, fill: style.backgroundColor }), heading, copy);
  return { svg: svg as SVGSVGElement, width, height };
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes))
    if (key !== 'xmlns') made.setAttribute(key, String(value));
  return made;
}

async function painted(svg: Blob, { width, height }: Picture): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made'))),
      'image/png',
    );
  });
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
