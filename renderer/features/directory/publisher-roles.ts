/** Roles of the personnel unit: who holds one of them may publish a directory. */
export const publisherRoles: readonly string[] = ['personnelOfficer', 'personnelHead', 'authorisedOfficial'];
