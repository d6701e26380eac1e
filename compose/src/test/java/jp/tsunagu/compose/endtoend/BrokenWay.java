package jp.tsunagu.compose.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a service on this machine that can break and be mended, as when it starts anew. */
final class BrokenWay implements AutoCloseable {
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final InetAddress here = InetAddress.getLoopbackAddress();
  private final int service;
  private final int port;
  private ServerSocket door;

  BrokenWay(int service) throws IOException {
    this.service = service;
    this.door = new ServerSocket(0, 50, here);
    this.port = door.getLocalPort();
    listen(door);
  }

  int port() {
    return port;
  }

  /** Ends what is open, and lets nobody in. */
  void breakOff() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** Lets everybody in again. */
  void mend() throws IOException {
    door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(here, port));
    listen(door);
  }

  private void listen(ServerSocket at) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (at) {
                while (!at.isClosed()) {
                  lead(at.accept());
                }
              } catch (IOException _) {
                open.removeIf(Socket::isClosed);
              }
            });
  }

  private void lead(Socket in) throws IOException {
    Socket out = new Socket(here, service);
    open.add(in);
    open.add(out);
    carry(in, out);
    carry(out, in);
  }

  private void carry(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (from;
                  to) {
                from.getInputStream().transferTo(to.getOutputStream());
              } catch (IOException _) {
                open.remove(from);
              }
            });
  }

  @Override
  public void close() {
    try {
      breakOff();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
