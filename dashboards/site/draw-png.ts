import type { StandaloneSvg } from './standalone-svg.ts';

/** Dots for each px: sharp in print and on fine screens. */
const SCALE = 2;

/** An SVG drawn as PNG. Rejects where the browser cannot draw it. */
export async function pngOf({ markup, width, height }: StandaloneSvg): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('no PNG could be made');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
