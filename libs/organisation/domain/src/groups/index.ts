export { groupRefusals } from './group-refusals.js';
export * from './group-register.js';
export * from './leading-group.events.js';
export {
  GROUP_BODY, leadingGroupDecider, type AppointGroupMember, type DissolveLeadingGroup, type EndGroupBody, type FormGroupBody, type FoundedGroup,
  type FoundLeadingGroup, type GroupBody, type GroupMember, type LeadingGroup, type LeadingGroupCommand, type ReleaseGroupMember,
} from './leading-group.js';
