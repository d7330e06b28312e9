/** A unit test that runs Terraform fails, and this is the name that its error has: such a test belongs into `__tests__/deploy`. */
process.env.TERRAFORM_BINARY_NAME = "terraform-in-unit-tests";
