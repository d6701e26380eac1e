package jp.tsunagu.compose.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of 127.0.0.1 for servers that must know theirs before they listen.
 *
 * <p>They lie below the range out of which a system gives ports to outgoing connections, and a
 * container engine to containers that name none: neither takes one between the choice and the
 * listening, or while its server is down.
 */
public final class FreePort {
  private static final String HOST = "127.0.0.1";
  private static final int LOWEST = 26_000;
  private static final int BEYOND = 32_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /** One that is free at this moment and was given to nobody of this process before. */
  public static int any() {
    return ThreadLocalRandom.current()
        .ints(BEYOND - LOWEST, LOWEST, BEYOND)
        .filter(port -> is(port) && GIVEN.add(port))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no free port from " + LOWEST + " to " + BEYOND));
  }

  /** Whether nobody listens on this one at this moment. */
  public static boolean is(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
