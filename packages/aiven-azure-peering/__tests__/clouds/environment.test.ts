import { withoutSecrets } from "../../src/clouds/environment";

test("what is secret is blanked out of any text, whoever repeats it", () => {
  const env = {
    ARM_CLIENT_SECRET: "secret-of-mine",
    TF_VAR_application_client_secret: "another-secret",
    HOME: "/home/somebody",
  };
  expect(withoutSecrets("secret-of-mine another-secret eyJhbGciOi.eyJzdWIi.abc /home/somebody", env)).toBe(
    "*** *** *** /home/somebody",
  );
});
