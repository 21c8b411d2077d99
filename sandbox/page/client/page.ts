import { showFaults } from './faults/faults';
import { showFreshdesk } from './freshdesk/freshdesk';
import { showInjixo } from './injixo/injixo';
import { connect } from './live/summaries';
import { showPlatform } from './platform/platform';
import { showClock } from './top/clock';
import { showComparison } from './top/comparison';
import { showIntro } from './top/intro';
import { showReset } from './top/reset';

const summaries = connect();
for (const show of [
  showClock,
  showReset,
  showComparison,
  showIntro,
  showFreshdesk,
  showFaults,
  showInjixo,
  showPlatform,
]) {
  show(summaries);
}
