import { ApiError } from "../api-error";
import type { Caller, Gateway } from "./gateway";
import { generatedPassword } from "./service-user";
import type { Services, ServiceUser } from "./services";

/** The users of services. The texts of the errors are assumed. */
export class ServiceUsers {
  constructor(
    private readonly gateway: Gateway,
    private readonly services: Services,
  ) {}

  create(caller: Caller, project: string, service: string, username: string): ServiceUser {
    return this.gateway.call(caller, "POST", project, `/service/${service}/user`, () => {
      const { users } = this.services.find(project, service);
      if (users.some((user) => user.username === username)) {
        throw new ApiError(409, "ServiceUserCreate", `Service user '${username}' already exists`);
      }
      const user: ServiceUser = { username, type: "regular", password: generatedPassword() };
      users.push(user);
      return user;
    });
  }

  get(caller: Caller, project: string, service: string, username: string): ServiceUser {
    return this.gateway.call(caller, "GET", project, `/service/${service}/user/${username}`, () =>
      this.find(project, service, username),
    );
  }

  /** Without a password of the caller's, Aiven makes one. */
  resetPassword(caller: Caller, project: string, service: string, username: string, password?: string): void {
    this.gateway.call(caller, "PUT", project, `/service/${service}/user/${username}`, () => {
      this.find(project, service, username).password = password ?? generatedPassword();
    });
  }

  delete(caller: Caller, project: string, service: string, username: string): void {
    this.gateway.call(caller, "DELETE", project, `/service/${service}/user/${username}`, () => {
      const { users } = this.services.find(project, service);
      users.splice(users.indexOf(this.find(project, service, username)), 1);
    });
  }

  private find(project: string, service: string, username: string): ServiceUser {
    const user = this.services.find(project, service).users.find((candidate) => candidate.username === username);
    if (!user) throw new ApiError(404, "NotFound", "Service user does not exist");
    return user;
  }
}
