package jp.tsunagu.gateway.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import jp.tsunagu.contract.testing.BenchmarkOptions;
import jp.tsunagu.contract.testing.Measured;
import jp.tsunagu.contract.testing.PageWeights;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.gateway.view.Views;

/**
 * For a person: what the desk's pages cost in a large network. {@code --referrals=1000000} sets how
 * many legs there are, {@code --open=5} how many of a hundred cases are open, {@code
 * --requests=1000} how often each page is asked for, {@code --listeners=1000} how many pages are
 * kept open beside, {@code --rounds=300} how many changes they are told of. {@code --referrals=0}
 * is about open pages alone.
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

  private static final long A_MOMENT_IN_NANOS = 1_000_000;

  private final RunningReadSide readSide = RunningReadSide.startOnAnEmptyBroker();

  private PagesBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    new PagesBenchmark().run(BenchmarkOptions.of(arguments));
    System.exit(0);
  }

  private void run(BenchmarkOptions options) throws Exception {
    readSide.ledger().createTopics();
    readSide.ledger().publishDirectory();
    readSide.awaitReady();
    long empty = Measured.heap();
    SyntheticCity city = new SyntheticCity(readSide, options.get("open", 5));
    int referrals = options.get("referrals", 1_000_000);
    if (referrals > 0) {
      fill(city, referrals, empty);
      new PageWeights(options.get("requests", 1_000)).print(pages());
    }
    int listeners = options.get("listeners", 1_000);
    if (listeners > 0) {
      new OpenPages(readSide.url(), city, listeners, options.get("rounds", 300)).print();
    }
  }

  private Map<String, HttpRequest> pages() {
    Map<String, HttpRequest> pages = new LinkedHashMap<>();
    for (String page : PAGES) {
      pages.put(
          page,
          HttpRequest.newBuilder(URI.create(readSide.url() + page))
              .header("Authorization", "Bearer desk-role-token")
              .build());
    }
    return pages;
  }

  private void fill(SyntheticCity city, int referrals, long empty) {
    long begun = System.nanoTime();
    city.fill(referrals);
    System.out.printf(
        "%,d referrals of %,d cases, %,d of them open, written in %.1f s%n",
        city.referrals(), city.cases(), city.open(), Measured.secondsSince(begun));
    begun = System.nanoTime();
    readSide.restart();
    while (!readSide.bean(Views.class).isReady()) {
      LockSupport.parkNanos(A_MOMENT_IN_NANOS);
    }
    System.out.printf(
        "read anew in %.1f s; heap %,d MB, %,d MB more than empty%n",
        Measured.secondsSince(begun), Measured.heap() >> 20, (Measured.heap() - empty) >> 20);
  }
}
