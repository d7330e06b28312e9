import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A fresh self-signed certificate for one name, good for ten years around today: X.509 in DER, written by hand. */
export function selfSigned(name: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(objectIdentifier("2a8648ce3d040302")); // ecdsa-with-SHA256
  const subject = sequence(tagged(0x31, sequence(objectIdentifier("550403"), tagged(0x0c, Buffer.from(name)))));
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))), // version 3
    tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])), // serial number
    algorithm,
    subject,
    sequence(year(-1), year(9)),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)]);
  const der = sequence(body, algorithm, tagged(0x03, signature)).toString("base64");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der.replace(/.{64}/g, "$&\n").trimEnd()}\n-----END CERTIFICATE-----\n`,
  };
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
const objectIdentifier = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, "hex"));

/** The first of January, so many years from now. */
const year = (offset: number): Buffer =>
  tagged(0x18, Buffer.from(`${new Date().getUTCFullYear() + offset}0101000000Z`));
