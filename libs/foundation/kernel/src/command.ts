/** An intent, named in the imperative. It may be refused. */
export type Command<Type extends string = string, Data = unknown> = {
  readonly type: Type;
  readonly data: Data;
};
