package jp.tsunagu.connector.bench;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestPeople;
import jp.tsunagu.contract.testing.BenchmarkOptions;
import jp.tsunagu.contract.testing.Measured;
import jp.tsunagu.contract.testing.PageWeights;
import jp.tsunagu.contract.wire.Codec;

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
    OWN + "/window/received?stage=OVERDUE",
    OWN + "/window/sent?stage=RETURNED",
    OWN + "/window/tasks",
    OWN + "/window/received?all=1",
    OWN + "/window/received?stage=DECLINED",
    OWN + "/window/received?assignee=MINE",
    OWN + "/window/received?assignee=NONE",
    OWN + "/window/sent",
    OWN + "/window/cases",
    OWN + "/api/referrals?side=RECEIVER",
    OWN + "/api/cases"
  };

  private ListsBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    BenchmarkOptions options = BenchmarkOptions.of(arguments);
    run(
        options.get("referrals", 200_000),
        options.get("open", 10),
        new PageWeights(options.get("requests", 300)));
    System.exit(0);
  }

  private static void run(int referrals, int open, PageWeights weights) throws Exception {
    Path folder = Files.createTempDirectory("connector-lists");
    try (TestApi api = new TestApi(folder, Map.of())) {
      SyntheticAgency agency =
          new SyntheticAgency(
              api.bean(Databases.class).of(TestApi.SHAKYO),
              api.bean(Codec.class),
              TestApi.HIGASHI,
              open);
      long empty = Measured.heap();
      long begun = System.nanoTime();
      agency.fill(referrals);
      System.out.printf(
          "%,d referrals, %,d of them open, taken in within %.0f s; heap %,d MB, %,d MB more than empty%n",
          referrals,
          agency.open(),
          Measured.secondsSince(begun),
          Measured.heap() >> 20,
          (Measured.heap() - empty) >> 20);
      Map<String, HttpRequest> pages = new LinkedHashMap<>();
      for (String page : PAGES) {
        pages.put(
            page,
            api.request(TestPeople.staff(TestApi.SHAKYO, "hanako"), page)
                .header("Accept", page.contains("/api/") ? "application/json" : "text/html")
                .build());
      }
      weights.print(pages);
    }
  }
}
