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

/**
 * Pages that are kept open: from the record of a change to the last of them, beside a loop that
 * writes the same to as many bare sockets in the same run.
 */
final class OpenPages {

  private static final int ROUNDS = 20;
  private static final long PATIENCE_MILLIS = 30_000;
  private static final String NEWS = "event:news";

  private final URI server;
  private final SyntheticCity city;
  private final int listeners;

  OpenPages(String server, SyntheticCity city, int listeners) {
    this.server = URI.create(server);
    this.city = city;
    this.listeners = listeners;
  }

  void print() throws IOException {
    long before = PagesBenchmark.heap();
    double[] ours = new double[ROUNDS];
    try (Readers readers = new Readers()) {
      for (int i = 0; i < listeners; i++) {
        readers.connect(new InetSocketAddress(server.getHost(), server.getPort()), request());
      }
      readers.await(listeners, text -> text.contains("ready") || text.contains("reset"));
      System.out.printf(
          "%,d pages open, %,d bytes of heap each, their readers included%n",
          listeners, (PagesBenchmark.heap() - before) / listeners);
      for (int round = 0; round < ROUNDS; round++) {
        long begun = System.nanoTime();
        city.oneMoreWaits();
        readers.await(listeners, text -> text.contains(NEWS));
        ours[round] = PagesBenchmark.secondsSince(begun) * 1000;
      }
    }
    double bare = median(bare());
    double reached = median(ours);
    System.out.printf(
        "change to the last of %,d pages %.1f ms, bare socket loop %.1f ms, ratio %.1f%n",
        listeners, reached, bare, reached / bare);
  }

  private double[] bare() throws IOException {
    double[] taken = new double[ROUNDS];
    byte[] news = (NEWS + "\nid:1\ndata:1\n\n").getBytes(StandardCharsets.UTF_8);
    try (ServerSocketChannel door =
            ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), listeners);
        Readers readers = new Readers()) {
      List<SocketChannel> sockets = new ArrayList<>();
      for (int i = 0; i < listeners; i++) {
        readers.connect((InetSocketAddress) door.getLocalAddress(), "");
        sockets.add(door.accept());
      }
      for (int round = 0; round < ROUNDS; round++) {
        long begun = System.nanoTime();
        for (SocketChannel socket : sockets) {
          socket.write(ByteBuffer.wrap(news));
        }
        readers.await(listeners, text -> text.contains(NEWS));
        taken[round] = PagesBenchmark.secondsSince(begun) * 1000;
      }
      for (SocketChannel socket : sockets) {
        socket.close();
      }
    }
    return taken;
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

  private static double median(double[] all) {
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
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
        if (PagesBenchmark.secondsSince(begun) * 1000 > PATIENCE_MILLIS) {
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
