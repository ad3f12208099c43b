/** Stands where there is no person: in `personId` of a request that is nobody's yet, and in a contact's attributes. */
export const nobody = 'none';
