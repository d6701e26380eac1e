package jp.tsunagu.runtime.stream;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What open pages rely on, over real connections. */
class EventLinesTest {

  private static final int MOST = 4;
  private static final int MUCH = 200_000;

  @TempDir private Path folder;
  private final AtomicLong told = new AtomicLong();
  private final Tomcat tomcat = new Tomcat();
  private volatile int length = 1;
  private final EventLines lines = new EventLines(MOST, Duration.ofMillis(200), this::after);

  private Optional<EventLines.Event> after(@Nullable Long seen) {
    long next = seen == null ? told.get() : seen + 1;
    return next > told.get()
        ? Optional.empty()
        : Optional.of(new EventLines.Event(next, "news", "x".repeat(length)));
  }

  @BeforeEach
  void start() throws Exception {
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "news", new News()).setAsyncSupported(true);
    context.addServletMappingDecoded("/", "news");
    tomcat.start();
  }

  @AfterEach
  void stop() throws Exception {
    lines.close();
    tomcat.stop();
    tomcat.destroy();
  }

  private final class News extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (lines.answer(request, response, request.getHeader("Last-Event-ID")) != null) {
        response.sendError(503);
      }
    }
  }

  private Reader open(String lastId) throws IOException {
    return new Reader(tomcat.getConnector().getLocalPort(), lastId);
  }

  private void happens() {
    told.incrementAndGet();
    lines.tell();
  }

  @Test
  void each_is_told_everything_once_and_in_order_and_goes_on_where_it_was() throws IOException {
    try (Reader first = open(lines.id(0));
        Reader second = open(lines.id(0))) {
      first.await(":ready");
      second.await(":ready");
      IntStream.range(0, 5).forEach(_ -> happens());
      List<String> five = IntStream.rangeClosed(1, 5).mapToObj(i -> "id:" + lines.id(i)).toList();
      assertThat(first.ids(5)).isEqualTo(five);
      assertThat(second.ids(5)).isEqualTo(five);
      second.await(":alive");
      try (Reader back = open(lines.id(3))) {
        assertThat(back.ids(2)).isEqualTo(five.subList(3, 5));
      }
      try (Reader ofAnotherLife = open("1234-3")) {
        assertThat(ofAnotherLife.ids(1)).isEqualTo(five.subList(4, 5));
      }
    }
  }

  @Test
  void who_does_not_read_holds_nobody_up_and_is_told_the_rest_when_it_reads_again()
      throws IOException {
    length = MUCH;
    try (Reader idle = open(lines.id(0));
        Reader reading = open(lines.id(0))) {
      idle.await(":ready");
      reading.await(":ready");
      for (int i = 1; i <= 100; i++) {
        happens();
        assertThat(reading.ids(1)).containsExactly("id:" + lines.id(i));
      }
      assertThat(idle.ids(100)).endsWith("id:" + lines.id(100));
    }
  }

  @Test
  void no_more_listen_than_there_is_room_for_and_who_goes_makes_room() throws IOException {
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      readers.add(open(lines.id(0)));
      readers.getLast().await(":ready");
    }
    assertThat(lines.readers()).isEqualTo(MOST);
    try (Reader tooMany = open(lines.id(0))) {
      assertThat(tooMany.status).contains("503");
    }
    for (Reader reader : readers) {
      reader.close();
    }
    await().atMost(SOON).until(() -> lines.readers() == 0);
    try (Reader again = open(lines.id(0))) {
      again.await(":ready");
    }
  }

  @Test
  void with_the_service_all_end_visibly_and_nobody_is_let_in() throws IOException {
    try (Reader reader = open(lines.id(0))) {
      reader.await(":ready");
      lines.close();
      reader.awaitEnd();
    }
    try (Reader late = open(lines.id(0))) {
      assertThat(late.status).contains("503");
    }
  }

  /** A client that reads when it is asked to. */
  private static final class Reader implements AutoCloseable {
    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final String status;

    Reader(int port, String lastId) throws IOException {
      socket.setReceiveBufferSize(4_096);
      socket.setSoTimeout(30_000);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: it\r\nLast-Event-ID: %s\r\n\r\n"
                  .formatted(lastId)
                  .getBytes(StandardCharsets.US_ASCII));
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      status = in.readLine();
    }

    void await(String wanted) throws IOException {
      String line = in.readLine();
      while (!wanted.equals(line)) {
        assertThat(line).as("before %s", wanted).isNotNull();
        line = in.readLine();
      }
    }

    List<String> ids(int howMany) throws IOException {
      List<String> ids = new ArrayList<>();
      while (ids.size() < howMany) {
        String line = in.readLine();
        assertThat(line).as("after %s", ids).isNotNull();
        if (line.startsWith("id:")) {
          ids.add(line);
        }
      }
      return ids;
    }

    /** The last chunk of an answer is an empty one. */
    void awaitEnd() throws IOException {
      await("0");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
