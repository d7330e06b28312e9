import { randomUUID } from "node:crypto";
import { ApiError } from "./api-error";
import { seconds, type Clock } from "./clock";
import { federatedAssertion } from "./entra/assertions";
import type { FederatedSubject, OidcSettings } from "./settings";

const SUBJECT: FederatedSubject = {
  issuer: "https://token.actions.githubusercontent.com",
  subject: "repo:customer/infrastructure:ref:refs/heads/main",
  audience: "api://AzureADTokenExchange",
};

/** The pipeline Terraform runs in: it says who its job is, by tokens that may end before the job does. */
export class Pipeline {
  /** Stands for a file that the pipeline keeps fresh. */
  readonly tokenFile = "/home/deployer/oidc-token";
  /** Where the job asks for a fresh token, and what it shows for it. */
  readonly requestUrl = "https://pipeline.example/token";
  readonly requestToken = randomUUID();
  /** Who the job is. */
  subject: FederatedSubject;
  private staticToken: string;

  constructor(
    private readonly clock: Clock,
    private readonly settings: OidcSettings,
  ) {
    this.subject = { ...SUBJECT, ...settings.subject };
    this.staticToken = this.issue();
  }

  /** A token that is good from now on. */
  issue(): string {
    const start = this.clock.now();
    const { lifetime } = this.settings;
    return federatedAssertion({ ...this.subject, start, end: lifetime && start + seconds(lifetime) });
  }

  /** What the endpoint at `requestUrl` sends to a job. assumed: what it says to anybody else. */
  request(token: string): string {
    if (token !== this.requestToken) throw new ApiError(401, "Unauthorized", "token is not valid");
    return this.issue();
  }

  /** Another job begins, maybe for another subject (a pull request, an environment): its own token is fresh. */
  startJob(subject: Partial<FederatedSubject> = {}): void {
    this.subject = { ...this.subject, ...subject };
    this.staticToken = this.issue();
  }

  /** What the job finds in its environment. */
  get environment(): Record<string, string> {
    switch (this.settings.delivery) {
      case "token":
        return { ARM_OIDC_TOKEN: this.staticToken };
      case "file":
        return { ARM_OIDC_TOKEN_FILE_PATH: this.tokenFile };
      case "request":
        return { ARM_OIDC_REQUEST_URL: this.requestUrl, ARM_OIDC_REQUEST_TOKEN: this.requestToken };
    }
  }
}
