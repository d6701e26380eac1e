package jp.tsunagu.gateway.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.gateway.view.Views;

/**
 * For a person: what the desk's pages cost in a large network. {@code --referrals=1000000} sets how
 * many legs there are, {@code --open=5} how many of a hundred cases are open, {@code
 * --requests=1000} how often each page is asked for, {@code --listeners=1000} how many pages are
 * kept open beside.
 */
public final class PagesBenchmark {

  private static final String[] PAGES = {
    "/desk/",
    "/desk/?lane=TRIAGE",
    "/desk/?agency=shakyo&urgency=URGENT",
    "/api/queue",
    "/api/cases",
    "/api/referrals",
    "/api/cases?overdue=true"
  };

  private final HttpClient client = HttpClient.newHttpClient();
  private final RunningReadSide readSide = RunningReadSide.startOnAnEmptyBroker();

  private PagesBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Map<String, Integer> options =
        Stream.of(arguments)
            .map(argument -> argument.substring(2).split("="))
            .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
    new PagesBenchmark()
        .run(
            options.getOrDefault("referrals", 1_000_000),
            options.getOrDefault("open", 5),
            options.getOrDefault("requests", 1_000),
            options.getOrDefault("listeners", 1_000));
    System.exit(0);
  }

  private void run(int referrals, int open, int requests, int listeners) throws Exception {
    readSide.ledger().createTopics();
    readSide.ledger().publishDirectory();
    readSide.awaitReady();
    long empty = heap();
    long begun = System.nanoTime();
    SyntheticCity city = new SyntheticCity(readSide, open);
    city.fill(referrals);
    System.out.printf(
        "%,d referrals of %,d cases, %,d of them open, written in %.1f s%n",
        city.referrals(), city.cases(), city.open(), secondsSince(begun));
    begun = System.nanoTime();
    readSide.restart();
    while (!readSide.bean(Views.class).isReady()) {
      Thread.onSpinWait();
    }
    System.out.printf(
        "read anew in %.1f s; heap %,d MB, %,d MB more than empty%n",
        secondsSince(begun), heap() >> 20, (heap() - empty) >> 20);
    for (String page : PAGES) {
      ask(page, requests);
    }
    if (listeners > 0) {
      new OpenPages(readSide.url(), city, listeners).print();
    }
  }

  /** The time that whoever asks waits, on this machine: the server's and that of the connection. */
  private void ask(String page, int requests) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(readSide.url() + page))
            .header("Authorization", "Bearer desk-role-token")
            .build();
    long[] nanos = new long[requests];
    int bytes = 0;
    for (int i = -requests / 5; i < requests; i++) {
      long begun = System.nanoTime();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      long taken = System.nanoTime() - begun;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(page + " is answered with " + answer.statusCode());
      }
      bytes = answer.body().length;
      if (i >= 0) {
        nanos[i] = taken;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-36s p50 %6.1f ms, p99 %6.1f ms, %,d bytes%n",
        page, nanos[requests / 2] / 1e6, nanos[requests * 99 / 100] / 1e6, bytes);
  }

  static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
