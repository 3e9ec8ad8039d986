/** Whether an address is this machine's own, which no other can have sent from. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::1|(::ffff:)?127\.[\d.]+)$/.test(address);
}
