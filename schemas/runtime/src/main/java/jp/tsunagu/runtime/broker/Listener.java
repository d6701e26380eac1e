package jp.tsunagu.runtime.broker;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.kafka.common.utils.Utils;

/**
 * Who listens where the broker should be: told apart by a greeting of TLS, which is carried on or
 * refused for its certificate where TLS is spoken, and cut off elsewhere. Sends no secret.
 */
enum Listener {
  ENCRYPTED,
  PLAIN,
  NOBODY;

  private static final int PATIENCE_MILLIS = 2_000;

  /** The kind of a TLS record that says what went wrong (RFC 8446, 5.1). */
  private static final int ALERT = 21;

  /** ApiVersions (18) in its first version, of a client without a name; its size stands before. */
  private static final byte[] WHICH_VERSIONS = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0, -1, -1};

  /** Whether anybody answers at one of these servers; says nothing to it. */
  static boolean isThere(String servers) {
    return Arrays.stream(servers.split(",", -1)).anyMatch(server -> answers(server.strip()));
  }

  private static boolean answers(String server) {
    try (Socket _ = connected(server)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Whether one of these servers answers Kafka's first question as TLS does what it cannot read. A
   * client of Kafka must not ask there in the clear: it takes the answer for a size and makes room
   * for 300 MB.
   */
  static boolean wantsTls(String servers) {
    return Arrays.stream(servers.split(",", -1)).anyMatch(server -> alerts(server.strip()));
  }

  private static boolean alerts(String server) {
    try (Socket socket = connected(server)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(WHICH_VERSIONS);
      return socket.getInputStream().read() == ALERT;
    } catch (IOException _) {
      return false;
    }
  }

  private static Socket connected(String server) throws IOException {
    String host = Utils.getHost(server);
    Integer port = Utils.getPort(server);
    if (host == null || port == null) {
      throw new IOException("not a server: " + server);
    }
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  /** The first of these servers (host:port, separated by commas) that answers says it for all. */
  static Listener at(String servers) {
    return Arrays.stream(servers.split(",", -1))
        .map(server -> ask(server.strip()))
        .filter(found -> found != NOBODY)
        .findFirst()
        .orElse(NOBODY);
  }

  private static Listener ask(String server) {
    String host = Utils.getHost(server);
    Integer port = Utils.getPort(server);
    if (host == null || port == null) {
      return NOBODY;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return greet(socket, host, port);
    } catch (IOException _) {
      return NOBODY;
    }
  }

  private static Listener greet(Socket socket, String host, int port) {
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket over = (SSLSocket) tls.createSocket(socket, host, port, true)) {
      over.startHandshake();
      return ENCRYPTED;
    } catch (SSLHandshakeException refused) {
      return refused.getCause() instanceof EOFException ? PLAIN : ENCRYPTED;
    } catch (IOException failed) {
      if (isSilence(failed)) {
        return NOBODY;
      }
      // its certificate came, and could not be judged: this machine has no authorities of its own
      return failed.getCause() instanceof RuntimeException ? ENCRYPTED : PLAIN;
    }
  }

  /** Who speaks no TLS cuts a greeting off at once; who lets it wait is ill or busy. */
  private static boolean isSilence(IOException failed) {
    return failed instanceof SocketTimeoutException
        || failed.getCause() instanceof SocketTimeoutException;
  }
}
