/** The pages that mails and calendars lead to, below the dashboard's address. */
export function linksBelow(publicUrl: string) {
  const part = encodeURIComponent;
  return {
    overview: `${publicUrl}/`,
    benefit: (project: string, benefit: string) =>
      `${publicUrl}/projekt/${part(project)}/gevinst/${part(benefit)}`,
    project: (project: string) => `${publicUrl}/projekt/${part(project)}`,
    report: (project: string) => `${publicUrl}/projekt/${part(project)}/rapport`,
    mine: (owner: string) => `${publicUrl}/mine-gevinster?owner=${part(owner)}`,
  };
}

export type Links = ReturnType<typeof linksBelow>;
