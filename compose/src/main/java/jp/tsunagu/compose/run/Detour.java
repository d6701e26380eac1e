package jp.tsunagu.compose.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A way to a port of this machine that can break in several ways and be mended. */
public final class Detour implements AutoCloseable {
  private static final int BLOCK = 8192;
  private static final long NARROW_BITS = 256_000;

  /** How it is broken. */
  public enum State {
    /** It leads there and back. */
    OPEN,
    /** What was open is reset; nobody is let in. */
    CLOSED,
    /** Everything is taken and nothing comes out, on either side: half open. */
    SILENT,
    /** What is asked arrives; what is answered is lost. */
    ANSWERS_LOST,
    /** All of it arrives, 256 kbit in a second. */
    NARROW
  }

  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final InetAddress here = InetAddress.getLoopbackAddress();
  private final int service;
  private final int port;
  private volatile State state = State.OPEN;

  /** While it is narrow: until when what was let in so far is under way, in nanoseconds. */
  private long busyUntil = System.nanoTime();

  private ServerSocket door;

  /** A way to this port, on a port of its own. */
  public Detour(int service) {
    this(service, 0);
  }

  /** The same on this port. */
  public Detour(int service, int port) {
    this.service = service;
    try {
      this.door = listening(port);
      this.port = door.getLocalPort();
    } catch (IOException exception) {
      throw new UncheckedIOException("no way to " + service, exception);
    }
  }

  /** Where it begins. */
  public int port() {
    return port;
  }

  /** Breaks it, or mends it: then what was open before begins anew. */
  public synchronized void set(State next) {
    state = next;
    try {
      if (next == State.CLOSED) {
        door.close();
      }
      if (next == State.CLOSED || next == State.OPEN) {
        reset();
      }
      if (next != State.CLOSED && door.isClosed()) {
        door = listening(port);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("the way to " + service + " stays as it was", exception);
    }
  }

  /** Ends what is open without a word; whoever comes anew is let in. */
  public void reset() throws IOException {
    for (var socket : open) {
      try (socket) {
        socket.setSoLinger(true, 0);
      } catch (SocketException _) {
        continue; // it has ended by itself
      }
    }
    open.clear();
  }

  private ServerSocket listening(int at) throws IOException {
    var listening = new ServerSocket();
    listening.setReuseAddress(true);
    listening.bind(new InetSocketAddress(here, at));
    Thread.ofVirtual().start(() -> listen(listening));
    return listening;
  }

  private void listen(ServerSocket at) {
    try (at) {
      while (!at.isClosed()) {
        lead(at.accept());
      }
    } catch (IOException _) {
      open.removeIf(Socket::isClosed);
    }
  }

  private void lead(Socket in) throws IOException {
    open.add(in);
    try {
      var out = new Socket(here, service);
      open.add(out);
      carry(in, out, false);
      carry(out, in, true);
    } catch (IOException _) {
      in.close();
    }
  }

  private void carry(Socket from, Socket to, boolean answers) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (from;
                  to) {
                carry(from.getInputStream(), to.getOutputStream(), answers);
              } catch (IOException _) {
                open.remove(from);
              }
            });
  }

  private void carry(InputStream from, OutputStream to, boolean answers) throws IOException {
    var block = new byte[BLOCK];
    for (var read = from.read(block); read >= 0; read = from.read(block)) {
      var lost = state == State.SILENT || (answers && state == State.ANSWERS_LOST);
      if (!lost) {
        if (state == State.NARROW) {
          squeeze(read);
        }
        to.write(block, 0, read);
      }
    }
  }

  /** Returns when so many bytes are through, after all that came before. */
  private void squeeze(int bytes) {
    long through;
    synchronized (open) {
      through = Math.max(busyUntil, System.nanoTime()) + bytes * 8_000_000_000L / NARROW_BITS;
      busyUntil = through;
    }
    for (var left = through - System.nanoTime(); left > 0; left = through - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    set(State.CLOSED);
  }
}
