import type { PipelineToken } from "../../clouds/pipeline-token";
import { failed, ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { SIGNING_IN } from "../../troubleshooting/signing-in";
import type { Examination } from "../examination";
import { liveConnection } from "../live-connection";
import { stopped } from "../stopped";

const LOOKED = "token of the pipeline";

/** In seconds: what a first apply takes until the application signs in for the last time. */
const FIRST_APPLY = 4 * 60;

/** The token by which Terraform, or the application, says who it is: whether there is one, and whether it lasts. */
export async function tokenLines(examination: Examination): Promise<Line[]> {
  const { plan, clouds } = examination;
  const { kind, credential } = plan.identity;
  const bySelf = clouds.signIn.mode === "oidc";
  const byApplication = credential === "federated" || (credential === "environment" && bySelf);
  if (!bySelf && !byApplication) return [];
  const token = await clouds.pipelineToken();
  if (token) return [lineOf(token, byApplication && !liveConnection(examination) ? FIRST_APPLY : 0)];
  // credentials of an earlier stack are its own matter
  if (kind === "earlier-stack" && credential !== "federated") return [];
  return [
    failed(
      LOOKED,
      "there is none, and the application signs in by one",
      "run this, and Terraform, in the pipeline: set ARM_OIDC_REQUEST_URL with ARM_OIDC_REQUEST_TOKEN, ARM_OIDC_TOKEN_FILE_PATH or ARM_OIDC_TOKEN",
    ),
  ];
}

function lineOf({ delivery, claims }: PipelineToken, needed: number): Line {
  if (delivery === "request") return ok(LOOKED, "asked for each time, so it lasts as long as the job");
  const left = claims?.exp === undefined ? Infinity : Math.floor(claims.exp - Date.now() / 1000);
  if (left === Infinity) return ok(LOOKED, "says of no end");
  if (left <= 0) return stopped(LOOKED, SIGNING_IN["token ended"], { found: `it ended at ${timeOf(claims?.exp)}` });
  if (delivery === "file") return ok(LOOKED, `in a file; the one in it ends in ${durationOf(left)}`);
  if (left >= needed) return ok(LOOKED, `ends in ${durationOf(left)}`);
  return stopped(LOOKED, SIGNING_IN["token ended"], {
    found: `it ends in ${durationOf(left)}, at ${timeOf(claims?.exp)}, and a first apply takes some ${durationOf(needed)} until the application signs in for the last time`,
    remedy:
      "hand the job ARM_OIDC_REQUEST_URL with ARM_OIDC_REQUEST_TOKEN (GitHub, Azure DevOps); or begin another job (GitLab), with a longer `timeout`, and apply at once",
  });
}

const timeOf = (seconds = 0): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

const durationOf = (seconds: number): string =>
  seconds < 120
    ? `${seconds} seconds`
    : seconds < 7200
      ? `${Math.floor(seconds / 60)} minutes`
      : `${Math.floor(seconds / 3600)} hours`;
