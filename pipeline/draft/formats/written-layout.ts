import type { Layout } from '../../words/format.ts';

/** The keys of a layout that are not as they are by default. */
export const writtenLayout = ({ preamble, header, footer, ignore }: Layout): Record<string, string | number> => ({
  ...(preamble === 0 ? {} : { preamble }),
  ...(header === 1 ? {} : { header }),
  ...(footer === null ? {} : { footer }),
  ...(ignore === null ? {} : { ignore }),
});
