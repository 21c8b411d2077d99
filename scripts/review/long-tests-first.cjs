const { default: Sequencer } = require('@jest/test-sequencer');

/** What a project's longest test file takes, longest first: the cores are to end together. */
const ORDER = ['browser', 'stories', 'sandbox', 'unit'];

/** Without a cache of durations jest begins with the largest file, and a long one may come last and alone. */
module.exports = class LongTestsFirst extends Sequencer {
  sort(tests) {
    const place = ({ context }) => ORDER.indexOf(context.config.displayName?.name);
    return super.sort(tests).sort((one, other) => place(one) - place(other));
  }
};
