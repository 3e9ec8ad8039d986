export * from './leader-assignment.events.js';
export {
  leadershipDecider, type AssignLeader, type AssignmentPeriod, type EndLeaderAssignment, type Leadership, type LeadershipCommand,
} from './leader-assignment.js';
export * from './leader-register.js';
export { leadershipRefusals } from './leadership-refusals.js';
export * from './register-facts.js';
