package jp.tsunagu.gateway.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagu.contract.testing.Measured;

/**
 * Pages that are kept open: from the record of a change to the last of them, beside a loop that
 * writes the same to as many bare sockets. Both are measured in turn, round by round, in one run,
 * after a third as many rounds that do not count: what is measured is not the compiler, nor
 * whatever else the machine does.
 */
final class OpenPages {

  private static final long PATIENCE_MILLIS = 30_000;
  private static final String NEWS = "event:news";

  private final URI server;
  private final SyntheticCity city;
  private final int listeners;
  private final int rounds;

  OpenPages(String server, SyntheticCity city, int listeners, int rounds) {
    this.server = URI.create(server);
    this.city = city;
    this.listeners = listeners;
    this.rounds = rounds;
  }

  void print() throws IOException {
    long before = Measured.heap();
    try (Readers readers = new Readers()) {
      for (int i = 0; i < listeners; i++) {
        readers.connect(new InetSocketAddress(server.getHost(), server.getPort()), request());
      }
      readers.await(listeners, text -> text.contains("ready") || text.contains("reset"));
      System.out.printf(
          "%,d pages open, %,d bytes of heap each, their readers included%n",
          listeners, (Measured.heap() - before) / listeners);
      try (BareLoop bare = new BareLoop()) {
        measure(readers, bare);
      }
    }
  }

  private void measure(Readers readers, BareLoop bare) throws IOException {
    double[] ours = new double[rounds];
    double[] loops = new double[rounds];
    double[] ratios = new double[rounds];
    for (int round = -rounds / 3; round < rounds; round++) {
      double loop = bare.millis();
      double reached = millis(readers);
      if (round >= 0) {
        ours[round] = reached;
        loops[round] = loop;
        ratios[round] = reached / loop;
      }
    }
    print("change to the last of " + listeners + " pages, ms", ours);
    print("bare socket loop, ms", loops);
    print("ratio of each round", ratios);
    System.out.printf("ratio of the medians %.2f%n", at(ours, 50) / at(loops, 50));
  }

  private static void print(String what, double[] all) {
    System.out.printf("%-40s p50 %6.2f, p99 %6.2f%n", what, at(all, 50), at(all, 99));
  }

  private double millis(Readers readers) throws IOException {
    long begun = System.nanoTime();
    city.oneMoreWaits();
    readers.await(listeners, text -> text.contains(NEWS));
    return Measured.secondsSince(begun) * 1000;
  }

  /** Writes the same to as many sockets, one after the other. */
  private final class BareLoop implements AutoCloseable {

    private final ByteBuffer news =
        ByteBuffer.wrap((NEWS + "\nid:1\ndata:1\n\n").getBytes(StandardCharsets.UTF_8));
    private final Readers readers = new Readers();
    private final List<SocketChannel> sockets = new ArrayList<>();

    BareLoop() throws IOException {
      try (ServerSocketChannel door =
          ServerSocketChannel.open()
              .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), listeners)) {
        for (int i = 0; i < listeners; i++) {
          readers.connect((InetSocketAddress) door.getLocalAddress(), "");
          sockets.add(door.accept());
        }
      }
    }

    double millis() throws IOException {
      long begun = System.nanoTime();
      for (SocketChannel socket : sockets) {
        socket.write(news.duplicate());
      }
      readers.await(listeners, text -> text.contains(NEWS));
      return Measured.secondsSince(begun) * 1000;
    }

    @Override
    public void close() throws IOException {
      for (SocketChannel socket : sockets) {
        socket.close();
      }
      readers.close();
    }
  }

  private String request() {
    return """
        GET /desk/news HTTP/1.1
        Host: %s:%d
        Authorization: Bearer desk-role-token
        Accept: text/event-stream

        """
        .formatted(server.getHost(), server.getPort())
        .replace("\n", "\r\n");
  }

  private static double at(double[] all, int ofAHundred) {
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * ofAHundred / 100)];
  }

  /** Many connections read by one thread. */
  private static final class Readers implements AutoCloseable {

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(16 << 10);

    Readers() throws IOException {}

    void connect(InetSocketAddress where, String said) throws IOException {
      SocketChannel channel = SocketChannel.open(where);
      channel.write(ByteBuffer.wrap(said.getBytes(StandardCharsets.UTF_8)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
    }

    /** Reads until so many connections got this. */
    void await(int wanted, Predicate<String> what) throws IOException {
      Set<SelectionKey> got = new HashSet<>();
      long begun = System.nanoTime();
      while (got.size() < wanted) {
        if (Measured.secondsSince(begun) * 1000 > PATIENCE_MILLIS) {
          throw new IllegalStateException("only %d of %d".formatted(got.size(), wanted));
        }
        selector.select(key -> read(key, what, got), PATIENCE_MILLIS);
      }
    }

    private void read(SelectionKey key, Predicate<String> what, Set<SelectionKey> got) {
      buffer.clear();
      try {
        if (((SocketChannel) key.channel()).read(buffer) < 0) {
          throw new IllegalStateException("a connection was closed");
        }
      } catch (IOException gone) {
        throw new IllegalStateException(gone);
      }
      buffer.flip();
      if (what.test(StandardCharsets.UTF_8.decode(buffer).toString())) {
        got.add(key);
      }
    }

    @Override
    public void close() throws IOException {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    }
  }
}
