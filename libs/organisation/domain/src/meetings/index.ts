export * from './meeting.events.js';
export {
  decisionOf, meetingDecider, type CallOffMeeting, type ConvenedMeeting, type ConveneMeeting, type HoldMeeting, type Meeting, type MeetingCommand,
  type RearrangeMeeting,
} from './meeting.js';
export { meetingRefusals } from './meeting-refusals.js';
export * from './meeting-register.js';
