import { PACKINGS, type Packing } from '../contract/packed.ts';

/** The best encoding that `Accept-Encoding` allows; null for the bytes as they are. */
export function choosePacking(accepted: string | undefined): Packing | null {
  const weights = new Map(
    (accepted ?? '').split(',').map(item => {
      const [name = '', ...parameters] = item.split(';').map(part => part.trim().toLowerCase());
      const weight = parameters.find(parameter => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2))];
    }),
  );
  return PACKINGS.find(packing => (weights.get(packing) ?? weights.get('*') ?? 0) > 0) ?? null;
}
