/**
 * What a client of a service shows in the place of a password. It stands where PEM stands, and nobody in the simulated clouds
 * looks into it: no client logs in.
 */
export const clientCertificate = (subject: string) => ({
  certificate: pem("CERTIFICATE", subject),
  key: pem("PRIVATE KEY", subject),
});

const pem = (label: string, subject: string): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(`simulated, of ${subject}`).toString("base64")}\n-----END ${label}-----\n`;
