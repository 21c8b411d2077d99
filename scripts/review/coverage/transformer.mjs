import { createTransformer as createSwcTransformer } from '@swc/jest';
import { instrument } from './instrument.mjs';

/** jest's usual compiler on instrumented sources. */
export default {
  createTransformer(options) {
    const swc = createSwcTransformer(options);
    const prepare = (source, file, { instrument: counts }) =>
      counts ? instrument(source, file, 'globalThis') : source;
    return {
      ...swc,
      canInstrument: true,
      process: (source, file, transforming) =>
        swc.process(prepare(source, file, transforming), file, { ...transforming, instrument: false }),
    };
  },
};
