/**
 * The script that a Linux machine runs, in Python because a stock Ubuntu image has that, and nothing but its standard library because the
 * machine may reach nothing but the service. What it probes it reads from its environment, where Azure puts a command's parameters: no
 * value ever becomes part of a program. It must hold no `${` or `%{`, which Terraform would take for its own.
 */
export const PROBE_SCRIPT = String.raw`#!/usr/bin/env python3
"""Says whether a service is reached privately from this machine: prints one object in JSON, and why it failed to stderr."""
import ipaddress
import json
import os
import socket
import ssl
import struct
import sys
import time

HOST = os.environ["PROBE_HOST"]
PORT = int(os.environ["PROBE_PORT"])
PROTOCOL = os.environ["PROBE_PROTOCOL"]
RANGE = ipaddress.ip_network(os.environ["PROBE_NETWORK_CIDR"])
WAIT = int(os.environ["PROBE_MAXIMUM_WAIT_SECONDS"])
FAIL = os.environ["PROBE_FAIL"] == "true"

START = time.monotonic()
RETRY = 10  # seconds between two attempts
PATIENCE = 5  # seconds for one answer from the network
# Seconds for what does not depend on the peering to settle: a new name to spread, a service to start, a filter to change.
SETTLING = 180

# The exit code of each step, so that the step is known even where nothing but the code is shown.
STEPS = {"resolve": 10, "range": 11, "route": 12, "port": 13, "postgresql": 14, "tls": 15}


class StepFailed(Exception):
    def __init__(self, step, message):
        super().__init__(message)
        self.step = step
        self.message = message


def resolve():
    try:
        answers = socket.getaddrinfo(HOST, PORT, 0, socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise StepFailed("resolve", "%s does not resolve (%s): the host name is wrong, the service is not there yet, or the "
                         "virtual network's own DNS servers answer no public names" % (HOST, reason(error)))
    return sorted({answer[4][0].split("%")[0] for answer in answers})


def require_private(addresses):
    outside = [address for address in addresses if ipaddress.ip_address(address) not in RANGE]
    if outside:
        raise StepFailed("range", "%s resolves to %s, outside %s: the service does not live in the peered Aiven VPC, or that is "
                         "not the VPC's range, or it is still moving there; check projectVpcId of the service and networkCidr of "
                         "the probe"
                         % (HOST, ", ".join(outside[:4]), RANGE))


def connect(address):
    at = "%s port %d" % (address, PORT)
    try:
        return socket.create_connection((address, PORT), PATIENCE)
    except ConnectionRefusedError:
        raise StepFailed("port", "%s refuses the connection, so the network path is there: the service's IP filter does not hold "
                         "this machine's address, the port is wrong, or the service is powered off" % at)
    except OSError as error:
        raise StepFailed("route", "%s does not answer (%s): the peering is not ACTIVE yet or not Connected, this machine is in a "
                         "network that is not peered, or an outbound rule, a route or a firewall drops the traffic"
                         % (at, reason(error)))


def ask_for_tls(connection, address):
    """https://www.postgresql.org/docs/current/protocol-message-formats.html: SSLRequest, answered by S or N."""
    at = "%s port %d" % (address, PORT)
    try:
        connection.sendall(struct.pack("!ii", 8, 80877103))
        reply = connection.recv(1)
    except socket.timeout:
        raise StepFailed("postgresql", "%s accepts the connection and stays silent: a firewall or proxy answers in the service's "
                         "place, or it is no PostgreSQL: check port and protocol" % at)
    except OSError as error:
        reply, because = b"", " (%s)" % reason(error)
    else:
        because = ""
    if reply == b"N":
        raise StepFailed("postgresql", "%s speaks PostgreSQL without TLS, which no Aiven service does: check host and port" % at)
    if reply == b"":
        raise StepFailed("postgresql", "%s accepts the connection and closes it%s: a firewall or proxy answers in the service's "
                         "place, or it is no PostgreSQL: check port and protocol" % (at, because))
    if reply != b"S":
        raise StepFailed("postgresql", "%s answers, but not as PostgreSQL does: check port and protocol" % at)


def shake_hands(connection, address):
    # Private or not is the question here; who the service is, its clients validate, by the project's certificate authority.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        secured = context.wrap_socket(connection, server_hostname=HOST, do_handshake_on_connect=False)
    except OSError as error:
        raise handshake_failed(address, error)
    with secured:
        try:
            secured.do_handshake()
        except OSError as error:
            if not asks_for_certificate(secured, error):
                raise handshake_failed(address, error)
        return secured.version() or secured.cipher()[1]


def asks_for_certificate(secured, error):
    """Whether the server has spoken TLS, and then sent us away for want of a client's certificate, as Kafka's do over TLS 1.2."""
    alerts = ("ALERT_BAD_CERTIFICATE", "ALERT_CERTIFICATE_REQUIRED", "ALERT_HANDSHAKE_FAILURE")
    return secured.cipher() is not None and (getattr(error, "reason", None) or "").endswith(alerts)


def handshake_failed(address, error):
    hint = "" if PROTOCOL == "postgresql" else ", or the service does not begin with TLS: check port and protocol"
    return StepFailed("tls", "the TLS handshake with %s port %d fails (%s): a firewall or proxy on the way breaks or inspects TLS%s"
                      % (address, PORT, reason(error), hint))


def attempt():
    addresses = resolve()
    require_private(addresses)
    # A client uses one address; the first one decides here, so that a later one cannot hide what is wrong with it.
    with connect(addresses[0]) as connection:
        if PROTOCOL == "postgresql":
            ask_for_tls(connection, addresses[0])
        version = shake_hands(connection, addresses[0])
    return ", ".join(addresses[:4]), version


def reason(error):
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:200]


def report(passed, step, message):
    waited = int(time.monotonic() - START)
    message += "; waited %d s of at most %d s" % (waited, WAIT)
    print(json.dumps({"passed": passed, "step": step, "message": message, "waitedSeconds": waited}), end="")
    if passed or not FAIL:
        return 0
    print(message, file=sys.stderr)
    return STEPS[step]


def main():
    failing, since = None, START
    while True:
        try:
            addresses, version = attempt()
            return report(True, "tls", "%s is private: %s, in %s, answers%s over %s"
                          % (HOST, addresses, RANGE, " as PostgreSQL" if PROTOCOL == "postgresql" else "", version))
        except StepFailed as failed:
            now = time.monotonic()
            if failed.step != failing:
                failing, since = failed.step, now
            # Only the route depends on the peering, for which Aiven takes up to a quarter of an hour.
            end = START + WAIT if failing == "route" else min(START + WAIT, since + SETTLING)
            if now + RETRY > end:
                return report(False, failing, failed.message)
        time.sleep(RETRY)


sys.exit(main())
`;
