/** Placeholder until the app can be synthesised once for all tests. */
export default function setup() {}
