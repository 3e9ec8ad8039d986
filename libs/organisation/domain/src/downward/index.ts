export * from './devolution.events.js';
export {
  devolutionDecider, type AcceptDevolution, type DeclineDevolution, type Devolution, type DevolutionCommand, type OfferDevolution, type OfferedDevolution,
  type RecallDevolution,
} from './devolution.js';
export { devolutionRefusals } from './devolution-refusals.js';
export * from './devolution-register.js';
