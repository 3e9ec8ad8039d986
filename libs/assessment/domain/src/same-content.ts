/** Whether two pieces of plain JSON say the same, in whatever order their members stand. */
export const sameContent = (left: unknown, right: unknown): boolean => {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => name in right && sameContent(Reflect.get(left, name), Reflect.get(right, name)))
  );
};
