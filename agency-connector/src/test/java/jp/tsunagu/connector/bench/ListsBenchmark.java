package jp.tsunagu.connector.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.record.Projection;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestPeople;

/**
 * For a person: what the lists of an agency's window cost where it has sent and received much.
 * {@code --referrals=200000} sets how much, {@code --open=10} how many of a thousand are open,
 * {@code --requests=300} how often each page is asked for.
 */
public final class ListsBenchmark {

  private static final String OWN = "/agencies/shakyo";
  private static final String[] PAGES = {
    OWN + "/",
    OWN + "/?assignee=MINE",
    OWN + "/window/received",
    OWN + "/window/received?all=1",
    OWN + "/window/received?stage=DECLINED",
    OWN + "/window/received?assignee=MINE",
    OWN + "/window/received?assignee=NONE",
    OWN + "/window/sent",
    OWN + "/window/cases",
    OWN + "/api/referrals?side=RECEIVER",
    OWN + "/api/cases"
  };

  private final HttpClient client = HttpClient.newHttpClient();

  private ListsBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Map<String, Integer> options =
        Stream.of(arguments)
            .map(argument -> argument.substring(2).split("="))
            .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
    new ListsBenchmark()
        .run(
            options.getOrDefault("referrals", 200_000),
            options.getOrDefault("open", 10),
            options.getOrDefault("requests", 300));
    System.exit(0);
  }

  private void run(int referrals, int open, int requests) throws Exception {
    Path folder = Files.createTempDirectory("connector-lists");
    try (TestApi api = new TestApi(folder, Map.of())) {
      SyntheticAgency agency =
          new SyntheticAgency(
              api.bean(Databases.class).of(TestApi.SHAKYO),
              api.bean(Projection.class),
              TestApi.HIGASHI,
              open);
      long begun = System.nanoTime();
      agency.fill(referrals);
      System.out.printf(
          "%,d referrals, %,d of them open, taken in within %.0f s%n",
          referrals, agency.open(), (System.nanoTime() - begun) / 1e9);
      for (String page : PAGES) {
        ask(api, page, requests);
      }
    }
  }

  /** The time that whoever asks waits, on this machine: the server's and that of the connection. */
  private void ask(TestApi api, String page, int requests) throws Exception {
    HttpRequest request =
        api.request(TestPeople.staff(TestApi.SHAKYO, "hanako"), page)
            .header("Accept", page.contains("/api/") ? "application/json" : "text/html")
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
        "%-48s p50 %6.1f ms, p99 %6.1f ms, %,d bytes%n",
        page, nanos[requests / 2] / 1e6, nanos[requests * 99 / 100] / 1e6, bytes);
  }
}
