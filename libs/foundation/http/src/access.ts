import { SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Role } from '@zeren/kernel';

export const ROLES_ALLOWED = 'zeren:roles-allowed';
export const PUBLIC = 'zeren:public';
export const REQUIRES_IF_MATCH = 'zeren:requires-if-match';
export const OPEN_TO_PARTIES = 'zeren:open-to-parties';
export const OPEN_TO_OPERATORS = 'zeren:open-to-operators';

/** Only a caller with one of these roles may; others get 403 `role-not-allowed`. On a method or a controller. */
export const RolesAllowed = (...roles: readonly Role[]) => SetMetadata(ROLES_ALLOWED, roles);

/** No token is asked for. */
export const Public = () => SetMetadata(PUBLIC, true);

/**
 * Open to parties from outside too: the route itself keeps to what is assigned to them. Every other route that does not
 * name their role is 404 for them, so that a forgotten decorator hides a route instead of opening it.
 */
export const OpenToParties = () => SetMetadata(OPEN_TO_PARTIES, true);

/**
 * Open to the platform's operators too: it shows nothing of any tenant's business. Every other route that does not name
 * their role is 404 for them.
 */
export const OpenToOperators = () => SetMetadata(OPEN_TO_OPERATORS, true);

/** The request must say which revision it saw; without `If-Match` it gets 428. */
export const RequiresIfMatch = () => SetMetadata(REQUIRES_IF_MATCH, true);

/** Lets this route take bodies up to so many bytes; the default is 1 MiB. */
export const BodyLimit = (bytes: number) => RouteConfig({ bodyLimit: bytes });

/** Lets this route take a form (application/x-www-form-urlencoded) too; a field that comes twice counts as it came last. */
export const FormBody = () => RouteConfig({ formBody: true });

/** Leaves a body of application/octet-stream to this route, which takes it in as it comes and sets its own limit. */
export const StreamedBody = () => RouteConfig({ streamedBody: true });
