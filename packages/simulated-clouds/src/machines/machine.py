"""Runs a Python script as a simulated machine would.

The script is the real one, run by a real Python; but its names, its connections and its clock are the simulator's, which is asked over
standard input and output, one line of JSON each way. Where a connection is accepted the socket is a real one, to a port of the simulator.

Whoever wrote the script meant it for a machine in Azure, not for this one. What it would do here by mistake is refused: it may read
files, and that is all. This is no sandbox. Whoever wants to get out of it can, and is then whoever runs the simulator: Python has calls
that its audit hook never hears of. So a script runs only where somebody has asked for it.
"""
import errno
import io
import json
import os
import socket
import sys
import time
import traceback

to_simulator, from_simulator = sys.stdout, sys.stdin
endpoints = set()


def ask(**question):
    to_simulator.write(json.dumps(question) + "\n")
    to_simulator.flush()
    reply = from_simulator.readline()
    if not reply:
        raise SystemExit("the simulator is gone")
    return json.loads(reply)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    addresses = ask(call="resolve", name=host)
    if not addresses:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port)) for address in addresses]


really_connect = socket.socket.connect


def connect(self, target):
    reply = ask(call="connect", address=target[0], port=target[1], timeout=self.gettimeout())
    if reply["outcome"] == "refused":
        raise ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
    if reply["outcome"] == "dropped":
        raise socket.timeout("timed out")
    endpoints.add(("127.0.0.1", reply["endpoint"]))
    really_connect(self, ("127.0.0.1", reply["endpoint"]))


WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
HARMLESS = ("exec", "compile", "import", "open", "socket.__new__", "socket.connect", "marshal.", "object.", "sys._getframe",
            "sys.unraisablehook", "sys.excepthook", "code.__new__", "builtins.id", "os.listdir", "os.scandir")


def guard(event, arguments):
    if event == "open" and not (set(str(arguments[1] or "r")) & set("wax+")) and not (arguments[2] or 0) & WRITING:
        return
    if event == "socket.connect" and arguments[1] in endpoints:
        return
    if event.startswith(HARMLESS) and event not in ("open", "socket.connect"):
        return
    raise PermissionError("a script may not do this on the machine of the simulator: %s" % event)


def main():
    command = json.loads(from_simulator.readline())
    program = compile(command["script"], "script", "exec")
    os.environ.update(command["parameters"])
    time.sleep = lambda seconds: ask(call="sleep", seconds=seconds)
    time.monotonic = time.time = lambda: ask(call="now")
    socket.getaddrinfo, socket.socket.connect = getaddrinfo, connect
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), io.StringIO(), io.StringIO()
    sys.addaudithook(guard)
    code = 0
    try:
        exec(program, {"__name__": "__main__"})
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        if code and not isinstance(end.code, int):
            print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
        code = 1
    ask(call="exit", code=code, output=sys.stdout.getvalue(), error=sys.stderr.getvalue())


main()
