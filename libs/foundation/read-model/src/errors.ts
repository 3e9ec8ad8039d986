/** The view has not reached the position within the bound. It will: ask again. */
export class ViewNotReady extends Error {
  override readonly name = 'ViewNotReady';

  constructor(readonly view: string, readonly position: bigint) {
    super(`${view} has not reached position ${position} yet`);
  }
}

/** A cursor that no page of this query gave out. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';

  constructor() {
    super('The cursor does not belong to this query');
  }
}

/** The table in the database is not the one the code describes: its projection needs a new version. */
export class ViewChanged extends Error {
  override readonly name = 'ViewChanged';

  constructor(readonly view: string, difference: string) {
    super(`${view} has changed (${difference}): give its projection a new version`);
  }
}
