import { expressions, type Expression } from 'virtual:compiled-charts';
import adjustSpatial from '../../node_modules/vega-interpreter/src/adjust-spatial.js';

interface Context {
  functions: object;
}
interface Numbered {
  code: string;
}
type Item = Record<string, unknown> & { datum: object };

const bound = ({ functions }: Context, { code }: Numbered): Expression => expressions[Number(code)]!.bind(functions);

/** Marks whose corners change places where the second comes before the first. */
const SWAPPED: readonly string[] = ['group', 'image', 'rect'];

/** What Vega's runtime asks for a chart's expressions: code that the build wrote. */
export const chartExpressions = {
  operator(context: Context, expression: Numbered): (parameters: object) => unknown {
    const run = bound(context, expression);
    return parameters => run({}, parameters);
  },

  parameter: bound,

  /** Works out a mark's channels; gives 1 where one changed, else 0. */
  encode(
    context: Context,
    { marktype, channels }: { marktype: string; channels: Readonly<Record<string, Numbered>> },
  ): (item: Item, parameters: object) => number {
    const names = Object.keys(channels);
    const runs = names.map(name => bound(context, channels[name]!));
    const swap = SWAPPED.includes(marktype);
    return (item, parameters) => {
      let changed = 0;
      for (let i = 0; i < names.length; i++) {
        const value = runs[i]!(item.datum, parameters);
        if (item[names[i]!] !== value) {
          item[names[i]!] = value;
          changed = 1;
        }
      }
      if (marktype !== 'rule') adjustSpatial(item, channels, swap);
      return changed;
    };
  },
};
