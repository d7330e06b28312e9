import type { Row } from "./row";

export const PIPELINE_TOKENS = {
  "subject not trusted": {
    texts: ["AADSTS700213"],
    where: "(in older messages `AADSTS70021`)",
    cause:
      "the application does not trust the subject in the job's token. Microsoft Entra compares it letter by letter. Often the plan runs with another subject than the apply: a pull request, another environment, the plan phase of HCP Terraform",
    remedy:
      "[trust both subjects](signing-in.md#a-subject-for-plan-and-one-for-apply): add one to `PeeringCredential.federated`, and run `terraform apply -refresh=false` once, as the application cannot sign in before. If the application is of an earlier stack, apply that stack alone, and wait a minute",
    commands: ["terraform apply -refresh=false"],
  },
  "subject in another case": {
    texts: ["AADSTS7002138"],
    cause: "the trusted subject differs from that in the job's token in upper and lower case only",
    remedy: "write `subject` as the message quotes it, and run `terraform apply -refresh=false` once",
    commands: ["terraform apply -refresh=false"],
  },
  "issuer not trusted": {
    texts: ["AADSTS700211"],
    cause:
      "the application does not trust the issuer of the job's token. It is compared letter by letter, a slash at its end included",
    remedy: "write `issuer` as the message quotes it, and run `terraform apply -refresh=false` once",
    commands: ["terraform apply -refresh=false"],
  },
  "audience not trusted": {
    texts: ["AADSTS700212"],
    cause: "the token is for another audience than the application trusts",
    remedy:
      "let the pipeline ask for a token for `api://AzureADTokenExchange`; or write `audience` as the message quotes it, and run `terraform apply -refresh=false` once",
    commands: ["terraform apply -refresh=false"],
  },
  "no token of the pipeline, azapi": {
    texts: ["AADSTS7000215"],
    where: "with a federated credential",
    cause:
      "the job has no token in its environment, and azapi signs in with a secret that no application has in its place",
    remedy:
      "run Terraform in the pipeline that the application trusts, with its [variables](signing-in.md#which-variables-a-pipeline-sets)",
    through: "azapi",
  },
  "no token of the pipeline, azurerm": {
    texts: ["no Authorizer could be configured, please check your configuration"],
    where: "with a federated credential",
    cause: "the job has no token in its environment, so that azurerm cannot sign in as the application",
    remedy:
      "run Terraform in the pipeline that the application trusts, with its [variables](signing-in.md#which-variables-a-pipeline-sets)",
    through: "azurerm",
  },
  "token ended": {
    texts: ["AADSTS700024"],
    cause: "the pipeline's static token (`ARM_OIDC_TOKEN`) expired during the job. GitLab's expires after five minutes",
    remedy:
      "run the job again: it continues where it stopped. To prevent it, give the job a [token that does not expire](signing-in.md#tokens-that-end)",
  },
} as const satisfies Readonly<Record<string, Row>>;
